import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './school-day';
import { fittingDateFormats, readDate } from './date-formats';
import type { DateFormat } from './date-formats';

const fitting = (name: string, values: string[]) =>
  fittingDateFormats(name, new Map(values.map((value) => [value, 1])));

describe('a date is read in its form', () => {
  it.each<[DateFormat, string, string | null]>([
    ['iso', '2026-01-12', '2026-01-12'],
    ['iso', '2026-1-2T08:00:00Z', '2026-01-02'],
    ['iso', '2026/01/12 14:05', '2026-01-12'],
    ['iso', '2026-02-30', null],
    ['month_first', '1/12/2026', '2026-01-12'],
    ['month_first', 'Mon 1/12/26', '2026-01-12'],
    ['month_first', '13/1/2026', null],
    ['month_first', '1/12-2026', null],
    ['day_first', '13/1/2026', '2026-01-13'],
    ['day_first', '31.12.2026', '2026-12-31'],
    ['day_first', '31-12-26', '2026-12-31'],
    ['day_first', '31-12-89', '1989-12-31'],
    ['compact', '20260112', '2026-01-12'],
    ['compact', '01611196090005', null],
    ['month_name', 'Jan 12, 2026', '2026-01-12'],
    ['month_name', 'September 3rd, 2026', '2026-09-03'],
    ['month_name', '12 Jan 2026', '2026-01-12'],
    ['month_name', '12-Jan-26', '2026-01-12'],
    ['month', '2026-01', '2026-01-01'],
    ['month', 'Sep 2026', '2026-09-01'],
    ['month', '9/2026', '2026-09-01'],
    ['month', '2026-13', null],
    ['excel', '46034', '2026-01-12'],
    ['excel', '46034.75', '2026-01-12'],
    ['school_year', '2011-12', '2012-06-01'],
    ['school_year', '1999-00', '2000-06-01'],
    ['school_year', '2011-2012', '2012-06-01'],
    ['school_year', '2011-13', null],
    ['year', '2026', '2026-06-01'],
    ['year', '1949', null],
    ['words', 'fall', null],
  ])('%s: %s', (format, text, day) => {
    expect(readDate(format, text)).toBe(day);
  });

  it('every day is found again in every form that names a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const day = addDays('1971-01-01', days);
        const [year, month, date] = day.split('-').map(Number);
        return (
          readDate('iso', day) === day &&
          readDate('month_first', `${month}/${date}/${year}`) === day &&
          readDate('day_first', `${date}.${month}.${year}`) === day &&
          readDate('compact', day.replaceAll('-', '')) === day
        );
      }),
    );
  });

  it('no text makes it stumble, and what it gives is a day', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const format of ['iso', 'month_first', 'day_first', 'month_name', 'month', 'excel'] as const)
          expect(readDate(format, text) ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
    );
  });
});

describe('a column fits the forms that read it', () => {
  it.each<[string, string, string[], DateFormat[]]>([
    [
      'an ambiguous column: both, month first preferred',
      'date',
      ['1/2/2026', '3/4/2026'],
      ['month_first', 'day_first'],
    ],
    ['a value above 12 decides for the month', 'date', ['1/2/2026', '9/13/2026'], ['month_first']],
    ['a value above 12 decides for the day', 'date', ['1/2/2026', '13/9/2026'], ['day_first']],
    ['points are day first', 'Datum', ['1.2.2026'], ['day_first']],
    ['nearly all', 'date', [...Array.from({ length: 19 }, (_, i) => `2026-01-${10 + i}`), 'Total'], ['iso']],
    ['half of them is not enough', 'date', ['2026-01-10', 'Total'], []],
    ['spreadsheet days only where the name says so', 'date', ['46034', '46041'], ['excel']],
    ['spreadsheet days elsewhere', 'district', ['46034', '46041'], []],
    ['school years', 'school_year', ['2011-12', '2012-13'], ['school_year']],
    ['school years that could be months', 'school_year', ['2009-10', '2011-12'], ['school_year', 'month']],
    ['months that could be school years', 'month', ['2009-10', '2011-12'], ['month', 'school_year']],
    ['years', 'year', ['2016', '2017'], ['year']],
    ['centred years', 'year', ['-1.5', '0.5'], []],
    ['seasons', 'occasion', ['fall', 'winter', 'spring'], ['words']],
    ['screening windows', 'window', ['BOY', 'MOY', 'EOY'], ['words']],
    ['numbered terms', 'when', ['Q1', 'Quarter 2', 'Term 3'], ['words']],
    ['seasons with years', 'when', ['Fall 2018', 'Winter 2018-19'], ['words']],
    [
      'more words than anybody dates by hand',
      'when',
      Array.from({ length: 13 }, (_, i) => `Fall ${2001 + i}`),
      [],
    ],
    ['grades', 'grade', ['K', '1', '2', '3'], []],
    ['nothing', 'date', [], []],
  ])('%s', (_case, name, values, formats) => {
    expect(fitting(name, values)).toEqual(formats);
  });
});
