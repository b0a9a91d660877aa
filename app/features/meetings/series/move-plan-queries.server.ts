import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { meeting, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { runMeeting } from '../meeting-scope.server';
import { dayProblem } from '../plan/meeting-time-rules';
import { mostMovedAtOnce, movedDays } from './move-rules';
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

type OfSeries = Pick<Meeting, 'id' | 'seriesId'>;

/** The meetings of a meeting's series that have not begun and are not cancelled, in order. */
async function listToCome(
  db: Connection,
  actor: Actor,
  { id, seriesId }: OfSeries,
  now: number,
): Promise<Movable[]> {
  return db
    .select({
      ...{ id: meeting.id, version: meeting.version, day: meeting.day, time: meeting.time },
      ...{ timeZone: meeting.timeZone, announcedAt: meeting.announcedAt },
    })
    .from(meeting)
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .where(
      and(
        ...[runMeeting(actor), gt(meeting.startsAt, now)],
        seriesId === null ? eq(meeting.id, id) : eq(meeting.seriesId, seriesId),
        ...[isNull(meeting.cancelledAt), isNull(meetingRoom.startedAt)],
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
}

/** A meeting and the later ones of `listToCome`; empty where it has begun itself. */
function fromHere(toCome: Movable[], { id }: OfSeries): Movable[] {
  const here = toCome.findIndex((row) => row.id === id);
  return here < 0 ? [] : toCome.slice(here);
}

/** A meeting and the later ones of its series that have not begun and are not cancelled, in order; empty where itself has. */
export async function listMovable(
  db: Connection,
  actor: Actor,
  here: OfSeries,
  now: number,
): Promise<Movable[]> {
  return fromHere(await listToCome(db, actor, here, now), here);
}

export type PlannedMove = MovedDay & Pick<Movable, 'version' | 'time' | 'announcedAt'> & { startsAt: number };

/** `isWhole`: all meetings of the series that are to come are among the moves. */
export type MovePlan = { ok: true; moves: PlannedMove[]; isWhole: boolean } | { ok: false; message: string };

const tooManyWords = (howMany: number) =>
  `At most ${mostMovedAtOnce} meetings move at once; these are ${howMany}. Choose “This one”, or begin with a later meeting.`;

/** Which meetings would move where. Not, with the reason: a day that has passed, one without that time on its clock, no room, too many. */
export async function planMove(
  db: Connection,
  actor: Actor,
  here: Meeting,
  choice: MoveChoice,
  { now, today }: { now: number; today: SchoolDay },
): Promise<MovePlan> {
  const toCome = await listToCome(db, actor, here, now);
  const movable = fromHere(toCome, here);
  if (movable.length === 0) return { ok: false, message: 'This meeting has begun or is over, so it stays.' };
  const wrong = dayProblem(choice.day, today);
  if (wrong !== null) return { ok: false, message: wrong };
  if (choice.which === 'later' && movable.length > mostMovedAtOnce)
    return { ok: false, message: tooManyWords(movable.length) };
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
  return { ok: true, moves, isWhole: moves.length === toCome.length };
}
