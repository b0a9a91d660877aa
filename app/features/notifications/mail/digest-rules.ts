import { addDays, schoolDayAt, weekday as weekdayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { MailPreference } from '../preference/mail-preference';

/** One turn of a person's digest: its day in the person's calendar, and its instant in UTC milliseconds. */
export type DigestSlot = { day: SchoolDay; at: number };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Two weeks: a time zone may leave out a whole day. */
const daysLookedBack = 14;

const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(timeZone, made);
  return made;
}

/** What the clock on the wall shows at an instant, as if it were UTC; in milliseconds, whole seconds. */
function wallClockAt(instant: number, timeZone: string): number {
  const parts = wallFormat(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return Date.parse(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`,
  );
}

/**
 * The instant at which an hour of a day comes in a time zone: the first, where the clock is set back and shows it twice;
 * the end of the gap, where the clock is set forward over it. Null where the time zone leaves out the whole day.
 */
export function instantOfHour(day: SchoolDay, hour: number, timeZone: string): number | null {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * hourMs;
  const asBefore = wall - (wallClockAt(wall - dayMs, timeZone) - (wall - dayMs));
  const asAfter = wall - (wallClockAt(wall + dayMs, timeZone) - (wall + dayMs));
  const shown = [asBefore, asAfter].filter((instant) => wallClockAt(instant, timeZone) === wall);
  const instant = shown.length > 0 ? Math.min(...shown) : Math.max(asBefore, asAfter);
  return schoolDayAt(instant, timeZone) === day ? instant : null;
}

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
    const at = isDigestDay(preference, day) ? instantOfHour(day, preference.hour, preference.timeZone) : null;
    if (at === null || at > now) continue;
    return chosenAt !== null && at < chosenAt ? null : { day, at };
  }
  return null;
}

/** What a digest is for, once in a lifetime. */
export const digestSlotKey = (personId: string, day: SchoolDay): string => `digest/${personId}/${day}`;

/** What an immediate mail is for, once in a lifetime. */
export const noticeSlotKey = (notificationId: string): string => `notice/${notificationId}`;
