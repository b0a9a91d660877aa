import ICAL from 'ical.js';

export type CalendarDate = {
  method: string | null;
  uid: string;
  title: string;
  sequence: number;
  status: string;
  /** UTC milliseconds. */
  startsAt: number;
  endsAt: number;
  isDate: boolean;
  attendee: { address: string; status: string } | null;
  organizer: string | null;
  location: string;
  description: string;
  stamp: number;
};

const msOf = (time: ICAL.Time) => time.toJSDate().getTime();

/** The events of an iCalendar file, as a strict reader finds them. */
export function eventsOf(text: string): CalendarDate[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  const method = calendar.getFirstPropertyValue('method');
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    const attendee = part.getFirstProperty('attendee');
    const organizer = part.getFirstPropertyValue('organizer');
    const stamp = part.getFirstPropertyValue('dtstamp');
    return {
      method: typeof method === 'string' ? method : null,
      ...{ uid: event.uid, title: event.summary, sequence: event.sequence },
      status: String(part.getFirstPropertyValue('status')),
      ...{ startsAt: msOf(event.startDate), endsAt: msOf(event.endDate), isDate: event.startDate.isDate },
      attendee: attendee
        ? {
            address: String(attendee.getFirstValue()).replace(/^mailto:/i, ''),
            status: String(attendee.getFirstParameter('partstat')),
          }
        : null,
      organizer: organizer === null ? null : String(organizer),
      ...{ location: event.location ?? '', description: event.description ?? '' },
      stamp: stamp instanceof ICAL.Time ? msOf(stamp) : Number.NaN,
    };
  });
}

/** What a calendar shows after it has taken these files in, by the rule of RFC 5545: of one UID the higher edition, or the later stamp, stands. */
export function calendarAfter(files: readonly string[]): CalendarDate[] {
  const shown = new Map<string, CalendarDate>();
  for (const event of files.flatMap(eventsOf)) {
    const known = shown.get(event.uid);
    const isNewer =
      known === undefined ||
      event.sequence > known.sequence ||
      (event.sequence === known.sequence && event.stamp >= known.stamp);
    if (isNewer) shown.set(event.uid, event);
  }
  return [...shown.values()];
}
