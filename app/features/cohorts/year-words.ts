import type { SchoolDay } from '~/lib/school-day';

/** Where a cohort's year stands: `not begun yet`, `running`, `finished`. */
export function yearWords(
  { startsOn, endsOn }: { startsOn: SchoolDay; endsOn: SchoolDay },
  today: SchoolDay,
): string {
  if (endsOn < today) return 'finished';
  return startsOn > today ? 'not begun yet' : 'running';
}
