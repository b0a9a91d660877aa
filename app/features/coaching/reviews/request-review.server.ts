import { and, eq, inArray } from 'drizzle-orm';
import { review } from '#db/schema';
import { findOwnCycleHead } from '~/features/cycles/cycle-queries.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { longestAsk, textProblem } from './review-lengths';
import { onlyTheTeam } from './own-review.server';
import { openReview } from './open-review.server';
import { isOpenReview, openReviewStages } from './review-stages';

/** The team asks its coaches to look at a cycle. One review is open at a time: a second one is a conflict. */
export function requestReview(
  database: Database,
  actor: Actor,
  input: { id: string; cycleId: string; asks: string },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const head = await findOwnCycleHead(tx, actor, input.cycleId);
    if (!head) return notFound;
    if (!worksInTeam(actor, head.teamId)) return onlyTheTeam;
    const known = await tx.select().from(review).where(eq(review.id, input.id));
    if (known[0]) {
      const { cycleId, requestedBy, stage, asks } = known[0];
      if (cycleId !== head.id || requestedBy !== actor.personId) return notFound;
      if (asks === input.asks) return { ok: true };
      return isOpenReview(stage)
        ? conflict
        : invalid('Something was sent from this form before. Send this one too?', { id: ['again'] });
    }
    const problem = textProblem(input.asks, longestAsk);
    if (problem !== null) return invalid(problem);
    const team = await findCycleTeam(tx, actor, head.teamId, today);
    if (!team || team.coaches.length === 0) return invalid('Your team has no coach at the moment.');
    const open = await tx
      .select({ id: review.id })
      .from(review)
      .where(and(eq(review.cycleId, head.id), inArray(review.stage, openReviewStages)));
    if (open[0]) return conflict;
    await openReview(tx, actor, { ...input, head, how: 'request' }, now);
    return { ok: true };
  });
}
