import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '~/lib/school-day';
import { cellText, countOfPercent, gridDays, gridLength, readCell } from './data-grid-rules';

const proportion = { kind: 'proportion' as const, unit: '%', of: '20' };
const mean = { kind: 'mean' as const, unit: 'words', of: '' };

describe('a cell of counted parts', () => {
  it.each([
    ['17/20', '17', '20'],
    [' 17 / 20 ', '17', '20'],
    ['17 of 20', '17', '20'],
    ['17', '17', '20'],
    ['85%', '17', '20'],
    ['85,0 %', '17', '20'],
  ])('%s', (text, numerator, denominator) =>
    expect(readCell(text, proportion)).toEqual({ ok: true, parts: { numerator, denominator } }),
  );

  it('asks where the whole is not known, or a percent means no whole number', () => {
    expect(readCell('17', { ...proportion, of: '' })).toMatchObject({ ok: false });
    expect(readCell('84%', proportion)).toEqual({
      ok: false,
      message: '84% of 20 is not one whole number of students. Type it as 17/20.',
    });
    expect(readCell('85%', { kind: 'rate', unit: 'prompts', of: '5' })).toMatchObject({ ok: false });
  });

  it('a percent that several numbers of students come to is asked about', () => {
    expect(countOfPercent('33%', 1000)).toBeNull();
    expect(countOfPercent('33.0%', 1000)).toBe(330);
  });

  it('every whole number comes back from its percent at two decimals', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (of, any) => {
        const count = any % (of + 1);
        expect(countOfPercent(`${((count / of) * 100).toFixed(2)}%`, of)).toBe(count);
      }),
    ));
});

describe('a cell of plain values', () => {
  it.each([
    ['46', '46'],
    ['46,5', '46,5'],
    ['46 words', '46'],
    ['46 Words', '46'],
  ])('%s', (text, value) => expect(readCell(text, mean)).toEqual({ ok: true, parts: { value } }));

  it('a percent where the unit is percent, and only there', () => {
    expect(readCell('85%', { ...mean, unit: '%' })).toEqual({ ok: true, parts: { value: '85' } });
    expect(readCell('85%', mean)).toEqual({
      ok: false,
      message: '85% is a percent, and this measure is not.',
    });
  });

  it('what a cell says is read as what it says', () => {
    expect(cellText({ value: null, numerator: 5, denominator: 8 })).toBe('5/8');
    expect(cellText({ value: 46.5, numerator: null, denominator: null })).toBe('46.5');
    expect(cellText({ value: 1e-7, numerator: null, denominator: null })).toBe('0.0000001');
  });
});

describe('the days of a grid', () => {
  it('each week once, on the usual day, and every day that has a number', () => {
    const dates = ['2026-10-08', '2026-10-15', '2026-10-16', '2026-10-29'];
    expect(gridDays('weekly', dates, { until: '2026-11-04', length: 6 })).toEqual([
      '2026-10-08',
      '2026-10-15',
      '2026-10-16',
      '2026-10-22',
      '2026-10-29',
      '2026-11-04',
    ]);
  });

  it('no weekends for a daily measure, and the end of a month for a monthly one', () => {
    expect(gridDays('daily', [], { until: '2026-11-10', length: 4 })).toEqual([
      '2026-11-05',
      '2026-11-06',
      '2026-11-09',
      '2026-11-10',
    ]);
    expect(gridDays('monthly', [], { until: '2026-11-10', length: 3 })).toEqual([
      '2026-09-30',
      '2026-10-31',
      '2026-11-10',
    ]);
  });

  it('are in order, each once, none to come, as many as asked for', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('daily' as const, 'weekly' as const, 'every_two_weeks' as const, 'monthly' as const),
        fc.array(fc.integer({ min: -400, max: 20 }), { maxLength: 60 }),
        (frequency, offsets) => {
          const until = '2026-11-10';
          const dates = [...new Set(offsets.map((offset) => addDays(until, offset)))];
          const days = gridDays(frequency, dates, { until, length: 20 });
          expect(days).toHaveLength(20);
          for (const [index, day] of days.entries()) {
            expect(day <= until).toBe(true);
            if (index > 0) expect(daysBetween(days[index - 1] ?? '', day)).toBeGreaterThan(0);
          }
        },
      ),
    ));

  it('stay within what a form may hold', () => {
    for (const groups of [1, 2, 3, 6, 12]) expect(gridLength(groups) * groups * 2 + groups).toBeLessThan(500);
  });
});
