import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectIhiRules } from './ihi-rules';

type Slot = number | null;

describe('detectIhiRules', () => {
  it('finds a shift of six, over missing points and points on the median', () => {
    // Median 5; sides - - + + (on) (missing) + + + + - - - -
    const values: Slot[] = [1, 2, 9, 8, 5, null, 9, 8, 9, 8, 1, 2, 1, 2];
    const { median, useful, shift, runs } = detectIhiRules(values);
    expect(median).toBe(5);
    expect(useful).toBe(12);
    expect(shift).toEqual({
      signal: true,
      longest: 6,
      spans: [{ from: 2, to: 9, length: 6, side: 'above' }],
    });
    expect(runs).toEqual({ count: 3, lower: 4, upper: 10, verdict: 'too_few' });
  });

  it('finds no shift in five', () => {
    const { shift } = detectIhiRules([9, 9, 9, 9, 9, 1, 1, 1, 1, 1]);
    expect(shift).toEqual({ signal: false, longest: 5, spans: [] });
  });

  it('finds a trend of five, equal neighbours counted once and missing points skipped', () => {
    const { trend } = detectIhiRules([3, 1, 1, 2, null, 3, 3, 4, 5, 5, 2]);
    expect(trend).toEqual({
      signal: true,
      longest: 5,
      spans: [{ from: 2, to: 8, length: 5, direction: 'up' }],
    });
    expect(detectIhiRules([1, 2, 3, 4, 4]).trend).toEqual({ signal: false, longest: 4, spans: [] });
  });

  it('gives a turning point to both trends', () => {
    expect(detectIhiRules([1, 2, 3, 4, 5, 4, 3, 2, 1]).trend.spans).toEqual([
      { from: 0, to: 4, length: 5, direction: 'up' },
      { from: 4, to: 8, length: 5, direction: 'down' },
    ]);
  });

  it('judges the number of runs from ten useful points on', () => {
    const alternating = (length: number) => Array.from({ length }, (_, index) => index % 2);
    expect(detectIhiRules(alternating(9), { freeze: 2 })).toMatchObject({
      useful: 9,
      runs: { count: 9, verdict: 'not_enough_points' },
    });
    expect(detectIhiRules(alternating(8)).runs).toEqual({
      count: 8,
      lower: null,
      upper: null,
      verdict: 'not_enough_points',
    });
    expect(detectIhiRules(alternating(10)).runs).toEqual({
      count: 10,
      lower: 3,
      upper: 9,
      verdict: 'too_many',
    });
    expect(detectIhiRules([0, 1, 0, 1, 1, 0, 1, 0, 1, 0]).runs).toMatchObject({
      count: 9,
      verdict: 'expected',
    });
    expect(detectIhiRules([0, 0, 1, 1, 0, 1, 0, 1, 0, 1]).runs).toMatchObject({
      count: 8,
      verdict: 'expected',
    });
    expect(detectIhiRules([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]).runs).toMatchObject({
      count: 2,
      verdict: 'too_few',
    });
    expect(detectIhiRules([0, 0, 0, 1, 1, 1, 1, 1, 0, 0]).runs).toMatchObject({
      count: 3,
      verdict: 'expected',
    });
  });

  it('freezes the median at the first slots', () => {
    const values = [1, null, 3, 9, 9, 9, 9, 9, 9];
    const frozen = detectIhiRules(values, { freeze: 3 });
    expect(frozen.median).toBe(2);
    expect(frozen.shift.spans).toEqual([{ from: 2, to: 8, length: 7, side: 'above' }]);
    expect(detectIhiRules(values, { freeze: 9 })).toEqual(detectIhiRules(values));
  });

  it('says nothing about empty, missing, single and constant series', () => {
    const nothing = { signal: false, longest: 0, spans: [] };
    const runs = { count: 0, lower: null, upper: null, verdict: 'not_enough_points' };
    const silent = { useful: 0, shift: nothing, runs };
    expect(detectIhiRules([])).toEqual({ median: null, ...silent, trend: nothing });
    expect(detectIhiRules([null])).toEqual({ median: null, ...silent, trend: nothing });
    expect(detectIhiRules([5])).toEqual({ median: 5, ...silent, trend: { ...nothing, longest: 1 } });
    const constant = Array.from({ length: 12 }, () => 0.1);
    expect(detectIhiRules(constant)).toEqual({ median: 0.1, ...silent, trend: { ...nothing, longest: 1 } });
  });

  it('rejects numbers that are not finite', () => {
    expect(() => detectIhiRules([1, Infinity])).toThrow(RangeError);
  });

  it('analyses 10,000 points', () => {
    const rising = Array.from({ length: 10_000 }, (_, index) => index);
    const rules = detectIhiRules(rising);
    expect(rules.trend.spans).toEqual([{ from: 0, to: 9999, length: 10_000, direction: 'up' }]);
    expect(rules.shift.spans.map((span) => span.length)).toEqual([5000, 5000]);
    expect(rules.runs.verdict).toBe('too_few');
  });

  const series = fc.array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: null, freq: 6 }), {
    maxLength: 40,
  });

  it('mirrors above and below, up and down, with its values', () => {
    fc.assert(
      fc.property(series, (values) => {
        const rules = detectIhiRules(values);
        const mirrored = detectIhiRules(values.map((value) => (value === null ? null : 0 - value)));
        expect(mirrored.runs).toEqual(rules.runs);
        expect(mirrored.shift.spans).toEqual(
          rules.shift.spans.map((span) => ({ ...span, side: span.side === 'above' ? 'below' : 'above' })),
        );
        expect(mirrored.trend.spans).toEqual(
          rules.trend.spans.map((span) => ({ ...span, direction: span.direction === 'up' ? 'down' : 'up' })),
        );
      }),
    );
  });

  it('keeps counts and lengths when missing slots are added', () => {
    fc.assert(
      fc.property(series, (values) => {
        const rules = detectIhiRules(values);
        const widened = detectIhiRules(values.flatMap((value) => [null, value, null]));
        const widen = (index: number) => 3 * index + 1;
        expect(widened).toEqual({
          ...rules,
          shift: {
            ...rules.shift,
            spans: rules.shift.spans.map((span) => ({ ...span, from: widen(span.from), to: widen(span.to) })),
          },
          trend: {
            ...rules.trend,
            spans: rules.trend.spans.map((span) => ({ ...span, from: widen(span.from), to: widen(span.to) })),
          },
        });
      }),
    );
  });

  it('is the same about shifted values', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, constant) => {
        const shifted = detectIhiRules(values.map((value) => (value === null ? null : value + constant)));
        const { median, ...rules } = detectIhiRules(values);
        expect(shifted).toEqual({ ...rules, median: median === null ? null : median + constant });
      }),
    );
  });
});
