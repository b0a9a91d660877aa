import { and, eq, ne } from 'drizzle-orm';
import { reviewAnswer, reviewComment, reviewSettlement } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { takingBack } from './comment-state';
import { findCommentFor } from './own-review.server';

/**
 * Its author takes a comment back: the words go; one that was handed over keeps its place. Not allowed once somebody
 * else has answered it or it is settled.
 */
export function withdrawComment(
  database: Database,
  actor: Actor,
  input: { reviewId: string; commentId: string },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findCommentFor(tx, actor, input, 'coach');
    if (!own.ok) return own;
    const { comment, review } = own;
    if (comment.authorId !== actor.personId) return notAllowed('Only who wrote a comment takes it back.');
    if (comment.withdrawnAt !== null) return { ok: true, cycleId: review.cycleId };
    if (takingBack({ handedAt: comment.handedAt, ...(await takenUp(tx, comment)) }) === 'no')
      return notAllowed('The team has answered or settled this, so it stays.');
    await tx
      .update(reviewComment)
      .set({ body: '', withdrawnAt: now })
      .where(eq(reviewComment.id, comment.id));
    return { ok: true, cycleId: review.cycleId };
  });
}

async function takenUp(
  tx: Connection,
  { id, authorId }: { id: string; authorId: string },
): Promise<{ isAnswered: boolean; isSettled: boolean }> {
  const answers = await tx
    .select({ id: reviewAnswer.id })
    .from(reviewAnswer)
    .where(and(eq(reviewAnswer.commentId, id), ne(reviewAnswer.authorId, authorId)))
    .limit(1);
  const settled = await tx
    .select({ id: reviewSettlement.id })
    .from(reviewSettlement)
    .where(eq(reviewSettlement.commentId, id));
  return { isAnswered: answers.length > 0, isSettled: settled.length > 0 };
}
