import ical from 'ical-generator';
import type { ICalCalendar } from 'ical-generator';
import type { CalendarEntry, DayEntry } from './calendar-entries';
import { addMeetingEvent } from './write-meeting-event.server';

type About = { name: string; publicUrl: string; now: number };

/** The library writes a calendar's own name as it comes; RFC 5545 has text escaped (section 3.3.11). */
const escaped = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\;,]/g, '\\$&');
const oneLine = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();

function addDay(
  calendar: ICalCalendar,
  { uid, day, title, path, edition }: DayEntry,
  { publicUrl, now }: About,
): void {
  const url = new URL(path, publicUrl).href;
  calendar.createEvent({
    ...{ id: `${uid}@${new URL(publicUrl).hostname}`, stamp: new Date(now), summary: oneLine(title), url },
    // Without a time zone the library takes the day in UTC.
    ...{ start: new Date(`${day}T00:00:00Z`), allDay: true },
    description: `Open it in Boldline: ${url}`,
    ...(edition === undefined
      ? {}
      : { sequence: edition.sequence, lastModified: new Date(edition.changedAt) }),
  });
}

/**
 * Entries as an iCalendar file (RFC 5545): whole days without a time zone, meetings at their instants, the same UID for the
 * same thing.
 */
export function calendarText(entries: readonly CalendarEntry[], about: About): string {
  const calendar = ical({
    name: escaped(about.name),
    prodId: { company: 'Boldline', product: 'Boldline', language: 'EN' },
    ttl: 3600,
  });
  for (const entry of entries)
    if (entry.kind === 'day') addDay(calendar, entry, about);
    else addMeetingEvent(calendar, entry.event, about);
  return calendar.toString();
}
