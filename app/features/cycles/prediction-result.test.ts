import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prediction } from './prediction';
import { resultWithin, suggestVerdict } from './prediction-result';

const series = [40, 44, 33, 50, 40, 56, 63, 67, 60, 71].map((value, week) => ({
  date: `2026-01-${String(week + 10)}`,
  value,
}));
const prediction = (part: Partial<Prediction>): Prediction => ({
  expectedComparison: null,
  expectedValue: null,
  expectedDirection: null,
  because: 'x',
  confidence: 3,
  ...part,
});
const atLeast = (expectedValue: number) => prediction({ expectedComparison: 'at_least', expectedValue });
const points = (value: number) => `${value} points`;

describe('what happened within a cycle', () => {
  it('takes the points of its first and last day with it, and the median before it', () => {
    expect(resultWithin(series, '2026-01-15', '2026-01-19')).toEqual({
      within: series.slice(5),
      medianWithin: 63,
      medianBefore: 40,
      pointsBefore: 5,
    });
  });

  it('skips missing points, and finds nothing where there is nothing', () => {
    expect(resultWithin([{ date: '2026-01-12', value: null }], '2026-01-01', '2026-01-31')).toEqual({
      within: [],
      medianWithin: null,
      medianBefore: null,
      pointsBefore: 0,
    });
  });
});

describe('a suggested verdict', () => {
  const result = resultWithin(series, '2026-01-15', '2026-01-19');

  it.each([
    [atLeast(63), 'as_predicted', 'the median reached it'],
    [atLeast(65), 'partly', '2 points short'],
    [atLeast(86), 'partly', '23 points short'],
    [atLeast(87), 'not_as_predicted', '24 points short'],
    [prediction({ expectedComparison: 'at_most', expectedValue: 30 }), 'not_as_predicted', '33 points short'],
    [prediction({ expectedDirection: 'increase' }), 'as_predicted', 'it went up by 23 points'],
    [prediction({ expectedDirection: 'decrease' }), 'not_as_predicted', 'it went up by 23 points'],
    [prediction({ expectedDirection: 'no_change' }), 'not_as_predicted', 'it moved by 23 points'],
  ])('%o', (expected, verdict, why) =>
    expect(suggestVerdict(expected, result, points)).toEqual({ verdict, why }),
  );

  it('a small rate that triples has not stayed the same', () => {
    const rates = [0.02, 0.02, 0.06, 0.06].map((value, index) => ({ date: `2026-01-1${index}`, value }));
    const result = resultWithin(rates, '2026-01-12', '2026-01-31');
    expect(suggestVerdict(prediction({ expectedDirection: 'no_change' }), result, points)?.verdict).toBe(
      'not_as_predicted',
    );
    expect(suggestVerdict(prediction({ expectedDirection: 'no_change' }), result, points, 1)?.verdict).toBe(
      'as_predicted',
    );
  });

  it('is none without points, or without anything before to compare a direction with', () => {
    const nothing = resultWithin([], '2026-01-01', '2026-01-31');
    expect(suggestVerdict(atLeast(5), nothing, points)).toBeNull();
    const first = resultWithin(series, '2026-01-01', '2026-01-31');
    expect(suggestVerdict(prediction({ expectedDirection: 'increase' }), first, points)).toBeNull();
  });

  it('mirrors: wanting less of a series is wanting more of its opposite', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: -60, max: 60 }),
        (values, expectedValue) => {
          const dated = (sign: number) =>
            values.map((value, index) => ({ date: `2026-01-${String(index + 10)}`, value: value * sign }));
          const up = suggestVerdict(
            atLeast(expectedValue),
            resultWithin(dated(1), '2026-01-12', '2026-01-31'),
            points,
          );
          const down = suggestVerdict(
            prediction({ expectedComparison: 'at_most', expectedValue: -expectedValue }),
            resultWithin(dated(-1), '2026-01-12', '2026-01-31'),
            points,
          );
          expect(down?.verdict).toBe(up?.verdict);
        },
      ),
    );
  });
});
