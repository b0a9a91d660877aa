import { and, asc, eq, gte, isNull, gt } from 'drizzle-orm';
import { meeting, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { runMeeting } from '../meeting-scope.server';
import { dayProblem } from '../plan/meeting-time-rules';
import { movedDays } from './move-rules';
import type { MoveChoice, MovedDay } from './move-rules';
import { startOnDay } from './series-time-rules';
import { daysOffOfMeeting } from './series-queries.server';

type Movable = {
  id: string;
  version: number;
  day: SchoolDay;
  time: string;
  timeZone: string;
  announcedAt: number | null;
};

/** A meeting and the later ones of its series that have not begun and are not cancelled, in order; empty where itself has. */
export async function listMovable(
  db: Connection,
  actor: Actor,
  { id, seriesId, startsAt }: Pick<Meeting, 'id' | 'seriesId' | 'startsAt'>,
  now: number,
): Promise<Movable[]> {
  const rows = await db
    .select({
      ...{ id: meeting.id, version: meeting.version, day: meeting.day, time: meeting.time },
      ...{ timeZone: meeting.timeZone, announcedAt: meeting.announcedAt },
    })
    .from(meeting)
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .where(
      and(
        ...[runMeeting(actor), gt(meeting.startsAt, now), gte(meeting.startsAt, startsAt)],
        seriesId === null ? eq(meeting.id, id) : eq(meeting.seriesId, seriesId),
        ...[isNull(meeting.cancelledAt), isNull(meetingRoom.startedAt)],
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
  const here = rows.findIndex((row) => row.id === id);
  return here < 0 ? [] : rows.slice(here);
}

export type PlannedMove = MovedDay & Pick<Movable, 'version' | 'time' | 'announcedAt'> & { startsAt: number };

export type MovePlan = { ok: true; moves: PlannedMove[] } | { ok: false; message: string };

/** Which meetings would move where. Not, with the reason: a day that has passed, one without that time on its clock, no room. */
export async function planMove(
  db: Connection,
  actor: Actor,
  here: Meeting,
  choice: MoveChoice,
  { now, today }: { now: number; today: SchoolDay },
): Promise<MovePlan> {
  const movable = await listMovable(db, actor, here, now);
  if (movable.length === 0) return { ok: false, message: 'This meeting has begun or is over, so it stays.' };
  const wrong = dayProblem(choice.day, today);
  if (wrong !== null) return { ok: false, message: wrong };
  const days = movedDays(movable, choice, await daysOffOfMeeting(db, here, today));
  if (choice.which === 'later' && days.length < movable.length)
    return { ok: false, message: 'Breaks leave no room for all of them. Choose another rhythm.' };
  const moves: PlannedMove[] = [];
  for (const moved of days) {
    const row = movable.find(({ id }) => id === moved.id);
    if (!row) continue;
    const { version, time, timeZone, announcedAt } = row;
    const start = startOnDay({ day: moved.to, time, timeZone }, today);
    if (!start.ok) return { ok: false, message: start.message };
    if (start.startsAt <= now) return { ok: false, message: 'That day and time have passed already.' };
    moves.push({ ...moved, version, time, announcedAt, startsAt: start.startsAt });
  }
  return { ok: true, moves };
}
