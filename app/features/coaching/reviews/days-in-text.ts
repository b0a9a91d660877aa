import type { CycleField } from '#db/vocabulary';
import { formatDay, isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** A part's text with its days as people write them. Only tasks hold days of ours; other words stay as they were typed. */
export function withDays<T extends string | null>(
  text: T,
  field: CycleField | null,
  today: SchoolDay,
): T | string {
  if (text === null || field !== 'tasks') return text;
  return text.replaceAll(/(?<=^|· )\d{4}-\d{2}-\d{2}$/gm, (day) =>
    isSchoolDay(day) ? formatDay(day, today) : day,
  );
}
