import { groupedBy } from '~/lib/grouped-by';
import { isSchoolOpen } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { addDays, isSchoolDay, nextWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { longestCommitment, usualDays } from './commitment-bounds';
import type { Commitment } from './commitment';

const longestLook = 90;

/** When the meeting is that something is taken on in, and the next one of the same cohort or team; null where none is near. */
export type MeetingDays = { meetingDay: SchoolDay; nextDay: SchoolDay | null };

/**
 * The day a new commitment suggests: that of the next meeting; else two weeks from today, or the first day after on which school
 * is open. A meeting that is held before its planned day is not due to itself: that day is passed over.
 */
export function usualByWhen(
  today: SchoolDay,
  daysOff: readonly DayOff[],
  { meetingDay, nextDay }: MeetingDays,
): SchoolDay {
  if (nextDay !== null) return nextDay;
  const first = addDays(today, usualDays);
  for (let days = 0; days < longestLook; days += 1) {
    const day = addDays(first, days);
    if (day !== meetingDay && isSchoolOpen(day, daysOff)) return day;
  }
  return nextWeekday(first);
}

/** What is wrong with its words; null when nothing is. */
export function whatProblem(what: string): string | null {
  if (what.trim() === '') return 'Write what will be done, in a few words.';
  return what.trim().length > longestCommitment
    ? `Please keep this under ${longestCommitment} characters.`
    : null;
}

/** What is wrong with its day; null when nothing is. A day that stood before may stay although it has passed. */
export function byWhenProblem(day: string, today: SchoolDay, before?: SchoolDay): string | null {
  if (!isSchoolDay(day)) return 'Choose the day by which it will be done.';
  if (day === before) return null;
  if (day < today) return 'This day has passed. Choose one from today on.';
  return day > addDays(today, 730) ? 'Choose a day within two years.' : null;
}

export type CommitmentGroup = { key: string; name: string; commitments: Commitment[] };

/** By team in alphabetical order, those who run the meetings last; within a team by day, then as they were made. */
export function byTeam(commitments: readonly Commitment[]): CommitmentGroup[] {
  const inOrder = commitments.toSorted(
    (one, other) => one.byWhen.localeCompare(other.byWhen) || one.id.localeCompare(other.id),
  );
  const groups = [...groupedBy(inOrder, ({ team }) => team?.id ?? '')].map(([key, some]) => {
    const team = some[0]?.team ?? null;
    const name = team === null ? 'Those who run the meetings' : `${team.schoolName} · ${team.name}`;
    return { key, name, commitments: some };
  });
  return groups.toSorted(
    (one, other) =>
      Number(one.key === '') - Number(other.key === '') ||
      one.name.localeCompare(other.name) ||
      one.key.localeCompare(other.key),
  );
}
