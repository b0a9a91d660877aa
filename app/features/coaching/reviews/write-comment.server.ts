import { count, eq } from 'drizzle-orm';
import { reviewComment } from '#db/schema';
import type { RunChartRules } from '#db/vocabulary';
import { loadEvidence } from '~/features/cycles/cycle-charts.server';
import { findCycle } from '~/features/cycles/cycle-queries.server';
import { cycleTexts } from '~/features/cycles/cycle-texts';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { findAnchor } from './comment-anchor';
import { pointChoices } from './chart-points';
import { findReviewBeingRead, findReviewFor } from './own-review.server';
import type { Review } from './review';
import { mostComments, saidProblem } from './review-lengths';
import type { CommentForm } from './review-form';

type Network = { rules: RunChartRules; now: number; today: SchoolDay };
type Anchored = Pick<
  typeof reviewComment.$inferInsert,
  'stage' | 'field' | 'questionId' | 'measureId' | 'groupId' | 'pointOn' | 'saidThen'
>;

/**
 * Writes down what the reading coach says about a part of the cycle; the team reads it with the review's return or end.
 * The second of two equal forms changes nothing; other words from a form that was sent before are asked about.
 */
export function writeComment(
  database: Database,
  actor: Actor,
  input: CommentForm & { reviewId: string },
  network: Network,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const seen = await findReviewFor(tx, actor, input.reviewId, 'coach');
    if (!seen.ok) return seen;
    const known = (await tx.select().from(reviewComment).where(eq(reviewComment.id, input.id)))[0];
    if (known) {
      if (known.authorId !== actor.personId || known.reviewId !== input.reviewId) return notFound;
      return known.body === input.body && known.kind === input.kind
        ? { ok: true, cycleId: seen.review.cycleId }
        : invalid('Something was sent from this form before. Send this one beside it?', { id: ['again'] });
    }
    const own = await findReviewBeingRead(tx, actor, input.reviewId);
    if (!own.ok) return own;
    const problem = saidProblem(input.body);
    if (problem !== null) return invalid(problem);
    const written = await tx
      .select({ n: count() })
      .from(reviewComment)
      .where(eq(reviewComment.reviewId, own.review.id));
    if ((written[0]?.n ?? 0) >= mostComments)
      return invalid('This review holds a great many comments already. Send it back with those first.');
    const anchored = await anchorIn(tx, actor, own.review, input, network);
    if (!anchored.ok) return anchored;
    await tx.insert(reviewComment).values({
      ...{ id: input.id, reviewId: own.review.id, kind: input.kind, body: input.body },
      ...anchored.at,
      ...{ authorId: actor.personId, writtenAt: network.now },
    });
    return { ok: true, cycleId: own.review.cycleId };
  });
}

async function anchorIn(
  tx: Connection,
  actor: Actor,
  { cycleId, teamId }: Review,
  { about, pointOn }: CommentForm,
  network: Network,
): Promise<Outcome<{ at: Anchored }>> {
  const cycle = await findCycle(tx, actor, cycleId);
  if (!cycle) return notFound;
  const measures = await listMeasuresOfTeam(tx, actor, teamId);
  const found = findAnchor(about, cycle, cycleTexts(cycle, measures));
  if (found === null) return invalid('That part is no longer in the cycle. Your words are still here.');
  const { stage } = found;
  if (found.kind === 'stage') return { ok: true, at: { stage } };
  if (found.kind === 'field') {
    const { field, questionId, text } = found.text;
    return { ok: true, at: { stage, field, questionId, saidThen: text } };
  }
  const { questionId, measureId, groupId } = found;
  const evidence = await loadEvidence(tx, actor, cycle, measures, network);
  const model = evidence.find((one) => one.questionId === questionId)?.model;
  const point = model && pointChoices(model, network.today).find(({ on }) => on === pointOn);
  if (!point) return invalid('Choose a point of the chart.');
  return { ok: true, at: { stage, questionId, measureId, groupId, pointOn, saidThen: point.words } };
}
