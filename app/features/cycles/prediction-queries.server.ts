import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { cycle, learningQuestion, ramp, studyAnswer } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { confidenceOf } from './cycle-forms';

/** Predictions of a team's cycles that are past Plan, newest first. */
export async function listPredictions(db: Connection, actor: Actor, teamId: string) {
  const rows = await db
    .select({
      id: learningQuestion.id,
      cycleId: cycle.id,
      number: cycle.number,
      changeIdea: ramp.changeIdea,
      stage: cycle.stage,
      plannedStart: cycle.plannedStart,
      plannedEnd: cycle.plannedEnd,
      question: learningQuestion.question,
      measureId: learningQuestion.measureId,
      groupId: learningQuestion.groupId,
      expectedComparison: learningQuestion.expectedComparison,
      expectedValue: learningQuestion.expectedValue,
      expectedDirection: learningQuestion.expectedDirection,
      because: learningQuestion.because,
      confidence: learningQuestion.confidence,
      verdict: studyAnswer.verdict,
      result: studyAnswer.result,
    })
    .from(learningQuestion)
    .innerJoin(cycle, eq(cycle.id, learningQuestion.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
    .where(
      and(
        eq(cycle.teamId, teamId),
        readableTeam(actor, cycle.teamId),
        inArray(cycle.stage, ['do', 'study', 'act', 'complete']),
      ),
    )
    .orderBy(desc(cycle.plannedStart), desc(cycle.id), asc(learningQuestion.position));
  return rows.map((row) => ({ ...row, confidence: confidenceOf(row.confidence), result: row.result ?? '' }));
}
