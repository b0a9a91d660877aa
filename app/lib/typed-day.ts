import { isSchoolDay } from './school-day';
import type { SchoolDay } from './school-day';

const twoDigits = (text: string) => text.padStart(2, '0');
const wholeYear = (text: string) => (text.length === 2 ? `20${text}` : text);

function dayOf(year: string, month: string, day: string): SchoolDay | null {
  const date = `${wholeYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
  return isSchoolDay(date) ? date : null;
}

type Order = 'month_first' | 'day_first';

/** One typed day: `2026-01-12`, `1/12/2026` in the given order, `12.1.2026` and `12-1-2026` day first; null for other text. */
function readDay(text: string, order: Order): SchoolDay | null {
  const trimmed = text.trim().replace(/[T ]\d{1,2}:.*$/, '');
  if (isSchoolDay(trimmed)) return trimmed;
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(trimmed);
  if (!match) return null;
  const [, first = '', sign, second = '', year = ''] = match;
  const monthFirst = sign === '/' && order === 'month_first';
  return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first);
}

/**
 * A list of typed days, all in one order: month first, unless only day first reads every one of them.
 * Null when some text is no day, or there is none; empty text is an empty place.
 */
export function readDays(texts: string[]): (SchoolDay | null)[] | null {
  if (texts.every((text) => text.trim() === '')) return null;
  for (const order of ['month_first', 'day_first'] as const) {
    const days = texts.map((text) => (text.trim() === '' ? null : readDay(text, order)));
    if (days.every((day, index) => day !== null || texts[index]?.trim() === '')) return days;
  }
  return null;
}
