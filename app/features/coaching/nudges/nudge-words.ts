import { dayOffOn, isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, formatClock, formatDay, formatWeekday, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { RecentNudge } from './nudge';

/** In characters. */
export const longestNudge = 1000;

const longestBreak = 150;

/** `Winter break: schools rest until Jan 4.`, the first day they are open again; null where they are open. */
export function restSentence(today: SchoolDay, daysOff: readonly DayOff[]): string | null {
  const rest = dayOffOn(today, daysOff);
  if (rest === null) return null;
  let open = addDays(today, 1);
  for (let days = 0; days < longestBreak && !isSchoolOpen(open, daysOff); days += 1) open = addDays(open, 1);
  return `${rest.name}: schools rest until ${formatDay(open, today)}.`;
}

/** The first day on which a team may be nudged again: the same weekday, so that no Monday follows a Sunday. */
export function nextNudgeDay({ sentAt }: Pick<RecentNudge, 'sentAt'>, timeZone: string): SchoolDay {
  return addDays(schoolDayAt(sentAt, timeZone), 7);
}

/** Why there is no second nudge within seven days. */
export function nudgedSentence({ coachName, sentAt }: RecentNudge, timeZone: string): string {
  const on = `${formatWeekday(schoolDayAt(sentAt, timeZone))}, ${formatClock(sentAt, timeZone)}`;
  const next = formatWeekday(nextNudgeDay({ sentAt }, timeZone));
  return `${coachName} wrote to this team on ${on}. One a week is enough: the next can go out on ${next}.`;
}

/** What the button beneath a nudge says. */
export function nudgeButton(path: string): string {
  if (path.startsWith('/cycles/')) return 'Open the cycle';
  return path.startsWith('/measures/') ? 'Log the number' : 'Open the team';
}
