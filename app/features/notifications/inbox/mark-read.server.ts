import { and, eq, isNull, sql } from 'drizzle-orm';
import { activityEvent, notification, post, postComment, review, reviewComment } from '#db/schema';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { loadNotices } from '../notice-queries.server';
import { noticeScope } from '../notice-scope.server';

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

/**
 * Marks everything read that the reader may see now, up to a notice of theirs. What came after it stays unread, and so does what
 * they may not see: nobody has read that.
 */
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
    const seen = await tx
      .select({ id: notification.id })
      .from(notification)
      .innerJoin(activityEvent, eq(activityEvent.id, notification.eventId))
      .leftJoin(review, eq(review.id, activityEvent.reviewId))
      .leftJoin(reviewComment, eq(reviewComment.id, activityEvent.aboutId))
      .leftJoin(post, eq(post.id, activityEvent.postId))
      .leftJoin(postComment, eq(postComment.id, activityEvent.aboutId))
      .where(
        and(
          ...[mine, isNull(notification.readAt), noticeScope(actor, await audienceIdsOf(tx, actor))],
          sql`(${notification.toldAt}, ${notification.id}) <= (${last.toldAt}, ${through})`,
        ),
      );
    const ids = JSON.stringify(seen.map(({ id }) => id));
    await tx
      .update(notification)
      .set({ readAt: now })
      .where(sql`id in (select value from json_each(${ids}))`);
    return { ok: true };
  });
}
