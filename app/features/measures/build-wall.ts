import type { RunChartRules } from '#db/vocabulary';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { smallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import { chartSubject } from './chart-subject';
import { nextDue } from './due-rules';
import type { Measure, Series } from './measure';
import type { WallChart, WallMeasure } from './measure-wall';

type Setting = { rules: RunChartRules; today: SchoolDay };

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

/** The rows of a wall: a small chart with its verdict and next due day for each group of each measure. */
export function buildWall<T extends Measure & { team: WallMeasure['team'] }>(
  measures: T[],
  series: Series,
  setting: Setting,
): WallMeasure[] {
  const seriesOf = byMeasure(series);
  return measures.map((measure) => {
    const { id, name, level, frequency, team } = measure;
    const own = seriesOf(id);
    const charts = measure.groups.map((group) => wallChart(measure, group, own, setting));
    return { id, name, level, frequency, team, charts };
  });
}

function wallChart(
  measure: Measure,
  group: { id: string; name: string },
  series: Series,
  { rules, today }: Setting,
): WallChart {
  const reading = readRunChart(chartSubject(measure, group.id, series, { cycles: [], rules }));
  const { slots, y, verdict } = reading;
  const slot = y.findLastIndex((value) => value !== null);
  const [value, date] = [y[slot] ?? null, slots.dates[slot]];
  const newest =
    value === null || date === undefined ? null : { label: formatMeasureValue(measure, value), date };
  const { state, tone, side, headline } = verdict;
  return {
    ...{ groupId: group.id, groupName: group.name, newest },
    verdict: { state, tone, side, headline },
    chart: smallChart(reading),
    due: nextDue(measure.frequency, newest?.date ?? null, today),
  };
}
