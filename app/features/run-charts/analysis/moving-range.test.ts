import { describe, expect, it } from 'vitest';
import { meanMovingRange, movingRanges } from './moving-range';

describe('movingRanges', () => {
  it('has none on either side of a missing slot', () => {
    expect(movingRanges([1, 4, null, 9, 7, 7])).toEqual([3, 2, 0]);
    expect(movingRanges([null, 5, null])).toEqual([]);
  });
});

describe('meanMovingRange', () => {
  it('drops wide ranges once and averages again', () => {
    // Ranges 1 × 9, 19, 19: mean 47/11 = 4.27, and 3.267 times that is 13.96.
    const slots = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 20, 1];
    expect(meanMovingRange(slots, false)).toBeCloseTo(47 / 11, 12);
    expect(meanMovingRange(slots, true)).toBe(1);
  });

  it('keeps a range just below 3.267 times the mean', () => {
    // Ranges 1 × 9 and 4.04: mean 1.304, of which 4.04 is 3.10 times.
    const slots = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 5.04];
    expect(meanMovingRange(slots, true)).toBeCloseTo(1.304, 12);
    // Ranges 1 × 9 and 4.5: mean 1.35, of which 4.5 is 3.33 times.
    expect(meanMovingRange([...slots.slice(0, 10), 5.5], true)).toBe(1);
  });

  it('does not screen a second time', () => {
    // Ranges 1 × 20, 10, 100: mean 130/22 = 5.91, limit 19.3, so 100 goes; the rest averages 30/21 = 1.43,
    // whose limit of 4.67 would drop the 10.
    const slots = [...Array.from({ length: 21 }, (_, index) => index % 2), 10, 110];
    expect(meanMovingRange(slots, true)).toBeCloseTo(30 / 21, 12);
  });

  it('has no mean of nothing, and none of a constant series once screened', () => {
    expect(meanMovingRange([4], false)).toBeNull();
    expect(meanMovingRange([4, 4, 4], false)).toBe(0);
    expect(meanMovingRange([4, 4, 4], true)).toBeNull();
  });
});
