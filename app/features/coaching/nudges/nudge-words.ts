import { dayOffOn, isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, formatClock, formatDay, formatWeekday, mondayOf, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { NudgeOfWeek } from './nudge';

type Clock = { timeZone: string; today: SchoolDay };

const longestBreak = 150;

/** `Winter break: schools rest until Jan 4.`, the first day they are open again; null where they are open. */
export function restSentence(today: SchoolDay, daysOff: readonly DayOff[]): string | null {
  const rest = dayOffOn(today, daysOff);
  if (rest === null) return null;
  let open = addDays(today, 1);
  for (let days = 0; days < longestBreak && !isSchoolOpen(open, daysOff); days += 1) open = addDays(open, 1);
  return `${rest.name}: schools rest until ${formatDay(open, today)}.`;
}

/** Why there is no second nudge this week. */
export function nudgedSentence({ coachName, sentAt }: NudgeOfWeek, { timeZone, today }: Clock): string {
  const on = `${formatWeekday(schoolDayAt(sentAt, timeZone))}, ${formatClock(sentAt, timeZone)}`;
  const next = formatWeekday(addDays(mondayOf(today), 7));
  return `${coachName} wrote to this team this week, on ${on}. One a week is enough: the next can go out on ${next}.`;
}

/** What the button beneath a nudge says. */
export function nudgeButton(path: string): string {
  if (path.startsWith('/cycles/')) return 'Open the cycle';
  return path.startsWith('/measures/') ? 'Log the number' : 'Open the team';
}
