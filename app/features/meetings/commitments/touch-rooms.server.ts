import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { agendaItem, agendaStep, meeting, meetingRoom } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { touchRoom } from '../live/touch-room.server';
import { lastTimeProtocol } from './last-time';

type Made = { meetingId: string; teamId: string | null };

/** The rooms that go through what was taken on before, of the same cohort or team, at this moment. */
async function listRoomsAtLastTime(tx: Connection, { meetingId, teamId }: Made): Promise<string[]> {
  const rows = await tx
    .select({ cohortId: meeting.cohortId, teamId: meeting.teamId })
    .from(meeting)
    .where(eq(meeting.id, meetingId));
  const cohortIds = rows.flatMap((made) => made.cohortId ?? []);
  const teamIds = [...rows.flatMap((made) => made.teamId ?? []), ...(teamId === null ? [] : [teamId])];
  const rooms = await tx
    .select({ id: meeting.id })
    .from(meetingRoom)
    .innerJoin(meeting, eq(meeting.id, meetingRoom.meetingId))
    .innerJoin(agendaStep, eq(agendaStep.id, meetingRoom.stepId))
    .innerJoin(agendaItem, eq(agendaItem.id, agendaStep.itemId))
    .where(
      and(
        ...[eq(agendaItem.protocolKey, lastTimeProtocol), isNull(meetingRoom.endedAt)],
        ne(meeting.id, meetingId),
        or(inArray(meeting.cohortId, cohortIds), inArray(meeting.teamId, teamIds)),
      ),
    );
  return rooms.map(({ id }) => id);
}

/**
 * Says, in the transaction of the change itself, to every room that shows a commitment that it changed: its own meeting's, and those
 * that are at what was taken on before. Gives their meetings, for `tellRoom`.
 */
export async function touchRooms(tx: Connection, made: Made): Promise<string[]> {
  const rooms = [made.meetingId, ...(await listRoomsAtLastTime(tx, made))];
  for (const room of rooms) await touchRoom(tx, room);
  return rooms;
}
