import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { review, reviewAnswer, reviewComment, reviewSettlement, reviewStep } from '#db/schema';
import { cycleTextKey } from '~/features/cycles/cycle-texts';
import type { Actor } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { CaseloadReview } from './caseload';
import type { CaseloadScope } from './caseload-filter';
import { loadTextsOfCycles } from './cycle-texts-queries.server';
import { perScope } from './followed-scope.server';
import { answeredSince } from './review-turns';
import type { AskedComment } from './review-turns';

/** Nested, since a select from one table leaves table names out of what it selects. */
const lastReturn = sql`(select max(s.taken_at) from ${reviewStep} s where s.review_id = ${review.id} and s.to_stage = 'returned')`;

const reviewsQuery = perScope((db, followed) =>
  db
    .select({
      id: review.id,
      teamId: review.teamId,
      cycleId: review.cycleId,
      stage: review.stage,
      cycleStage: review.cycleStage,
      requestedBy: review.requestedBy,
      coachId: review.coachId,
      beganAt: review.beganAt,
      returnedAt: sql<number | null>`${lastReturn}`,
    })
    .from(review)
    .where(and(inArray(review.stage, ['requested', 'in_progress', 'returned']), followed(review.teamId)))
    .orderBy(asc(review.beganAt), asc(review.id))
    .prepare(),
);

const newestAnswer = (column: 'answered_at' | 'author_id') =>
  sql`(select a.${sql.raw(column)} from ${reviewAnswer} a where a.comment_id = ${reviewComment.id} order by a.answered_at desc, a.id desc limit 1)`;

const commentsQuery = perScope((db, followed) =>
  db
    .select({
      reviewId: reviewComment.reviewId,
      cycleId: review.cycleId,
      field: reviewComment.field,
      questionId: reviewComment.questionId,
      saidThen: reviewComment.saidThen,
      authorId: reviewComment.authorId,
      settledAt: reviewSettlement.settledAt,
      answeredAt: sql<number | null>`${newestAnswer('answered_at')}`,
      answeredBy: sql<string | null>`${newestAnswer('author_id')}`,
    })
    .from(reviewComment)
    .innerJoin(review, eq(review.id, reviewComment.reviewId))
    .leftJoin(reviewSettlement, eq(reviewSettlement.commentId, reviewComment.id))
    .where(
      and(
        eq(review.stage, 'returned'),
        inArray(reviewComment.kind, ['ask', 'suggest']),
        isNotNull(reviewComment.handedAt),
        isNull(reviewComment.withdrawnAt),
        followed(review.teamId),
      ),
    )
    .prepare(),
);

/** What the returned reviews of a scope ask, by review, with what the team has done about it. */
async function loadAsked(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
): Promise<Map<string, AskedComment[]>> {
  const rows = await commentsQuery(db, actor, scope).execute();
  const unsure = rows.filter(
    ({ settledAt, answeredBy, authorId, field }) =>
      field !== null && settledAt === null && (answeredBy === null || answeredBy === authorId),
  );
  const texts = await loadTextsOfCycles(db, [...new Set(unsure.map(({ cycleId }) => cycleId))]);
  const asked = new Map<string, AskedComment[]>();
  for (const { cycleId, field, questionId, saidThen, ...row } of rows) {
    const now = field === null ? undefined : texts.get(cycleId)?.get(cycleTextKey(field, questionId));
    const comment = { ...row, edited: now !== undefined && now !== saidThen.trim() };
    asked.set(row.reviewId, [...(asked.get(row.reviewId) ?? []), comment]);
  }
  return asked;
}

const workingStage = (word: string): CaseloadReview['stage'] =>
  word === 'plan' || word === 'study' || word === 'act' ? word : 'do';

/** The open reviews of a scope in which the next step is the coach's, by team. */
export async function listReviewsToRead(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
  timeZone: string,
): Promise<Map<string, CaseloadReview[]>> {
  const rows = await reviewsQuery(db, actor, scope).execute();
  const returned = rows.some(({ stage }) => stage === 'returned');
  const asked = returned ? await loadAsked(db, actor, scope) : new Map<string, AskedComment[]>();
  const byTeam = new Map<string, CaseloadReview[]>();
  for (const row of rows) {
    const answered =
      row.stage === 'returned' ? answeredSince(asked.get(row.id) ?? [], row.returnedAt ?? row.beganAt) : null;
    if (row.stage === 'returned' && answered === null) continue;
    const coaches = actor.coachedTeamIds.includes(row.teamId);
    const one: CaseloadReview = {
      ...{ id: row.id, cycleId: row.cycleId, stage: workingStage(row.cycleStage) },
      state: answered !== null ? 'answered' : row.stage === 'requested' ? 'asked' : 'reading',
      since: schoolDayAt(answered ?? row.beganAt, timeZone),
      byTeam: row.requestedBy !== null,
      mine: coaches && (row.coachId === null || row.coachId === actor.personId),
    };
    byTeam.set(row.teamId, [...(byTeam.get(row.teamId) ?? []), one]);
  }
  return byTeam;
}
