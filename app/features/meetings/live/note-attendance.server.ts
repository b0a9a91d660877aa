import { and, eq, isNull } from 'drizzle-orm';
import { attendance, meetingInvitation } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { findMeeting } from '../meeting-queries.server';
import { leadsRoom, roomProblem, takesPart } from './live-policy';
import { touchRoom } from './touch-room.server';

export type AttendanceInput = { meetingId: string; personId: string; isHere: boolean };

/** Notes that somebody is here, or is not: people themselves, and the facilitator for anybody invited. */
export function noteAttendance(
  database: Database,
  actor: Actor,
  { meetingId, personId, isHere }: AttendanceInput,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, meetingId);
    if (!meeting) return notFound;
    const isOwn = personId === actor.personId;
    if (isOwn ? !takesPart(meeting) : !leadsRoom(meeting))
      return notAllowed('People note for themselves that they are here, or the facilitator does.');
    const problem = roomProblem(meeting);
    if (problem !== null) return invalid(problem);
    const { meetingId: of, personId: who } = attendance;
    if (!isHere) {
      const gone = await tx
        .delete(attendance)
        .where(and(eq(of, meetingId), eq(who, personId)))
        .returning({ who });
      if (gone.length > 0) await touchRoom(tx, meetingId);
      return { ok: true };
    }
    if (!isOwn && !(await isInvited(tx, meetingId, personId))) return notFound;
    const noted = await tx
      .insert(attendance)
      .values({ meetingId, personId, notedBy: actor.personId, notedAt: now })
      .onConflictDoNothing()
      .returning({ who });
    if (noted.length > 0) await touchRoom(tx, meetingId);
    return { ok: true };
  });
}

async function isInvited(tx: Connection, meetingId: string, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: meetingInvitation.id })
    .from(meetingInvitation)
    .where(
      and(
        eq(meetingInvitation.meetingId, meetingId),
        eq(meetingInvitation.personId, personId),
        isNull(meetingInvitation.withdrawnAt),
      ),
    );
  return rows.length > 0;
}
