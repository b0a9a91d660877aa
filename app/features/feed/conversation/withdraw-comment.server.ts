import { and, eq, inArray } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { commentMention, postComment, postOrigin, teamMembership } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { findSharedPost } from '../posts/find-shared-post.server';

/** Takes a comment back: its text and its mentions go, its answers stay. */
export function withdrawComment(
  database: Database,
  actor: Actor,
  { commentId }: { commentId: string },
  now: number,
): Promise<Outcome<{ postId: string }>> {
  return database.inTransaction(async (tx) => {
    const rows = await tx
      .select({
        postId: postComment.postId,
        authorId: postComment.authorId,
        withdrawnAt: postComment.withdrawnAt,
      })
      .from(postComment)
      .where(eq(postComment.id, commentId));
    const comment = rows[0];
    if (!comment || !(await findSharedPost(tx, actor, comment.postId))) return notFound;
    const { postId } = comment;
    if (comment.authorId !== actor.personId) return notAllowed('Only who wrote a comment takes it back.');
    if (comment.withdrawnAt !== null) return { ok: true, postId };
    await tx.delete(commentMention).where(eq(commentMention.commentId, commentId));
    await tx.update(postComment).set({ body: '', withdrawnAt: now }).where(eq(postComment.id, commentId));
    return { ok: true, postId };
  });
}

/**
 * Signs what the team itself wrote beneath its post as the team that shared it. For the change of a post's signature to
 * one that hides the team: the names beneath would tell whose it is.
 */
export async function signOwnCommentsAsOrigin(tx: Connection, postId: string): Promise<void> {
  const worksThere = new QueryBuilder()
    .select({ personId: teamMembership.personId })
    .from(teamMembership)
    .innerJoin(postOrigin, eq(postOrigin.teamId, teamMembership.teamId))
    .where(eq(postOrigin.postId, postId));
  await tx
    .update(postComment)
    .set({ asOrigin: true })
    .where(and(eq(postComment.postId, postId), inArray(postComment.authorId, worksThere)));
}
