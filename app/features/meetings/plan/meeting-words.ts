import type { MeetingKind } from '#db/vocabulary';
import { addDays, formatDay, formatWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { wallClockOf } from '~/lib/wall-clock';
import type { Meeting } from '../meeting';

export const kindWords: Record<MeetingKind, string> = {
  network_day: 'Network day',
  cohort_huddle: 'Huddle',
  team_meeting: 'Team meeting',
};

/** `New York time`, from an IANA name. */
export function zoneWords(timeZone: string): string {
  if (timeZone === 'UTC') return 'UTC';
  return `${(timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')} time`;
}

type Timed = Pick<Meeting, 'day' | 'time' | 'timeZone' | 'startsAt' | 'minutes'>;

const minuteMs = 60_000;

function yearOf(day: SchoolDay, today: SchoolDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? '' : `, ${day.slice(0, 4)}`;
}

/** `Thu, Feb 6, 15:30`, on the wall where it is held. */
export function startWords({ day, time }: Pick<Meeting, 'day' | 'time'>, today: SchoolDay): string {
  return `${formatWeekday(day)}${yearOf(day, today)}, ${time}`;
}

/** `Thu, Feb 6, 15:30 to 17:00, New York time`. */
export function whenWords(meeting: Timed, today: SchoolDay): string {
  const { startsAt, minutes, timeZone, day } = meeting;
  const end = wallClockOf(startsAt + minutes * minuteMs, timeZone);
  const until = end.day === day ? end.time : `${formatWeekday(end.day)}, ${end.time}`;
  return `${startWords(meeting, today)} to ${until}, ${zoneWords(timeZone)}`;
}

/** The same in the reader's own zone; null where clocks there show the same at both ends. */
export function whenForReader(meeting: Timed, readerZone: string): string | null {
  const { startsAt, minutes, day, time, timeZone } = meeting;
  if (readerZone === timeZone) return null;
  const start = wallClockOf(startsAt, readerZone);
  const end = wallClockOf(startsAt + minutes * minuteMs, readerZone);
  const held = wallClockOf(startsAt + minutes * minuteMs, timeZone);
  if (start.day === day && start.time === time && end.time === held.time) return null;
  const on = start.day === day ? '' : `${formatWeekday(start.day)}, `;
  return `for you ${on}${start.time} to ${end.time}, ${zoneWords(readerZone)}`;
}

/** `today`, `tomorrow`, `in 5 days`; nothing for days further away or past. */
export function soonWords(day: SchoolDay, today: SchoolDay): string {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return '';
}

/** `“Fall network day”, Oct 3`: a meeting in a list to choose from. */
export function meetingChoiceWords(
  { title, day }: { title: string; day: SchoolDay },
  today: SchoolDay,
): string {
  return `“${title}”, ${formatDay(day, today)}`;
}
