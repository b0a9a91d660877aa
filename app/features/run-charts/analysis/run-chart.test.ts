import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseRunChart } from './run-chart';
import type { ChartOptions, PhaseAnalysis } from './types';

type Slot = number | null;

function onlyPhase(values: Slot[], options: ChartOptions = {}): PhaseAnalysis {
  const { phases } = analyseRunChart({ values }, options);
  const [phase] = phases;
  if (!phase || phases.length > 1) throw new Error(`expected one phase, found ${phases.length}`);
  return phase;
}

function runsOf({ useful, longestRun, crossings, runsSignal }: PhaseAnalysis) {
  return { useful, longestRun, crossings, runsSignal };
}

describe('analyseRunChart', () => {
  it('analyses a chart worked by hand', () => {
    // Sorted 1 2 3 4 4 5 6 7 8 9: median 4.5; signs - + + - - + - - + +.
    expect(analyseRunChart({ values: [3, 6, 8, 4, 1, 9, 4, 2, 7, 5] })).toEqual({
      y: [3, 6, 8, 4, 1, 9, 4, 2, 7, 5],
      phases: [
        {
          from: 0,
          to: 9,
          center: 4.5,
          points: 10,
          useful: 10,
          longestRun: 2,
          longestRunMax: 6,
          crossings: 5,
          crossingsMin: 2,
          runsSignal: false,
        },
      ],
    });
  });

  it('plots plain ratios and takes the median of the ratios, not the pooled ratio', () => {
    const { y, phases } = analyseRunChart({ numerators: [1, 30, 9], denominators: [4, 40, 10] });
    expect(y).toEqual([0.25, 0.75, 0.9]);
    expect(phases[0]?.center).toBe(0.75);
  });

  it('reads a missing numerator, a missing or zero denominator as missing, never as 0', () => {
    const chart = analyseRunChart({ numerators: [1, null, 3, 0, 0], denominators: [2, 4, null, 0, 5] });
    expect(chart.y).toEqual([0.5, null, null, null, 0]);
    expect(chart.phases[0]).toMatchObject({ points: 2, useful: 2, center: 0.25 });
  });

  it('lets a rate exceed 1', () => {
    expect(analyseRunChart({ numerators: [7], denominators: [2] }).y).toEqual([3.5]);
  });

  it('counts a point on the median in floating point as on it', () => {
    // Median (87.1 + 87.3) / 2 = 87.19999999999999 in doubles, from the first two.
    expect(runsOf(onlyPhase([87.1, 87.3, 87.2, 87.2], { freeze: 2 })).useful).toBe(2);
  });

  it('gives nothing for a constant, single or missing series', () => {
    const silent = {
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      runsSignal: false,
    };
    expect(onlyPhase([5, 5, 5, 5])).toEqual({ from: 0, to: 3, center: 5, points: 4, useful: 0, ...silent });
    expect(onlyPhase([5])).toEqual({ from: 0, to: 0, center: 5, points: 1, useful: 0, ...silent });
    expect(onlyPhase([null, null])).toEqual({
      from: 0,
      to: 1,
      center: null,
      points: 0,
      useful: 0,
      ...silent,
    });
    expect(analyseRunChart({ values: [] })).toEqual({ y: [], phases: [] });
  });

  it('freezes the median at the first slots, missing ones included, and applies rules to all', () => {
    const phase = onlyPhase([1, null, 3, 9, 9, 9, 9, 9, 9], { freeze: 3 });
    expect(phase).toMatchObject({
      from: 0,
      to: 8,
      center: 2,
      points: 8,
      useful: 8,
      longestRun: 7,
      crossings: 1,
    });
    expect(phase.longestRunMax).toBe(6);
    expect(phase.runsSignal).toBe(true);
    expect(onlyPhase([null, 1, 2], { freeze: 1 })).toMatchObject({ center: null, useful: 0 });
  });

  it('treats phases as separate charts, and ignores freeze beside them', () => {
    const before: Slot[] = [1, 2, 3, 2, null];
    const after: Slot[] = [11, 15, 12];
    const { phases } = analyseRunChart({ values: [...before, ...after] }, { phases: [5], freeze: 2 });
    expect(phases[0]).toEqual(onlyPhase(before));
    expect(phases[1]).toEqual({ ...onlyPhase(after), from: 5, to: 7 });
  });

  it('plots excluded points and leaves them out of everything else', () => {
    const { y, phases } = analyseRunChart({ values: [1, 2, 99, 3, 4] }, { exclude: [2, 77] });
    expect(y).toEqual([1, 2, 99, 3, 4]);
    expect(phases[0]).toMatchObject({ center: 2.5, points: 4, useful: 4, longestRun: 2, crossings: 1 });
  });

  it('changes nothing that it is given', () => {
    const values = [3, null, 1];
    const options = { phases: [2, 1], exclude: [0] };
    analyseRunChart({ values }, options);
    expect(values).toEqual([3, null, 1]);
    expect(options).toEqual({ phases: [2, 1], exclude: [0] });
  });

  it.each([
    ['NaN', { values: [1, NaN] }, /values\[1\] is NaN/],
    ['infinite', { values: [-Infinity] }, /values\[0\] is -Infinity/],
    ['negative numerator', { numerators: [-1], denominators: [2] }, /numerators\[0\] is -1/],
    ['negative denominator', { numerators: [1], denominators: [-2] }, /denominators\[0\] is -2/],
    ['infinite denominator', { numerators: [1], denominators: [Infinity] }, /denominators\[0\] is Infinity/],
    ['overflowing ratio', { numerators: [1e300], denominators: [1e-300] }, /is Infinity/],
    ['differing lengths', { numerators: [1, 2], denominators: [2] }, /differ in length: 2 and 1/],
  ])('rejects %s', (_, data, message) => {
    expect(() => analyseRunChart(data)).toThrow(RangeError);
    expect(() => analyseRunChart(data)).toThrow(message);
  });

  it('analyses 10,000 points', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);
    const phase = onlyPhase(values);
    expect(phase).toMatchObject({ points: 10_000, useful: 10_000, longestRunMax: 16, crossingsMin: 4917 });
    expect(phase.center).toBe(
      [...values]
        .sort((a, b) => a - b)
        .slice(4999, 5001)
        .reduce((a, b) => a + b) / 2,
    );
  });
});

