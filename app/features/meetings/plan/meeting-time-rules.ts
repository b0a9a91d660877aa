import { addDays, formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { instantOfWallClock, wallClockOf } from '~/lib/wall-clock';
import type { ClockTime } from '~/lib/wall-clock';

type When = { day: SchoolDay; time: ClockTime; timeZone: string };

export type Start = { ok: true; startsAt: number } | { ok: false; field: 'day' | 'time'; message: string };

/** The instant a time on the wall comes to; a time that clocks leave out that day is not taken. */
export function startOf({ day, time, timeZone }: When): Start {
  const startsAt = instantOfWallClock(day, time, timeZone);
  const zone = timeZone.replaceAll('_', ' ');
  if (startsAt === null)
    return { ok: false, field: 'day', message: `${formatDay(day, '')} does not come in ${zone}.` };
  const shown = wallClockOf(startsAt, timeZone);
  if (shown.time === time) return { ok: true, startsAt };
  return {
    ok: false,
    field: 'time',
    message: `Clocks are set forward that day in ${zone}: there is no ${time}. It would be ${shown.time}; write that if you mean it.`,
  };
}

const mostDaysBack = 366;
const mostDaysAhead = 3 * 366;

/** Why a day is hardly meant; null when it is fine. Meetings that were held already may be noted for a year. */
export function dayProblem(day: SchoolDay, today: SchoolDay): string | null {
  if (day < addDays(today, -mostDaysBack)) return 'This day is more than a year ago. Is the year right?';
  if (day > addDays(today, mostDaysAhead)) return 'This day is years away. Is the year right?';
  return null;
}
