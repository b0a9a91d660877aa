import { and, eq, ne } from 'drizzle-orm';
import { cycle, post, postOrigin, replication } from '#db/schema';
import type { Decision } from '#db/vocabulary';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import type { PlanForm } from './cycle-forms';

/** What a cycle tries, found through its starter's scope: a post with the idea it belongs to, or an idea alone. */
export type TriedSource = { postId: string; ideaId: string | null } | { postId: null; ideaId: string };

type Begun = { cycleId: string; teamId: string; source: TriedSource };

/**
 * Writes where a new cycle comes from, and tells the team whose post it is. False, with nothing written, when the post
 * is no longer shared.
 */
export async function recordReplication(
  tx: Connection,
  actor: Actor,
  { cycleId, teamId, source }: Begun,
  { kept = '', changed = '', tellsWho }: Pick<PlanForm, 'kept' | 'changed' | 'tellsWho'>,
  now: number,
): Promise<boolean> {
  const { postId, ideaId } = source;
  const row = {
    ...{ cycleId, kept, changed, tellsWho: tellsWho === 'on' },
    ...{ startedBy: actor.personId, startedAt: now },
  };
  if (postId === null) {
    await tx.insert(replication).values({ ...row, fromIdeaId: ideaId });
    return true;
  }
  const rows = await tx
    .select({ title: post.title, teamId: postOrigin.teamId })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(and(eq(post.id, postId), eq(post.standing, 'shared')));
  const from = rows[0];
  if (!from) return false;
  await tx.insert(replication).values({ ...row, fromPostId: postId });
  if (from.teamId !== null && from.teamId !== teamId)
    await recordActivity(
      tx,
      {
        kind: 'cycle_replicated',
        actorId: actor.personId,
        ...{ teamId: from.teamId, postId, aboutId: cycleId, detail: from.title },
      },
      now,
    );
  return true;
}

/** Tells the team whose post a cycle tried how it ended; nothing for a cycle that tried none. */
export async function recordReplicationEnd(
  tx: Connection,
  actor: Actor,
  cycleId: string,
  end: Decision | 'stopped',
  now: number,
): Promise<void> {
  const rows = await tx
    .select({ postId: postOrigin.postId, teamId: postOrigin.teamId })
    .from(replication)
    .innerJoin(cycle, eq(cycle.id, replication.cycleId))
    .innerJoin(postOrigin, eq(postOrigin.postId, replication.fromPostId))
    .where(and(eq(replication.cycleId, cycleId), ne(postOrigin.teamId, cycle.teamId)));
  const from = rows[0];
  if (!from || from.teamId === null) return;
  const { postId, teamId } = from;
  await recordActivity(
    tx,
    {
      ...{ kind: 'replication_decided', actorId: actor.personId },
      ...{ teamId, postId, aboutId: cycleId, detail: end },
    },
    now,
  );
}
