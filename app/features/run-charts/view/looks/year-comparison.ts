import { addDays, formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { medianOf } from '../../analysis';
import { xAxisFor } from '../chart-axes';
import type { ModelPoint, RunChartModel } from '../chart-model';
import { schoolYearOf } from './chart-window';
import type { SchoolYear } from './chart-window';
import type { LinesModel } from './lines-model';

/** 52 weeks, so that a Monday lies on a Monday. */
const yearOfWeeks = 364;

export type YearComparison = { lines: LinesModel; sentence: string; rows: YearRow[] };
export type YearRow = { date: SchoolDay; label: string; before: { date: SchoolDay; label: string } | null };

const withinYear = (points: ModelPoint[], { from, to }: SchoolYear) =>
  points.filter((point) => point.date >= from && point.date <= to);

function valuesOf(points: ModelPoint[]): number[] {
  return points.flatMap(({ y, excluded }) => (y === null || excluded !== null ? [] : [y]));
}

/**
 * This school year's points over last year's, week on week; null when last year has none up to the same day.
 * @param format writes a plotted value with its unit
 */
export function compareWithLastYear(
  model: RunChartModel,
  today: SchoolDay,
  format: (value: number) => string,
): YearComparison | null {
  const year = schoolYearOf(today);
  const lastYear = schoolYearOf(addDays(year.from, -1));
  const now = withinYear(model.points, year);
  const before = withinYear(model.points, lastYear);
  if (valuesOf(now).length === 0 || valuesOf(before).length === 0) return null;
  const shifted = before.map((point) => ({ ...point, date: addDays(point.date, yearOfWeeks) }));
  const dates = [...new Set([...now, ...shifted].map(({ date }) => date))].toSorted();
  const upTo = now.findLast((point) => point.y !== null)?.date ?? today;
  const sameStretch = shifted.filter((point) => point.date <= upTo);
  if (valuesOf(sameStretch).length === 0) return null;
  return {
    lines: {
      lines: [
        { label: year.name, strong: true, points: now },
        { label: lastYear.name, strong: false, points: shifted },
      ],
      yAxis: model.yAxis,
      xAxis: withoutYears(xAxisFor(dates)),
    },
    sentence: sentenceOf(medianOf(valuesOf(now)), medianOf(valuesOf(sameStretch)), format),
    rows: rowsOf(now, shifted),
  };
}

/** Both years share the axis, so its days name none. */
function withoutYears(axis: RunChartModel['xAxis']): RunChartModel['xAxis'] {
  return { ...axis, ticks: axis.ticks.map(({ date }) => ({ date, label: formatDay(date) })) };
}

function sentenceOf(now: number | null, before: number | null, format: (value: number) => string): string {
  if (now === null || before === null) return '';
  const soFar = `The middle of this year’s numbers so far is ${format(now)}`;
  return `${soFar}; up to the same day last year it was ${format(before)}. Two years differ in more than one thing, so the run chart stays the judge.`;
}

/** Each of this year's points beside last year's nearest one, within three days. */
function rowsOf(now: ModelPoint[], shifted: ModelPoint[]): YearRow[] {
  return now
    .filter((point) => point.y !== null)
    .map((point) => {
      const near = shifted.find(
        (one) => one.y !== null && one.date >= addDays(point.date, -3) && one.date <= addDays(point.date, 3),
      );
      return {
        date: point.date,
        label: point.label,
        before: near ? { date: addDays(near.date, -yearOfWeeks), label: near.label } : null,
      };
    })
    .toReversed();
}
