import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear, slipsAllowed, slipsBetween } from './typo-distance';

/** The textbook's table, whole, for comparison. */
function slowly(typed: string, word: string): number {
  const table = Array.from({ length: typed.length + 1 }, (_, row) =>
    Array.from({ length: word.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Infinity;
  for (let row = 1; row <= typed.length; row += 1)
    for (let column = 1; column <= word.length; column += 1) {
      const same = typed[row - 1] === word[column - 1] ? 0 : 1;
      const exchanged = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      const slips = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + same,
      );
      const line = table[row];
      if (line) line[column] = exchanged ? Math.min(slips, at(row - 2, column - 2) + 1) : slips;
    }
  return Math.min(...(table.at(-1) ?? []));
}

describe('slips', () => {
  it('are allowed by length: none, one from four letters, two from eight', () => {
    expect(['ab', 'abc', 'abcd', 'abcdefg', 'abcdefgh'].map(slipsAllowed)).toEqual([0, 0, 1, 1, 2]);
  });

  it.each([
    ['sentnce', 'sentence', 1],
    ['sentecne', 'sentence', 1],
    ['sentense', 'sentence', 1],
    ['ssentence', 'sentence', 1],
    ['kaliedoscope', 'kaleidoscope', 1],
    ['paragrpah', 'paragraphs', 1],
    ['frame', 'frames', 0],
    ['wriitng', 'reading', 2],
  ])('%s to %s: %i', (typed, word, slips) => {
    expect(slipsBetween(typed, word, 1)).toBe(slips);
  });

  it('forgive what is near, not what is short or far', () => {
    expect(isNear('sentnce', 'sentences')).toBe(true);
    expect(isNear('cat', 'car')).toBe(false);
    expect(isNear('writing', 'reading')).toBe(false);
    expect(isNear('conferance', 'conference')).toBe(true);
    expect(isNear('frame', 'framework')).toBe(true);
    expect(isNear('fram', 'frameworks')).toBe(false);
  });

  it('are those of the whole table, in any order of words', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, letters), { maxLength: 8 }),
        fc.integer({ min: 1, max: 2 }),
        (pairs, most) => {
          for (const [typed, word] of pairs) {
            const isComparable = word.length >= typed.length - most && word.length <= typed.length + most + 3;
            const expected = isComparable ? Math.min(slowly(typed, word), most + 1) : most + 1;
            expect(slipsBetween(typed, word, most), `${typed} ${word}`).toBe(expected);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
