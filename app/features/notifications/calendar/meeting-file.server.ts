import type { Meeting } from '~/features/meetings/meeting';
import { discreetMeeting } from '../discreet-words';
import { publishedMeeting } from './write-meeting-event.server';
import type { Written } from './write-meeting-event.server';

/** A meeting that `findMeeting` gave, as a file to put into a calendar by hand. */
export function publishedMeetingOf(meeting: Meeting, written: Written): string {
  const isCancelled = meeting.cancelledAt !== null;
  const changedAt = meeting.cancelledAt ?? meeting.announcedAt ?? written.now;
  const event = { ...discreetMeeting(meeting, []), meetingId: meeting.id, isCancelled, changedAt };
  return publishedMeeting(event, written);
}
