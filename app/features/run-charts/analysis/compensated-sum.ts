/**
 * Sum of finite numbers with the rounding error of every addition carried along, so that the order of
 * the terms and their number leave at most the last digit in doubt.
 *
 * Source: Neumaier 1974, ZAMM 54:39 (improved Kahan–Babuška summation).
 */
export function compensatedSum(terms: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Mean of finite numbers by compensated sum, in their unit; null when there is none. */
export function compensatedMean(terms: readonly number[]): number | null {
  if (terms.length === 0) return null;
  const mean = compensatedSum(terms) / terms.length;
  // The sum of numbers near the largest double overflows where their mean does not.
  return Number.isFinite(mean) ? mean : compensatedSum(terms.map((term) => term / terms.length));
}
