import { addDays, daysBetween, formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

type Stretch = { id: string; leaId: string | null; name: string; startsOn: SchoolDay; endsOn: SchoolDay };

/** Longer than any summer: a year typed wrong. */
export const mostDaysOff = 120;
/** How far from today days off may lie, in days. */
const back = 400;
const ahead = 1100;

/** What is wrong with days off, by field; null when nothing is. `others` are those that stand already. */
export function dayOffProblem(
  one: Stretch,
  others: readonly Stretch[],
  today: SchoolDay,
): { field: 'startsOn' | 'endsOn'; message: string } | null {
  const { startsOn, endsOn } = one;
  if (endsOn < startsOn) return { field: 'endsOn', message: 'The last day lies before the first.' };
  if (startsOn < addDays(today, -back))
    return { field: 'startsOn', message: 'This lies more than a year back. Is the year right?' };
  if (startsOn > addDays(today, ahead))
    return { field: 'startsOn', message: 'This lies more than three years ahead. Is the year right?' };
  if (daysBetween(startsOn, endsOn) >= mostDaysOff)
    return { field: 'endsOn', message: `These are more than ${mostDaysOff} days. Is the year right?` };
  const there = others.find(
    (other) =>
      other.id !== one.id &&
      other.leaId === one.leaId &&
      other.startsOn <= endsOn &&
      startsOn <= other.endsOn,
  );
  if (!there) return null;
  const span = formatSpan(there.startsOn, there.endsOn, today);
  return {
    field: 'startsOn',
    message: `“${there.name}” is there already: ${span}. Change that one instead.`,
  };
}
