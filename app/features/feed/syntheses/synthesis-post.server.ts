import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { post, postHiding, postOrigin, postStory, postWithdrawal } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { wholeNetwork } from '../post-scope.server';
import { indexPost } from '../search/search-index.server';
import type { SynthesisRow } from './synthesis-scope.server';

type Page = Pick<SynthesisRow, 'id' | 'cohortId' | 'cohortName' | 'title' | 'introduction' | 'audience'>;

export async function findSynthesisPost(tx: Connection, synthesisId: string) {
  const rows = await tx
    .select({ id: post.id, standing: post.standing, version: post.version })
    .from(post)
    .where(and(eq(post.kind, 'synthesis'), eq(post.synthesisId, synthesisId)));
  return rows[0] ?? null;
}

async function isKeptHidden(tx: Connection, postId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: postHiding.id })
    .from(postHiding)
    .where(and(eq(postHiding.postId, postId), isNull(postHiding.liftedAt)));
  return rows.length > 0;
}

/**
 * Writes the post with which a synthesis stands in the feed: made once, signed by who publishes first, and the same post
 * ever after. A post that a facilitator hid stays hidden. The caller has checked that it may. Gives the post's id. Whatever
 * follows from a changed post (its entry in the search index) is called at this function's end, and nowhere else.
 */
export async function writeSynthesisPost(
  tx: Connection,
  actor: Actor,
  page: Page,
  now: number,
): Promise<string> {
  const isForAll = page.audience === 'network';
  const head = {
    ...{ title: page.title, audience: isForAll ? ('network' as const) : ('cohort' as const) },
    audienceId: isForAll ? wholeNetwork : page.cohortId,
  };
  const known = await findSynthesisPost(tx, page.id);
  const postId = known?.id ?? uuidv7();
  if (known) {
    const standing = (await isKeptHidden(tx, postId)) ? ('hidden' as const) : ('shared' as const);
    await tx.delete(postWithdrawal).where(eq(postWithdrawal.postId, postId));
    await tx
      .update(post)
      .set({ ...head, standing, changedAt: now, version: known.version + 1 })
      .where(eq(post.id, postId));
    await tx.update(postStory).set({ tried: page.introduction }).where(eq(postStory.postId, postId));
  } else {
    await tx.insert(post).values({
      ...{ id: postId, kind: 'synthesis', synthesisId: page.id, ...head },
      ...{ signature: 'by_name', signedAs: `${actor.name} · ${page.cohortName}`, sharedAt: now },
    });
    await tx.insert(postStory).values({ postId, tried: page.introduction });
    await tx.insert(postOrigin).values({ postId, authorId: actor.personId });
  }
  await indexPost(tx, postId);
  return postId;
}

/** Takes the post out of the feed, with who did it and when. */
export async function withdrawSynthesisPost(
  tx: Connection,
  actor: Actor,
  { id, version }: { id: string; version: number },
  now: number,
): Promise<void> {
  await tx
    .update(post)
    .set({ standing: 'withdrawn', changedAt: now, version: version + 1 })
    .where(eq(post.id, id));
  await tx
    .insert(postWithdrawal)
    .values({ postId: id, withdrawnBy: actor.personId, withdrawnAt: now })
    .onConflictDoNothing();
}
