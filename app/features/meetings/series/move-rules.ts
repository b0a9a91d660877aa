import type { MeetingRhythm } from '#db/vocabulary';
import type { DayOff } from '~/features/people/days-off';
import type { SchoolDay } from '~/lib/school-day';
import { nextDays } from './series-rules';

/** How many meetings move at once: weekly ones of four years. */
export const mostMovedAtOnce = 200;

export type MoveChoice = {
  /** The new day of the first one. */
  day: SchoolDay;
  /** How the later ones follow it. */
  rhythm: MeetingRhythm;
  which: 'this' | 'later';
};

export type MovedDay = {
  id: string;
  from: SchoolDay;
  to: SchoolDay;
  /** The day off that moved it by whole weeks; null where none did. */
  because: string | null;
};

/**
 * The new days of meetings in their order: the first on the day that was chosen, the later ones in the rhythm from there, as when
 * a series is planned; fewer where breaks leave no room. Only the first where it moves alone.
 */
export function movedDays(
  meetings: readonly { id: string; day: SchoolDay }[],
  { day, rhythm, which }: MoveChoice,
  daysOff: readonly DayOff[],
): MovedDay[] {
  const [first, ...later] = meetings;
  if (!first) return [];
  const moved: MovedDay[] = [{ id: first.id, from: first.day, to: day, because: null }];
  if (which === 'this') return moved;
  const { days } = nextDays(day, rhythm, later.length, daysOff);
  for (const [index, next] of days.entries()) {
    const one = later[index];
    if (one) moved.push({ id: one.id, from: one.day, to: next.day, because: next.because });
  }
  return moved;
}
