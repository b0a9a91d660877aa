import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { excerptOf } from './open-review.server';
import { findReviewToMove, takeStep } from './own-review.server';
import { longestAsk, textProblem } from './review-lengths';

/** The team is done with what came back and asks to look again: it is the coach's move, as with a request. */
export function sendReviewBack(
  database: Database,
  actor: Actor,
  input: { reviewId: string; stepId: string; version: number; note: string },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewToMove(tx, actor, { ...input, move: 'send_back' });
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
      { stepId, to: 'requested', note, texts: null, kind: 'review_requested', detail: excerptOf(note) },
      now,
    );
    return { ok: true, cycleId };
  });
}
