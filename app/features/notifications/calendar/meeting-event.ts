import type { InvitationAnswer } from '#db/vocabulary';

/** A meeting as calendars know it. What stands in it may leave the team. */
export type MeetingEvent = {
  meetingId: string;
  title: string;
  /** UTC milliseconds. */
  startsAt: number;
  minutes: number;
  place: string;
  link: string;
  /** The edition: a calendar replaces what it has by a higher one (RFC 5545, SEQUENCE). */
  sequence: number;
  isCancelled: boolean;
  /** When it was last changed; UTC milliseconds. */
  changedAt: number;
};

/** The one whose calendar it is. */
export type Attendee = { name: string; email: string; answer: InvitationAnswer | null };

/** The same for a meeting in every mail, file and feed, so that a calendar updates it instead of showing it twice. */
export const meetingUid = (meetingId: string): string => `meeting-${meetingId}`;
