import { formatWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { wallClockOf } from '~/lib/wall-clock';
import type { ClockTime } from '~/lib/wall-clock';

type Timed = { startsAt: number; minutes: number; timeZone: string };

const minuteMs = 60_000;

/** `New York time`, of `America/New_York`; the name itself where it names no place. */
export function zoneWords(timeZone: string): string {
  if (timeZone === 'UTC' || timeZone.startsWith('Etc/')) return 'UTC';
  return `${(timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')} time`;
}

/** `Thu, Feb 6, 15:30`; with the year where it is not that of `today`. */
export function startWords(
  { day, time }: { day: SchoolDay; time: ClockTime },
  today: SchoolDay | null = null,
): string {
  const year = today === null || today.slice(0, 4) === day.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`;
  return `${formatWeekday(day)}${year}, ${time}`;
}

/** `Thu, Feb 6, 15:30 to 17:00, New York time`, in the meeting's time zone or in another one. */
export function whenWords(
  { startsAt, minutes, timeZone }: Timed,
  { inZone = timeZone, today = null }: { inZone?: string; today?: SchoolDay | null } = {},
): string {
  const [from, to] = [wallClockOf(startsAt, inZone), wallClockOf(startsAt + minutes * minuteMs, inZone)];
  const end = to.day === from.day ? to.time : startWords(to);
  return `${startWords(from, today)} to ${end}, ${zoneWords(inZone)}`;
}

/** The clocks of two time zones show the same while a meeting lasts. */
export function sameClock(
  { startsAt, minutes }: Omit<Timed, 'timeZone'>,
  one: string,
  other: string,
): boolean {
  return [startsAt, startsAt + minutes * minuteMs].every((instant) => {
    const [here, there] = [wallClockOf(instant, one), wallClockOf(instant, other)];
    return here.day === there.day && here.time === there.time;
  });
}

/** The same in the reader’s own zone; null where clocks there show the same while it lasts. */
export function whenForReader(meeting: Timed & { day: SchoolDay }, readerZone: string): string | null {
  const { startsAt, minutes, day, timeZone } = meeting;
  if (sameClock(meeting, timeZone, readerZone)) return null;
  const start = wallClockOf(startsAt, readerZone);
  const end = wallClockOf(startsAt + minutes * minuteMs, readerZone);
  const on = start.day === day ? '' : `${formatWeekday(start.day)}, `;
  return `for you ${on}${start.time} to ${end.time}, ${zoneWords(readerZone)}`;
}
