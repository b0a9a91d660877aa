import type { Meeting } from '../meeting';
import type { RoomClock } from './room';

type OfReader = Pick<Meeting, 'runs' | 'mine'>;

/** Whoever is invited or runs it takes part: says something, votes, is here. Others who may read it look on. */
export function takesPart({ runs, mine }: OfReader): boolean {
  return runs || mine !== null;
}

/** Whoever runs it, and its facilitator of the day, notes who is here and what the room has taken up. */
export function leadsRoom({ runs, mine }: OfReader): boolean {
  return runs || mine?.role === 'facilitator';
}

/** Why nothing is said or noted in this room; null where it is. */
export function roomProblem({ announcedAt, cancelledAt }: Pick<Meeting, 'announcedAt' | 'cancelledAt'>) {
  if (cancelledAt !== null) return 'This meeting was cancelled. What was written before can be read.';
  return announcedAt === null ? 'This meeting has not been announced yet.' : null;
}

/** Why nobody presses on the clock of this meeting; null where those who keep it may. */
export function clockProblem(meeting: Pick<Meeting, 'announcedAt' | 'cancelledAt'>): string | null {
  if (meeting.cancelledAt !== null) return 'This meeting was cancelled, so its clock does not run.';
  return meeting.announcedAt === null ? 'Announce the meeting first; then its clock can run.' : null;
}

const minuteMs = 60_000;

/** From half an hour before a meeting begins until an hour after it should end, and as long as its clock is not at the end. */
export function isMeetingTime(
  {
    announcedAt,
    cancelledAt,
    startsAt,
    minutes,
  }: Pick<Meeting, 'announcedAt' | 'cancelledAt' | 'startsAt' | 'minutes'>,
  clock: RoomClock['state'],
  now: number,
): boolean {
  if (announcedAt === null || cancelledAt !== null || clock === 'ended') return false;
  if (clock !== 'waiting') return true;
  return now >= startsAt - 30 * minuteMs && now <= startsAt + (minutes + 60) * minuteMs;
}
