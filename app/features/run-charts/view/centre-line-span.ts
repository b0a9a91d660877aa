import type { ModelPhase } from './chart-model';

/** Where the solid part of a centre line ends: where it was computed, or at the line's own end. */
export function solidEnd(
  phase: ModelPhase,
  { left, isLast, at }: { left: number; isLast: boolean; at: (slot: number) => number },
): number {
  if (phase.computedTo < phase.from) return left;
  if (phase.computedTo < phase.to) return at(phase.computedTo);
  return isLast ? 1 : at(phase.to);
}
