import { and, eq, isNull, sql } from 'drizzle-orm';
import { activityEvent, notification, post, postComment, review, reviewComment } from '#db/schema';
import { perAudiences } from '~/features/feed/per-audiences.server';
import { audienceIdsOf } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { noticeScope } from '../notice-scope.server';
import { mostUnread } from './inbox';

const unreadOf = and(eq(notification.personId, sql.placeholder('personId')), isNull(notification.readAt));

const anyUnread = perConnection((db) =>
  db.select({ id: notification.id }).from(notification).where(unreadOf).limit(1).prepare(),
);

const unreadInScope = perReach((_db, actor) =>
  perAudiences((db, audienceIds) =>
    db
      .select({ id: notification.id })
      .from(notification)
      .innerJoin(activityEvent, eq(activityEvent.id, notification.eventId))
      .leftJoin(review, eq(review.id, activityEvent.reviewId))
      .leftJoin(reviewComment, eq(reviewComment.id, activityEvent.aboutId))
      .leftJoin(post, eq(post.id, activityEvent.postId))
      .leftJoin(postComment, eq(postComment.id, activityEvent.aboutId))
      .where(and(unreadOf, noticeScope(actor, audienceIds)))
      .limit(mostUnread)
      .prepare(),
  ),
);

/**
 * How many notices somebody has not read, of those they may see now; counted up to a hundred. One indexed statement where
 * there is none, as on most pages.
 */
export async function countUnread(db: Connection, actor: Actor): Promise<number> {
  const { personId } = actor;
  const any = await anyUnread(db).execute({ personId });
  if (any.length === 0) return 0;
  const audienceIds = await audienceIdsOf(db, actor);
  const rows = await unreadInScope(db, actor)(db, audienceIds).execute({ personId });
  return rows.length;
}
