import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

type Newest = { number: number; inForceFrom: SchoolDay | null };

/**
 * The day from which a changed definition holds: the day asked for, else today. Versions follow each other in time: none is in
 * force before the one it changes, and none before it is written. Gives the day, or what is wrong with the one asked for.
 */
export function dayOfNewVersion(
  asked: SchoolDay | undefined,
  { newest, today }: { newest: Newest; today: SchoolDay },
): { ok: true; day: SchoolDay } | { ok: false; message: string } {
  const day = asked ?? today;
  if (day > today) return { ok: false, message: 'Change the definition on the day it changes, not before.' };
  if (newest.inForceFrom !== null && day < newest.inForceFrom)
    return {
      ok: false,
      message: `Version ${newest.number} is in force from ${formatDay(newest.inForceFrom, today)}: choose that day or a later one.`,
    };
  return { ok: true, day };
}
