import { findCycle } from '~/features/cycles/cycle-queries.server';
import { cycleTexts, keptTexts } from '~/features/cycles/cycle-texts';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { findReviewToMove, handOverComments, handOverMarks, takeStep } from './own-review.server';
import { longestAsk, textProblem } from './review-lengths';
import { countUnhanded } from './review-queries.server';

export type HandOver = { reviewId: string; stepId: string; version: number; note: string };

const steps = {
  return: { to: 'returned', kind: 'review_returned' },
  finish: { to: 'done', kind: 'review_done' },
} as const;

/** A coach's words go to the team, with what the cycle says at this moment. To return, there is something to answer. */
export async function handOver(
  tx: Connection,
  actor: Actor,
  input: HandOver & { move: 'return' | 'finish' },
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  const own = await findReviewToMove(tx, actor, input);
  if (!own.ok) return own;
  const { review } = own;
  const { cycleId } = review;
  if (own.isTaken) return { ok: true, cycleId };
  const problem = textProblem(input.note, longestAsk);
  if (problem !== null) return invalid(problem);
  if (input.move === 'return' && input.note === '' && (await countUnhanded(tx, review.id)) === 0)
    return invalid('Ask or suggest something first, or write a few words. You can also finish the review.');
  const cycle = await findCycle(tx, actor, cycleId);
  if (!cycle) return notFound;
  const measures = await listMeasuresOfTeam(tx, actor, review.teamId);
  await handOverComments(tx, review.id, now);
  await handOverMarks(tx, review.id);
  await takeStep(
    tx,
    actor,
    review,
    {
      ...steps[input.move],
      ...{ stepId: input.stepId, note: input.note },
      texts: JSON.stringify(keptTexts(cycleTexts(cycle, measures))),
      set: {
        ...(review.feedbackAt === null ? { feedbackAt: now } : {}),
        ...(input.move === 'finish' ? { endedAt: now } : {}),
      },
    },
    now,
  );
  return { ok: true, cycleId };
}
