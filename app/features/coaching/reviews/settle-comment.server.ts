import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { reviewSettlement } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findCommentFor } from './own-review.server';

type Input = { reviewId: string; commentId: string; isSettled: boolean };

/** The team or a coach says that a comment is settled, or opens it again; however often it is said. */
export function settleComment(
  database: Database,
  actor: Actor,
  input: Input,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findCommentFor(tx, actor, input, 'either');
    if (!own.ok) return own;
    const { comment, review } = own;
    if (comment.handedAt === null) return invalid('The team has not read this yet.');
    if (input.isSettled)
      await tx
        .insert(reviewSettlement)
        .values({ id: uuidv7(), commentId: comment.id, settledBy: actor.personId, settledAt: now })
        .onConflictDoNothing();
    else await tx.delete(reviewSettlement).where(eq(reviewSettlement.commentId, comment.id));
    return { ok: true, cycleId: review.cycleId };
  });
}
