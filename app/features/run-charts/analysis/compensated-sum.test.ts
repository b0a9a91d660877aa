import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedMean, compensatedSum } from './compensated-sum';

describe('compensatedSum', () => {
  it('keeps what plain addition loses', () => {
    expect(1 + 1e100 + 1 - 1e100).toBe(0);
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(compensatedSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('gives the same sum in any order', () => {
    const terms = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 50 });
    fc.assert(
      fc.property(terms, (values) => {
        const forwards = compensatedSum(values);
        expect(Math.abs(forwards - compensatedSum([...values].reverse()))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});

describe('compensatedMean', () => {
  it('has no mean of nothing', () => {
    expect(compensatedMean([])).toBeNull();
  });

  it('does not overflow where the mean does not', () => {
    expect(compensatedMean([1.5e308, 1.5e308])).toBe(1.5e308);
  });
});
