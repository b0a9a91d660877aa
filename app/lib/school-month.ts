import { addDays } from './school-day';
import type { SchoolDay } from './school-day';

/** The first day of a day's month: a month is named by it. */
export function monthOf(day: SchoolDay): SchoolDay {
  return `${day.slice(0, 7)}-01`;
}

/** The month so many months later, or earlier where `months` is negative. */
export function addMonths(month: SchoolDay, months: number): SchoolDay {
  const place = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(place / 12)).padStart(4, '0');
  return `${year}-${String((place % 12) + 1).padStart(2, '0')}-01`;
}

export function lastDayOf(month: SchoolDay): SchoolDay {
  return addDays(addMonths(month, 1), -1);
}

/** So many months that end with the one of `day`, oldest first. */
export function monthsUntil(day: SchoolDay, count: number): SchoolDay[] {
  return Array.from({ length: count }, (_, index) => addMonths(monthOf(day), index + 1 - count));
}

const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `November 2026`. */
export function formatMonth(month: SchoolDay): string {
  return `${names[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** `Nov`. */
export function shortMonth(month: SchoolDay): string {
  return (names[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3);
}
