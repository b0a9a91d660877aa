import type { MeetingKind } from '#db/vocabulary';

export const fewestMinutes = 5;
export const mostMinutes = 720;
export const mostTitle = 160;

/** How long a meeting of a kind is planned for unless somebody says otherwise. */
export const usualMinutes: Record<MeetingKind, number> = {
  network_day: 90,
  cohort_huddle: 10,
  team_meeting: 45,
};
