import { and, eq, isNull, max } from 'drizzle-orm';
import { commitment, contribution, meetingNote } from '#db/schema';
import type { Connection } from '~/platform/database.server';

/**
 * When something that a draft of the minutes tells was last written (UTC milliseconds; 0 where nothing was): words of the
 * notes, a contribution said or taken up, a commitment made. Keeping a commitment is no news for the minutes.
 */
export async function findLatestAddition(db: Connection, meetingId: string): Promise<number> {
  const notes = await db
    .select({ at: max(meetingNote.changedAt) })
    .from(meetingNote)
    .where(eq(meetingNote.meetingId, meetingId));
  const said = await db
    .select({ at: max(contribution.writtenAt), takenUpAt: max(contribution.takenUpAt) })
    .from(contribution)
    .where(and(eq(contribution.meetingId, meetingId), isNull(contribution.withdrawnAt)));
  const made = await db
    .select({ at: max(commitment.madeAt) })
    .from(commitment)
    .where(and(eq(commitment.meetingId, meetingId), isNull(commitment.letGoAt)));
  const instants = [...notes, ...said, ...made].map(({ at }) => at ?? 0);
  return Math.max(...instants, said[0]?.takenUpAt ?? 0);
}
