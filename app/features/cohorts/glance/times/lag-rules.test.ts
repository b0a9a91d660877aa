import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lagStretches, lagWords, medianLag, middleWords } from './lag-rules';

describe('how soon numbers are in', () => {
  it('is the middle of all of them', () => {
    const counts = [
      { days: 9, n: 1 },
      { days: 0, n: 3 },
      { days: 2, n: 3 },
    ];
    expect(medianLag(counts)).toEqual({ days: 2, numbers: 7 });
    expect(medianLag([])).toBeNull();
    expect([middleWords(0), middleWords(2)]).toEqual([
      'were logged on their own day',
      'were logged within 2 days',
    ]);
    expect([lagWords(0), lagWords(1), lagWords(2)]).toEqual(['the same day', '1 day', '2 days']);
  });

  it('has at least half of the numbers by then, and every number in one stretch', () => {
    const counts = fc.array(
      fc.record({ days: fc.integer({ min: -7, max: 60 }), n: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(counts, (rows) => {
        const middle = medianLag(rows);
        const sum = (some: typeof rows) => some.reduce((total, { n }) => total + n, 0);
        const within = sum(rows.filter(({ days }) => days <= (middle?.days ?? -8)));
        expect(2 * within).toBeGreaterThanOrEqual(sum(rows));
        expect(lagStretches(rows).reduce((total, { n }) => total + n, 0)).toBe(sum(rows));
      }),
    );
  });
});
