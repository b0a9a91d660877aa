import { eq } from 'drizzle-orm';
import { post, postOrigin, postStory } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import type { Connection } from '~/platform/database.server';
import { audienceIdsOf } from '../post-scope.server';
import type { ShareSubject } from './share-subject';
import { bareSubject, findChartToShare, findCycleToShare } from './share-subject-queries.server';

export type OwnPost = {
  post: typeof post.$inferSelect;
  story: typeof postStory.$inferSelect;
  origin: typeof postOrigin.$inferSelect & { teamId: string };
};

type Found = { kind: 'own'; own: OwnPost } | { kind: 'seen' } | { kind: 'nothing' };

/** A post of the actor's own team; `seen` where it is another's that the actor may read. */
export async function findOwnPost(db: Connection, actor: Actor, postId: string): Promise<Found> {
  const rows = await db
    .select({ post, story: postStory, origin: postOrigin })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(eq(post.id, postId));
  const row = rows[0];
  if (!row) return { kind: 'nothing' };
  const { teamId } = row.origin;
  if (teamId !== null && worksInTeam(actor, teamId))
    return { kind: 'own', own: { ...row, origin: { ...row.origin, teamId } } };
  const mayRead =
    row.post.standing === 'shared' && (await audienceIdsOf(db, actor)).includes(row.post.audienceId);
  return { kind: mayRead ? 'seen' : 'nothing' };
}

/** What an own post was shared from, as far as it is still there. */
export async function subjectOfPost(
  db: Connection,
  actor: Actor,
  { origin }: OwnPost,
): Promise<ShareSubject | null> {
  const { teamId, cycleId, measureId, groupId } = origin;
  const ofCycle = cycleId === null ? null : await findCycleToShare(db, actor, cycleId);
  if (ofCycle) return ofCycle;
  const ofChart = measureId === null ? null : await findChartToShare(db, actor, { measureId, groupId });
  return ofChart ?? bareSubject(db, actor, teamId);
}
