import type { Meeting } from '../meeting';

type KnownToCalendars = Pick<
  Meeting,
  'title' | 'purpose' | 'day' | 'time' | 'timeZone' | 'minutes' | 'place' | 'link'
>;
type Stored = KnownToCalendars & Pick<Meeting, 'sequence' | 'announcedAt'>;

const known = ['title', 'purpose', 'day', 'time', 'timeZone', 'minutes', 'place', 'link'] as const;

/**
 * The edition that calendars are to have after a change (RFC 5545, SEQUENCE): one more where an announced meeting's invitation
 * would read otherwise, else the one it has. Who was mailed an earlier one is mailed again.
 */
export function nextSequence(stored: Stored, changed: KnownToCalendars): number {
  if (stored.announcedAt === null) return stored.sequence;
  return known.some((name) => stored[name] !== changed[name]) ? stored.sequence + 1 : stored.sequence;
}
