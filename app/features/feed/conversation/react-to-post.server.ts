import { and, eq } from 'drizzle-orm';
import { reaction } from '#db/schema';
import type { ReactionKind } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findSharedPost } from '../posts/find-shared-post.server';

/** Sets a reaction to what is wanted, however often it is asked. */
export function reactToPost(
  database: Database,
  actor: Actor,
  { postId, kind, isOn }: { postId: string; kind: ReactionKind; isOn: boolean },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const shared = await findSharedPost(tx, actor, postId);
    if (!shared) return notFound;
    if (shared.isOwn) return notAllowed('This is your own team’s post. Reactions are for others.');
    const mine = { postId: shared.id, personId: actor.personId, kind };
    if (isOn)
      await tx
        .insert(reaction)
        .values({ ...mine, reactedAt: now })
        .onConflictDoNothing();
    else
      await tx
        .delete(reaction)
        .where(
          and(
            eq(reaction.postId, mine.postId),
            eq(reaction.personId, mine.personId),
            eq(reaction.kind, kind),
          ),
        );
    return { ok: true };
  });
}
