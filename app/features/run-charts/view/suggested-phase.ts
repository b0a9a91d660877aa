import type { MeasureDirection } from '#db/vocabulary';
import { suggestPhases } from '../analysis';
import type { Side } from '../analysis';
import type { SchoolDay } from '~/lib/school-day';
import type { RunChartModel } from './chart-model';

const runForPhase = 9;
const usualBaseline = 13;

export type PhaseSuggestion = { startsOn: SchoolDay; side: Side; length: number };

const wantedSide = { increase: 'above', decrease: 'below', none: 'either' } as const;

/**
 * A new phase that a person may want to begin: nine useful points in a row on the wanted side after the baseline of the
 * newest phase, dated at the first. Nothing is ever re-phased by itself. Source: run-charts.md, "What teachers are shown", 5.
 */
export function suggestedPhase(
  { points, phases }: Pick<RunChartModel, 'points' | 'phases'>,
  direction: MeasureDirection,
): PhaseSuggestion | null {
  const phase = phases.at(-1);
  if (!phase) return null;
  const newest = points.slice(phase.from);
  const isFrozen = phase.computedTo < phase.to;
  const [first, second] = suggestPhases(
    newest.map(({ y, excluded }) => (excluded === null ? y : null)),
    {
      baseline: isFrozen ? phase.computedTo - phase.from + 1 : usualBaseline,
      runLength: runForPhase,
      side: wantedSide[direction],
    },
  );
  const startsOn = second && newest[second.from]?.date;
  if (!first || !startsOn) return null;
  return { startsOn, side: second.median > first.median ? 'above' : 'below', length: runForPhase };
}
