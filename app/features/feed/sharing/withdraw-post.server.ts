import { eq } from 'drizzle-orm';
import { post, postWithdrawal } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findOwnPost } from './own-post.server';

/**
 * Takes an own post back: nobody outside the team finds it any more. The ledger keeps what it released, since people may have
 * read it. A second time changes nothing.
 */
export function withdrawPost(
  database: Database,
  actor: Actor,
  postId: string,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findOwnPost(tx, actor, postId);
    if (found.kind === 'nothing') return notFound;
    if (found.kind === 'seen') return notAllowed('Only the team that shared a post withdraws it.');
    const { own } = found;
    if (own.post.standing === 'withdrawn') return { ok: true };
    await tx.update(post).set({ standing: 'withdrawn' }).where(eq(post.id, postId));
    await tx
      .insert(postWithdrawal)
      .values({ postId, withdrawnBy: actor.personId, withdrawnAt: now })
      .onConflictDoNothing();
    await recordActivity(
      tx,
      {
        ...{ kind: 'post_withdrawn', actorId: actor.personId, teamId: own.origin.teamId, postId },
        detail: own.post.title,
      },
      now,
    );
    return { ok: true };
  });
}
