import type { Meeting } from '../meeting';

type OfReader = Pick<Meeting, 'runs' | 'mine'>;

/** Whoever is invited or runs it takes part: says something, votes, is here. Others who may read it look on. */
export function takesPart({ runs, mine }: OfReader): boolean {
  return runs || mine !== null;
}

/** Whoever runs it, and its facilitator of the day, notes who is here and what the room has taken up. */
export function leadsRoom({ runs, mine }: OfReader): boolean {
  return runs || mine?.role === 'facilitator';
}

/** Why nobody presses on the clock of this meeting; null where those who keep it may. */
export function clockProblem(meeting: Pick<Meeting, 'announcedAt' | 'cancelledAt'>): string | null {
  if (meeting.cancelledAt !== null) return 'This meeting was cancelled, so its clock does not run.';
  return meeting.announcedAt === null ? 'Announce the meeting first; then its clock can run.' : null;
}

