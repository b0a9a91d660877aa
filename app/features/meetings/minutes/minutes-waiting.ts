import type { SchoolDay } from '~/lib/school-day';

/** A meeting whose minutes wait to be sent. */
export type MinutesWaiting = { meetingId: string; title: string; day: SchoolDay };
