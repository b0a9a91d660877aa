import { periodOf } from '~/features/measures/due-rules';
import { hasSchoolDay, isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, daysBetween } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadMeasure, TeamFacts } from './caseload';

const longestLook = 400;

/** School days after `from`, up to and with `to`; looks back 400 days at most. */
export function schoolDaysAfter(from: SchoolDay, to: SchoolDay, daysOff: readonly DayOff[]): number {
  const days = Math.min(daysBetween(from, to), longestLook);
  let counted = 0;
  for (let back = 0; back < days; back += 1) if (isSchoolOpen(addDays(to, -back), daysOff)) counted += 1;
  return counted;
}

export type DataSilence = {
  /** Whole periods with school days, past and without a number. */
  periods: number;
  /** The day from which numbers are missing: the newest number's, else the cycle's first in Do. */
  since: SchoolDay;
  cycleId: string;
};

/**
 * How long a measure of a cycle in Do has had no number. Only whole periods count that begin after the newest number and not
 * before the cycle; those without a school day do not. Null while no cycle in Do uses it.
 */
export function dataSilence(
  measure: CaseloadMeasure,
  { cycles, today, daysOff }: Pick<TeamFacts, 'cycles' | 'today' | 'daysOff'>,
): DataSilence | null {
  const using = cycles.filter(({ stage, measureIds }) => stage === 'do' && measureIds.includes(measure.id));
  const first = using.toSorted((one, other) => one.plannedStart.localeCompare(other.plannedStart))[0];
  if (!first) return null;
  const begun = first.enteredOn > first.plannedStart ? first.enteredOn : first.plannedStart;
  const newest = measure.newest;
  let periods = 0;
  let period = periodOf(measure.frequency, today);
  while (daysBetween(period.from, today) < longestLook) {
    period = periodOf(measure.frequency, addDays(period.from, -1));
    if (period.from < begun || (newest !== null && period.from <= newest)) break;
    if (hasSchoolDay(period.from, period.to, daysOff)) periods += 1;
  }
  return { periods, since: newest !== null && newest > begun ? newest : begun, cycleId: first.id };
}
