import type { MeetingRhythm } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';

/** A meeting in the list of its series. */
export type SeriesMeeting = {
  id: string;
  title: string;
  day: SchoolDay;
  time: ClockTime;
  startsAt: number;
  minutes: number;
  isDraft: boolean;
  isCancelled: boolean;
};

export const rhythmNames: Record<MeetingRhythm, string> = {
  weekly: 'Every week',
  every_two_weeks: 'Every two weeks',
  monthly: 'Every month, same weekday of the month',
  quarterly: 'Every quarter, same weekday of the month',
};
