import { wallClockOf } from '~/lib/wall-clock';
import type { Meeting } from '../meeting';

const minuteMs = 60_000;
const openBefore = 30 * minuteMs;
const openAfter = 180 * minuteMs;

export type Moment = 'draft' | 'cancelled' | 'ahead' | 'open' | 'over';

/**
 * Where a meeting stands: its room opens half an hour before and stays open for three hours after the planned end, since
 * meetings run late; a room that was ended is over at once.
 */
export function momentOf(
  meeting: Pick<Meeting, 'announcedAt' | 'cancelledAt' | 'startsAt' | 'minutes'>,
  { now, room }: { now: number; room: { isRunning: boolean; isEnded: boolean } },
): Moment {
  if (meeting.cancelledAt !== null) return 'cancelled';
  if (room.isEnded) return 'over';
  if (room.isRunning) return 'open';
  if (meeting.announcedAt === null) return 'draft';
  if (now < meeting.startsAt - openBefore) return 'ahead';
  return now <= meeting.startsAt + meeting.minutes * minuteMs + openAfter ? 'open' : 'over';
}

export type NextMove = { path: string; words: string };

/** The meeting is held on this day, where it is held. */
export function isDayOf({ day, timeZone }: Pick<Meeting, 'day' | 'timeZone'>, now: number): boolean {
  return wallClockOf(now, timeZone).day === day;
}

/** What a reader does next, and what else they may want; the first is the primary one. */
export function nextMoves(
  { id, runs }: Pick<Meeting, 'id' | 'runs'>,
  moment: Moment,
  { isAgendaEmpty, isInvited, isToday }: { isAgendaEmpty: boolean; isInvited: boolean; isToday: boolean },
): NextMove[] {
  const at = (path: string) => `/meetings/${id}/${path}`;
  const agenda = { path: at('agenda'), words: isAgendaEmpty ? 'Write the agenda' : 'Work on the agenda' };
  const people = { path: at('people'), words: 'Invite people' };
  const announcement = { path: at('announcement'), words: 'Announce it' };
  const minutes = { path: at('minutes'), words: 'Read the minutes' };
  const room = { path: at('live'), words: 'Open the room' };
  if (moment === 'cancelled') return [];
  if (moment === 'draft') return [isAgendaEmpty ? agenda : isInvited ? announcement : people];
  if (moment === 'ahead') return runs ? [...(isToday ? [room] : []), agenda, people] : [];
  if (moment === 'open') return runs ? [room, agenda] : [room];
  return [minutes];
}
