import type { RunChartRules } from '#db/vocabulary';
import type { ChartBand, ChartSubject } from '~/features/run-charts/view/chart-model';
import { longestStep } from './due-rules';
import type { Measure, Phase, Series } from './measure';

/** The later phases of one group's chart: its own, and those of every group. */
export function phasesOf(measureId: string, groupId: string, { phases }: Pick<Series, 'phases'>): Phase[] {
  return phases.filter(
    (one) => one.measureId === measureId && (one.groupId === null || one.groupId === groupId),
  );
}

/** What the chart of one measure and one of its groups is drawn from. `series` may hold other measures and groups too. */
export function chartSubject(
  measure: Measure,
  groupId: string,
  series: Series,
  { cycles, rules }: { cycles: ChartBand[]; rules: RunChartRules },
): ChartSubject {
  const { kind, unit, direction, goal } = measure;
  const isHere = (one: { measureId: string; groupId: string | null }) =>
    one.measureId === measure.id && (one.groupId === null || one.groupId === groupId);
  return {
    ...{ kind, unit, direction, goal, cycles, rules },
    pace: longestStep(measure.frequency),
    rows: series.points.filter(isHere),
    frozenThrough: series.frozenBaselines.find(isHere)?.throughDate ?? null,
    phaseStarts: phasesOf(measure.id, groupId, series),
    excluded: series.excludedPoints.filter(isHere),
    annotations: series.annotations.filter((one) => one.measureId === measure.id),
  };
}
