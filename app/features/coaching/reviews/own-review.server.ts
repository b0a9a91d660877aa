import { and, eq, isNull, sql } from 'drizzle-orm';
import { review, reviewAnswer, reviewCheck, reviewComment, reviewStep } from '#db/schema';
import type { ActivityKind, ReviewStage } from '#db/vocabulary';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { coachesTeam, worksInTeam } from '~/features/people/people-policy';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { longestAsk, textProblem } from './review-lengths';
import { findReview } from './review-queries.server';
import type { Review } from './review';
import { leadsTo, mayMove, moveBelongsTo } from './review-stages';
import type { ReviewMove } from './review-stages';

export const onlyCoaches = notAllowed('Only a coach of the team reviews its cycles.');
export const onlyTheTeam = notAllowed('Only the team itself asks for reviews and answers in them.');

/** A review in the actor's reach, for a part that belongs to its coaches or to its team. */
export async function findReviewFor(
  tx: Connection,
  actor: Actor,
  reviewId: string,
  who: 'coach' | 'team' | 'either',
): Promise<Outcome<{ review: Review }>> {
  const found = await findReview(tx, actor, reviewId);
  if (!found) return notFound;
  const isCoach = coachesTeam(actor, found.teamId);
  const isMember = worksInTeam(actor, found.teamId);
  if (who === 'coach' && !isCoach) return onlyCoaches;
  if (who === 'team' && !isMember) return onlyTheTeam;
  if (!isCoach && !isMember) return onlyTheTeam;
  return { ok: true, review: found };
}

/** The review that the actor reads as its coach at the moment; a conflict where another coach took it up or it moved on. */
export async function findReviewBeingRead(
  tx: Connection,
  actor: Actor,
  reviewId: string,
): Promise<Outcome<{ review: Review }>> {
  const found = await findReviewFor(tx, actor, reviewId, 'coach');
  if (!found.ok) return found;
  const { stage, coach } = found.review;
  return stage === 'in_progress' && coach?.id === actor.personId ? found : conflict;
}

/**
 * True where this very step was taken before: the second submit of one form. A step of somebody else is not found; another
 * step or other words under the same id are a conflict.
 */
export async function isStepTaken(
  tx: Connection,
  actor: Actor,
  { stepId, reviewId, move, note }: { stepId: string; reviewId: string; move: ReviewMove; note: string },
): Promise<Outcome<{ isTaken: boolean }>> {
  const rows = await tx.select().from(reviewStep).where(eq(reviewStep.id, stepId));
  const known = rows[0];
  if (!known) return { ok: true, isTaken: false };
  if (known.takenBy !== actor.personId || known.reviewId !== reviewId) return notFound;
  return known.toStage === leadsTo[move] && known.note === note ? { ok: true, isTaken: true } : conflict;
}

/**
 * The review before a move at the version the form was read at. `isTaken`: this form went through before. Out of reach:
 * not found; not this person's move: not allowed; moved on since: conflict.
 */
export async function findReviewToMove(
  tx: Connection,
  actor: Actor,
  input: { reviewId: string; stepId: string; version: number; move: ReviewMove; note: string },
): Promise<Outcome<{ review: Review; isTaken: boolean }>> {
  const own = await findReviewFor(tx, actor, input.reviewId, moveBelongsTo[input.move]);
  if (!own.ok) return own;
  const before = await isStepTaken(tx, actor, input);
  if (!before.ok) return before;
  const { review: found } = own;
  if (before.isTaken) return { ok: true, review: found, isTaken: true };
  const { stage, feedbackAt } = found;
  const standing = { stage, coachId: found.coach?.id ?? null, feedbackAt };
  if (found.version !== input.version || !mayMove(standing, input.move, actor.personId)) return conflict;
  return { ok: true, review: found, isTaken: false };
}

type Step = {
  stepId: string;
  to: ReviewStage;
  note: string;
  texts: string | null;
  kind: ActivityKind;
  detail?: string;
  set?: { coachId?: string; feedbackAt?: number; endedAt?: number };
};

