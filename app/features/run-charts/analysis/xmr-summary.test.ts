import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseXmr } from './xmr-summary';

type Slot = number | null;

/** Mean 10, ranges 2: limits 10 ± 5.32, two sigmas 10 ± 3.546. */
const steady = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 9 : 11));
const increase = { improvement: 'increase' } as const;

describe('summariseXmr', () => {
  it('has limits of 2.66 mean moving ranges, unscreened', () => {
    const summary = summariseXmr(steady, increase);
    expect(summary.points).toBe(20);
    expect(summary.mean).toBe(10);
    expect(summary.limits?.lower).toBeCloseTo(4.68, 12);
    expect(summary.limits?.upper).toBeCloseTo(15.32, 12);
    expect(summary.limits?.upper2Sigma).toBeCloseTo(10 + (2 * 5.32) / 3, 12);
    expect(summary.variation).toBe('common_cause');
    expect(summary.flags.every((flag) => flag.variation === 'common_cause')).toBe(true);
    const spiked = [...steady, 60];
    // Nineteen ranges of 2 and one of 49.
    expect(summariseXmr(spiked, increase).limits?.upper).toBeCloseTo(260 / 21 + 2.66 * (87 / 20), 10);
  });

  it('says nothing below 13 points, missing ones not counted', () => {
    const summary = summariseXmr([...steady.slice(0, 12), null], { ...increase, target: 3 });
    expect(summary).toMatchObject({ points: 12, mean: null, limits: null, variation: null, assurance: null });
    expect(summary.flags).toHaveLength(13);
    expect(summary.flags[0]).toEqual({
      outside: null,
      trend: null,
      twoOfThree: null,
      shift: null,
      variation: null,
    });
    expect(summariseXmr([...steady.slice(0, 13), null], increase).mean).not.toBeNull();
  });

  it('classes a last point beyond a limit by side and wanted change', () => {
    const high = [...steady, 60];
    const low = [...steady, -40];
    expect(summariseXmr(high, increase).variation).toBe('improvement_high');
    expect(summariseXmr(low, increase).variation).toBe('concern_low');
    expect(summariseXmr(high, { improvement: 'decrease' }).variation).toBe('concern_high');
    expect(summariseXmr(low, { improvement: 'decrease' }).variation).toBe('improvement_low');
    expect(summariseXmr(high, { improvement: 'neutral' }).variation).toBe('neutral_high');
    expect(summariseXmr([...high, null], increase).variation).toBe('improvement_high');
    expect(summariseXmr([...high, null], increase).flags.at(-1)?.variation).toBeNull();
  });

  it('flags a shift of 7, or of 6 when asked, over missing points', () => {
    const ups: Slot[] = [11, 11.5, 11, null, 11.5, 11, 11.5];
    const values = [...steady, ...Array.from({ length: 7 }, (_, index) => 9 - (index % 2)), ...ups];
    const sevenPoints = summariseXmr(values, increase);
    expect(sevenPoints.flags.slice(20, 27).map((flag) => flag.shift)).toEqual(
      Array.from({ length: 7 }, () => 'below'),
    );
    expect(sevenPoints.flags.at(-1)?.shift).toBeNull();
    expect(sevenPoints.variation).toBe('common_cause');
    const sixPoints = summariseXmr(values, { ...increase, pointsForRule: 6 });
    expect(sixPoints.flags.slice(-7).map((flag) => flag.shift)).toEqual([
      'above',
      'above',
      'above',
      null,
      'above',
      'above',
      'above',
    ]);
    expect(sixPoints.variation).toBe('improvement_high');
  });

  it('breaks a shift at a point on the mean', () => {
    const up = [11, 12, 11];
    const down = [9, 8, 9];
    const values = [...up, 10, ...up, 11, 9, ...down, 10, ...down];
    const summary = summariseXmr(values, { ...increase, pointsForRule: 6 });
    expect(summary.mean).toBe(10);
    expect(summary.flags.every((flag) => flag.shift === null)).toBe(true);
  });

  it('flags a strict trend by its direction, on either side of the mean, and breaks it at ties', () => {
    const rising = [...steady, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7];
    const summary = summariseXmr(rising, increase);
    expect(summary.flags.slice(20).map((flag) => flag.trend)).toEqual(Array.from({ length: 7 }, () => 'up'));
    expect(summary.flags[26]?.shift).toBe('below');
    expect(summary.variation).toBe('improvement_high');
    const tied = [...steady, 8.1, 8.2, 8.3, 8.3, 8.4, 8.5, 8.6, 8.7];
    expect(summariseXmr(tied, increase).flags.every((flag) => flag.trend === null)).toBe(true);
  });

  it('flags two of three points beyond two sigmas on one side, and only those', () => {
    // Sides of the last five: beyond two sigmas, inside, beyond, inside, inside.
    const values = [...steady, ...steady, 15, 10, 15, 9, 11];
    const { flags, limits } = summariseXmr(values, increase);
    expect(limits?.upper).toBeGreaterThan(15);
    expect(limits?.upper2Sigma).toBeLessThan(15);
    expect(flags.slice(-6).map((flag) => flag.twoOfThree)).toEqual([
      null,
      'above',
      null,
      'above',
      null,
      null,
    ]);
    const apart = [...steady, ...steady, 15, 10, 9, 15, 9];
    expect(summariseXmr(apart, increase).flags.every((flag) => flag.twoOfThree === null)).toBe(true);
    const opposite = [...steady, ...steady, 15.2, 5, 10, 9];
    expect(summariseXmr(opposite, increase).flags.every((flag) => flag.twoOfThree === null)).toBe(true);
  });

  it('does not count a point beyond three sigmas toward two of three', () => {
    const values = [...steady, ...steady, 15, 17, 10];
    const { flags, limits } = summariseXmr(values, increase);
    expect(limits?.upper).toBeLessThan(17);
    expect(limits?.upper2Sigma).toBeLessThan(15);
    expect(flags.every((flag) => flag.twoOfThree === null)).toBe(true);
    expect(flags.at(-2)?.outside).toBe('above');
  });

  it.each([
    [4, 'consistent_pass', 'consistent_fail'],
    [4.68, 'consistent_pass', 'consistent_fail'],
    [4.7, 'inconsistent', 'inconsistent'],
    [15.3, 'inconsistent', 'inconsistent'],
    [15.32, 'consistent_fail', 'consistent_pass'],
    [16, 'consistent_fail', 'consistent_pass'],
  ])('assures a target of %d: increase %s, decrease %s', (target, wantedHigh, wantedLow) => {
    expect(summariseXmr(steady, { improvement: 'increase', target }).assurance).toBe(wantedHigh);
    expect(summariseXmr(steady, { improvement: 'decrease', target }).assurance).toBe(wantedLow);
    expect(summariseXmr(steady, { improvement: 'neutral', target }).assurance).toBeNull();
  });

  it('assures nothing without a target, and a constant series on its target passes', () => {
    expect(summariseXmr(steady, increase).assurance).toBeNull();
    expect(summariseXmr(steady, { ...increase, target: null }).assurance).toBeNull();
    const constant = Array.from({ length: 13 }, () => 0.1);
    const summary = summariseXmr(constant, { ...increase, target: 0.1 });
    expect(summary).toMatchObject({ variation: 'common_cause', assurance: 'consistent_pass' });
  });

  it('has a mean and no limits where no two points are neighbours', () => {
    const gaps: Slot[] = steady.flatMap((value) => [value, null]);
    expect(summariseXmr(gaps, { ...increase, target: 1 })).toMatchObject({
      mean: 10,
      limits: null,
      assurance: null,
      variation: 'common_cause',
    });
  });

  it('rejects numbers that are not finite', () => {
    expect(() => summariseXmr([NaN], increase)).toThrow(RangeError);
    expect(() => summariseXmr(steady, { ...increase, target: Infinity })).toThrow(/target/);
  });

  it('swaps high and low when values, target and wanted change are mirrored', () => {
    const series = fc.array(fc.option(fc.integer({ min: -20, max: 20 }), { nil: null, freq: 8 }), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(series, fc.integer({ min: -30, max: 30 }), (values, target) => {
        const summary = summariseXmr(values, { improvement: 'increase', target });
        const mirrored = summariseXmr(
          values.map((value) => (value === null ? null : 0 - value)),
          { improvement: 'decrease', target: 0 - target },
        );
        const swapped =
          summary.variation?.replace(/high|low/, (word) => (word === 'high' ? 'low' : 'high')) ?? null;
        expect(mirrored.variation).toBe(swapped);
        expect(mirrored.assurance).toBe(summary.assurance);
      }),
    );
  });
});
