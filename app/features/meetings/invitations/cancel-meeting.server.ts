import { eq, sql } from 'drizzle-orm';
import { meeting } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { touchRoom } from '../live/touch-room.server';
import { findMeetingToRun } from '../own-meeting.server';
import { isOver } from './meeting-time-rules';

/** Cancels a meeting that is not over, with a reason that everybody invited reads. A cancelled one stays as it is. */
export function cancelMeeting(
  database: Database,
  actor: Actor,
  { meetingId, why }: { meetingId: string; why: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    if (found.meeting.cancelledAt !== null) return { ok: true };
    if (isOver(found.meeting, now)) return invalid('It is over already, so there is nothing to cancel.');
    await tx
      .update(meeting)
      .set({
        ...{ cancelledAt: now, cancelledBy: actor.personId, cancelledWhy: why },
        ...{ changedBy: actor.personId, changedAt: now },
        ...{ sequence: sql`sequence + 1`, version: sql`version + 1` },
      })
      .where(eq(meeting.id, meetingId));
    await touchRoom(tx, meetingId);
    return { ok: true };
  });
}
