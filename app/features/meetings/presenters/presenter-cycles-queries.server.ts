import { and, asc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cycle, cycleDecision, learningQuestion, ramp, review, studyAnswer } from '#db/schema';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** Cycles that were carried out or ended since a day, with their decisions. */
export async function listCycles(db: Connection, scope: SQL, since: SchoolDay) {
  return db
    .select({
      ...{ id: cycle.id, teamId: cycle.teamId, rampId: cycle.rampId, number: cycle.number },
      ...{ stage: cycle.stage, from: cycle.plannedStart, to: cycle.plannedEnd, learned: cycle.learned },
      ...{ changeIdea: ramp.changeIdea, ideaId: ramp.ideaId },
      ...{ decision: cycleDecision.decision, decidedAt: cycleDecision.decidedAt, why: cycleDecision.why },
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(
      and(
        scope,
        gte(cycle.plannedEnd, since),
        inArray(cycle.stage, ['do', 'study', 'act', 'complete', 'stopped']),
      ),
    )
    .orderBy(asc(cycle.id));
}

/** What those cycles asked, and how each answer came out. */
export async function listQuestions(db: Connection, scope: SQL, since: SchoolDay) {
  return db
    .select({
      ...{ cycleId: learningQuestion.cycleId, question: learningQuestion.question },
      ...{ measureId: learningQuestion.measureId, groupId: learningQuestion.groupId },
      ...{ confidence: learningQuestion.confidence, verdict: studyAnswer.verdict },
      answeredAt: studyAnswer.answeredAt,
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(and(scope, gte(cycle.plannedEnd, since)))
    .orderBy(asc(learningQuestion.cycleId), asc(learningQuestion.position));
}

/** Requests for feedback that nobody has answered. */
export async function listWaiting(db: Connection, scope: SQL) {
  return db
    .select({ cycleId: review.cycleId, asks: review.asks, beganAt: review.beganAt })
    .from(review)
    .innerJoin(cycle, eq(cycle.id, review.cycleId))
    .where(and(scope, eq(review.stage, 'requested'), ne(review.asks, ''), isNull(review.feedbackAt)));
}
