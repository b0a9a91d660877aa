import type { RunChartRules } from '#db/vocabulary';
import type { ChartBand, ChartSubject } from '~/features/run-charts/view/chart-model';
import { longestStep } from './due-rules';
import type { Annotation, DataPoint, Measure, Phase } from './measure';

export type Series = { points: DataPoint[]; annotations: Annotation[]; phases: Phase[] };

/** What the chart of one measure and one of its groups is drawn from. `series` may hold other measures and groups too. */
export function chartSubject(
  measure: Measure,
  groupId: string,
  series: Series,
  { cycles, rules }: { cycles: ChartBand[]; rules: RunChartRules },
): ChartSubject {
  const { kind, unit, direction, goal, baselinePoints } = measure;
  return {
    ...{ kind, unit, direction, goal, baselinePoints, cycles, rules },
    pace: longestStep(measure.frequency),
    rows: series.points.filter((point) => point.measureId === measure.id && point.groupId === groupId),
    phaseStarts: series.phases.filter(
      (phase) => phase.measureId === measure.id && (phase.groupId === null || phase.groupId === groupId),
    ),
    annotations: series.annotations.filter((one) => one.measureId === measure.id),
  };
}
