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

type Stretch = { from: SchoolDay; to: SchoolDay };

/** A break with the weekends it touches: those whose Friday or Monday is in it. */
function withWeekends({ startsOn, endsOn }: DayOff): Stretch {
  const long = startsOn < endsOn;
  const before = { 1: 2, 0: long ? 1 : 0 }[weekday(startsOn)] ?? 0;
  const after = { 5: 2, 6: long ? 1 : 0 }[weekday(endsOn)] ?? 0;
  return { from: addDays(startsOn, -before), to: addDays(endsOn, after) };
}

const known = new WeakMap<readonly DayOff[], Stretch[]>();

/** The breaks with their weekends, in order and apart from each other; worked out once for each list. */
function stretchesOf(daysOff: readonly DayOff[]): Stretch[] {
  const there = known.get(daysOff);
  if (there) return there;
  const apart: Stretch[] = [];
  for (const { from, to } of daysOff.map(withWeekends).toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else apart.push({ from, to });
  }
  known.set(daysOff, apart);
  return apart;
}

/** Calendar days after `from`, up to and with `to`, without days off. Never negative; looks back 800 days at most. */
export function daysWithoutBreaks(from: SchoolDay, to: SchoolDay, daysOff: readonly DayOff[]): number {
  const days = Math.min(daysBetween(from, to), longestLook);
  if (days <= 0) return 0;
  const first = addDays(to, 1 - days);
  return stretchesOf(daysOff).reduce((counted, one) => {
    const begin = one.from > first ? one.from : first;
    const end = one.to < to ? one.to : to;
    return begin > end ? counted : counted - daysBetween(begin, end) - 1;
  }, days);
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
