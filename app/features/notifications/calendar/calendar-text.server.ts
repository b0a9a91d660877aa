import ical from 'ical-generator';
import type { CalendarEntry } from './calendar-entries';

type About = { name: string; publicUrl: string; now: number };

/** The library writes a calendar's own name as it comes; RFC 5545 has text escaped (section 3.3.11). */
const escaped = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\;,]/g, '\\$&');
const oneLine = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim();

/** Entries as an iCalendar file (RFC 5545): whole days without a time zone, the same UID for the same thing. */
export function calendarText(entries: readonly CalendarEntry[], { name, publicUrl, now }: About): string {
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Boldline', product: 'Boldline', language: 'EN' },
    ttl: 3600,
  });
  for (const { uid, day, title, path } of entries) {
    const url = new URL(path, publicUrl).href;
    calendar.createEvent({
      ...{ id: `${uid}@${hostname}`, stamp: new Date(now), summary: oneLine(title), url },
      // Without a time zone the library takes the day in UTC.
      ...{ start: new Date(`${day}T00:00:00Z`), allDay: true },
      description: `Open it in Boldline: ${url}`,
    });
  }
  return calendar.toString();
}
