import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  person,
  review,
  reviewAnswer,
  reviewCheck,
  reviewComment,
  reviewSettlement,
  reviewStep,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach, readableTeam } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { Review, ReviewAnswer, ReviewComment, ReviewMark, ReviewStep } from './review';

const coach = alias(person, 'coach');
const asker = alias(person, 'asker');

export const reviewColumns = {
  ...{ id: review.id, cycleId: review.cycleId, teamId: review.teamId, stage: review.stage },
  ...{ asks: review.asks, beganAt: review.beganAt, feedbackAt: review.feedbackAt },
  ...{ endedAt: review.endedAt, version: review.version },
  ...{ coachId: review.coachId, coachName: sql<string | null>`${coach.name}` },
  ...{ askerId: review.requestedBy, askerName: sql<string | null>`${asker.name}` },
};

type Row = Omit<Review, 'coach' | 'requestedBy'> & {
  coachId: string | null;
  coachName: string | null;
  askerId: string | null;
  askerName: string | null;
};

function reviewOf({ coachId, coachName, askerId, askerName, ...row }: Row): Review {
  return {
    ...row,
    coach: coachId === null ? null : { id: coachId, name: coachName ?? '' },
    requestedBy: askerId === null ? null : { id: askerId, name: askerName ?? '' },
  };
}

const reviewsQuery = perReach((db, actor) =>
  db
    .select(reviewColumns)
    .from(review)
    .leftJoin(coach, eq(coach.id, review.coachId))
    .leftJoin(asker, eq(asker.id, review.requestedBy))
    .where(
      and(
        eq(review.cycleId, sql.placeholder('cycleId')),
        ne(review.stage, 'withdrawn'),
        readableTeam(actor, review.teamId),
      ),
    )
    .orderBy(desc(review.beganAt), desc(review.id))
    .prepare(),
);

/** The reviews of a cycle that were not taken back, newest first; at most one of them is open, and that one is the first. */
export async function listReviewsOfCycle(db: Connection, actor: Actor, cycleId: string): Promise<Review[]> {
  const rows = await reviewsQuery(db, actor).execute({ cycleId });
  return rows.map(reviewOf);
}

/** A review in a team the actor may read; null when it is not there or not for this actor. */
export async function findReview(db: Connection, actor: Actor, reviewId: string): Promise<Review | null> {
  const rows = await db
    .select(reviewColumns)
    .from(review)
    .leftJoin(coach, eq(coach.id, review.coachId))
    .leftJoin(asker, eq(asker.id, review.requestedBy))
    .where(and(eq(review.id, reviewId), readableTeam(actor, review.teamId)));
  return rows[0] ? reviewOf(rows[0]) : null;
}

const stepsQuery = perConnection((db) =>
  db
    .select({
      ...{ id: reviewStep.id, toStage: reviewStep.toStage, note: reviewStep.note },
      ...{ takenById: reviewStep.takenBy, takenByName: person.name, takenAt: reviewStep.takenAt },
    })
    .from(reviewStep)
    .innerJoin(person, eq(person.id, reviewStep.takenBy))
    .where(eq(reviewStep.reviewId, sql.placeholder('reviewId')))
    .orderBy(asc(reviewStep.takenAt), asc(reviewStep.id))
    .prepare(),
);

/** The steps of a review that passed its scope, oldest first. */
export async function listSteps(db: Connection, reviewId: string): Promise<ReviewStep[]> {
  const rows = await stepsQuery(db).execute({ reviewId });
  return rows.map(({ takenById, takenByName, ...row }) => ({
    ...row,
    takenBy: { id: takenById, name: takenByName },
  }));
}

/** What the cycle said when its coach last sent it back or finished, up to an instant; null where nobody has yet. */
export async function findTextsThen(
  db: Connection,
  cycleId: string,
  until: number,
): Promise<{ texts: Record<string, string>; at: number } | null> {
  const rows = await db
    .select({ texts: reviewStep.texts, at: reviewStep.takenAt })
    .from(reviewStep)
    .innerJoin(review, eq(review.id, reviewStep.reviewId))
    .where(and(eq(review.cycleId, cycleId), isNotNull(reviewStep.texts), lte(reviewStep.takenAt, until)))
    .orderBy(desc(reviewStep.takenAt), desc(reviewStep.id))
    .limit(1);
  const row = rows[0];
  return row?.texts ? { texts: readTexts(row.texts), at: row.at } : null;
}

function readTexts(json: string): Record<string, string> {
  const kept: unknown = JSON.parse(json);
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}

const settler = alias(person, 'settler');

