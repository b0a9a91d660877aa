import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { ActivityRecord } from '~/features/activity/record-activity.server';
import type { Connection } from '~/platform/database.server';
import type { SmallNetwork } from './small-network';

export type SmallReview = { reviewId: string; commentId: string; cycleId: string };

/**
 * A review of the own team's cycle in Study, as the commands would leave it: asked for by the member, returned by the
 * coach with a question, which the colleague has answered. Records no event.
 */
export async function addReview(
  tx: Connection,
  { own, people }: SmallNetwork,
  now: number,
): Promise<SmallReview> {
  const [reviewId, commentId] = [uuidv7(), uuidv7()];
  const cycleId = own.cycles.study;
  await tx.insert(schema.review).values({
    ...{ id: reviewId, cycleId, teamId: own.teamId, stage: 'returned', asks: 'Is our prediction too easy?' },
    ...{ cycleStage: 'study', requestedBy: people.member.id, coachId: people.coach.id, beganAt: now - 3000 },
  });
  await tx.insert(schema.reviewStep).values({
    ...{ id: uuidv7(), reviewId, toStage: 'returned', note: 'Two questions, no hurry.', texts: null },
    ...{ takenBy: people.coach.id, takenAt: now - 1000 },
  });
  await tx.insert(schema.reviewComment).values({
    ...{ id: commentId, reviewId, kind: 'ask', body: 'What did the starters do?', stage: 'study' },
    ...{ authorId: people.coach.id, writtenAt: now - 2000, handedAt: now - 1000 },
  });
  await tx.insert(schema.reviewAnswer).values({
    ...{ id: uuidv7(), commentId, body: 'They began at once.', authorId: people.colleague.id },
    answeredAt: now,
  });
  return { reviewId, commentId, cycleId };
}

type Step = Pick<ActivityRecord, 'kind'> & Partial<ActivityRecord>;

/** Records what happened to the own team, each a millisecond after the one before. */
export async function addEvents(
  tx: Connection,
  { own, people }: SmallNetwork,
  steps: Step[],
  now: number,
): Promise<void> {
  for (const [index, step] of steps.entries())
    await recordActivity(tx, { actorId: people.coach.id, teamId: own.teamId, ...step }, now + index);
}
