import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { reviewCheck } from '#db/schema';
import type { CheckMark, CycleCheck } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findReviewBeingRead } from './own-review.server';

/** The reading coach's own mark on a line of the checklist; `none` takes it back. The same mark again changes nothing. */
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
    if (mark === 'none') await tx.delete(reviewCheck).where(here);
    else if (!known) await tx.insert(reviewCheck).values({ id: uuidv7(), reviewId, line, mark, ...stamp });
    else if (known.mark !== mark)
      await tx
        .update(reviewCheck)
        .set({ mark, ...stamp })
        .where(here);
    return { ok: true, cycleId };
  });
}
