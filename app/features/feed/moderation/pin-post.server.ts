import { eq } from 'drizzle-orm';
import { postPin } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { canModerate } from '../feed-policy';
import { findSharedPost } from '../posts/find-shared-post.server';

/** Pins a post or lets it go; who pinned it first stays written. */
export function pinPost(
  database: Database,
  actor: Actor,
  { postId, isPinned }: { postId: string; isPinned: boolean },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const shared = await findSharedPost(tx, actor, postId);
    if (!shared) return notFound;
    if (!canModerate(actor)) return notAllowed('Facilitators pin posts.');
    if (isPinned)
      await tx
        .insert(postPin)
        .values({ postId: shared.id, pinnedBy: actor.personId, pinnedAt: now })
        .onConflictDoNothing();
    else await tx.delete(postPin).where(eq(postPin.postId, shared.id));
    return { ok: true };
  });
}
