import { eq } from 'drizzle-orm';
import { reviewComment } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findCommentFor } from './own-review.server';

/** Its author takes a comment back: the words go; one that was handed over keeps its place and its answers. */
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
    if (comment.withdrawnAt === null)
      await tx
        .update(reviewComment)
        .set({ body: '', withdrawnAt: now })
        .where(eq(reviewComment.id, comment.id));
    return { ok: true, cycleId: review.cycleId };
  });
}
