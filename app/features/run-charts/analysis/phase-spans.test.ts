import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineEnd, baselineSlots, phaseSpans } from './phase-spans';

describe('baselineEnd', () => {
  it.each([
    [undefined, 9],
    [3, 2],
    [9, 8],
    [10, 9],
    [11, 9],
    [0, 9],
    [-4, 9],
    [2.5, 9],
    [NaN, 9],
  ])('of 10 slots frozen at %s is slot %i', (freeze, last) => {
    expect(baselineEnd(10, freeze)).toBe(last);
  });
});

describe('phaseSpans', () => {
  it('has no phase without slots', () => {
    expect(phaseSpans(0, { phases: [0, 3], freeze: 2 })).toEqual([]);
  });

  it('sorts, drops repeats and drops starts outside the chart', () => {
    expect(phaseSpans(10, { phases: [7, 4, 4, 0, -2, 10, 12, 2.5] })).toEqual([
      { from: 0, to: 3, baselineTo: 3 },
      { from: 4, to: 6, baselineTo: 6 },
      { from: 7, to: 9, baselineTo: 9 },
    ]);
  });

  it('lets phases win over freeze, unless no later phase is left', () => {
    expect(phaseSpans(10, { phases: [5], freeze: 3 }).map((span) => span.baselineTo)).toEqual([4, 9]);
    expect(phaseSpans(10, { phases: [0, 10], freeze: 3 })).toEqual([{ from: 0, to: 9, baselineTo: 2 }]);
  });

  it('covers every slot exactly once', () => {
    const anyStarts = fc.array(fc.integer({ min: -5, max: 45 }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), anyStarts, (slots, phases) => {
        const covered = phaseSpans(slots, { phases }).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, offset) => from + offset),
        );
        expect(covered).toEqual(Array.from({ length: slots }, (_, index) => index));
      }),
    );
  });
});

describe('baselineSlots', () => {
  it('leaves out the excluded and the frozen-out', () => {
    expect(baselineSlots({ from: 2, to: 9, baselineTo: 6 }, new Set([0, 3, 8]))).toEqual([2, 4, 5, 6]);
  });
});
