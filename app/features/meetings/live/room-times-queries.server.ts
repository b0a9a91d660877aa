import { asc, eq } from 'drizzle-orm';
import { agendaItem, agendaStep, meetingRoom, stepTime } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { emptyPlace } from './clock-rules';
import type { RoomTimes } from './clock-rules';

/** Where a room stands, with its steps in the order of the agenda. Two statements. */
export async function loadRoomTimes(db: Connection, meetingId: string): Promise<RoomTimes> {
  const places = await db
    .select({
      ...{ stepId: meetingRoom.stepId, runningSince: meetingRoom.runningSince },
      ...{ startedAt: meetingRoom.startedAt, endedAt: meetingRoom.endedAt },
    })
    .from(meetingRoom)
    .where(eq(meetingRoom.meetingId, meetingId));
  const steps = await db
    .select({
      ...{ id: agendaStep.id, minutes: agendaStep.minutes },
      ...{ elapsed: stepTime.elapsed, added: stepTime.added },
    })
    .from(agendaStep)
    .innerJoin(agendaItem, eq(agendaItem.id, agendaStep.itemId))
    .leftJoin(stepTime, eq(stepTime.stepId, agendaStep.id))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(agendaItem.id), asc(agendaStep.position), asc(agendaStep.id));
  const times = steps.flatMap(({ id, elapsed, added }) =>
    elapsed === null || added === null ? [] : [[id, { elapsed, added }] as const],
  );
  return { place: places[0] ?? emptyPlace, steps, times: new Map(times) };
}
