import { eq } from 'drizzle-orm';
import { clockPress, meetingRoom, stepTime } from '#db/schema';
import type { ClockMove } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { keepsClock } from '../meeting-policy';
import { passOnFeedback } from '../feedback/pass-on-feedback.server';
import { findMeeting } from '../meeting-queries.server';
import { isFullyExtended, pressClock } from './clock-rules';
import type { ClockChange } from './clock-rules';
import { clockProblem } from './live-policy';
import { loadRoomTimes } from './room-times-queries.server';
import { touchRoom } from './touch-room.server';

export type PressInput = {
  meetingId: string;
  /** Of the form: the same press twice is one. */
  pressId: string;
  move: ClockMove;
  /** The step that stood on the screen it was pressed on; null before the start and after the end. */
  stepId: string | null;
};

const fullyExtended =
  'This step has got an hour more already. Go on when you are ready; the clock may run over.';

/** What a press came to: it moved the clock, or the room stood elsewhere already and stays there. */
export type Pressed = { moved: boolean };

/** One press on a meeting's clock. Pressed twice, or on a step the room has left, it changes nothing. */
export function pressRoomClock(
  database: Database,
  actor: Actor,
  { meetingId, pressId, move, stepId }: PressInput,
  now: number,
): Promise<Outcome<Pressed>> {
  return database.inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, meetingId);
    if (!meeting) return notFound;
    if (!keepsClock(meeting)) return notAllowed('Only those who keep the clock of this meeting press it.');
    const [known] = await tx.select().from(clockPress).where(eq(clockPress.id, pressId));
    if (known) return known.meetingId === meetingId ? { ok: true, moved: false } : notFound;
    const problem = clockProblem(meeting);
    if (problem !== null) return invalid(problem);
    const room = await loadRoomTimes(tx, meetingId);
    if (room.steps.length === 0) return invalid('This agenda has no steps yet. Add one first.');
    if (move === 'extend' && room.place.stepId === stepId && isFullyExtended(room))
      return invalid(fullyExtended);
    const change = room.place.stepId === stepId ? pressClock(room, move, now) : null;
    await tx
      .insert(clockPress)
      .values({ id: pressId, meetingId, move, pressedBy: actor.personId, pressedAt: now });
    if (change === null) return { ok: true, moved: false };
    await writeChange(tx, { meetingId, actor, move }, change);
    if (move === 'end') await passOnFeedback(tx, { meetingId, actorId: actor.personId }, now);
    return { ok: true, moved: true };
  });
}

async function writeChange(
  tx: Connection,
  { meetingId, actor, move }: { meetingId: string; actor: Actor; move: ClockMove },
  { place, time }: ClockChange,
): Promise<void> {
  await touchRoom(tx, meetingId);
  const { stepId, runningSince, startedAt, endedAt } = place;
  await tx
    .update(meetingRoom)
    .set({
      ...{ stepId, runningSince, startedAt, endedAt },
      ...(move === 'start' ? { startedBy: actor.personId } : {}),
      ...(move === 'end' ? { endedBy: actor.personId } : endedAt === null ? { endedBy: null } : {}),
    })
    .where(eq(meetingRoom.meetingId, meetingId));
  if (time === null) return;
  const { elapsed, added } = time;
  await tx
    .insert(stepTime)
    .values(time)
    .onConflictDoUpdate({ target: stepTime.stepId, set: { elapsed, added } });
}
