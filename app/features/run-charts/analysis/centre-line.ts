import type { Side, Slots } from './types';

const RELATIVE_SLACK = 1e-12;

/** How far from a line a value still counts as on it, in the unit of the line. */
export function lineSlack(line: number): number {
  return RELATIVE_SLACK * Math.max(1, Math.abs(line));
}

/** The side of the line a value lies on; null within the slack of floating point. */
export function sideOfLine(value: number, line: number): Side | null {
  const distance = value - line;
  if (Math.abs(distance) <= lineSlack(line)) return null;
  return distance > 0 ? 'above' : 'below';
}

/** The limit a value lies strictly beyond, with the slack of floating point; null limits bound nothing. */
export function sideBeyondLimits(value: number, lower: number | null, upper: number | null): Side | null {
  if (upper !== null && sideOfLine(value, upper) === 'above') return 'above';
  if (lower !== null && sideOfLine(value, lower) === 'below') return 'below';
  return null;
}

/** The numbers among slots that are not missing, in order. */
export function presentValues(slots: Slots): number[] {
  return slots.filter((slot) => slot !== null);
}

/** Median of finite numbers, the mean of the middle two when their number is even; null when there is none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  if (sorted.length % 2 === 1 || lower === undefined) return upper;
  // Halves before adding: the sum of two numbers near the largest double overflows.
  return lower / 2 + upper / 2;
}
