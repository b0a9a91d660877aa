import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSlack, medianOf, sideBeyondLimits, sideOfLine } from './centre-line';

describe('sideOfLine', () => {
  it('puts 87.2 on the median of 87.1 and 87.3, which floating point makes 87.19999999999999', () => {
    const median = medianOf([87.1, 87.3]);
    expect(median).toBe(87.19999999999999);
    expect(87.2 > (median ?? NaN)).toBe(true);
    expect(sideOfLine(87.2, median ?? NaN)).toBeNull();
  });

  it('has a slack of 1e-12 near 0 and of 1e-12 of the line beyond 1', () => {
    expect(lineSlack(0.2)).toBe(1e-12);
    expect(lineSlack(-2000)).toBe(2e-9);
    expect(sideOfLine(1e-12, 0)).toBeNull();
    expect(sideOfLine(1.01e-12, 0)).toBe('above');
    expect(sideOfLine(-1.01e-12, 0)).toBe('below');
    expect(sideOfLine(1000 + 0.9e-9, 1000)).toBeNull();
    expect(sideOfLine(1000 + 1.2e-9, 1000)).toBe('above');
  });
});

describe('sideBeyondLimits', () => {
  it('counts only points strictly beyond a limit that exists', () => {
    expect(sideBeyondLimits(10, 0, 10)).toBeNull();
    expect(sideBeyondLimits(10 + 1e-12, 0, 10)).toBeNull();
    expect(sideBeyondLimits(10.001, 0, 10)).toBe('above');
    expect(sideBeyondLimits(-0.001, 0, 10)).toBe('below');
    expect(sideBeyondLimits(99, null, null)).toBeNull();
  });
});

describe('medianOf', () => {
  it('takes the middle, or the mean of the middle two, in numeric order', () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([7])).toBe(7);
    expect(medianOf([10, 9, 100])).toBe(10);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([-1.5e308, 1.5e308, 1.5e308, 1.5e308])).toBe(1.5e308);
  });

  it('leaves as many values above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const median = medianOf(values) ?? NaN;
        const half = values.length / 2;
        expect(values.filter((value) => value < median).length).toBeLessThanOrEqual(half);
        expect(values.filter((value) => value > median).length).toBeLessThanOrEqual(half);
      }),
    );
  });
});
