import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { reviewCheck } from '#db/schema';
import type { CheckMark, CycleCheck } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findReviewBeingRead } from './own-review.server';

/**
 * The reading coach's own mark on a line of the checklist; `none` takes it back. The same mark again changes nothing. What the
 * team has read before stays as it is until the review is handed over again.
 */
export function markCheck(
  database: Database,
  actor: Actor,
  { reviewId, line, mark }: { reviewId: string; line: CycleCheck; mark: CheckMark | 'none' },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewBeingRead(tx, actor, reviewId);
    if (!own.ok) return own;
    const { cycleId } = own.review;
    const here = and(eq(reviewCheck.reviewId, reviewId), eq(reviewCheck.line, line));
    const known = (await tx.select().from(reviewCheck).where(here))[0];
    const stamp = { markedBy: actor.personId, markedAt: now };
    const next = mark === 'none' ? null : mark;
    if (next === null && known?.handedMark === null) await tx.delete(reviewCheck).where(here);
    else if (!known && next !== null)
      await tx.insert(reviewCheck).values({ id: uuidv7(), reviewId, line, mark: next, ...stamp });
    else if (known && known.mark !== next)
      await tx
        .update(reviewCheck)
        .set({ mark: next, ...stamp })
        .where(here);
    return { ok: true, cycleId };
  });
}
