import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestPhases } from './phase-suggestion';

const repeated = (value: number, length: number) => Array.from({ length }, () => value);

describe('suggestPhases', () => {
  it('starts a phase at the first of nine points on one side, with the median of these nine', () => {
    const values = [...repeated(5, 13), 6, 7, 8, 9, 10, 11, 12, 13, 14, 99];
    expect(suggestPhases(values)).toEqual([
      { from: 0, to: 12, median: 5 },
      { from: 13, to: 22, median: 10 },
    ]);
  });

  it('leaves one phase at eight points, or too few rows', () => {
    expect(suggestPhases([...repeated(5, 13), ...repeated(9, 8), 1])).toEqual([
      { from: 0, to: 21, median: 5 },
    ]);
    const short = [...repeated(5, 12), ...repeated(9, 9)];
    expect(suggestPhases(short)).toEqual([{ from: 0, to: 20, median: 5 }]);
  });

  it('does not count baseline rows toward a run', () => {
    const values = [...repeated(1, 7), ...repeated(9, 6), ...repeated(9, 8), 0];
    expect(suggestPhases(values)).toEqual([{ from: 0, to: 21, median: 1 }]);
  });

  it('skips missing points and points on the median', () => {
    const values = [...repeated(5, 13), 5, null, 9, 9, 9, 5, 9, null, 9, 9, 9, 9, 9, 9];
    expect(suggestPhases(values)).toEqual([
      { from: 0, to: 14, median: 5 },
      { from: 15, to: 26, median: 9 },
    ]);
  });

  it('tests later points of the same run against the new median, and goes on from there', () => {
    const values = [...repeated(5, 13), ...repeated(9, 9), ...repeated(7, 9), ...repeated(8, 9)];
    expect(suggestPhases(values)).toEqual([
      { from: 0, to: 12, median: 5 },
      { from: 13, to: 21, median: 9 },
      { from: 22, to: 30, median: 7 },
      { from: 31, to: 39, median: 8 },
    ]);
  });

  it('passes over runs on the side that is not wanted', () => {
    const values = [...repeated(5, 13), ...repeated(1, 9), ...repeated(9, 9)];
    expect(suggestPhases(values, { side: 'above' })).toEqual([
      { from: 0, to: 21, median: 5 },
      { from: 22, to: 30, median: 9 },
    ]);
    expect(suggestPhases(values, { side: 'below' })).toEqual([
      { from: 0, to: 12, median: 5 },
      { from: 13, to: 30, median: 1 },
    ]);
    expect(suggestPhases(values, { side: 'either' }).map((phase) => phase.from)).toEqual([0, 13, 22]);
  });

  it('takes other lengths of baseline and run', () => {
    expect(suggestPhases([1, 2, 3, 9, 8], { baseline: 3, runLength: 2 })).toEqual([
      { from: 0, to: 2, median: 2 },
      { from: 3, to: 4, median: 8.5 },
    ]);
  });

  it('suggests nothing without a baseline', () => {
    expect(suggestPhases([])).toEqual([]);
    expect(suggestPhases([...Array.from({ length: 13 }, () => null), ...repeated(5, 20)])).toEqual([]);
  });

  it('rejects numbers that are not finite and lengths that are not whole', () => {
    expect(() => suggestPhases([NaN])).toThrow(RangeError);
    expect(() => suggestPhases([1], { baseline: 0 })).toThrow(/baseline is 0/);
    expect(() => suggestPhases([1], { runLength: 1.5 })).toThrow(/runLength is 1.5/);
  });

  it('covers every row once, and keeps its phases when shifted', () => {
    const series = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 8 }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(series, fc.constantFrom('above', 'below', 'either'), (values, side) => {
        const options = { baseline: 4, runLength: 3, side };
        const phases = suggestPhases(values, options);
        if (phases.length > 0) {
          expect(phases.map((phase) => phase.from)).toEqual([
            0,
            ...phases.slice(0, -1).map((phase) => phase.to + 1),
          ]);
          expect(phases.at(-1)?.to).toBe(values.length - 1);
        }
        const shifted = values.map((value) => (value === null ? null : value + 100));
        expect(suggestPhases(shifted, options)).toEqual(
          phases.map((phase) => ({ ...phase, median: phase.median + 100 })),
        );
      }),
    );
  });
});
