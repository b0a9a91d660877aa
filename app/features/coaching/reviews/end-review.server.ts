import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findReviewToMove, takeStep } from './own-review.server';
import { longestAsk, textProblem } from './review-lengths';

/** The team ends a review that its coach left with feedback; what was said stays for everybody to read. */
export function endReview(
  database: Database,
  actor: Actor,
  input: { reviewId: string; stepId: string; version: number; note: string },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewToMove(tx, actor, { ...input, move: 'end' });
    if (!own.ok) return own;
    const { cycleId } = own.review;
    if (own.isTaken) return { ok: true, cycleId };
    const { stepId, note } = input;
    const problem = textProblem(note, longestAsk);
    if (problem !== null) return invalid(problem);
    await takeStep(
      tx,
      actor,
      own.review,
      { stepId, to: 'done', note, texts: null, kind: 'review_done', set: { endedAt: now } },
      now,
    );
    return { ok: true, cycleId };
  });
}
