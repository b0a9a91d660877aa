import { schoolDayAt } from './school-day';
import type { SchoolDay } from './school-day';

/** A time on the wall, `HH:MM` from `00:00` to `23:59`. */
export type ClockTime = string;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

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

export const clockOfHour = (hour: number): ClockTime => `${String(hour).padStart(2, '0')}:00`;

function minutesOf(time: ClockTime): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The instant (UTC milliseconds) at which a time of a day comes in a time zone (IANA name): the first, where the clock is set
 * back and shows it twice; the end of the gap, where the clock is set forward over it. Null where the time zone leaves out
 * the whole day.
 */
export function instantOfWallClock(day: SchoolDay, time: ClockTime, timeZone: string): number | null {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * minuteMs;
  const asBefore = wall - (wallClockAt(wall - dayMs, timeZone) - (wall - dayMs));
  const asAfter = wall - (wallClockAt(wall + dayMs, timeZone) - (wall + dayMs));
  const shown = [asBefore, asAfter].filter((instant) => wallClockAt(instant, timeZone) === wall);
  const instant = shown.length > 0 ? Math.min(...shown) : Math.max(asBefore, asAfter);
  return schoolDayAt(instant, timeZone) === day ? instant : null;
}

/** The day and the time on the wall of a time zone at an instant (UTC milliseconds). */
export function wallClockOf(instant: number, timeZone: string): { day: SchoolDay; time: ClockTime } {
  const text = new Date(wallClockAt(instant, timeZone)).toISOString();
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}
