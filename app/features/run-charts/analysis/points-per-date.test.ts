import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseRunChart } from './run-chart';
import { onePointPerDate } from './points-per-date';

describe('onePointPerDate', () => {
  it('takes the mean of values on a date, in order of time', () => {
    const rows = [
      { date: '2025-10-06', value: 4 },
      { date: '2025-09-29', value: 1 },
      { date: '2025-10-06', value: 7 },
      { date: '2025-10-06', value: null },
      { date: '2025-09-22' },
    ];
    expect(onePointPerDate(rows, 'values')).toEqual({
      dates: ['2025-09-22', '2025-09-29', '2025-10-06'],
      observations: { values: [null, 1, 5.5] },
    });
  });

  it('sums numerators and denominators on a date, leaving out rows with either missing or none to count', () => {
    const rows = [
      { date: '2025-10-06', numerator: 3, denominator: 5 },
      { date: '2025-10-06', numerator: 9, denominator: 10 },
      { date: '2025-10-06', numerator: 100, denominator: null },
      { date: '2025-10-06', numerator: null, denominator: 100 },
      { date: '2025-10-06', numerator: 7, denominator: 0 },
      { date: '2025-09-29', numerator: 0, denominator: 0 },
      { date: '2025-09-22', value: 3 },
      { date: '2025-10-13', numerator: 0, denominator: 4 },
    ];
    const { dates, observations } = onePointPerDate(rows, 'ratios');
    expect(dates).toEqual(['2025-09-22', '2025-09-29', '2025-10-06', '2025-10-13']);
    expect(observations).toEqual({ numerators: [null, null, 12, 0], denominators: [null, null, 15, 4] });
    expect(analyseRunChart(observations).y).toEqual([null, null, 0.8, 0]);
  });

  it('has no dates without rows', () => {
    expect(onePointPerDate([], 'values')).toEqual({ dates: [], observations: { values: [] } });
    expect(onePointPerDate([], 'ratios')).toEqual({
      dates: [],
      observations: { numerators: [], denominators: [] },
    });
  });

  it('rejects what a chart would, before a sum hides it', () => {
    const date = '2025-10-06';
    expect(() => onePointPerDate([{ date, value: NaN }], 'values')).toThrow(RangeError);
    const hidden = [
      { date, numerator: -1, denominator: 2 },
      { date, numerator: 3, denominator: 2 },
    ];
    expect(() => onePointPerDate(hidden, 'ratios')).toThrow(/numerators\[0\] is -1/);
    expect(() => onePointPerDate([{ date, numerator: 1, denominator: -2 }], 'ratios')).toThrow(RangeError);
    expect(() => onePointPerDate([{ date, value: -1 }], 'values')).not.toThrow();
  });

  it('gives the same points whatever the order of the rows', () => {
    const row = fc.record({
      date: fc.constantFrom('2025-09-01', '2025-09-08', '2025-09-15'),
      numerator: fc.option(fc.nat({ max: 20 }), { nil: null }),
      denominator: fc.option(fc.nat({ max: 20 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const points = onePointPerDate(rows, 'ratios');
        expect(onePointPerDate([...rows].reverse(), 'ratios')).toEqual(points);
        expect(points.dates).toEqual([...new Set(rows.map(({ date }) => date))].sort());
      }),
    );
  });
});
