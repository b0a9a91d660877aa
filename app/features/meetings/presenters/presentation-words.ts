import { formatWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';
import type { PresentationState } from './presentation';

/** `Thu, Feb 6, 15:30` */
export function whenWords({ day, time }: { day: SchoolDay; time: ClockTime }): string {
  return `${formatWeekday(day)}, ${time}`;
}

export const stateWords: Record<PresentationState, string> = {
  asked: 'Asked',
  agreed: 'Agreed',
  declined: 'Not this time',
};

/** What a team reads of a presentation it was asked for. */
export function askedSentence({
  state,
  meetingTitle,
  day,
  time,
}: {
  state: PresentationState;
  meetingTitle: string;
  day: SchoolDay;
  time: ClockTime;
}): string {
  const meeting = `${meetingTitle} on ${whenWords({ day, time })}`;
  if (state === 'agreed') return `You present this at ${meeting}.`;
  if (state === 'declined') return `You said: not this time, at ${meeting}.`;
  return `${meeting} asks you to present this.`;
}
