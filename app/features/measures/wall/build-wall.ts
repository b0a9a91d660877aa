import type { RunChartRules } from '#db/vocabulary';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { smallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import { chartSubject } from '../chart-subject';
import { nextDue } from '../due-rules';
import type { Measure, Series } from '../measure';
import type { WallChart, WallMeasure } from './measure-wall';

/** A chart of a wall without what changes from day to day. */
export type ReadWallChart = Omit<WallChart, 'due'>;

/** Marks and points of each measure, so that a chart does not look through those of all others. */
function byMeasure(series: Series): (measureId: string) => Series {
  const sorted = new Map<string, Series>();
  const of = (measureId: string): Series => {
    const known = sorted.get(measureId);
    if (known) return known;
    const fresh: Series = {
      points: [],
      annotations: [],
      phases: [],
      frozenBaselines: [],
      excludedPoints: [],
    };
    sorted.set(measureId, fresh);
    return fresh;
  };
  for (const one of series.points) of(one.measureId).points.push(one);
  for (const one of series.annotations) of(one.measureId).annotations.push(one);
  for (const one of series.phases) of(one.measureId).phases.push(one);
  for (const one of series.frozenBaselines) of(one.measureId).frozenBaselines.push(one);
  for (const one of series.excludedPoints) of(one.measureId).excludedPoints.push(one);
  return of;
}

/** A small chart with its verdict for each group of each measure, by measure. */
export function readWall(
  measures: Measure[],
  series: Series,
  rules: RunChartRules,
): Map<string, ReadWallChart[]> {
  const seriesOf = byMeasure(series);
  return new Map(
    measures.map((measure) => [
      measure.id,
      measure.groups.map((group) => readWallChart(measure, group, seriesOf(measure.id), rules)),
    ]),
  );
}

function readWallChart(
  measure: Measure,
  group: { id: string; name: string },
  series: Series,
  rules: RunChartRules,
): ReadWallChart {
  const reading = readRunChart(chartSubject(measure, group.id, series, { cycles: [], rules }));
  const { slots, y, verdict } = reading;
  const slot = y.findLastIndex((value) => value !== null);
  const [value, date] = [y[slot] ?? null, slots.dates[slot]];
  const { state, tone, side, headline } = verdict;
  return {
    ...{ groupId: group.id, groupName: group.name },
    newest: value === null || date === undefined ? null : { label: formatMeasureValue(measure, value), date },
    verdict: { state, tone, side, headline },
    chart: smallChart(reading),
  };
}

/** The rows of a wall: what was read of each measure, with the next due day as of today. */
export function buildWall<T extends Measure & { team: WallMeasure['team'] }>(
  measures: T[],
  read: Map<string, ReadWallChart[]>,
  today: SchoolDay,
): WallMeasure[] {
  return measures.map(({ id, name, level, frequency, team }) => ({
    ...{ id, name, level, frequency, team },
    charts: (read.get(id) ?? []).map((chart) => ({
      ...chart,
      due: nextDue(frequency, chart.newest?.date ?? null, today),
    })),
  }));
}