/** Writes a step with its stage, its version and its event. The caller has checked that it may be taken. */
export async function takeStep(
  tx: Connection,
  actor: Actor,
  found: Review,
  step: Step,
  now: number,
): Promise<void> {
  await tx
    .update(review)
    .set({ stage: step.to, version: found.version + 1, ...step.set })
    .where(eq(review.id, found.id));
  await tx.insert(reviewStep).values({
    ...{ id: step.stepId, reviewId: found.id, toStage: step.to, note: step.note, texts: step.texts },
    ...{ takenBy: actor.personId, takenAt: now },
  });
  const about = found.requestedBy?.id;
  const tellsAsker = step.kind !== 'review_requested' && step.kind !== 'review_withdrawn';
  await recordActivity(
    tx,
    {
      ...{ kind: step.kind, actorId: actor.personId, teamId: found.teamId },
      ...{ cycleId: found.cycleId, reviewId: found.id, detail: step.detail ?? '' },
      ...(tellsAsker && about !== undefined ? { aboutPersonId: about } : {}),
    },
    now,
  );
}

/** A step as its form hands it in. */
export type StepInput = { reviewId: string; stepId: string; version: number; note: string };

/** Takes a move that says no more than its note. The second of two equal forms changes nothing. */
export function moveReview(
  database: Database,
  actor: Actor,
  input: StepInput & { move: ReviewMove },
  step: Pick<Step, 'to' | 'kind' | 'set' | 'detail'>,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findReviewToMove(tx, actor, input);
    if (!own.ok) return own;
    const { cycleId } = own.review;
    if (own.isTaken) return { ok: true, cycleId };
    const { stepId, note } = input;
    const problem = textProblem(note, longestAsk);
    if (problem !== null) return invalid(problem);
    await takeStep(tx, actor, own.review, { stepId, note, texts: null, ...step }, now);
    return { ok: true, cycleId };
  });
}

/** From now on the team reads every comment of the review. */
export async function handOverComments(tx: Connection, reviewId: string, now: number): Promise<void> {
  await tx
    .update(reviewComment)
    .set({ handedAt: now })
    .where(
      and(
        eq(reviewComment.reviewId, reviewId),
        isNull(reviewComment.handedAt),
        isNull(reviewComment.withdrawnAt),
      ),
    );
}

/** From now on everybody reads the coach's marks as they stand. */
export async function handOverMarks(tx: Connection, reviewId: string): Promise<void> {
  await tx.delete(reviewCheck).where(and(eq(reviewCheck.reviewId, reviewId), isNull(reviewCheck.mark)));
  await tx
    .update(reviewCheck)
    .set({ handedMark: sql`${reviewCheck.mark}` })
    .where(eq(reviewCheck.reviewId, reviewId));
}

/** A comment of a review in the actor's reach; what is not handed over is not there for the team. */
export async function findCommentFor(
  tx: Connection,
  actor: Actor,
  { reviewId, commentId }: { reviewId: string; commentId: string },
  who: 'coach' | 'either',
): Promise<Outcome<{ review: Review; comment: typeof reviewComment.$inferSelect }>> {
  const own = await findReviewFor(tx, actor, reviewId, who);
  if (!own.ok) return own;
  const rows = await tx
    .select()
    .from(reviewComment)
    .where(and(eq(reviewComment.id, commentId), eq(reviewComment.reviewId, reviewId)));
  const comment = rows[0];
  const isSeen = comment && (comment.handedAt !== null || coachesTeam(actor, own.review.teamId));
  return isSeen ? { ok: true, review: own.review, comment } : notFound;
}

/** True where an answer with this id stands already, by the same person beneath the same comment. */
export async function isAnswered(
  tx: Connection,
  actor: Actor,
  { id, commentId, body }: { id: string; commentId: string; body: string },
): Promise<Outcome<{ isThere: boolean; isOther: boolean }>> {
  const rows = await tx.select().from(reviewAnswer).where(eq(reviewAnswer.id, id));
  const known = rows[0];
  if (!known) return { ok: true, isThere: false, isOther: false };
  if (known.authorId !== actor.personId || known.commentId !== commentId) return notFound;
  return { ok: true, isThere: true, isOther: known.body !== body };
}
