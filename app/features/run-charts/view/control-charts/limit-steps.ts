/** A stretch of one limit at one height: from the middle before its first point to the middle after its last. */
export type LimitStep = { left: number; right: number; y: number };

/**
 * A limit as level stretches from left to right, each as wide as its points reach; equal neighbours are one stretch,
 * and where there is no limit there is none.
 *
 * @param shares where the points lie from left to right, ascending
 * @param values one limit for each of them; null where there is none
 * @param ends where the first stretch may begin and the last may end
 */
export function limitSteps(
  shares: readonly number[],
  values: readonly (number | null)[],
  ends: { left: number; right: number },
): LimitStep[] {
  const steps: LimitStep[] = [];
  for (const [index, y] of values.entries()) {
    const at = shares[index];
    if (y === null || at === undefined) continue;
    const before = shares[index - 1];
    const after = shares[index + 1];
    const left = before === undefined ? ends.left : (before + at) / 2;
    const right = after === undefined ? ends.right : (at + after) / 2;
    const last = steps.at(-1);
    if (last && last.y === y && Math.abs(last.right - left) < 1e-9) last.right = right;
    else steps.push({ left, right, y });
  }
  return steps;
}
