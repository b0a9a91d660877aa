import { and, eq, inArray } from 'drizzle-orm';
import { review } from '#db/schema';
import { findOwnCycleHead } from '~/features/cycles/cycle-queries.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam } from '~/features/people/people-policy';
import { conflict, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { openReview } from './open-review.server';
import { moveReview, onlyCoaches } from './own-review.server';
import type { StepInput } from './own-review.server';
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
  input: StepInput,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  const step = { to: 'in_progress', kind: 'review_begun', set: { coachId: actor.personId } } as const;
  return moveReview(database, actor, { ...input, move: 'take_up' }, step, now);
}
