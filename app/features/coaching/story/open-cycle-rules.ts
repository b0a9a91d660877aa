import type { CycleSummary } from '~/features/cycles/cycle';
import type { SchoolDay } from '~/lib/school-day';

const isOpen = ({ stage }: Pick<CycleSummary, 'stage'>) => stage !== 'complete' && stage !== 'stopped';

function urgency({ stage, plannedEnd }: CycleSummary, today: SchoolDay): number {
  if (stage === 'act') return 0;
  if (stage === 'study') return 1;
  if (stage === 'do') return plannedEnd <= today ? 2 : 3;
  return 4;
}

/** The cycles still worked on: ready to decide, ready to study, past their end, under way, planned. */
export function openCycles(cycles: readonly CycleSummary[], today: SchoolDay): CycleSummary[] {
  return cycles
    .filter(isOpen)
    .toSorted(
      (one, other) =>
        urgency(one, today) - urgency(other, today) || one.plannedEnd.localeCompare(other.plannedEnd),
    );
}
