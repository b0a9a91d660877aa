import { asc, eq, inArray } from 'drizzle-orm';
import {
  cycle,
  cycleDecision,
  cycleTask,
  dataPlan,
  learningQuestion,
  measure,
  observation,
  person,
  ramp,
  studyAnswer,
} from '#db/schema';
import { confidenceOf } from '~/features/cycles/cycle-forms';
import { cycleTexts } from '~/features/cycles/cycle-texts';
import type { Connection } from '~/platform/database.server';

function groupedBy<T extends { cycleId: string }>(rows: T[]): (cycleId: string) => T[] {
  const sorted = new Map<string, T[]>();
  for (const row of rows) {
    const known = sorted.get(row.cycleId);
    if (known) known.push(row);
    else sorted.set(row.cycleId, [row]);
  }
  return (cycleId) => sorted.get(cycleId) ?? [];
}

/** What the given cycles say now, by cycle and key of `cycleTexts`. The ids come from a query in scope. */
export async function loadTextsOfCycles(
  db: Connection,
  cycleIds: string[],
): Promise<Map<string, Map<string, string>>> {
  if (cycleIds.length === 0) return new Map();
  const heads = await db
    .select({ cycle, changeIdea: ramp.changeIdea, warrant: ramp.warrant, decision: cycleDecision })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .leftJoin(cycleDecision, eq(cycleDecision.cycleId, cycle.id))
    .where(inArray(cycle.id, cycleIds));
  const questions = groupedBy(
    await db
      .select({ question: learningQuestion, cycleId: learningQuestion.cycleId, answer: studyAnswer })
      .from(learningQuestion)
      .leftJoin(studyAnswer, eq(studyAnswer.questionId, learningQuestion.id))
      .where(inArray(learningQuestion.cycleId, cycleIds))
      .orderBy(asc(learningQuestion.position)),
  );
  const tasks = groupedBy(
    await db
      .select()
      .from(cycleTask)
      .where(inArray(cycleTask.cycleId, cycleIds))
      .orderBy(asc(cycleTask.position)),
  );
  const plans = groupedBy(
    await db
      .select()
      .from(dataPlan)
      .where(inArray(dataPlan.cycleId, cycleIds))
      .orderBy(asc(dataPlan.position)),
  );
  const observations = groupedBy(
    await db
      .select({
        cycleId: observation.cycleId,
        id: observation.id,
        kind: observation.kind,
        text: observation.text,
        observedOn: observation.observedOn,
        recordedByName: person.name,
      })
      .from(observation)
      .innerJoin(person, eq(person.id, observation.recordedBy))
      .where(inArray(observation.cycleId, cycleIds))
      .orderBy(asc(observation.observedOn), asc(observation.recordedAt)),
  );
  const measures = await db
    .select({ id: measure.id, name: measure.name, kind: measure.kind, unit: measure.unit })
    .from(measure)
    .where(
      inArray(
        measure.teamId,
        heads.map((head) => head.cycle.teamId),
      ),
    );
  return new Map(
    heads.map(({ cycle: head, changeIdea, warrant, decision }) => {
      const whole = {
        ...{ ...head, changeIdea, warrant, changedByName: '', changes: [] },
        decision: decision === null ? null : { ...decision, decidedByName: '' },
        questions: questions(head.id).map(({ question, answer }) => ({
          ...{ ...question, confidence: confidenceOf(question.confidence) },
          ...{ verdict: answer?.verdict ?? null, result: answer?.result ?? '' },
        })),
        ...{ tasks: tasks(head.id), dataPlan: plans(head.id), observations: observations(head.id) },
      };
      return [head.id, new Map(cycleTexts(whole, measures).map(({ key, text }) => [key, text]))];
    }),
  );
}
