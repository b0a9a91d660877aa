import { addDays, daysBetween, isSchoolDay, mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

export const weeksShown = 12;
const mostWeeks = 60;

export type WeekWindow = {
  /** The weeks to show by their Mondays, the earliest first. */
  mondays: SchoolDay[];
  wholeYear: boolean;
  /** The last week of the twelve before and of the twelve after; null where there are none. */
  earlier: SchoolDay | null;
  later: SchoolDay | null;
};

const clamp = (day: SchoolDay, low: SchoolDay, high: SchoolDay) =>
  day < low ? low : day > high ? high : day;

function weeksBetween(first: SchoolDay, last: SchoolDay): SchoolDay[] {
  const count = Math.min(mostWeeks, Math.floor(daysBetween(first, last) / 7) + 1);
  return Array.from({ length: count }, (_, back) => addDays(last, -7 * (count - 1 - back)));
}

/**
 * The weeks of a cohort that a page shows: twelve up to `until` (the newest unless said), or the whole year so far.
 * @param until any day; its week is the last one shown, within the cohort's own weeks
 */
export function weeksOf(
  { startsOn, endsOn }: { startsOn: SchoolDay; endsOn: SchoolDay },
  today: SchoolDay,
  { until, wholeYear }: { until: string | null; wholeYear: boolean },
): WeekWindow {
  const first = mondayOf(startsOn);
  const newest = clamp(mondayOf(today), first, mondayOf(endsOn));
  if (wholeYear) return { mondays: weeksBetween(first, newest), wholeYear, earlier: null, later: null };
  const asked = until !== null && isSchoolDay(until) ? mondayOf(until) : newest;
  const last = clamp(asked, first, newest);
  const from = clamp(addDays(last, -7 * (weeksShown - 1)), first, last);
  const later = clamp(addDays(last, 7 * weeksShown), first, newest);
  return {
    mondays: weeksBetween(from, last),
    wholeYear,
    earlier: from > first ? addDays(from, -7) : null,
    later: last < newest ? later : null,
  };
}
