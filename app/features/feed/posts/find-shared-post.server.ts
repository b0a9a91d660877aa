import { and, eq, sql } from 'drizzle-orm';
import { post, postOrigin } from '#db/schema';
import type { Audience, PostStanding, Signature } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { canModerate } from '../feed-policy';
import { audienceIdsOf, moderatedPost, ownPost, visiblePost } from '../post-scope.server';

/** What a command needs of a post. `teamId` is whose it is: for writing and for the scope, never for an answer. */
export type FoundPost = {
  id: string;
  title: string;
  audience: Audience;
  audienceId: string;
  signature: Signature;
  standing: PostStanding;
  teamId: string | null;
  isOwn: boolean;
};

async function findPost(
  db: Connection,
  actor: Actor,
  postId: string,
  scope: ReturnType<typeof visiblePost>,
): Promise<FoundPost | null> {
  const rows = await db
    .select({
      ...{ id: post.id, title: post.title, audience: post.audience, audienceId: post.audienceId },
      ...{ signature: post.signature, standing: post.standing, teamId: postOrigin.teamId },
      isOwn: sql`${ownPost(actor)}`.mapWith(Boolean),
    })
    .from(post)
    .leftJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(and(eq(post.id, postId), scope));
  return rows[0] ?? null;
}

/** A post that stands and that the actor may see; null for all others. */
export async function findSharedPost(
  db: Connection,
  actor: Actor,
  postId: string,
): Promise<FoundPost | null> {
  return findPost(db, actor, postId, visiblePost(await audienceIdsOf(db, actor)));
}

/** As `findSharedPost`, and a hidden one for the facilitators who could see it. */
export async function findPostToModerate(
  db: Connection,
  actor: Actor,
  postId: string,
): Promise<FoundPost | null> {
  const audienceIds = await audienceIdsOf(db, actor);
  return findPost(
    db,
    actor,
    postId,
    canModerate(actor) ? moderatedPost(audienceIds) : visiblePost(audienceIds),
  );
}
