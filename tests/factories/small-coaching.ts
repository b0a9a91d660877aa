import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { mondayOf } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

export type CoachingRecords = {
  reviewId: string;
  commentId: string;
  answerId: string;
  nudgeId: string;
  contactId: string;
};

type Input = {
  teamId: string;
  cycleId: string;
  questionId: string;
  memberId: string;
  coachId: string;
  today: string;
  now: number;
};

/** A review that came back with one question, already answered once; a nudge, a contact and both scores of this month. */
export async function addCoaching(
  tx: Connection,
  { teamId, cycleId, questionId, memberId, coachId, today, now }: Input,
): Promise<CoachingRecords> {
  const [reviewId, commentId, answerId] = [uuidv7(), uuidv7(), uuidv7()];
  const [nudgeId, contactId] = [uuidv7(), uuidv7()];
  await tx.insert(schema.review).values({
    ...{ id: reviewId, cycleId, teamId, stage: 'returned', asks: 'Is our question too big?' },
    ...{ cycleStage: 'study', requestedBy: memberId, coachId },
    ...{ beganAt: now - 3 * 86_400_000, feedbackAt: now - 86_400_000, version: 3 },
  });
  const step = (toStage: 'requested' | 'in_progress' | 'returned', takenBy: string, takenAt: number) => ({
    ...{ id: uuidv7(), reviewId, toStage, takenBy, takenAt },
    texts: toStage === 'returned' ? '{}' : null,
  });
  await tx
    .insert(schema.reviewStep)
    .values([
      step('requested', memberId, now - 3 * 86_400_000),
      step('in_progress', coachId, now - 2 * 86_400_000),
      step('returned', coachId, now - 86_400_000),
    ]);
  await tx.insert(schema.reviewComment).values({
    ...{ id: commentId, reviewId, kind: 'ask', body: 'Which students start sooner?' },
    ...{ stage: 'plan', field: 'because', questionId, saidThen: 'they have a frame' },
    ...{ authorId: coachId, writtenAt: now - 2 * 86_400_000, handedAt: now - 86_400_000 },
  });
  await tx.insert(schema.reviewAnswer).values({
    ...{ id: answerId, commentId, body: 'The ones who speak first.', authorId: memberId, answeredAt: now },
  });
  await tx.insert(schema.reviewCheck).values({
    ...{ id: uuidv7(), reviewId, line: 'small_scale', mark: 'partly', handedMark: 'partly' },
    ...{ markedBy: coachId, markedAt: now },
  });
  await tx.insert(schema.nudge).values({
    ...{ id: nudgeId, teamId, coachId, cycleId, week: mondayOf(today), body: 'One number is enough.' },
    ...{ path: `/cycles/${cycleId}/study`, sentAt: now },
  });
  await tx.insert(schema.coachContact).values({
    ...{ id: contactId, teamId, coachId, kind: 'visit', happenedOn: today, note: 'Saw the frames.' },
    notedAt: now,
  });
  const month = `${today.slice(0, 7)}-01`;
  for (const [scorer, scoredBy, score] of [
    ['team', memberId, 3],
    ['coach', coachId, 2],
  ] as const)
    await tx.insert(schema.teamScore).values({
      ...{ id: uuidv7(), teamId, month, scorer, score, because: `Said by the ${scorer}.`, scoredBy },
      scoredAt: now,
    });
  return { reviewId, commentId, answerId, nudgeId, contactId };
}
