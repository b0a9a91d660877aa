import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  cycle,
  cycleDecision,
  cycleTask,
  dataPlan,
  learningQuestion,
  observation,
  person,
  ramp,
  stageChange,
  studyAnswer,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach, readableTeam } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { Cycle, RampStep } from './cycle';
import { confidenceOf } from './cycle-forms';
import { summaryColumns } from './cycle-list-queries.server';

const rampStepsQuery = perConnection((db) =>
  db
    .select({ id: cycle.id, number: cycle.number, stage: cycle.stage, decision: cycleDecision.decision })
    .from(cycle)
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(eq(cycle.rampId, sql.placeholder('rampId')))
    .orderBy(asc(cycle.number))
    .prepare(),
);

/** The steps of the ramp a cycle stands in; the cycle came from a query in scope. */
export async function listRampSteps(db: Connection, rampId: string): Promise<RampStep[]> {
  return rampStepsQuery(db).execute({ rampId });
}

const cycleIdHere = sql.placeholder('cycleId');

const cycleQuery = perReach((db, actor) => {
  const decider = person;
  const editor = alias(person, 'editor');
  return db
    .select({
      ...summaryColumns,
      warrant: ramp.warrant,
      carriedOut: cycle.carriedOut,
      carriedOutNote: cycle.carriedOutNote,
      learned: cycle.learned,
      version: cycle.version,
      changedByName: sql<string>`coalesce(${editor.name}, '')`,
      why: cycleDecision.why,
      decidedAt: cycleDecision.decidedAt,
      decidedByName: decider.name,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .leftJoin(decider, eq(decider.id, cycleDecision.decidedBy))
    .leftJoin(editor, eq(editor.id, cycle.changedBy))
    .where(and(eq(cycle.id, cycleIdHere), readableTeam(actor, cycle.teamId)))
    .prepare();
});

/** One cycle with all its parts; null when it is not there or not for this actor. */
export async function findCycle(db: Connection, actor: Actor, cycleId: string): Promise<Cycle | null> {
  const rows = await cycleQuery(db, actor).execute({ cycleId });
  const row = rows[0];
  if (!row) return null;
  const { decision, why, decidedAt, decidedByName, ...head } = row;
  return {
    ...head,
    decision:
      decision === null
        ? null
        : { decision, why: why ?? '', decidedAt: decidedAt ?? 0, decidedByName: decidedByName ?? '' },
    ...(await partsOf(db, cycleId)),
  };
}

const partsQueries = perConnection((db) => ({
  questions: db
    .select({
      id: learningQuestion.id,
      question: learningQuestion.question,
      measureId: learningQuestion.measureId,
      groupId: learningQuestion.groupId,
      expectedComparison: learningQuestion.expectedComparison,
      expectedValue: learningQuestion.expectedValue,
      expectedDirection: learningQuestion.expectedDirection,
      because: learningQuestion.because,
      confidence: learningQuestion.confidence,
      predictedAt: learningQuestion.predictedAt,
      verdict: studyAnswer.verdict,
      result: studyAnswer.result,
    })
    .from(learningQuestion)
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(eq(learningQuestion.cycleId, cycleIdHere))
    .orderBy(asc(learningQuestion.position))
    .prepare(),
  tasks: db
    .select({
      id: cycleTask.id,
      what: cycleTask.what,
      who: cycleTask.who,
      dueOn: cycleTask.dueOn,
      place: cycleTask.place,
      doneAt: cycleTask.doneAt,
    })
    .from(cycleTask)
    .where(eq(cycleTask.cycleId, cycleIdHere))
    .orderBy(asc(cycleTask.position))
    .prepare(),
  plan: db
    .select({ measureId: dataPlan.measureId, who: dataPlan.who, howOften: dataPlan.howOften })
    .from(dataPlan)
    .where(eq(dataPlan.cycleId, cycleIdHere))
    .orderBy(asc(dataPlan.position))
    .prepare(),
  observations: db
    .select({
      id: observation.id,
      kind: observation.kind,
      text: observation.text,
      observedOn: observation.observedOn,
      recordedByName: person.name,
    })
    .from(observation)
    .innerJoin(person, eq(person.id, observation.recordedBy))
    .where(eq(observation.cycleId, cycleIdHere))
    .orderBy(asc(observation.observedOn), asc(observation.recordedAt))
    .prepare(),
  changes: db
    .select({
      fromStage: stageChange.fromStage,
      toStage: stageChange.toStage,
      reason: stageChange.reason,
      changedByName: person.name,
      changedAt: stageChange.changedAt,
    })
    .from(stageChange)
    .innerJoin(person, eq(person.id, stageChange.changedBy))
    .where(eq(stageChange.cycleId, cycleIdHere))
    .orderBy(asc(stageChange.changedAt), asc(stageChange.id))
    .prepare(),
}));

async function partsOf(
  db: Connection,
  cycleId: string,
): Promise<Pick<Cycle, 'questions' | 'tasks' | 'dataPlan' | 'observations' | 'changes'>> {
  const query = partsQueries(db);
  const questions = await query.questions.execute({ cycleId });
  const tasks = await query.tasks.execute({ cycleId });
  const plan = await query.plan.execute({ cycleId });
  const observations = await query.observations.execute({ cycleId });
  const changes = await query.changes.execute({ cycleId });
  return {
    questions: questions.map((one) => ({
      ...one,
      confidence: confidenceOf(one.confidence),
      result: one.result ?? '',
    })),
    tasks,
    dataPlan: plan,
    observations,
    changes,
  };
}

/** The version of a cycle now, and who moved or changed it last: what a second editor is shown. */
export async function findOwnCycleHead(tx: Connection, actor: Actor, cycleId: string) {
  const rows = await tx
    .select({
      id: cycle.id,
      teamId: cycle.teamId,
      rampId: cycle.rampId,
      number: cycle.number,
      stage: cycle.stage,
      version: cycle.version,
      changeIdea: ramp.changeIdea,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(and(eq(cycle.id, cycleId), readableTeam(actor, cycle.teamId)));
  return rows[0] ?? null;
}
