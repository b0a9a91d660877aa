import type { SchoolDay } from '~/lib/school-day';
import { addMonths, monthOf } from '~/lib/school-month';
import type { DaySpan } from '../time-span';

/** The time a new report begins with: three months up to today, or the last three of a cohort that is over. */
export function lastQuarter(
  { startsOn, endsOn }: { startsOn: SchoolDay; endsOn: SchoolDay },
  today: SchoolDay,
): DaySpan {
  const through = endsOn < today ? endsOn : today;
  const months = addMonths(monthOf(through), -2);
  const from = months < startsOn ? startsOn : months;
  return { from: from > through ? through : from, through };
}
