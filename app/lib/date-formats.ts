import { addDays, formatDay, formatWeekday, isSchoolDay } from './school-day';
import type { SchoolDay } from './school-day';

export const dateFormats = [
  'iso',
  'month_first',
  'day_first',
  'compact',
  'month_name',
  'month',
  'excel',
  'school_year',
  'year',
  'words',
] as const;
export type DateFormat = (typeof dateFormats)[number];

export const dateFormatWords: Record<DateFormat, string> = {
  iso: 'year-month-day: 2026-01-12',
  month_first: 'month first: 1/12/2026',
  day_first: 'day first: 12/1/2026',
  compact: 'eight digits: 20260112',
  month_name: 'month by name: Jan 12, 2026',
  month: 'months: 2026-01, Jan 2026',
  excel: 'spreadsheet days: 46034',
  school_year: 'school years: 2025-26',
  year: 'years: 2026',
  words: 'words: fall, winter, Q1',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const nameThenDay = new RegExp(
  `^(${monthName})\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?,? ?[ -](\\d{4}|\\d{2})$`,
  'i',
);
const dayThenName = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](${monthName})\\.?,?[ -](\\d{4}|\\d{2})$`,
  'i',
);
const nameAndYear = new RegExp(`^(${monthName})\\.?,?[ -]'?(\\d{4}|\\d{2})$`, 'i');

const season =
  '(?:early|mid|late)?[ -]*(?:fall|autumn|winter|spring|summer)|boy|moy|eoy|(?:beginning|start|middle|end)(?: of)?(?: the)?(?: school)? year';
const numbered =
  '(?:term|quarter|semester|trimester|marking period|season|wave|round)[ .#-]*(?:[1-6]|i{1,3}|iv)|[1-4](?:st|nd|rd|th) (?:term|quarter|semester|trimester)|[qts][1-6]';
const anyYear = "(?:'?\\d{2}|\\d{4}(?:[-/]\\d{2,4})?)";
const periodWord = new RegExp(`^(?:${anyYear}[ _-]+)?(?:${season}|${numbered})(?:[ _-]+${anyYear})?$`, 'i');
const mostWords = 12;

function dayOf(year: string, month: number, day: number): SchoolDay | null {
  const whole = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const text = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isSchoolDay(text) ? text : null;
}

const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

type Reader = (text: string) => SchoolDay | null;

function byPattern(pattern: RegExp, build: (parts: string[]) => SchoolDay | null): Reader {
  return (text) => {
    const match = pattern.exec(text);
    return match ? build([...match].map((part) => part ?? '')) : null;
  };
}

const firstOf =
  (...readers: Reader[]): Reader =>
  (text) => {
    for (const read of readers) {
      const day = read(text);
      if (day !== null) return day;
    }
    return null;
  };

/** Excel counts days from 1899-12-30; 20,000 is in 1954 and 80,000 in 2119. */
function spreadsheetDay(text: string): SchoolDay | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text));
  return days >= 20_000 && days <= 80_000 ? addDays('1899-12-30', days) : null;
}

function schoolYear([, first = '', second = '']: string[]): SchoolDay | null {
  const next = Number(first) + 1;
  return second === String(next) || second === String(next).slice(2) ? dayOf(String(next), 6, 1) : null;
}

const readers: Record<Exclude<DateFormat, 'words'>, Reader> = {
  iso: byPattern(/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([, year = '', , month, day]) =>
    dayOf(year, Number(month), Number(day)),
  ),
  month_first: byPattern(/^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/, ([, month, , day, year = '']) =>
    dayOf(year, Number(month), Number(day)),
  ),
  day_first: byPattern(/^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/, ([, day, , month, year = '']) =>
    dayOf(year, Number(month), Number(day)),
  ),
  compact: byPattern(/^((?:19|20)\d\d)(\d\d)(\d\d)$/, ([, year = '', month, day]) =>
    dayOf(year, Number(month), Number(day)),
  ),
  month_name: firstOf(
    byPattern(nameThenDay, ([, name = '', day, year = '']) => dayOf(year, monthOf(name), Number(day))),
    byPattern(dayThenName, ([, day, name = '', year = '']) => dayOf(year, monthOf(name), Number(day))),
  ),
  month: firstOf(
    byPattern(/^(\d{4})[-/](\d{1,2})$/, ([, year = '', month]) => dayOf(year, Number(month), 1)),
    byPattern(/^(\d{1,2})[-/](\d{4})$/, ([, month, year = '']) => dayOf(year, Number(month), 1)),
    byPattern(nameAndYear, ([, name = '', year = '']) => dayOf(year, monthOf(name), 1)),
  ),
  excel: spreadsheetDay,
  school_year: byPattern(/^(?:SY ?)?(\d{4})[-/–](\d{2}|\d{4})$/i, schoolYear),
  year: byPattern(/^((?:19[5-9]|20\d)\d|2100)$/, ([, year = '']) => dayOf(year, 6, 1)),
};

const withoutTime = (text: string) =>
  text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '');

/** The day a cell says in this format; null when it says none. Words have no day of their own. */
export function readDate(format: DateFormat, text: string): SchoolDay | null {
  return format === 'words' ? null : readers[format](withoutTime(text));
}

/** The distinct values of a column that say something, each with how often it stands there. */
export type ValueCounts = ReadonlyMap<string, number>;

const nearlyAll = 0.9;
const mostLookedAt = 3000;
const fewYears = 20;

function shareRead(values: [string, number][], reads: (text: string) => boolean): number {
  const total = values.reduce((sum, [, count]) => sum + count, 0);
  const read = values.reduce((sum, [text, count]) => sum + (reads(text) ? count : 0), 0);
  return total === 0 ? 0 : read / total;
}

function isPossible(format: DateFormat, name: string, distinct: number): boolean {
  if (format === 'excel') return /date|day|week|datum|fecha/i.test(name);
  if (format === 'year') return /year|jahr|año/i.test(name) || distinct <= fewYears;
  return format !== 'words' || distinct <= mostWords;
}

/** The formats that read a column, the likeliest first; empty when it holds no dates. */
export function fittingDateFormats(name: string, counts: ValueCounts): DateFormat[] {
  const values = [...counts].slice(0, mostLookedAt);
  const shares = new Map<DateFormat, number>();
  for (const format of dateFormats) {
    if (!isPossible(format, name, counts.size)) continue;
    const share = shareRead(values, (text) =>
      format === 'words' ? periodWord.test(text) : readDate(format, text) !== null,
    );
    if (share >= (format === 'year' || format === 'words' ? 1 : nearlyAll)) shares.set(format, share);
  }
  const best = Math.max(...shares.values());
  const fitting = [...shares].filter(([, share]) => share === best).map(([format]) => format);
  const bothYears = fitting.includes('school_year') && fitting.includes('month');
  if (bothYears && /year|jahr|año/i.test(name)) return ['school_year', 'month'];
  return fitting;
}

/** `“9/13/2026” is read as Sun, Sep 13, 2026`, for confirmation. */
export function dateReading(text: string, day: SchoolDay): string {
  return `“${text}” is read as ${formatWeekday(day)}, ${day.slice(0, 4)}`;
}

/** `Sep 13, 2026`: the year always stands, since files reach back. */
export const formatWholeDay = (day: SchoolDay): string => formatDay(day, '');
