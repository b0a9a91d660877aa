import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findReviewToMove, takeStep } from './own-review.server';
import { longestAsk, textProblem } from './review-lengths';

/** The team takes its request back, before a coach took it up. */
export function withdrawRequest(
  database: Database,
  actor: Actor,
  input: { reviewId: string; stepId: string; version: number; note: string },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewToMove(tx, actor, { ...input, move: 'withdraw' });
    if (!own.ok) return own;
    const { cycleId } = own.review;
    if (own.isTaken) return { ok: true, cycleId };
    const problem = textProblem(input.note, longestAsk);
    if (problem !== null) return invalid(problem);
    const { stepId, note } = input;
    await takeStep(
      tx,
      actor,
      own.review,
      {
        ...{ stepId, to: 'withdrawn', note, texts: null, kind: 'review_withdrawn' },
        set: { endedAt: now },
      },
      now,
    );
    return { ok: true, cycleId };
  });
}
