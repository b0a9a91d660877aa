import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseRuns, crossingsMin, longestRunMax } from './anhoj-rules';

/** The definition in whole numbers: 20·Σ C(n − 1, 0..k) ≥ 2^(n − 1), each binomial from the one before. */
function exactCrossingsMin(useful: number): number {
  const trials = BigInt(useful - 1);
  let combinations = 1n;
  let total = 1n;
  let count = 0n;
  while (20n * total < 2n ** trials) {
    combinations = (combinations * (trials - count)) / (count + 1n);
    count += 1n;
    total += combinations;
  }
  return Number(count);
}

describe('longestRunMax', () => {
  it.each([
    [1, 3],
    [10, 6],
    [12, 7],
    [20, 7],
    [22, 7],
    [23, 8],
    [24, 8],
    [30, 8],
    [60, 9],
    [100, 10],
  ])('of %i useful points is %i', (useful, longest) => {
    expect(longestRunMax(useful)).toBe(longest);
  });
});

describe('crossingsMin', () => {
  it.each([
    [1, 0],
    [5, 0],
    [6, 1],
    [10, 2],
    [12, 3],
    [20, 6],
    [24, 8],
    [30, 10],
    [60, 23],
    [100, 41],
  ])('of %i useful points is %i', (useful, fewest) => {
    expect(crossingsMin(useful)).toBe(fewest);
  });

  it('agrees with whole-number arithmetic up to 400 points, and on both sides of the change to logs', () => {
    for (let useful = 1; useful <= 400; useful += 1) {
      expect(crossingsMin(useful), `${useful} points`).toBe(exactCrossingsMin(useful));
    }
    for (const useful of [999, 1000, 1001, 1002, 1075, 1500, 2000, 5000, 10_000]) {
      expect(crossingsMin(useful), `${useful} points`).toBe(exactCrossingsMin(useful));
    }
  });
});

/** Signs written out, the ones on the line and the missing ones left out, cut where they change. */
function runLengthsBySplitting(slots: readonly (number | null)[], line: number): number[] {
  const signs = slots.map((slot) => (slot === null || slot === line ? '' : slot > line ? 'a' : 'b')).join('');
  return (signs.match(/a+|b+/g) ?? []).map((run) => run.length);
}

const smallSlots = fc.array(fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }), { maxLength: 40 });

describe('analyseRuns', () => {
  it('signals a run one longer than the most that chance gives, not before', () => {
    const tail = [-1, 1, -1, 1, -1, 1, -1, 1, -1];
    const seven = [...Array.from({ length: 7 }, () => 1), ...tail, -1, 1, -1, 1];
    expect(analyseRuns(seven, 0)).toMatchObject({
      useful: 20,
      longestRun: 7,
      longestRunMax: 7,
      runsSignal: false,
    });
    const eight = [...Array.from({ length: 8 }, () => 1), ...tail, 1, -1, 1];
    expect(analyseRuns(eight, 0)).toMatchObject({
      useful: 20,
      longestRun: 8,
      crossings: 12,
      runsSignal: true,
    });
  });

  it('signals one crossing fewer than chance gives, not before', () => {
    // Blocks of 4 3 3 3 3 2 2: 20 points, 6 crossings.
    const blocks = (lengths: number[]) =>
      lengths.flatMap((length, block) => Array.from({ length }, () => (block % 2 === 0 ? 1 : -1)));
    expect(analyseRuns(blocks([4, 3, 3, 3, 3, 2, 2]), 0)).toMatchObject({
      useful: 20,
      crossings: 6,
      crossingsMin: 6,
      runsSignal: false,
    });
    expect(analyseRuns(blocks([4, 4, 3, 3, 3, 3]), 0)).toMatchObject({
      useful: 20,
      longestRun: 4,
      crossings: 5,
      runsSignal: true,
    });
  });

  it('says nothing where no point is useful', () => {
    const nothing = {
      useful: 0,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      runsSignal: false,
    };
    expect(analyseRuns([], 0)).toEqual(nothing);
    expect(analyseRuns([null, null], null)).toEqual(nothing);
    expect(analyseRuns([5, 5, 5], 5)).toEqual(nothing);
    expect(analyseRuns([1, 2, 3], null)).toEqual(nothing);
  });

  it('counts as cutting a string of signs does', () => {
    fc.assert(
      fc.property(smallSlots, (slots) => {
        const lengths = runLengthsBySplitting(slots, 0);
        const runs = analyseRuns(slots, 0);
        expect(runs.useful).toBe(lengths.reduce((total, length) => total + length, 0));
        expect(runs.longestRun).toBe(lengths.length === 0 ? null : Math.max(...lengths));
        expect(runs.crossings).toBe(lengths.length === 0 ? null : lengths.length - 1);
      }),
    );
  });

  it('finds the same runs backwards', () => {
    fc.assert(
      fc.property(smallSlots, (slots) => {
        expect(analyseRuns([...slots].reverse(), 0)).toEqual(analyseRuns(slots, 0));
      }),
    );
  });
});
