import type { MeetingKind } from '#db/vocabulary';
import { formatDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

export const kindWords: Record<MeetingKind, string> = {
  network_day: 'Network day',
  cohort_huddle: 'Huddle',
  team_meeting: 'Team meeting',
};

/** `“Fall network day”, Oct 3`: a meeting in a list to choose from. */
export function meetingChoiceWords(
  { title, day }: { title: string; day: SchoolDay },
  today: SchoolDay,
): string {
  return `“${title}”, ${formatDay(day, today)}`;
}
