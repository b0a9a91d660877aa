import type { Meeting } from '../meeting';

/** Those who run the meeting and its note-taker write its minutes. */
export function writesMinutes({ runs, mine }: Pick<Meeting, 'runs' | 'mine'>): boolean {
  return runs || mine?.role === 'note_taker';
}
