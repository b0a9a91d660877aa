import { and, desc, eq, isNull, or } from 'drizzle-orm';
import { post, postHiding, postOrigin, postReport } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { canModerate } from '../feed-policy';
import { audienceIdsOf, moderatedPost, ownPost, visiblePost } from '../post-scope.server';
import { loadPostCards } from './post-card-queries.server';
import type { PostPage } from './post-page';

async function isThere(db: Connection, actor: Actor, postId: string): Promise<boolean> {
  const audienceIds = await audienceIdsOf(db, actor);
  const shared = canModerate(actor) ? moderatedPost(audienceIds) : visiblePost(audienceIds);
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.id, postId), or(shared, ownPost(actor))));
  return rows.length > 0;
}

async function originCycle(db: Connection, postId: string): Promise<string | null> {
  const rows = await db
    .select({ cycleId: postOrigin.cycleId })
    .from(postOrigin)
    .where(eq(postOrigin.postId, postId));
  return rows[0]?.cycleId ?? null;
}

async function reasonOfHiding(db: Connection, postId: string): Promise<string | null> {
  const rows = await db
    .select({ reason: postHiding.reason })
    .from(postHiding)
    .where(and(eq(postHiding.postId, postId), isNull(postHiding.liftedAt)))
    .orderBy(desc(postHiding.hiddenAt))
    .limit(1);
  return rows[0]?.reason ?? null;
}

async function hasReported(db: Connection, actor: Actor, postId: string): Promise<boolean> {
  const rows = await db
    .select({ id: postReport.id })
    .from(postReport)
    .where(and(eq(postReport.postId, postId), eq(postReport.reportedBy, actor.personId)));
  return rows.length > 0;
}

/**
 * A post for its page: one that stands for those it is shared with, a hidden one also for facilitators it is shared with,
 * and its own team's in any standing. Null for all others.
 */
export async function findPostPage(
  db: Connection,
  actor: Actor,
  postId: string,
  clock: { timeZone: string; today: SchoolDay },
): Promise<PostPage | null> {
  if (!(await isThere(db, actor, postId))) return null;
  const [card] = await loadPostCards(db, actor, [postId], clock);
  if (!card) return null;
  return {
    card,
    hiddenBecause: card.standing === 'hidden' ? await reasonOfHiding(db, postId) : null,
    cycleId: card.isOwn ? await originCycle(db, postId) : null,
    mayModerate: canModerate(actor) && card.standing !== 'withdrawn',
    hasReported: await hasReported(db, actor, postId),
  };
}
