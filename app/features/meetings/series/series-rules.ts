import type { MeetingRhythm } from '#db/vocabulary';
import { dayOffOn } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, weekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** A day of a series; `planned` is the one the rhythm gives, `because` the day off it moved for. */
export type SeriesDay = { day: SchoolDay; planned: SchoolDay; because: string | null };
/** `skipped`: days of the rhythm on which schools rest, without a meeting. */
export type SeriesDays = { days: SeriesDay[]; skipped: { day: SchoolDay; because: string }[] };

/** How many more meetings a series may be given at once. */
export const mostMeetings = 20;
/** Longer breaks are no breaks. */
const mostWeeksMoved = 8;
/** How many days of the rhythm may fall out. */
const mostSkipped = 120;

/** The same weekday of a later month, the second Thursday say; the last one, where there are not as many. */
function sameWeekdayOf(day: SchoolDay, months: number): SchoolDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const ordinal = Math.ceil(date / 7);
  const begin = addDays(first, (weekday(day) - weekday(first) + 7) % 7);
  const wanted = addDays(begin, 7 * (ordinal - 1));
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : addDays(wanted, -7);
}

/** The n-th day after `day` in a rhythm. */
function dayInRhythm(day: SchoolDay, rhythm: MeetingRhythm, n: number): SchoolDay {
  if (rhythm === 'weekly') return addDays(day, 7 * n);
  if (rhythm === 'every_two_weeks') return addDays(day, 14 * n);
  return sameWeekdayOf(day, rhythm === 'monthly' ? n : 3 * n);
}

/** Weeks later, to the first that is no day off; the planned day itself where none of the next weeks is. */
function moved(planned: SchoolDay, daysOff: readonly DayOff[]): SchoolDay {
  for (let weeks = 1; weeks <= mostWeeksMoved; weeks += 1) {
    const day = addDays(planned, 7 * weeks);
    if (dayOffOn(day, daysOff) === null) return day;
  }
  return planned;
}

/**
 * The next `count` days after `day`. On a day off a weekly or two-weekly meeting falls out and the series goes on; one each
 * month or quarter moves, by whole weeks, to the next school day of its weekday.
 */
export function nextDays(
  day: SchoolDay,
  rhythm: MeetingRhythm,
  count: number,
  daysOff: readonly DayOff[],
): SeriesDays {
  const found: SeriesDays = { days: [], skipped: [] };
  const fallsOut = rhythm === 'weekly' || rhythm === 'every_two_weeks';
  for (let n = 1; found.days.length < count && n <= count + mostSkipped; n += 1) {
    const planned = dayInRhythm(day, rhythm, n);
    const because = dayOffOn(planned, daysOff)?.name ?? null;
    if (because === null) found.days.push({ day: planned, planned, because });
    else if (fallsOut) found.skipped.push({ day: planned, because });
    else found.days.push({ day: moved(planned, daysOff), planned, because });
  }
  return found;
}
