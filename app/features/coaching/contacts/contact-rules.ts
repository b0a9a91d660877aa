import { hasSchoolDay } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, mondayOf } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ContactRow, ContactWeek, HeardOn } from './contact';

export const weeksShown = 12;

/** The Mondays of the last twelve weeks, this one last. */
export function calendarMondays(today: SchoolDay): SchoolDay[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeksShown }, (_, index) => addDays(monday, 7 * (index - weeksShown + 1)));
}

/** The days off that leave no school day in a week; null where there is school. */
function offWeek(monday: SchoolDay, daysOff: readonly DayOff[]): string | null {
  const friday = addDays(monday, 4);
  if (hasSchoolDay(monday, friday, daysOff)) return null;
  const off = daysOff.find(({ startsOn, endsOn }) => startsOn <= friday && monday <= endsOn);
  return off?.name ?? null;
}

/** How a team heard from its coach, week by week, and when it did last. */
export function contactWeeks(
  heard: HeardOn[],
  mondays: SchoolDay[],
  daysOff: readonly DayOff[],
): { weeks: ContactWeek[]; last: ContactRow['last'] } {
  const weeks = mondays.map((monday): ContactWeek => {
    const within = heard.filter(({ on }) => mondayOf(on) === monday);
    return { monday, heard: [...new Set(within.map((one) => one.heard))], off: offWeek(monday, daysOff) };
  });
  const last = heard.reduce<ContactRow['last']>(
    (newest, { heard: how, on }) => (newest === null || on > newest.on ? { heard: how, on } : newest),
    null,
  );
  return { weeks, last };
}
