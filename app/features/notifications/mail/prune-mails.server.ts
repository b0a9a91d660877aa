import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { meeting, notification, outgoingMail } from '#db/schema';
import type { Database } from '~/platform/database.server';

/**
 * How long a sent mail is kept. Longer than anything asks for it: a digest takes news of the last 30 days, a turn is made up for
 * within 14, minutes are mailed for 3.
 */
export const sentKeptMs = 90 * 86_400_000;
const mostAtOnce = 500;

/**
 * Forgets mails that went out, or had nothing left to tell, 90 days ago. Those about a meeting stay until 90 days after it: whether
 * somebody heard of it decides what a later mail says. What was given up or is unsure stays. Notices stay as they are.
 * @returns how many are gone, at most 500 at a time
 */
export function pruneMails(database: Database, { now }: { now: number }): Promise<number> {
  const before = now - sentKeptMs;
  return database.inTransaction(async (tx) => {
    const old = await tx
      .select({ id: outgoingMail.id })
      .from(outgoingMail)
      .leftJoin(meeting, eq(meeting.id, outgoingMail.meetingId))
      .where(
        and(
          ...[eq(outgoingMail.state, 'sent'), lt(outgoingMail.nextTryAt, before)],
          ...[lt(outgoingMail.madeAt, before)],
          or(isNull(outgoingMail.sentAt), lt(outgoingMail.sentAt, before)),
          or(isNull(meeting.id), lt(sql`${meeting.startsAt} + ${meeting.minutes} * 60000`, before)),
        ),
      )
      .limit(mostAtOnce);
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => id);
    await tx.update(notification).set({ mailId: null }).where(inArray(notification.mailId, ids));
    await tx.delete(outgoingMail).where(inArray(outgoingMail.id, ids));
    return ids.length;
  });
}
