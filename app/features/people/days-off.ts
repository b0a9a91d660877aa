import { addDays, daysBetween, formatSpan, weekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** A stretch on which schools rest, of the whole network (`leaId` null) or of one LEA. */
export type DayOff = { leaId: string | null; name: string; startsOn: SchoolDay; endsOn: SchoolDay };

/** The days off that hold for a team of an LEA. */
export function daysOffOf<T extends DayOff>(daysOff: readonly T[], leaId: string): T[] {
  return daysOff.filter((one) => one.leaId === null || one.leaId === leaId);
}

const within = (day: SchoolDay, daysOff: readonly DayOff[]) =>
  daysOff.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ?? null;

/** The days off that hold on a day. A weekend that touches one belongs to it: a break from Monday begins on Saturday. */
export function dayOffOn(day: SchoolDay, daysOff: readonly DayOff[]): DayOff | null {
  const here = within(day, daysOff);
  if (here !== null) return here;
  const [friday, monday] = { 6: [-1, 2], 0: [-2, 1] }[weekday(day)] ?? [];
  if (friday === undefined || monday === undefined) return null;
  return within(addDays(day, friday), daysOff) ?? within(addDays(day, monday), daysOff);
}

/** True from Monday to Friday, outside days off. */
export function isSchoolOpen(day: SchoolDay, daysOff: readonly DayOff[]): boolean {
  return ![0, 6].includes(weekday(day)) && within(day, daysOff) === null;
}

const longestLook = 800;

/** Calendar days after `from`, up to and with `to`, without days off. Never negative; looks back 800 days at most. */
export function daysWithoutBreaks(from: SchoolDay, to: SchoolDay, daysOff: readonly DayOff[]): number {
  const days = Math.min(daysBetween(from, to), longestLook);
  if (days <= 0) return 0;
  if (daysOff.length === 0) return days;
  let counted = 0;
  for (let back = 0; back < days; back += 1) if (dayOffOn(addDays(to, -back), daysOff) === null) counted += 1;
  return counted;
}

/** True where at least one school day lies from `from` to `to`, both included. */
export function hasSchoolDay(from: SchoolDay, to: SchoolDay, daysOff: readonly DayOff[]): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) if (isSchoolOpen(day, daysOff)) return true;
  return false;
}

/** `Winter break, Dec 21 to Jan 3`. */
export function dayOffWords({ name, startsOn, endsOn }: DayOff, today: SchoolDay): string {
  return `${name}, ${formatSpan(startsOn, endsOn, today)}`;
}
