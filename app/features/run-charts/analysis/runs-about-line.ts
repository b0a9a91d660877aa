import { sideOfLine } from './centre-line';
import type { RunSpan, Slots } from './types';

/**
 * Runs of consecutive useful points on one side of a line, in time order, covering every useful point.
 * Missing points and points on the line neither add to a run nor break it.
 *
 * @param slots plotted values, null where missing or not to be used
 * @param line in the unit of the slots; null gives no run
 */
export function runsAboutLine(slots: Slots, line: number | null): RunSpan[] {
  if (line === null) return [];
  const runs: RunSpan[] = [];
  let current: RunSpan | undefined;
  for (const [index, value] of slots.entries()) {
    const side = value === null ? null : sideOfLine(value, line);
    if (side === null) continue;
    if (current?.side === side) {
      current.to = index;
      current.length += 1;
      continue;
    }
    current = { from: index, to: index, length: 1, side };
    runs.push(current);
  }
  return runs;
}

/** Number of points in the longest of some spans, 0 when there is none. */
export function longestLength(spans: readonly { length: number }[]): number {
  return spans.reduce((longest, span) => Math.max(longest, span.length), 0);
}

/** Number of points in all spans together. */
export function totalLength(spans: readonly { length: number }[]): number {
  return spans.reduce((total, span) => total + span.length, 0);
}
