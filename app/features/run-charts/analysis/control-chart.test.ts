import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseControlChart } from './control-chart';
import type { ControlChartKind, ControlChartOptions, Observations } from './types';

/** The chart's only phase, with limits and points outside. */
function onlyPhase(kind: ControlChartKind, data: Observations, options: ControlChartOptions = {}) {
  const { phases } = analyseControlChart(kind, data, options);
  const [phase] = phases;
  if (!phase?.limits || !phase.outside || phases.length > 1)
    throw new Error('expected one phase with limits');
  return { ...phase, limits: phase.limits, outside: phase.outside };
}

function expectClose(limits: (number | null)[], expected: (number | null)[]): void {
  expect(limits.length).toBe(expected.length);
  for (const [index, limit] of expected.entries()) {
    if (limit === null) expect(limits[index], `limit ${index}`).toBeNull();
    else expect(limits[index], `limit ${index}`).toBeCloseTo(limit, 9);
  }
}

const repeated = (value: number, length: number) => Array.from({ length }, () => value);

describe('I chart', () => {
  it('has limits of three mean moving ranges over 1.128', () => {
    // Ranges 2 1 3 1: mean 1.75.
    const { center, limits, outside, points } = onlyPhase('i', { values: [1, 3, 2, 5, 4] });
    const sigma = 1.75 / 1.128;
    expect(center).toBe(3);
    expect(points).toBe(5);
    expectClose(limits.upper, repeated(3 + 3 * sigma, 5));
    expectClose(limits.lower, repeated(3 - 3 * sigma, 5));
    expectClose(limits.upper95, repeated(3 + 2 * sigma, 5));
    expectClose(limits.lower95, repeated(3 - 2 * sigma, 5));
    expect(outside).toEqual([]);
  });

  it('screens moving ranges unless told not to, and keeps the centre', () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 20, 1];
    const screened = onlyPhase('i', { values });
    const unscreened = onlyPhase('i', { values }, { screenMovingRanges: false });
    expect(screened.center).toBeCloseTo(26 / 12, 12);
    expect(unscreened.center).toBe(screened.center);
    expectClose(screened.limits.upper, repeated(26 / 12 + 3 / 1.128, 12));
    expectClose(unscreened.limits.upper, repeated(26 / 12 + (3 * 47) / 11 / 1.128, 12));
    expect(screened.outside).toEqual([10]);
    expect(unscreened.outside).toEqual([10]);
  });

  it('breaks moving ranges at missing points, and draws limits over them', () => {
    const { center, limits } = onlyPhase('i', { values: [1, null, 3, 4] }, { screenMovingRanges: false });
    expect(center).toBeCloseTo(8 / 3, 12);
    expectClose(limits.upper, repeated(8 / 3 + 3 / 1.128, 4));
  });

  it('bridges excluded points, and still tests them', () => {
    const { center, limits, outside, ...runs } = onlyPhase('i', { values: [1, 100, 3, 4] }, { exclude: [1] });
    expect(center).toBeCloseTo(8 / 3, 12);
    expect(runs).toMatchObject({ points: 3, useful: 3, longestRun: 2, crossings: 1 });
    expectClose(limits.upper, repeated(8 / 3 + (3 * 1.5) / 1.128, 4));
    expect(outside).toEqual([1]);
  });

  it('has a centre but no limits at one point, or constant and screened', () => {
    const none = (length: number) => {
      const nulls = Array.from({ length }, () => null);
      return { lower: nulls, upper: nulls, lower95: nulls, upper95: nulls };
    };
    expect(onlyPhase('i', { values: [7] })).toMatchObject({ center: 7, limits: none(1), outside: [] });
    expect(onlyPhase('i', { values: [7, 7, 7] })).toMatchObject({ center: 7, limits: none(3), outside: [] });
    expect(onlyPhase('i', { values: [null, null] })).toMatchObject({ center: null, limits: none(2) });
    const unscreened = onlyPhase('i', { values: [7, 7] }, { screenMovingRanges: false });
    expect(unscreened.limits.upper).toEqual([7, 7]);
  });

  it('takes the mean of ratios when it plots ratios, and may go below 0', () => {
    const { center, limits } = onlyPhase('i', { numerators: [1, 30, 9], denominators: [4, 40, 10] });
    expect(center).toBeCloseTo((0.25 + 0.75 + 0.9) / 3, 12);
    expect(limits.lower[0]).toBeLessThan(0);
  });

  it('freezes centre and limits at the first slots and tests all points', () => {
    const frozen = onlyPhase('i', { values: [1, 3, 2, 50, 60] }, { freeze: 3 });
    expect(frozen.center).toBe(2);
    expectClose(frozen.limits.upper, repeated(2 + (3 * 1.5) / 1.128, 5));
    expect(frozen.outside).toEqual([3, 4]);
    expect(frozen.points).toBe(5);
  });

  it('gives each phase its own limits, and outside as chart indices', () => {
    const first = [1, 3, 2, 5, 4];
    const second = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 20, 1];
    const { phases } = analyseControlChart(
      'i',
      { values: [...first, ...second] },
      { phases: [5], freeze: 2 },
    );
    expect(phases[0]).toEqual(onlyPhase('i', { values: first }));
    expect(phases[1]).toEqual({ ...onlyPhase('i', { values: second }), from: 5, to: 16, outside: [15] });
  });
});

