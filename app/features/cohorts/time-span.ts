import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { instantOfWallClock } from '~/lib/wall-clock';

/** Days from `from` up to and with `through`. */
export type DaySpan = { from: SchoolDay; through: SchoolDay };

/** Instants (UTC milliseconds) from `begins` up to, but without, `ends`. */
export type TimeSpan = { begins: number; ends: number };

/** A time zone that leaves out a day goes from the one before to the one after. */
const beginOf = (day: SchoolDay, timeZone: string) =>
  instantOfWallClock(day, '00:00', timeZone) ?? Date.parse(`${day}T00:00:00Z`);

/** The instants of whole days in a time zone (IANA name). */
export function timeSpanOf({ from, through }: DaySpan, timeZone: string): TimeSpan {
  return { begins: beginOf(from, timeZone), ends: beginOf(addDays(through, 1), timeZone) };
}
