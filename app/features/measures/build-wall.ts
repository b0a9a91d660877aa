import type { RunChartRules } from '#db/vocabulary';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
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
  const model = buildRunChart(chartSubject(measure, group.id, series, { cycles: [], rules }));
  const newest = model.points.findLast((point) => point.y !== null);
  const { state, tone, side, headline } = model.verdict;
  return {
    groupId: group.id,
    groupName: group.name,
    newest: newest ? { label: newest.label, date: newest.date } : null,
    verdict: { state, tone, side, headline },
    chart: smallChart(model),
    due: nextDue(measure.frequency, newest?.date ?? null, today),
  };
}
