import type { MeasureFrequency } from '#db/vocabulary';
import { nextDue, periodOf } from '~/features/measures/due-rules';
import { isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** Two school years of empty periods are no calendar. */
const mostPeriods = 110;

/** The last day of a stretch on which schools are open, not before `today`; null where there is none. */
function lastOpenDay(
  { from, to }: { from: SchoolDay; to: SchoolDay },
  today: SchoolDay,
  daysOff: readonly DayOff[],
): SchoolDay | null {
  const first = from < today ? today : from;
  for (let day = to; day >= first; day = addDays(day, -1)) if (isSchoolOpen(day, daysOff)) return day;
  return null;
}

/**
 * The day by which a measure owes its next number: the last school day of the first period, from today's on, that has
 * none yet and in which school is open. Null for a measure that has come to rest.
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
  let period = periodOf(frequency, next.state === 'later' ? next.on : today);
  for (let tried = 0; tried < mostPeriods; tried += 1) {
    const day = lastOpenDay(period, today, daysOff);
    if (day !== null) return day;
    period = periodOf(frequency, addDays(period.to, 1));
  }
  return null;
}
