import type { MeasureFrequency } from '#db/vocabulary';
import { nextDue, periodOf } from '~/features/measures/due-rules';
import { dayOffOn, isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** Two school years of empty periods are no calendar. */
const mostPeriods = 110;

/** The last day of a stretch on which schools are open, not before `earliest`; null where there is none. */
function lastOpenDay(
  { from, to }: { from: SchoolDay; to: SchoolDay },
  earliest: SchoolDay,
  daysOff: readonly DayOff[],
): SchoolDay | null {
  const first = from < earliest ? earliest : from;
  for (let day = to; day >= first; day = addDays(day, -1)) if (isSchoolOpen(day, daysOff)) return day;
  return null;
}

/**
 * The day by which a measure owes its next number. What is late stands on today. What is due stands on the last school
 * day of the present period, or on the period's last day once its school days are over. Else, and where schools rest
 * today or the whole period, it is the last school day of the first period from today's on in which school is open.
 * Null for a measure that has come to rest.
 * @param newest day of its newest number; null for none
 */
export function nextDueDay(
  frequency: MeasureFrequency,
  newest: SchoolDay | null,
  today: SchoolDay,
  daysOff: readonly DayOff[],
): SchoolDay | null {
  const next = nextDue(frequency, newest, today);
  if (next.state === 'silent') return null;
  const isOwed = next.state === 'late' || next.state === 'due';
  if (isOwed && dayOffOn(today, daysOff) === null) {
    if (next.state === 'late') return today;
    const { from, to } = periodOf(frequency, today);
    const hadSchool = lastOpenDay({ from, to }, from, daysOff) !== null;
    if (hadSchool && lastOpenDay({ from, to }, today, daysOff) === null) return to;
  }
  let period = periodOf(frequency, next.state === 'later' ? next.on : today);
  for (let tried = 0; tried < mostPeriods; tried += 1) {
    const day = lastOpenDay(period, today, daysOff);
    if (day !== null) return day;
    period = periodOf(frequency, addDays(period.to, 1));
  }
  return null;
}
