import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDerivedSet } from './derived-sets';
import { reduceEquations } from './elimination';
import { exactly } from './exact-integers';

const any = { from: 0, steps: 1000 };

describe('a set that equations determine', () => {
  it('is found with its sum', () => {
    // x + y = 7 and x + y + z = 12: z is 5.
    const equations = [
      [1, 1, 0, 7],
      [1, 1, 1, 12],
    ];
    const single = findDerivedSet({
      ...any,
      equations,
      width: 3,
      wanted: ({ columns }) => columns.length === 1,
    });
    expect(single).toEqual({ kind: 'set', set: { columns: [2], total: 5 } });
    expect(findDerivedSet({ ...any, equations, width: 3, wanted: ({ total }) => total === 6 })).toEqual({
      kind: 'none',
    });
  });

  it('is found by halves', () => {
    const equations = [
      [1, 1, 0, 16],
      [0, 1, 1, 25],
      [1, 0, 1, 17],
    ];
    expect(findDerivedSet({ ...any, equations, width: 3, wanted: ({ total }) => total < 10 })).toEqual({
      ...{ kind: 'set', set: { columns: [0], total: 4 } },
    });
  });

  it('has none of the columns that are kept out', () => {
    const equations = [[1, 1, 8]];
    expect(findDerivedSet({ ...any, from: 1, equations, width: 2, wanted: () => true })).toEqual({
      kind: 'none',
    });
  });

  it('is none where the equations contradict each other', () => {
    const equations = [
      [1, 8],
      [1, 9],
    ];
    expect(findDerivedSet({ ...any, equations, width: 1, wanted: () => true })).toEqual({
      kind: 'contradiction',
    });
  });
});

describe('elimination', () => {
  it('goes on with big numbers where ordinary ones would round', () => {
    // A Hilbert-like matrix: its determinant leaves 53 bits on the way.
    const width = 9;
    const matrix = Array.from({ length: width }, (_, r) =>
      Array.from({ length: width + 1 }, (_, c) => (c === width ? r + 1 : (r + 2) ** (c + 1) % 1009)),
    );
    const seen: string[] = [];
    const rank = exactly<number>({
      run: (integers) => {
        seen.push(typeof integers.zero);
        return reduceEquations(matrix, width, integers).pivots.length;
      },
    });
    expect(seen).toEqual(['number', 'bigint']);
    expect(rank).toBe(width);
  });

  it('keeps the solution: a row times the true values is its own sum', () => {
    const row = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 });
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), values, (rows, truth) => {
        const times = (coefficients: number[]) =>
          coefficients.reduce((sum, value, place) => sum + value * (truth[place] ?? 0), 0);
        const reduced = exactly({
          run: (integers) => {
            const {
              contradictory,
              rows: all,
              pivots,
              one,
            } = reduceEquations(
              rows.map((each) => [...each, times(each)]),
              6,
              integers,
            );
            const plain = all.map((each) => each.map((value) => integers.ratio(value, integers.of(1))));
            return { contradictory, plain, pivots, one: integers.ratio(one, integers.of(1)) };
          },
        });
        expect(reduced.contradictory).toBe(false);
        reduced.plain.forEach((each, place) => {
          expect(times(each.slice(0, 6)) - (each[6] ?? 0)).toBe(0);
          reduced.plain.forEach((other, at) => {
            expect(Math.abs(other[reduced.pivots[place] ?? -1] ?? 0)).toBe(at === place ? reduced.one : 0);
          });
        });
      }),
    );
  });
});
