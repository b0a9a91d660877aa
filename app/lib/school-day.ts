/** A day in the network's own calendar, `YYYY-MM-DD`. Arithmetic is on calendar days, free of time zones. */
export type SchoolDay = string;

const dayInMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A chart asks for the same few hundred days again and again. */
const mostDays = 20_000;
const knownDays = new Map<SchoolDay, number>();

function toUtc(day: SchoolDay): number {
  const known = knownDays.get(day);
  if (known !== undefined) return known;
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (knownDays.size >= mostDays) knownDays.clear();
  knownDays.set(day, ms);
  return ms;
}

const knownTexts = new Map<number, SchoolDay>();

function fromUtc(ms: number): SchoolDay {
  const known = knownTexts.get(ms);
  if (known !== undefined) return known;
  const day = new Date(ms).toISOString().slice(0, 10);
  if (knownTexts.size >= mostDays) knownTexts.clear();
  knownTexts.set(ms, day);
  return day;
}

/** True for a day that exists, from 1900 to 2199. */
export function isSchoolDay(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  const ms = toUtc(text);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
}

/** Every time zone's day begins on a quarter of an hour of UTC, so all instants of a quarter share their day. */
const quarterMs = 15 * 60 * 1000;
const mostQuarters = 5000;
const knownQuarters = new Map<string, SchoolDay>();

/** The calendar day it is in `timeZone` (IANA name) at an instant (UTC milliseconds). */
export function schoolDayAt(instant: number, timeZone: string): SchoolDay {
  const quarter = `${Math.floor(instant / quarterMs)} ${timeZone}`;
  const known = knownQuarters.get(quarter);
  if (known !== undefined) return known;
  const parts = dayFormat(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  if (knownQuarters.size >= mostQuarters) knownQuarters.clear();
  knownQuarters.set(quarter, day);
  return day;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  dayFormats.set(timeZone, made);
  return made;
}

export function addDays(day: SchoolDay, days: number): SchoolDay {
  return fromUtc(toUtc(day) + days * dayInMs);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: SchoolDay, to: SchoolDay): number {
  return Math.round((toUtc(to) - toUtc(from)) / dayInMs);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(day: SchoolDay): number {
  const sinceThursday = Math.floor(toUtc(day) / dayInMs) % 7;
  return (sinceThursday + 11) % 7;
}

export function mondayOf(day: SchoolDay): SchoolDay {
  return addDays(day, -((weekday(day) + 6) % 7));
}

/** The day itself from Monday to Friday, else the Friday before. */
export function latestWeekday(day: SchoolDay): SchoolDay {
  const sinceFriday = { 6: 1, 0: 2 }[weekday(day)] ?? 0;
  return addDays(day, -sinceFriday);
}

/** The day itself from Monday to Friday, else the Monday after. */
export function nextWeekday(day: SchoolDay): SchoolDay {
  const untilMonday = { 6: 2, 0: 1 }[weekday(day)] ?? 0;
  return addDays(day, untilMonday);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Feb 6`; with the year when it differs from that of `today`: `Feb 6, 2025`. */
export function formatDay(day: SchoolDay, today?: SchoolDay): string {
  const month = months[Number(day.slice(5, 7)) - 1] ?? '';
  const short = `${month} ${Number(day.slice(8, 10))}`;
  return today !== undefined && today.slice(0, 4) !== day.slice(0, 4)
    ? `${short}, ${day.slice(0, 4)}`
    : short;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Fri, Feb 6`. */
export function formatWeekday(day: SchoolDay): string {
  return `${weekdays[weekday(day)] ?? ''}, ${formatDay(day)}`;
}

const clockFormats = new Map<string, Intl.DateTimeFormat>();

/** `12:04` in the given time zone. */
export function formatClock(instant: number, timeZone: string): string {
  const known = clockFormats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  clockFormats.set(timeZone, format);
  return format.format(instant);
}

/** `Feb 6 to Mar 1`. */
export function formatSpan(from: SchoolDay, to: SchoolDay, today?: SchoolDay): string {
  return from === to ? formatDay(from, today) : `${formatDay(from, today)} to ${formatDay(to, today)}`;
}
