import type { ChartBand } from '~/features/run-charts/view/chart-model';
import type { SchoolDay } from '~/lib/school-day';

type Span = { cycleId: string; measureId: string | null; number: number; from: SchoolDay; to: SchoolDay };

/** The cycles that asked a question of a measure, as labelled stretches under its chart. */
export function cycleBands(spans: Span[], measureId: string): ChartBand[] {
  return spans
    .filter((span) => span.measureId === measureId)
    .map(({ number, from, to }) => ({ label: `Cycle ${number}`, shortLabel: String(number), from, to }));
}
