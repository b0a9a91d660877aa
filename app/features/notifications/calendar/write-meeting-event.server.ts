import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { ICalCalendar } from 'ical-generator';
import type { InvitationAnswer } from '#db/vocabulary';
import type { Attendee, MeetingEvent } from './meeting-event';
import { meetingUid } from './meeting-event';

const minuteMs = 60_000;
const oneLine = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();

const statuses: Record<InvitationAnswer, ICalAttendeeStatus> = {
  yes: ICalAttendeeStatus.ACCEPTED,
  maybe: ICalAttendeeStatus.TENTATIVE,
  no: ICalAttendeeStatus.DECLINED,
};

/** Where links lead, and this moment (UTC milliseconds). */
export type Written = { publicUrl: string; now: number };

/**
 * Puts a meeting into a calendar. Its times are instants in UTC: exact for a single meeting in every time zone and on both
 * sides of a change of clocks, without a description of the zone that might differ from the reader's own.
 */
export function addMeetingEvent(
  calendar: ICalCalendar,
  { meetingId, title, startsAt, minutes, place, link, sequence, isCancelled, changedAt }: MeetingEvent,
  { publicUrl, now }: Written,
) {
  const url = new URL(`/meetings/${meetingId}`, publicUrl).href;
  const where = [oneLine(place), oneLine(link)].filter((one) => one !== '').join(', ');
  return calendar.createEvent({
    ...{ id: `${meetingUid(meetingId)}@${new URL(publicUrl).hostname}`, sequence, url },
    ...{ start: new Date(startsAt), end: new Date(startsAt + minutes * minuteMs) },
    ...{ stamp: new Date(now), lastModified: new Date(changedAt) },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: oneLine(title),
    description: [...(link === '' ? [] : [`Join: ${oneLine(link)}`]), `Open it in Boldline: ${url}`].join(
      '\n',
    ),
    ...(where === '' ? {} : { location: where }),
  });
}

const aCalendar = (method: ICalCalendarMethod) =>
  ical({ prodId: { company: 'Boldline', product: 'Boldline', language: 'EN' }, method });

/** One meeting as a file to put into a calendar by hand (METHOD:PUBLISH). */
export function publishedMeeting(event: MeetingEvent, written: Written): string {
  const calendar = aCalendar(ICalCalendarMethod.PUBLISH);
  addMeetingEvent(calendar, event, written);
  return calendar.toString();
}

const withoutTime = (text: string) => text.replaceAll(/^DT(START|END)[^\r\n]*\r\n/gm, '');

type Asked = Written & {
  attendee: Attendee;
  /** Name and address the mail comes from: a calendar's own answer would go there. */
  organizer: { name: string; email: string };
  /** The invitation was taken back or the meeting cancelled: the date goes. */
  isOff: boolean;
  /** A cancellation needs no time (RFC 5546, 3.2.5), and this one's person is not told it. */
  hidesTime: boolean;
};

/** What goes with a mail to one person: a request, or its cancellation. Nobody else's address stands in it. */
export function requestedMeeting(
  event: MeetingEvent,
  { attendee, organizer, isOff, hidesTime, ...written }: Asked,
): { method: 'REQUEST' | 'CANCEL'; text: string } {
  const calendar = aCalendar(isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  const made = addMeetingEvent(calendar, { ...event, isCancelled: isOff }, written);
  made.organizer({ name: oneLine(organizer.name), email: organizer.email });
  made.createAttendee({
    ...{ name: oneLine(attendee.name), email: attendee.email, type: ICalAttendeeType.INDIVIDUAL },
    ...{ role: ICalAttendeeRole.REQ, rsvp: false },
    status: attendee.answer === null ? ICalAttendeeStatus.NEEDSACTION : statuses[attendee.answer],
  });
  return {
    method: isOff ? 'CANCEL' : 'REQUEST',
    text: hidesTime ? withoutTime(calendar.toString()) : calendar.toString(),
  };
}
