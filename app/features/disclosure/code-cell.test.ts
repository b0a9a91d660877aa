import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeCell, possibleCounts, wholePercent } from './code-cell';

describe('rule 1: few students', () => {
  it.each([
    [0, 0, 'zero', 'no students'],
    [1, 0, 'hidden', '*'],
    [1, 1, 'hidden', '*'],
    [6, 3, 'hidden', '*'],
    [9, 5, 'hidden', '*'],
    [10, 5, 'published', '50%'],
  ])('%i students, %i of them: %s', (n, k, state, show) =>
    expect(codeCell({ n, k })).toEqual({ state, show }),
  );

  it('may be raised, never lowered', () => {
    expect(codeCell({ n: 14, k: 7 }, { minimum: 15 }).state).toBe('hidden');
    expect(codeCell({ n: 15, k: 7 }, { minimum: 15 }).state).toBe('published');
    expect(codeCell({ n: 9, k: 4 }, { minimum: 5 }).state).toBe('hidden');
    expect(codeCell({ n: 9, k: 4 }, { minimum: -1 }).state).toBe('hidden');
    expect(() => codeCell({ n: 9, k: 4 }, { minimum: Number.NaN })).toThrow(RangeError);
  });
});

describe('rule 2: extreme shares are coded by the exact share', () => {
  it.each([
    // 10 to 19 students: 20 and 80 percent themselves are published.
    [10, 1, '<20%'],
    [10, 2, '20%'],
    [10, 8, '80%'],
    [10, 9, '>80%'],
    [15, 3, '20%'],
    [19, 3, '<20%'], // 15.8
    [19, 4, '21%'],
    [19, 15, '79%'],
    [19, 16, '>80%'], // 84.2
    // 20 to 39: 10 and 90.
    [20, 1, '<10%'],
    [20, 2, '10%'],
    [20, 3, '15%'],
    [20, 18, '90%'],
    [20, 19, '>90%'],
    [39, 3, '<10%'], // 7.7
    [39, 4, '10%'], // 10.26
    [39, 36, '>90%'], // 92.3
    // 40 and more: 5 and 95.
    [40, 1, '<5%'],
    [40, 2, '5%'],
    [40, 38, '95%'],
    [40, 39, '>95%'],
    // 0.9496 rounds to 95 and is within; 0.951 rounds to 95 and is not.
    [10_000, 9_496, '95%'],
    [1_000, 951, '>95%'],
    [1_000, 49, '<5%'],
    [24, 0, '<10%'],
    [24, 24, '>90%'],
  ])('%i students, %i of them: %s', (n, k, show) => expect(codeCell({ n, k }).show).toBe(show));

  it.each([
    [8, 5, 63], // 62.5 goes up
    [40, 5, 13], // 12.5 goes up
    [200, 25, 13], // 12.5 goes up
    [200, 29, 15], // 14.5 goes up; 0.145 * 100 is a little less in floating point
    [16, 10, 63],
    [11, 5, 45], // 45.45
    [11, 6, 55], // 54.55
  ])('the whole percent of %i students, %i of them, is %i', (n, k, percent) =>
    expect(wholePercent({ n, k })).toBe(percent),
  );

  it.each([
    [5, 6],
    [-1, 0],
    [5, -1],
    [10.5, 2],
    [10, 2.5],
    [Number.NaN, 0],
    [Infinity, 0],
  ])('%d students, %d of them, cannot be', (n, k) => expect(() => codeCell({ n, k })).toThrow(RangeError));

  it('shows no percent of fewer than ten, and no percent outside the middle', () => {
    const counted = fc.nat(200).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));
    fc.assert(
      fc.property(counted, ({ n, k }) => {
        const { state, show } = codeCell({ n, k });
        const share = k / n;
        const edge = n < 20 ? 0.2 : n < 40 ? 0.1 : 0.05;
        if (n === 0) expect(show).toBe('no students');
        else if (n < 10) expect(show).toBe('*');
        else if (share < edge - 1e-12) expect(show).toBe(`<${edge * 100}%`);
        else if (share > 1 - edge + 1e-12) expect(show).toBe(`>${100 - edge * 100}%`);
        else expect(state).toBe('published');
      }),
    );
  });
});

describe('the counts a reader can think possible', () => {
  it.each([
    // 63 of 100: exact. 20 % of 15: 3. Of 300 students 5 % is 13.5 to 16.4, and 15 at least, or it would be coded.
    [{ n: 100, k: 63 }, 63, 63],
    [{ n: 15, k: 3 }, 3, 3],
    [{ n: 300, k: 15 }, 15, 16],
    [{ n: 1000, k: 500 }, 495, 504],
    [{ n: 10, k: 0 }, 0, 1],
    [{ n: 39, k: 39 }, 36, 39],
    [{ n: 40, k: 1 }, 0, 1],
    [{ n: 6, k: 2 }, 0, 6],
    [{ n: 0, k: 0 }, 0, 0],
  ])('%o: from %i to %i', (cell, low, high) =>
    expect(possibleCounts(cell, codeCell(cell).state)).toEqual({ low, high }),
  );

  it('are all those that show the same, and no others', () => {
    const counted = fc
      .integer({ min: 1, max: 130 })
      .chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }));
    fc.assert(
      fc.property(counted, (cell) => {
        const shown = codeCell(cell);
        const same = Array.from({ length: cell.n + 1 }, (_, k) => k).filter(
          (k) => codeCell({ n: cell.n, k }).show === shown.show,
        );
        expect(possibleCounts(cell, shown.state)).toEqual({ low: same[0], high: same.at(-1) });
      }),
    );
  });
});
