import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { person, review, reviewAnswer, reviewComment, reviewSettlement, reviewStep } from '#db/schema';
import { cycleTextKey } from '~/features/cycles/cycle-texts';
import type { Actor } from '~/features/people/actor';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { CaseloadReview, ReturnedReview } from './caseload';
import type { CaseloadScope } from './caseload-filter';
import { loadTextsOfCycles } from './cycle-texts-queries.server';
import { perScope } from './followed-scope.server';
import { answeredSince, openAmong, turnOf } from './review-turns';
import type { AskedComment, Turn, TurnStep } from './review-turns';

const isOpen = inArray(review.stage, ['requested', 'in_progress', 'returned']);

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
      coachName: person.name,
      feedbackAt: review.feedbackAt,
    })
    .from(review)
    .leftJoin(person, eq(person.id, review.coachId))
    .where(and(isOpen, followed(review.teamId)))
    .orderBy(asc(review.beganAt), asc(review.id))
    .prepare(),
);

const turnsQuery = perScope((db, followed) =>
  db
    .select({
      reviewId: reviewStep.reviewId,
      id: reviewStep.id,
      toStage: reviewStep.toStage,
      takenAt: reviewStep.takenAt,
    })
    .from(reviewStep)
    .innerJoin(review, eq(review.id, reviewStep.reviewId))
    .where(and(isOpen, isNotNull(review.feedbackAt), followed(review.teamId)))
    .orderBy(asc(reviewStep.takenAt), asc(reviewStep.id))
    .prepare(),
);

/** The steps of the reviews that have come back to their teams, oldest first, by review. */
async function loadTurns(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
): Promise<Map<string, TurnStep[]>> {
  const steps = new Map<string, TurnStep[]>();
  for (const { reviewId, ...step } of await turnsQuery(db, actor, scope).execute())
    steps.set(reviewId, [...(steps.get(reviewId) ?? []), step]);
  return steps;
}

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

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewsQuery>['execute']>>[number];

/** A review in which the next step is the coach's. `answeredAt`: the team's last answer, where all of it is answered. */
function toRead(
  row: ReviewRow,
  { turn, answeredAt }: { turn: Turn | null; answeredAt: number | null },
  actor: Actor,
  timeZone: string,
): CaseloadReview {
  const coaches = actor.coachedTeamIds.includes(row.teamId);
  const unanswered = row.stage === 'requested' ? 'asked' : 'reading';
  return {
    ...{ id: row.id, cycleId: row.cycleId, stage: workingStage(row.cycleStage) },
    state: answeredAt === null ? unanswered : 'answered',
    since: schoolDayAt(answeredAt ?? turn?.since ?? row.beganAt, timeZone),
    byTeam: row.requestedBy !== null,
    mine: coaches && (row.coachId === null || row.coachId === actor.personId),
    coachName: row.coachName,
    returnedOn: turn === null ? null : schoolDayAt(turn.returnedAt, timeZone),
    askedAgain: turn?.askedAgain ?? false,
    turnId: turn?.stepId ?? null,
  };
}

type OpenReviews = { toRead: Map<string, CaseloadReview[]>; returned: Map<string, ReturnedReview[]> };

function put<T>(byTeam: Map<string, T[]>, teamId: string, one: T): void {
  byTeam.set(teamId, [...(byTeam.get(teamId) ?? []), one]);
}

/** The open reviews of a scope, by team: those in which the next step is the coach's, and those that are with the team. */
export async function listOpenReviews(
  db: Connection,
  actor: Actor,
  scope: CaseloadScope,
  timeZone: string,
): Promise<OpenReviews> {
  const rows = await reviewsQuery(db, actor, scope).execute();
  const turns = rows.some(({ feedbackAt }) => feedbackAt !== null)
    ? await loadTurns(db, actor, scope)
    : new Map<string, TurnStep[]>();
  const asked = rows.some(({ stage }) => stage === 'returned')
    ? await loadAsked(db, actor, scope)
    : new Map<string, AskedComment[]>();
  const open: OpenReviews = { toRead: new Map(), returned: new Map() };
  for (const row of rows) {
    const turn = turnOf(turns.get(row.id) ?? []);
    const comments = asked.get(row.id) ?? [];
    const returnedAt = turn?.returnedAt ?? row.beganAt;
    const answeredAt = row.stage === 'returned' ? answeredSince(comments, returnedAt) : null;
    if (row.stage === 'returned' && answeredAt === null)
      put(open.returned, row.teamId, {
        ...{ id: row.id, cycleId: row.cycleId, open: openAmong(comments) },
        since: schoolDayAt(returnedAt, timeZone),
      });
    else put(open.toRead, row.teamId, toRead(row, { turn, answeredAt }, actor, timeZone));
  }
  return open;
}