const tenths = fc.integer({ min: -50, max: 50 }).map((value) => value / 10);
const series = fc.array(fc.option(tenths, { nil: null, freq: 6 }), { minLength: 1, maxLength: 40 });

describe('analyseRunChart on any series', () => {
  it('keeps its runs when mirrored', () => {
    fc.assert(
      fc.property(series, (values) => {
        const mirrored = onlyPhase(values.map((value) => (value === null ? null : 0 - value)));
        expect(runsOf(mirrored)).toEqual(runsOf(onlyPhase(values)));
      }),
    );
  });

  it('keeps its runs when shifted and scaled', () => {
    const scale = fc.integer({ min: 1, max: 1000 }).map((value) => value / 7);
    fc.assert(
      fc.property(series, scale, tenths, (values, factor, constant) => {
        const moved = onlyPhase(values.map((value) => (value === null ? null : factor * value + constant)));
        const { center } = onlyPhase(values);
        expect(runsOf(moved)).toEqual(runsOf(onlyPhase(values)));
        if (center === null) expect(moved.center).toBeNull();
        else expect(moved.center).toBeCloseTo(factor * center + constant, 8);
      }),
    );
  });

  it('keeps its runs when missing slots are added anywhere', () => {
    fc.assert(
      fc.property(series, fc.array(fc.nat({ max: 3 }), { minLength: 40, maxLength: 40 }), (values, gaps) => {
        const widened = values.flatMap((value, index) => [
          ...Array.from({ length: gaps[index] ?? 0 }, () => null),
          value,
        ]);
        expect({ ...onlyPhase(widened), to: 0 }).toEqual({ ...onlyPhase(values), to: 0 });
      }),
    );
  });

  it('keeps its runs when reversed', () => {
    fc.assert(
      fc.property(series, (values) => {
        expect(onlyPhase([...values].reverse())).toEqual(onlyPhase(values));
      }),
    );
  });

  it('is not frozen by a freeze at or beyond its end', () => {
    fc.assert(
      fc.property(series, fc.nat({ max: 10 }), (values, beyond) => {
        expect(onlyPhase(values, { freeze: values.length + beyond })).toEqual(onlyPhase(values));
      }),
    );
  });

  it('equals the chart without them when points are excluded', () => {
    fc.assert(
      fc.property(series, fc.uniqueArray(fc.nat({ max: 39 })), (values, exclude) => {
        const without = values.map((value, index) => (exclude.includes(index) ? null : value));
        expect(onlyPhase(values, { exclude })).toEqual(onlyPhase(without));
      }),
    );
  });

  it('splits into phases that are charts of their own', () => {
    fc.assert(
      fc.property(
        series,
        fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 5 }),
        (values, starts) => {
          for (const phase of analyseRunChart({ values }, { phases: starts }).phases) {
            const alone = onlyPhase(values.slice(phase.from, phase.to + 1));
            expect({ ...phase, from: 0, to: phase.to - phase.from }).toEqual(alone);
          }
        },
      ),
    );
  });
});
