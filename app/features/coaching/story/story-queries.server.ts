import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  activityEvent,
  coachAssignment,
  coachContact,
  cycle,
  cycleDecision,
  cycleTask,
  measure,
  person,
  ramp,
  review,
  reviewComment,
  reviewSettlement,
  stageChange,
  teamScore,
} from '#db/schema';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type {
  CoachInStory,
  Commitment,
  ContactInStory,
  CycleInStory,
  EventInStory,
  ReviewInStory,
  ScoreInStory,
} from './story';
import { pageSize } from './story-page';

/* Every query here is about a team that came from a query in the actor's scope. */

export async function listCycleMoments(db: Connection, teamId: string): Promise<CycleInStory[]> {
  const decider = alias(person, 'decider');
  const rows = await db
    .select({
      id: cycle.id,
      rampId: cycle.rampId,
      number: cycle.number,
      changeIdea: ramp.changeIdea,
      scale: cycle.scale,
      beganAt: cycle.createdAt,
      beganByName: person.name,
      decision: cycleDecision.decision,
      why: cycleDecision.why,
      decidedAt: cycleDecision.decidedAt,
      decidedByName: decider.name,
      stage: cycle.stage,
      stoppedAt: stageChange.changedAt,
      reason: stageChange.reason,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(person, eq(person.id, cycle.createdBy))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .leftJoin(decider, eq(decider.id, cycleDecision.decidedBy))
    .leftJoin(stageChange, and(eq(stageChange.cycleId, cycle.id), eq(stageChange.toStage, 'stopped')))
    .where(eq(cycle.teamId, teamId))
    .orderBy(asc(cycle.createdAt), asc(stageChange.changedAt));
  const cycles = new Map(
    rows.map(({ decision, why, decidedAt, decidedByName, stage, stoppedAt, reason, ...row }) => [
      row.id,
      {
        ...row,
        decision:
          decision === null || stage !== 'complete'
            ? null
            : { decision, why: why ?? '', decidedAt: decidedAt ?? 0, decidedByName: decidedByName ?? '' },
        stop: stoppedAt === null || stage !== 'stopped' ? null : { stoppedAt, reason: reason ?? '' },
      },
    ]),
  );
  return [...cycles.values()];
}

/** Newest first; withdrawn requests are left out. */
export async function listReviews(db: Connection, teamId: string): Promise<ReviewInStory[]> {
  const coach = alias(person, 'coach');
  const handed = sql`from ${reviewComment} c where c.review_id = ${review.id} and c.kind <> 'celebrate' and c.handed_at is not null and c.withdrawn_at is null`;
  return db
    .select({
      id: review.id,
      cycleId: review.cycleId,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      stage: review.stage,
      asks: review.asks,
      requestedByName: person.name,
      coachId: review.coachId,
      coachName: coach.name,
      beganAt: review.beganAt,
      feedbackAt: review.feedbackAt,
      endedAt: review.endedAt,
      questions: sql<number>`(select count(*) ${handed} and c.kind = 'ask')`,
      ideas: sql<number>`(select count(*) ${handed} and c.kind = 'suggest')`,
      settled: sql<number>`(select count(*) ${handed} and exists (select 1 from ${reviewSettlement} s where s.comment_id = c.id))`,
    })
    .from(review)
    .innerJoin(cycle, eq(cycle.id, review.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(person, eq(person.id, review.requestedBy))
    .leftJoin(coach, eq(coach.id, review.coachId))
    .where(and(eq(review.teamId, teamId), sql`${review.stage} <> 'withdrawn'`))
    .orderBy(desc(review.beganAt), desc(review.id));
}

const contactColumns = {
  ...{ id: coachContact.id, coachName: person.name, kind: coachContact.kind },
  ...{ happenedOn: coachContact.happenedOn, note: coachContact.note, notedAt: coachContact.notedAt },
};
/** As many as the page of contacts shows. */
const newestContacts = 50;

/** The newest contacts of a team, whatever stretch of its story is read. */
export async function listNewestContacts(db: Connection, teamId: string): Promise<ContactInStory[]> {
  return db
    .select(contactColumns)
    .from(coachContact)
    .innerJoin(person, eq(person.id, coachContact.coachId))
    .where(eq(coachContact.teamId, teamId))
    .orderBy(desc(coachContact.happenedOn), desc(coachContact.notedAt), desc(coachContact.id))
    .limit(newestContacts);
}

/**
 * The contacts that one page of the story can show, of days before `before`: a page is `pageSize` entries and the rest of the
 * last one's day, so with at most so many told of one day this is all of them, and one more from which the next page is known.
 */
export async function listContactsBefore(
  db: Connection,
  teamId: string,
  before: SchoolDay | null,
): Promise<ContactInStory[]> {
  const ofDay = db
    .select({
      id: coachContact.id,
      nth: sql<number>`row_number() over (partition by ${coachContact.happenedOn} order by ${coachContact.notedAt} desc, ${coachContact.id} desc)`.as(
        'nth',
      ),
    })
    .from(coachContact)
    .where(
      and(eq(coachContact.teamId, teamId), before === null ? undefined : lt(coachContact.happenedOn, before)),
    )
    .as('of_day');
  return db
    .select(contactColumns)
    .from(ofDay)
    .innerJoin(coachContact, eq(coachContact.id, ofDay.id))
    .innerJoin(person, eq(person.id, coachContact.coachId))
    .where(lte(ofDay.nth, pageSize))
    .orderBy(desc(coachContact.happenedOn), desc(coachContact.notedAt), desc(coachContact.id))
    .limit(2 * pageSize + 1);
}

export async function listScores(db: Connection, teamId: string): Promise<ScoreInStory[]> {
  return db
    .select({
      id: teamScore.id,
      month: teamScore.month,
      scorer: teamScore.scorer,
      score: teamScore.score,
      because: teamScore.because,
      scoredByName: person.name,
      scoredAt: teamScore.scoredAt,
    })
    .from(teamScore)
    .innerJoin(person, eq(person.id, teamScore.scoredBy))
    .where(eq(teamScore.teamId, teamId))
    .orderBy(desc(teamScore.scoredAt));
}

/** Coaches whose first day is known, those who have left too. */
export async function listCoachesSince(db: Connection, teamId: string): Promise<CoachInStory[]> {
  const rows = await db
    .select({
      assignmentId: coachAssignment.id,
      personId: coachAssignment.personId,
      name: person.name,
      beganOn: coachAssignment.beganOn,
    })
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .where(and(eq(coachAssignment.teamId, teamId), isNotNull(coachAssignment.beganOn)));
  return rows.flatMap(({ beganOn, ...row }) => (beganOn === null ? [] : [{ ...row, beganOn }]));
}

const toldKinds: readonly EventInStory['kind'][] = [
  'person_joined',
  'aim_changed',
  'measure_created',
  'measure_adopted',
  'definition_changed',
];
const isTold = (kind: string): kind is EventInStory['kind'] => toldKinds.some((told) => told === kind);
const mostEvents = 400;

/** The newest of what people did beside cycles. */
export async function listTeamEvents(db: Connection, teamId: string): Promise<EventInStory[]> {
  const rows = await db
    .select({
      id: activityEvent.id,
      kind: activityEvent.kind,
      actorName: person.name,
      measureId: activityEvent.measureId,
      measureName: measure.name,
      happenedAt: activityEvent.happenedAt,
    })
    .from(activityEvent)
    .innerJoin(person, eq(person.id, activityEvent.actorId))
    .leftJoin(measure, eq(measure.id, activityEvent.measureId))
    .where(and(eq(activityEvent.teamId, teamId), inArray(activityEvent.kind, [...toldKinds])))
    .orderBy(desc(activityEvent.happenedAt), desc(activityEvent.id))
    .limit(mostEvents);
  return rows.flatMap(({ kind, ...row }) => (isTold(kind) ? [{ ...row, kind }] : []));
}

/** The tasks that open cycles still have, soonest first, those without a day last. */
export async function listCommitments(db: Connection, teamId: string): Promise<Commitment[]> {
  return db
    .select({
      id: cycleTask.id,
      cycleId: cycle.id,
      cycleNumber: cycle.number,
      changeIdea: ramp.changeIdea,
      what: cycleTask.what,
      who: cycleTask.who,
      dueOn: cycleTask.dueOn,
    })
    .from(cycleTask)
    .innerJoin(cycle, eq(cycle.id, cycleTask.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(
      and(
        eq(cycle.teamId, teamId),
        inArray(cycle.stage, ['plan', 'do', 'study', 'act']),
        isNull(cycleTask.doneAt),
      ),
    )
    .orderBy(
      sql`${cycleTask.dueOn} is null`,
      asc(cycleTask.dueOn),
      asc(cycleTask.position),
      asc(cycleTask.id),
    );
}
