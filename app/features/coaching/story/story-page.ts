import { groupedBy } from '~/lib/grouped-by';
import type { SchoolDay } from '~/lib/school-day';
import type { StoryEntry } from './team-story';

export type StoryMonth = { month: string; name: string; entries: StoryEntry[] };
export type StoryPage = { months: StoryMonth[]; older: SchoolDay | null };

export const pageSize = 40;
const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];

function monthName(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/**
 * About forty entries by month, those of days before `before`. A page ends with a whole day, so that `older`, its last day,
 * is where the next one begins; null on the last page.
 */
export function storyPage(entries: readonly StoryEntry[], before: SchoolDay | null): StoryPage {
  const from = before === null ? 0 : entries.findIndex(({ on }) => on < before);
  if (from < 0) return { months: [], older: null };
  const last = entries[from + pageSize - 1];
  const end = last ? entries.findIndex(({ on }) => on < last.on) : -1;
  const shown = entries.slice(from, end < 0 ? undefined : end);
  const months = [...groupedBy(shown, ({ on }) => on.slice(0, 7))].map(([month, ones]) => ({
    ...{ month, name: monthName(month), entries: ones },
  }));
  return { months, older: end < 0 ? null : (last?.on ?? null) };
}
