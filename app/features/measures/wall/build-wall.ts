import type { RunChartRules } from '#db/vocabulary';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import type { ChartReading } from '~/features/run-charts/view/read-run-chart';
import { smallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import { chartSubject } from '../chart-subject';
import { nextDue } from '../due-rules';
import type { Measure, Series } from '../measure';
import type { WallChart, WallMeasure } from './measure-wall';

/** A chart of a wall without what changes from day to day, with the run that its change rests on, where it rests on one. */
export type ReadWallChart = Omit<WallChart, 'due'> & { run: { from: SchoolDay; to: SchoolDay } | null };

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
    run: runOf(reading),
  };
}

/** The days of the run in the newest phase that a change was called on. */
function runOf({ verdict, brackets, phases, slots: { dates } }: ChartReading): ReadWallChart['run'] {
  const last = brackets.at(-1);
  if (verdict.state !== 'changed' || !last || last.from < (phases.at(-1)?.from ?? 0)) return null;
  const [from, to] = [dates[last.from], dates[last.to]];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The rows of a wall: what was read of each measure, with the next due day as of today. */
export function buildWall<T extends Measure & { team: WallMeasure['team'] }>(
  measures: T[],
  read: Map<string, ReadWallChart[]>,
  today: SchoolDay,
): WallMeasure[] {
  return measures.map(({ id, name, level, frequency, team }) => ({
    ...{ id, name, level, frequency, team },
    charts: (read.get(id) ?? []).map(({ run: _run, ...chart }) => ({
      ...chart,
      due: nextDue(frequency, chart.newest?.date ?? null, today),
    })),
  }));
}
