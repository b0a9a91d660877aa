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

describe('P chart', () => {
  it('pools the ratio, and gives every denominator its own limits, clipped to 0 and 1', () => {
    const { center, limits } = onlyPhase('p', { numerators: [2, 4, 3], denominators: [10, 20, 10] });
    expect(center).toBe(0.225);
    // √(0.225·0.775/10) = 0.132051126, √(0.225·0.775/20) = 0.093374247
    expectClose(limits.upper, [0.621153379, 0.505122741, 0.621153379]);
    expectClose(limits.upper95, [0.489102253, 0.411748494, 0.489102253]);
    expectClose(limits.lower, [0, 0, 0]);
    expectClose(limits.lower95, [0, 0.038251506, 0]);
    expect(onlyPhase('p', { numerators: [9, 9], denominators: [10, 10] }).limits.upper).toEqual([1, 1]);
  });

  it('never puts a point at a clipped limit outside', () => {
    const nearlyAll = { numerators: [...repeated(19, 10), 20], denominators: repeated(20, 11) };
    expect(onlyPhase('p', nearlyAll).outside).toEqual([]);
  });

  it('finds a point outside that an equal share of a smaller group is not', () => {
    const numerators = [...repeated(100, 10), 160, 8];
    const denominators = [...repeated(200, 10), 200, 10];
    expect(onlyPhase('p', { numerators, denominators }).outside).toEqual([10]);
  });

  it('has no limits where the denominator is missing or 0', () => {
    const { limits, center } = onlyPhase('p', {
      numerators: [5, null, 5, 0],
      denominators: [10, 10, null, 0],
    });
    expect(center).toBe(0.5);
    expect(limits.upper.map((limit) => limit === null)).toEqual([false, true, true, true]);
    expect(limits.lower95.map((limit) => limit === null)).toEqual([false, true, true, true]);
  });

  it('has no width when nobody or everybody is counted', () => {
    const nobody = onlyPhase('p', { numerators: [0, 0], denominators: [7, 9] });
    expect(nobody).toMatchObject({ center: 0, outside: [] });
    expect(nobody.limits.upper).toEqual([0, 0]);
    const everybody = onlyPhase('p', { numerators: [7, 9], denominators: [7, 9] });
    expect(everybody.limits.lower).toEqual([1, 1]);
  });
});

describe('p′ chart', () => {
  it('widens by the moving range of z, worked by hand', () => {
    // Equal denominators: σz·s is the mean moving range of y over 1.128; ranges 0.1, 0.05 and 0.
    const { center, limits } = onlyPhase('pPrime', {
      numerators: [10, 20, 15, 15],
      denominators: repeated(100, 4),
    });
    expect(center).toBe(0.15);
    const sigma = 0.05 / 1.128;
    expectClose(limits.upper, repeated(0.15 + 3 * sigma, 4));
    expectClose(limits.lower95, repeated(0.15 - 2 * sigma, 4));
  });

  it('scales its limits with the denominators by one σz', () => {
    const numerators = [40, 90, 35, 160];
    const denominators = [100, 200, 100, 400];
    const prime = onlyPhase('pPrime', { numerators, denominators }, { screenMovingRanges: false });
    const centre = 325 / 800;
    const error = (denominator: number) => Math.sqrt((centre * (1 - centre)) / denominator);
    const scores = [
      (0.4 - centre) / error(100),
      (0.45 - centre) / error(200),
      (0.35 - centre) / error(100),
      (0.4 - centre) / error(400),
    ];
    const ranges = scores.slice(1).map((score, index) => Math.abs(score - (scores[index] ?? NaN)));
    const sigmaZ = ranges.reduce((total, range) => total + range) / 3 / 1.128;
    expect(sigmaZ).toBeLessThan(1.5);
    expectClose(
      prime.limits.upper,
      denominators.map((denominator) => centre + 3 * sigmaZ * error(denominator)),
    );
  });

  it('equals the I chart wherever all denominators are equal, missing and excluded points included', () => {
    const slot = fc.option(fc.integer({ min: 40, max: 60 }), { nil: null, freq: 8 });
    const options = fc.record({
      exclude: fc.uniqueArray(fc.nat({ max: 29 }), { maxLength: 3 }),
      freeze: fc.integer({ min: 1, max: 40 }),
      // Screened, a range at the limit falls to either side of it by the last digit of the scaling.
      screenMovingRanges: fc.constant(false),
    });
    fc.assert(
      fc.property(fc.array(slot, { minLength: 2, maxLength: 30 }), options, (numerators, chartOptions) => {
        const denominators = numerators.map(() => 100);
        // A range at the screening limit falls on either side of it by the last digit of the scaling.
        const i = onlyPhase(
          'i',
          { numerators, denominators },
          { ...chartOptions, screenMovingRanges: false },
        );
        const data = { numerators, denominators };
        const prime = onlyPhase('pPrime', data, { ...chartOptions, screenMovingRanges: false });
        expect(prime.useful).toBe(i.useful);
        for (const [index, numerator] of numerators.entries()) {
          const upper = i.limits.upper[index] ?? null;
          if (numerator === null || upper === null) expect(prime.limits.upper[index]).toBeNull();
          else expect(prime.limits.upper[index]).toBeCloseTo(Math.min(1, upper), 9);
        }
      }),
    );
  });

  it('has no limits without variation to measure', () => {
    expect(onlyPhase('pPrime', { numerators: [0, 0], denominators: [5, 5] }).limits.upper).toEqual([
      null,
      null,
    ]);
    expect(onlyPhase('pPrime', { numerators: [2], denominators: [5] }).limits.upper).toEqual([null]);
  });
});

describe('U chart', () => {
  it('lets counts exceed opportunities, and clips at 0 only', () => {
    const { center, limits } = onlyPhase('u', { numerators: [2, 12], denominators: [10, 10] });
    expect(center).toBe(0.7);
    // √(0.7/10) = 0.264575131
    expectClose(limits.upper, [1.493725393, 1.493725393]);
    expectClose(limits.lower, [0, 0]);
    expectClose(limits.lower95, [0.170849738, 0.170849738]);
  });
});