describe('C chart', () => {
  it('has limits of three square roots of the mean, clipped at 0', () => {
    const { center, limits, outside } = onlyPhase('c', { values: [4, 6, 2, 4, 4] });
    expect(center).toBe(4);
    expect(limits).toEqual({
      lower: repeated(0, 5),
      upper: repeated(10, 5),
      lower95: repeated(0, 5),
      upper95: repeated(8, 5),
    });
    expect(outside).toEqual([]);
  });

  it('does not count a point on a limit as outside', () => {
    const frozen = { freeze: 2 };
    expect(onlyPhase('c', { values: [4, 4, 10] }, frozen).outside).toEqual([]);
    expect(onlyPhase('c', { values: [4, 4, 11] }, frozen).outside).toEqual([2]);
  });

  it('plots numerators when it is given ratios', () => {
    const chart = analyseControlChart('c', { numerators: [4, 6, 2], denominators: [10, 10, null] });
    expect(chart.y).toEqual([4, 6, null]);
    expect(chart.phases[0]?.center).toBe(5);
  });
});

describe('analyseControlChart', () => {
  it.each<[string, ControlChartKind, Observations, RegExp]>([
    [
      'p beyond all',
      'p',
      { numerators: [1, 3], denominators: [2, 2] },
      /numerators\[1\] is 3.* denominator 2/,
    ],
    ['pPrime beyond all', 'pPrime', { numerators: [3], denominators: [2] }, /numerators\[0\] is 3/],
    ['p of plain values', 'p', { values: [1] }, /a p chart needs numerators/],
    ['u of plain values', 'u', { values: [1] }, /a u chart needs numerators/],
    ['a negative count', 'c', { values: [1, -1] }, /values\[1\] is -1/],
    ['NaN', 'i', { values: [NaN] }, /values\[0\] is NaN/],
    ['a negative numerator', 'u', { numerators: [-1], denominators: [2] }, /numerators\[0\] is -1/],
    ['differing lengths', 'u', { numerators: [1], denominators: [] }, /differ in length/],
  ])('rejects %s', (_, kind, data, message) => {
    expect(() => analyseControlChart(kind, data)).toThrow(RangeError);
    expect(() => analyseControlChart(kind, data)).toThrow(message);
  });

  it('analyses runs about its own centre, not the median', () => {
    // Mean 4, median 1.
    expect(onlyPhase('i', { values: [1, 1, 1, 1, 16] })).toMatchObject({
      useful: 5,
      longestRun: 4,
      crossings: 1,
    });
  });

  const kinds = fc.constantFrom<ControlChartKind>('i', 'p', 'pPrime', 'u', 'c');
  const pair = fc.integer({ min: 0, max: 30 }).chain((denominator) => {
    const numerator = fc.integer({ min: 0, max: denominator });
    return fc.tuple(fc.option(numerator, { nil: null }), fc.option(fc.constant(denominator), { nil: null }));
  });
  const ratios = fc.array(pair, { minLength: 1, maxLength: 30 }).map((pairs) => ({
    numerators: pairs.map(([numerator]) => numerator),
    denominators: pairs.map(([, denominator]) => denominator),
  }));

  it('is not frozen by a freeze at or beyond its end', () => {
    fc.assert(
      fc.property(kinds, ratios, fc.nat({ max: 5 }), (kind, data, beyond) => {
        const freeze = data.numerators.length + beyond;
        expect(onlyPhase(kind, data, { freeze })).toEqual(onlyPhase(kind, data));
      }),
    );
  });

  it('keeps limits in order about the centre, finite, one per slot', () => {
    fc.assert(
      fc.property(kinds, ratios, (kind, data) => {
        const { limits, center } = onlyPhase(kind, data);
        const slots = data.numerators.length;
        for (const line of [limits.lower, limits.lower95, limits.upper95, limits.upper]) {
          expect(line.length).toBe(slots);
        }
        for (let index = 0; index < slots; index += 1) {
          const ordered = [limits.lower, limits.lower95, limits.upper95, limits.upper].map(
            (line) => line[index],
          );
          const present = ordered.filter((limit) => limit !== null && limit !== undefined);
          expect([0, 4]).toContain(present.length);
          expect(present).toEqual([...present].sort((one, other) => one - other));
          if (present.length === 0 || center === null) continue;
          expect(present[0]).toBeLessThanOrEqual(center);
          expect(present[3]).toBeGreaterThanOrEqual(center);
        }
      }),
    );
  });

  it('analyses 10,000 points of every kind', () => {
    const denominators = Array.from({ length: 10_000 }, (_, index) => 20 + (index % 7));
    const numerators = denominators.map((denominator, index) => (index * 31) % denominator);
    for (const kind of ['i', 'p', 'pPrime', 'u', 'c'] as const) {
      const { limits, points } = onlyPhase(kind, { numerators, denominators });
      expect(points).toBe(10_000);
      expect(limits.upper.every((limit) => limit !== null)).toBe(true);
    }
  });
});
