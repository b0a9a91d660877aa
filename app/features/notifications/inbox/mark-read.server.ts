import { and, eq, isNull, sql } from 'drizzle-orm';
import { notification } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { loadNotices } from '../notice-queries.server';

/** Marks one notice read and gives the way to what it tells of. One that the reader may not see (any more) is not found. */
export function markNoticeRead(
  database: Database,
  actor: Actor,
  { notificationId }: { notificationId: string },
  now: number,
): Promise<Outcome<{ path: string }>> {
  return database.inTransaction(async (tx) => {
    const [notice] = await loadNotices(tx, actor, { ids: [notificationId] });
    if (!notice) return notFound;
    if (!notice.read)
      await tx.update(notification).set({ readAt: now }).where(eq(notification.id, notificationId));
    return { ok: true, path: notice.path };
  });
}

/** Marks everything read up to a notice of the reader's; what came after it stays unread. */
export function markAllRead(
  database: Database,
  actor: Actor,
  { through }: { through: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const mine = eq(notification.personId, actor.personId);
    const rows = await tx
      .select({ toldAt: notification.toldAt })
      .from(notification)
      .where(and(mine, eq(notification.id, through)));
    const last = rows[0];
    if (!last) return notFound;
    await tx
      .update(notification)
      .set({ readAt: now })
      .where(
        and(
          ...[mine, isNull(notification.readAt)],
          sql`(${notification.toldAt}, ${notification.id}) <= (${last.toldAt}, ${through})`,
        ),
      );
    return { ok: true };
  });
}
