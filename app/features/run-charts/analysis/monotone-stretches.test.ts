import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monotoneStretches } from './monotone-stretches';

describe('monotoneStretches', () => {
  it('gives a turning point to both stretches', () => {
    expect(monotoneStretches([1, 2, 3, 2, 1], 'break')).toEqual([
      { from: 0, to: 2, length: 3, direction: 'up' },
      { from: 2, to: 4, length: 3, direction: 'down' },
    ]);
  });

  it('counts equal neighbours once, from the last of the first plateau to the first of the last', () => {
    expect(monotoneStretches([1, 1, 2, null, 3, 3, 4, 5, 5], 'count_once')).toEqual([
      { from: 1, to: 7, length: 5, direction: 'up' },
    ]);
  });

  it('turns at both ends of a plateau', () => {
    expect(monotoneStretches([1, 3, 3, 2], 'count_once')).toEqual([
      { from: 0, to: 1, length: 2, direction: 'up' },
      { from: 2, to: 3, length: 2, direction: 'down' },
    ]);
  });

  it('breaks at equal neighbours when asked to', () => {
    expect(monotoneStretches([1, 2, 2, 3, 4], 'break')).toEqual([
      { from: 0, to: 1, length: 2, direction: 'up' },
      { from: 2, to: 4, length: 3, direction: 'up' },
    ]);
  });

  it('takes neighbours that differ by rounding alone as equal', () => {
    expect(monotoneStretches([87.2, (87.1 + 87.3) / 2], 'count_once')).toEqual([]);
  });

  it('has no stretch in fewer than two different points', () => {
    expect(monotoneStretches([], 'count_once')).toEqual([]);
    expect(monotoneStretches([4, 4, null, 4], 'count_once')).toEqual([]);
  });

  it('skips missing points, and mirrors with its values', () => {
    const series = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }), { maxLength: 30 });
    fc.assert(
      fc.property(series, fc.constantFrom('count_once' as const, 'break' as const), (slots, ties) => {
        const stretches = monotoneStretches(slots, ties);
        const mirrored = monotoneStretches(
          slots.map((slot) => (slot === null ? null : 0 - slot)),
          ties,
        );
        expect(mirrored).toEqual(
          stretches.map((stretch) => ({ ...stretch, direction: stretch.direction === 'up' ? 'down' : 'up' })),
        );
        const present = slots.filter((slot) => slot !== null);
        const lengths = stretches.map((stretch) => stretch.length);
        expect(monotoneStretches(present, ties).map((stretch) => stretch.length)).toEqual(lengths);
      }),
    );
  });
});
