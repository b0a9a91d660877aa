import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';

/** `k` of `n` students met the criterion. */
export type Counted = { n: number; k: number };

export type CellState = 'zero' | 'hidden' | 'coded' | 'published';

/** A share outside the middle zone: below or above `bound` percent. */
export type Code = { sign: '<' | '>'; bound: number };

/** What stands for every hidden cell, so that nobody can tell which was the small one. */
export const hiddenSign = '*';

/** Throws RangeError unless both are whole, none is negative, and k is at most n. */
export function requireCounted({ n, k }: Counted, name = 'A cell'): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${name}: n must be a whole number from 0 on.`);
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`${name}: k must be a whole number from 0 on.`);
  if (k > n) throw new RangeError(`${name}: k is more than n.`);
}

/** Where the middle zone of n students begins and ends, in percent, both ends within it (rule 2). */
export function middleZone(n: number): { low: number; high: number } {
  if (n < 20) return { low: 20, high: 80 };
  return n < 40 ? { low: 10, high: 90 } : { low: 5, high: 95 };
}

/**
 * The code of a share outside the middle zone of so many students (as a rule, n), null within it. Compares exact shares,
 * never rounded ones.
 */
export function codeOf({ n, k }: Counted, students = n): Code | null {
  const { low, high } = middleZone(students);
  if (100 * k < low * n) return { sign: '<', bound: low };
  return 100 * k > high * n ? { sign: '>', bound: high } : null;
}

/** Whether the exact count of this set of students may be known: enough students, and no extreme share. */
export function mayBeKnown(set: Counted, minimum: number): boolean {
  return set.n >= minimum && codeOf(set) === null;
}

/** k of n as a whole percent, half up. n is above 0. */
export function wholePercent({ n, k }: Counted): number {
  return Math.floor((200 * k + n) / (2 * n));
}

export function showCode({ sign, bound }: Code): string {
  return `${sign}${bound}%`;
}

/**
 * What one cell by itself may show (rules 1 and 2): `no students`, `*`, `<20%` or `63%`. Throws RangeError for counts
 * that cannot be. A cell beside others goes through `protectTable`.
 */
export function codeCell(cell: Counted, policy?: DisclosurePolicy): { state: CellState; show: string } {
  requireCounted(cell);
  const minimum = minimumOf(policy);
  if (cell.n === 0) return { state: 'zero', show: 'no students' };
  if (cell.n < minimum) return { state: 'hidden', show: hiddenSign };
  const code = codeOf(cell);
  if (code !== null) return { state: 'coded', show: showCode(code) };
  return { state: 'published', show: `${wholePercent(cell)}%` };
}

/** Whole counts from `low` to `high`, both included. */
export type Range = { low: number; high: number };

/** The counts that a reader who knows n can still think possible from what the cell shows (rule 4). */
export function possibleCounts(cell: Counted, state: CellState): Range {
  const { n } = cell;
  if (state === 'zero') return { low: 0, high: 0 };
  if (state === 'hidden') return { low: 0, high: n };
  const zone = middleZone(n);
  const first = Math.ceil((zone.low * n) / 100);
  const last = Math.floor((zone.high * n) / 100);
  if (state === 'published') {
    const percent = wholePercent(cell);
    const rounded = {
      low: Math.ceil(((2 * percent - 1) * n) / 200),
      high: Math.ceil(((2 * percent + 1) * n) / 200) - 1,
    };
    return { low: Math.max(first, rounded.low), high: Math.min(last, rounded.high) };
  }
  return codeOf(cell)?.sign === '<' ? { low: 0, high: first - 1 } : { low: last + 1, high: n };
}