function commentRows(db: Connection) {
  return db
    .select({
      ...{ id: reviewComment.id, kind: reviewComment.kind, body: reviewComment.body },
      ...{ stage: reviewComment.stage, field: reviewComment.field, questionId: reviewComment.questionId },
      ...{ measureId: reviewComment.measureId, groupId: reviewComment.groupId, on: reviewComment.pointOn },
      ...{ saidThen: reviewComment.saidThen, authorId: reviewComment.authorId, authorName: person.name },
      ...{ writtenAt: reviewComment.writtenAt, handedAt: reviewComment.handedAt },
      withdrawnAt: reviewComment.withdrawnAt,
      settledBy: sql<string | null>`${settler.name}`,
      settledAt: reviewSettlement.settledAt,
    })
    .from(reviewComment)
    .innerJoin(person, eq(person.id, reviewComment.authorId))
    .leftJoin(reviewSettlement, eq(reviewSettlement.commentId, reviewComment.id))
    .leftJoin(settler, eq(settler.id, reviewSettlement.settledBy));
}

const commentsQuery = perConnection((db) => ({
  comments: commentRows(db)
    .where(eq(reviewComment.reviewId, sql.placeholder('reviewId')))
    .orderBy(asc(reviewComment.writtenAt), asc(reviewComment.id))
    .prepare(),
  answers: db
    .select({
      ...{ id: reviewAnswer.id, commentId: reviewAnswer.commentId, body: reviewAnswer.body },
      ...{ authorId: reviewAnswer.authorId, authorName: person.name, answeredAt: reviewAnswer.answeredAt },
    })
    .from(reviewAnswer)
    .innerJoin(reviewComment, eq(reviewComment.id, reviewAnswer.commentId))
    .innerJoin(person, eq(person.id, reviewAnswer.authorId))
    .where(eq(reviewComment.reviewId, sql.placeholder('reviewId')))
    .orderBy(asc(reviewAnswer.answeredAt), asc(reviewAnswer.id))
    .prepare(),
}));

/**
 * What was said in a review that passed its scope, oldest first. For anybody but a coach of the team only what was handed
 * over. What was taken back before anybody else could read it is gone; afterwards it keeps its place without its words.
 */
export async function listComments(
  db: Connection,
  reviewId: string,
  { isCoach }: { isCoach: boolean },
): Promise<ReviewComment[]> {
  const rows = await commentsQuery(db).comments.execute({ reviewId });
  const seen = rows.filter(
    ({ handedAt, withdrawnAt }) => handedAt !== null || (isCoach && withdrawnAt === null),
  );
  if (seen.length === 0) return [];
  const answers = new Map<string, ReviewAnswer[]>();
  for (const { commentId, authorId, authorName, ...answer } of await commentsQuery(db).answers.execute({
    reviewId,
  }))
    answers.set(commentId, [
      ...(answers.get(commentId) ?? []),
      { ...answer, author: { id: authorId, name: authorName } },
    ]);
  return seen.map(
    ({ measureId, groupId, on, authorId, authorName, withdrawnAt, settledBy, settledAt, ...row }) => ({
      ...row,
      point: measureId === null || groupId === null || on === null ? null : { measureId, groupId, on },
      author: { id: authorId, name: authorName },
      isWithdrawn: withdrawnAt !== null,
      answers: answers.get(row.id) ?? [],
      settled: settledAt === null ? null : { by: settledBy ?? '', at: settledAt },
    }),
  );
}

/** The step with which a review was last handed over: the one that kept the cycle's texts. */
const lastHandOver = (reviewId: string) =>
  sql`(select s.id from ${reviewStep} s where s.review_id = ${reviewId} and s.texts is not null order by s.taken_at desc, s.id desc limit 1)`;

/**
 * A coach's marks of a review that passed its scope; for anybody but a coach those handed over last, by whom and when, so
 * that nothing of a second reading shows.
 */
export async function listMarks(
  db: Connection,
  reviewId: string,
  { isCoach }: { isCoach: boolean },
): Promise<ReviewMark[]> {
  const here = eq(reviewCheck.reviewId, reviewId);
  const rows = isCoach
    ? await db
        .select({
          ...{ line: reviewCheck.line, mark: reviewCheck.mark },
          ...{ by: person.name, markedAt: reviewCheck.markedAt },
        })
        .from(reviewCheck)
        .innerJoin(person, eq(person.id, reviewCheck.markedBy))
        .where(here)
    : await db
        .select({
          ...{ line: reviewCheck.line, mark: reviewCheck.handedMark },
          ...{ by: person.name, markedAt: reviewStep.takenAt },
        })
        .from(reviewCheck)
        .innerJoin(reviewStep, eq(reviewStep.id, lastHandOver(reviewId)))
        .innerJoin(person, eq(person.id, reviewStep.takenBy))
        .where(here);
  return rows.flatMap(({ mark, ...row }) => (mark === null ? [] : [{ ...row, mark }]));
}

/** The comments of a review that are handed over with its next step. */
export async function countUnhanded(tx: Connection, reviewId: string): Promise<number> {
  const rows = await tx
    .select({ id: reviewComment.id })
    .from(reviewComment)
    .where(
      and(
        eq(reviewComment.reviewId, reviewId),
        isNull(reviewComment.handedAt),
        isNull(reviewComment.withdrawnAt),
        inArray(reviewComment.kind, ['ask', 'suggest']),
      ),
    );
  return rows.length;
}
