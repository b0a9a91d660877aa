import { and, eq, inArray } from 'drizzle-orm';
import { review } from '#db/schema';
import { findOwnCycleHead } from '~/features/cycles/cycle-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { openReview } from './open-review.server';
import { findReviewToMove, onlyCoaches, takeStep } from './own-review.server';
import { longestAsk, textProblem } from './review-lengths';
import { openReviewStages } from './review-stages';

/** A coach begins to read a cycle that nobody asked about. Where a review is open already it is a conflict. */
export function beginReview(
  database: Database,
  actor: Actor,
  input: { id: string; cycleId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const head = await findOwnCycleHead(tx, actor, input.cycleId);
    if (!head) return notFound;
    if (!coachesTeam(actor, head.teamId)) return onlyCoaches;
    const known = await tx.select().from(review).where(eq(review.id, input.id));
    if (known[0])
      return known[0].cycleId === head.id && known[0].requestedBy === null ? { ok: true } : notFound;
    const open = await tx
      .select({ id: review.id })
      .from(review)
      .where(and(eq(review.cycleId, head.id), inArray(review.stage, openReviewStages)));
    if (open[0]) return conflict;
    await openReview(tx, actor, { id: input.id, asks: '', head, how: 'begin' }, now);
    return { ok: true };
  });
}

/** A coach takes up what was asked, reads again what came back, or carries on another coach's reading. */
export function takeUpReview(
  database: Database,
  actor: Actor,
  input: { reviewId: string; stepId: string; version: number; note: string },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewToMove(tx, actor, { ...input, move: 'take_up' });
    if (!own.ok) return own;
    const { cycleId } = own.review;
    if (own.isTaken) return { ok: true, cycleId };
    const problem = textProblem(input.note, longestAsk);
    if (problem !== null) return invalid(problem);
    await takeStep(
      tx,
      actor,
      own.review,
      {
        ...{ stepId: input.stepId, to: 'in_progress', note: input.note, texts: null, kind: 'review_begun' },
        set: { coachId: actor.personId },
      },
      now,
    );
    return { ok: true, cycleId };
  });
}
