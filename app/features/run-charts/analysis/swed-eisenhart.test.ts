import { describe, expect, it } from 'vitest';
import { expectedRuns } from './swed-eisenhart';

function combinations(from: number, chosen: number): bigint {
  if (chosen < 0 || chosen > from) return 0n;
  let result = 1n;
  for (let taken = 1; taken <= chosen; taken += 1) {
    result = (result * BigInt(from - chosen + taken)) / BigInt(taken);
  }
  return result;
}

/** Orders of ⌊n/2⌋ and n − ⌊n/2⌋ signs by number of runs, from the published formula. */
function ordersByRuns(useful: number): bigint[] {
  const a = Math.floor(useful / 2);
  const b = useful - a;
  return Array.from({ length: useful + 1 }, (_, runs) => {
    const k = Math.floor(runs / 2);
    if (k === 0) return 0n;
    const both = combinations(a - 1, k - 1) * combinations(b - 1, k - 1);
    if (runs % 2 === 0) return 2n * both;
    return (
      combinations(a - 1, k) * combinations(b - 1, k - 1) +
      combinations(a - 1, k - 1) * combinations(b - 1, k)
    );
  });
}

/** The first index from the left whose share of all orders, with those before it, exceeds 1/40. */
function firstOverOneInForty(orders: bigint[]): number {
  const all = orders.reduce((total, count) => total + count, 0n);
  let tail = 0n;
  return orders.findIndex((count) => (tail += count) * 40n > all);
}

function runsInBits(bits: number, length: number): number {
  let runs = 1;
  for (let bit = 1; bit < length; bit += 1) {
    if (((bits >> bit) & 1) !== ((bits >> (bit - 1)) & 1)) runs += 1;
  }
  return runs;
}

describe('expectedRuns', () => {
  it.each([
    [10, 3, 9],
    [20, 7, 15],
    [24, 8, 18],
    [30, 11, 21],
    [60, 24, 38],
  ])('of %i useful points are %i to %i', (useful, lower, upper) => {
    expect(expectedRuns(useful)).toEqual({ lower, upper });
  });

  it('agrees with whole-number arithmetic from 2 to 160 points, and at 1,001', () => {
    const sizes = [...Array.from({ length: 159 }, (_, index) => index + 2), 1001];
    for (const useful of sizes) {
      const orders = ordersByRuns(useful);
      const lower = firstOverOneInForty(orders);
      const upper = useful - firstOverOneInForty([...orders].reverse());
      expect(expectedRuns(useful), `${useful} points`).toEqual({ lower, upper });
    }
  });

  it.each([10, 11, 12, 13])('agrees with every order of %i signs written out', (useful) => {
    const orders = Array.from({ length: useful + 1 }, () => 0n);
    for (let bits = 0; bits < 2 ** useful; bits += 1) {
      const ones = bits.toString(2).replaceAll('0', '').length;
      if (ones !== Math.floor(useful / 2)) continue;
      const runs = runsInBits(bits, useful);
      orders[runs] = (orders[runs] ?? 0n) + 1n;
    }
    expect(orders).toEqual(ordersByRuns(useful));
    expect(expectedRuns(useful).lower).toBe(firstOverOneInForty(orders));
  });

  it('is centred near (n + 2) / 2 on long charts', () => {
    const { lower, upper } = expectedRuns(10_000);
    expect(Math.abs((lower + upper) / 2 - 5001)).toBeLessThanOrEqual(1);
    // 1.96 standard deviations of √n / 2 to either side.
    expect(Math.abs(upper - lower - 196)).toBeLessThanOrEqual(3);
  });

  it('hands out a range that a caller may change', () => {
    expectedRuns(10).lower = 99;
    expect(expectedRuns(10).lower).toBe(3);
  });
});
