import { addDays, schoolDayAt, weekday as weekdayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { clockOfHour, instantOfWallClock } from '~/lib/wall-clock';
import type { MailPreference } from '../preference/mail-preference';

/** One turn of a person's digest: its day in the person's calendar, and its instant in UTC milliseconds. */
export type DigestSlot = { day: SchoolDay; at: number };

/** Two weeks: a time zone may leave out a whole day. */
const daysLookedBack = 14;

function isDigestDay(preference: MailPreference, day: SchoolDay): boolean {
  const dayOfWeek = weekdayOf(day);
  if (preference.rhythm === 'daily') return dayOfWeek >= 1 && dayOfWeek <= 5;
  return preference.rhythm === 'weekly' && dayOfWeek === preference.weekday;
}

/**
 * The latest turn of a person's digest that has come at `now` (UTC milliseconds); null where there is none. Turns from
 * before the preference was chosen (`chosenAt`) are none: choosing an hour that has passed sends nothing by itself.
 */
export function latestDigestSlot(
  preference: MailPreference,
  now: number,
  chosenAt: number | null = null,
): DigestSlot | null {
  if (preference.rhythm === 'off') return null;
  const today = schoolDayAt(now, preference.timeZone);
  for (let back = 0; back <= daysLookedBack; back += 1) {
    const day = addDays(today, -back);
    const at = isDigestDay(preference, day)
      ? instantOfWallClock(day, clockOfHour(preference.hour), preference.timeZone)
      : null;
    if (at === null || at > now) continue;
    return chosenAt !== null && at < chosenAt ? null : { day, at };
  }
  return null;
}

/** What a digest is for, once in a lifetime. */
export const digestSlotKey = (personId: string, day: SchoolDay): string => `digest/${personId}/${day}`;

/** What an immediate mail is for, once in a lifetime. */
export const noticeSlotKey = (notificationId: string): string => `notice/${notificationId}`;
