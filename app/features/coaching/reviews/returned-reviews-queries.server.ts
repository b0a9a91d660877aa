import { and, desc, eq, gte, or, sql } from 'drizzle-orm';
import { cycle, person, ramp, review } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import type { ReviewCommentKind } from '#db/vocabulary';
import { ownTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { ReturnedReview } from './returned-reviews';

const week = 7 * 86_400_000;
const most = 6;

/** Reviews that came back to the teams a person works in, newest first; those that are done for a week. One statement. */
export async function listReturnedReviews(
  db: Connection,
  actor: Actor,
  now: number,
): Promise<ReturnedReview[]> {
  if (memberTeamIds(actor).length === 0) return [];
  const waiting = (kind: ReviewCommentKind) =>
    sql<number>`(select count(*) from review_comment c where c.review_id = ${review}.id and c.kind = ${kind} and c.handed_at is not null and c.withdrawn_at is null and not exists (select 1 from review_settlement s where s.comment_id = c.id) and not exists (select 1 from review_answer a where a.comment_id = c.id and a.author_id <> c.author_id))`;
  const rows = await db
    .select({
      ...{ reviewId: review.id, cycleId: review.cycleId, stage: review.stage },
      ...{ feedbackAt: review.feedbackAt, endedAt: review.endedAt, coachName: person.name },
      ...{ cycleNumber: cycle.number, changeIdea: ramp.changeIdea },
      ...{ questions: waiting('ask'), ideas: waiting('suggest') },
    })
    .from(review)
    .innerJoin(cycle, eq(cycle.id, review.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(person, eq(person.id, review.coachId))
    .where(
      and(
        ownTeam(actor, review.teamId),
        or(eq(review.stage, 'returned'), and(eq(review.stage, 'done'), gte(review.endedAt, now - week))),
      ),
    )
    .orderBy(desc(sql`coalesce(${review.endedAt}, ${review.feedbackAt})`))
    .limit(most);
  return rows.flatMap(({ stage, feedbackAt, endedAt, questions, ideas, ...row }) =>
    stage === 'returned' || stage === 'done'
      ? [{ ...row, stage, asked: { questions, ideas }, at: endedAt ?? feedbackAt ?? 0 }]
      : [],
  );
}
