import type { Meeting } from '../meeting';

type Difference = { label: string; theirs: string; mine: string };

const text = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Where a typed meeting differs from the one saved meanwhile. */
export function meetingDifferences(meeting: Meeting, typed: Record<string, unknown>): Difference[] {
  const zone = (name: string) => name.replaceAll('_', ' ');
  return [
    { label: 'Title', theirs: meeting.title, mine: text(typed.title) },
    { label: 'Day', theirs: meeting.day, mine: text(typed.day) },
    { label: 'Begins at', theirs: meeting.time, mine: text(typed.time) },
    { label: 'Time zone', theirs: zone(meeting.timeZone), mine: zone(text(typed.timeZone)) },
    { label: 'Minutes', theirs: String(meeting.minutes), mine: text(typed.minutes) },
    { label: 'Place', theirs: meeting.place, mine: text(typed.place) },
    { label: 'Link', theirs: meeting.link, mine: text(typed.link) },
    { label: 'What it is for', theirs: meeting.purpose, mine: text(typed.purpose) },
  ].filter(({ theirs, mine }) => theirs.trim() !== mine);
}
