import { count, eq } from 'drizzle-orm';
import { reviewAnswer } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { excerptOf } from './open-review.server';
import { findCommentFor, isAnswered } from './own-review.server';
import { mostAnswers, saidProblem } from './review-lengths';

type Input = { reviewId: string; commentId: string; id: string; body: string };

/** Writes an answer beneath a comment that was handed over, by the team or by a coach of it. */
export function answerComment(
  database: Database,
  actor: Actor,
  input: Input,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findCommentFor(tx, actor, input, 'either');
    if (!own.ok) return own;
    const { comment, review } = own;
    const { id, body } = input;
    const before = await isAnswered(tx, actor, { id, commentId: comment.id, body });
    if (!before.ok) return before;
    if (before.isOther)
      return invalid('Something was sent from this form before. Send this one beside it?', { id: ['again'] });
    if (before.isThere) return { ok: true, cycleId: review.cycleId };
    const problem = saidProblem(body);
    if (problem !== null) return invalid(problem);
    if (comment.withdrawnAt !== null || comment.handedAt === null)
      return invalid('This was taken back meanwhile. Your words are still here, to copy.');
    const written = await tx
      .select({ n: count() })
      .from(reviewAnswer)
      .where(eq(reviewAnswer.commentId, comment.id));
    if ((written[0]?.n ?? 0) >= mostAnswers)
      return invalid('This comment has many answers already. It may be time to talk.');
    await tx
      .insert(reviewAnswer)
      .values({ id, commentId: comment.id, body, authorId: actor.personId, answeredAt: now });
    await recordActivity(
      tx,
      {
        ...{ kind: 'review_answered', actorId: actor.personId, teamId: review.teamId },
        ...{ cycleId: review.cycleId, reviewId: review.id, aboutId: comment.id, detail: excerptOf(body) },
        ...(comment.authorId === actor.personId ? {} : { aboutPersonId: comment.authorId }),
      },
      now,
    );
    return { ok: true, cycleId: review.cycleId };
  });
}
