import { asc, eq, inArray, sql } from 'drizzle-orm';
import {
  agendaItem,
  agendaStep,
  contribution,
  meeting,
  meetingNote,
  meetingRoom,
  stepTime,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { touchRoom } from '../live/touch-room.server';
import type { Meeting } from '../meeting';
import { findAgendaToChange } from '../own-meeting.server';
import { stepsBeenIn } from './agenda-rules';

/** Says, in the transaction of the change itself, that a meeting's agenda is another one: to its editors and to its room. */
export async function bumpAgenda(tx: Connection, meetingId: string): Promise<void> {
  await tx
    .update(meeting)
    .set({ agendaVersion: sql`${meeting.agendaVersion} + 1` })
    .where(eq(meeting.id, meetingId));
  await touchRoom(tx, meetingId);
}

/** The steps a meeting is in or has passed; all of them may be changed, none moved or taken out. Empty before it begins. */
export async function listHeldSteps(db: Connection, meetingId: string): Promise<string[]> {
  const rows = await db
    .select({ id: agendaStep.id, had: stepTime.stepId })
    .from(agendaStep)
    .innerJoin(agendaItem, eq(agendaItem.id, agendaStep.itemId))
    .leftJoin(stepTime, eq(stepTime.stepId, agendaStep.id))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id), asc(agendaStep.position), asc(agendaStep.id));
  const room = await db
    .select({ stepId: meetingRoom.stepId })
    .from(meetingRoom)
    .where(eq(meetingRoom.meetingId, meetingId));
  const visited = new Set(rows.flatMap(({ id, had }) => (had === null ? [] : [id])));
  const present = room[0]?.stepId ?? null;
  if (present !== null) visited.add(present);
  return stepsBeenIn(
    rows.map(({ id }) => id),
    visited,
  );
}

export type RoomStanding = { isRunning: boolean; isEnded: boolean };

/** Whether a meeting's room has begun, and whether it was ended. */
export async function findRoomStanding(db: Connection, meetingId: string): Promise<RoomStanding> {
  const rows = await db
    .select({ startedAt: meetingRoom.startedAt, endedAt: meetingRoom.endedAt })
    .from(meetingRoom)
    .where(eq(meetingRoom.meetingId, meetingId));
  const { startedAt = null, endedAt = null } = rows[0] ?? {};
  return { isRunning: startedAt !== null && endedAt === null, isEnded: endedAt !== null };
}

/** As `findAgendaToChange`, where the agenda is still to be changed: not of a cancelled meeting, nor of one that was held. */
export async function findOpenAgenda(
  tx: Connection,
  actor: Actor,
  input: { meetingId: string; agendaVersion: number | null },
): Promise<Outcome<{ meeting: Meeting }>> {
  const found = await findAgendaToChange(tx, actor, input);
  if (!found.ok) return found;
  if (found.meeting.cancelledAt !== null)
    return invalid('This meeting is cancelled, so its agenda stays as it was.');
  const { isEnded } = await findRoomStanding(tx, input.meetingId);
  return isEnded ? invalid('This meeting was held, so its agenda stays as it was.') : found;
}

/** Which of these items somebody has written in, in its notes or beside them. */
export async function listItemsWithWords(db: Connection, itemIds: string[]): Promise<string[]> {
  const notes = await db
    .select({ itemId: meetingNote.itemId })
    .from(meetingNote)
    .where(sql`${inArray(meetingNote.itemId, itemIds)} and ${meetingNote.words} <> ''`);
  const said = await db
    .selectDistinct({ itemId: contribution.itemId })
    .from(contribution)
    .where(inArray(contribution.itemId, itemIds));
  return [...new Set([...notes, ...said].map(({ itemId }) => itemId))];
}

/** Ids of an agenda's items in order. */
export async function listItemIds(db: Connection, meetingId: string): Promise<string[]> {
  const rows = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id));
  return rows.map(({ id }) => id);
}

export async function writePositions(tx: Connection, itemIds: readonly string[]): Promise<void> {
  for (const [position, id] of itemIds.entries())
    await tx.update(agendaItem).set({ position }).where(eq(agendaItem.id, id));
}
