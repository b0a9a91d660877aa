import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycleTask, dataPlan, learningQuestion, measure, measureGroup, studyAnswer } from '#db/schema';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { predictionOf } from './cycle-forms';
import type { PlanForm, QuestionForm } from './cycle-forms';

/** Said above a form one of whose fields has a message of its own. */
export const waiting = 'One answer below needs another look. Nothing was lost.';
export const unready = 'There is no way into Do without a prediction for each question.';

type AskedQuestion = QuestionForm & {
  id: string;
  question: string;
  measureId: string | null;
  groupId: string | null;
};

function askedQuestions(form: PlanForm): AskedQuestion[] {
  return form.questions.flatMap((one) => {
    const question = one.question ?? '';
    if (question === '') return [];
    const [measureId = null, groupId = null] = one.series ? one.series.split('/') : [];
    return [{ ...one, id: one.id ?? uuidv7(), question, measureId, groupId }];
  });
}

/** Every measure and group a plan names must be the team's own. */
export async function checkMeasures(
  tx: Connection,
  teamId: string,
  form: PlanForm,
): Promise<Record<string, string[]> | null> {
  const series = await tx
    .select({ measureId: measureGroup.measureId, groupId: measureGroup.groupId })
    .from(measureGroup)
    .innerJoin(measure, eq(measure.id, measureGroup.measureId))
    .where(and(eq(measure.teamId, teamId), isNull(measureGroup.endedOn)));
  const ownSeries = new Set(series.map((one) => `${one.measureId}/${one.groupId}`));
  const ownMeasures = new Set(series.map((one) => one.measureId));
  const wrong: Record<string, string[]> = {};
  form.questions.forEach((one, index) => {
    if (one.series && !ownSeries.has(one.series))
      wrong[`questions[${index}].series`] = ['Choose a measure of your team.'];
  });
  form.dataPlan.forEach((row, index) => {
    if (row.measureId && !ownMeasures.has(row.measureId))
      wrong[`dataPlan[${index}].measureId`] = ['Choose a measure of your team.'];
  });
  return Object.keys(wrong).length > 0 ? wrong : null;
}

/** The columns of a cycle that its plan gives. */
export const headOf = (form: PlanForm) => ({
  objective: form.objective ?? '',
  scale: form.scale,
  plannedStart: form.plannedStart,
  plannedEnd: form.plannedEnd,
});

async function writeQuestions(
  tx: Connection,
  cycleId: string,
  form: PlanForm,
  now: number,
): Promise<boolean> {
  const asked = askedQuestions(form);
  const there = await tx.select().from(learningQuestion).where(eq(learningQuestion.cycleId, cycleId));
  const gone = there.filter((row) => !asked.some((one) => one.id === row.id)).map((row) => row.id);
  if (gone.length > 0) {
    await tx.delete(studyAnswer).where(inArray(studyAnswer.questionId, gone));
    await tx.delete(learningQuestion).where(inArray(learningQuestion.id, gone));
  }
  for (const [position, one] of asked.entries()) {
    const { id, question, measureId, groupId } = one;
    const row = { position, question, measureId, groupId, ...predictionOf(one) };
    const before = there.find((known) => known.id === id);
    if (before) {
      const changed =
        before.question !== row.question ||
        before.measureId !== row.measureId ||
        before.groupId !== row.groupId ||
        before.expectedValue !== row.expectedValue ||
        before.expectedComparison !== row.expectedComparison ||
        before.expectedDirection !== row.expectedDirection ||
        before.because !== row.because ||
        before.confidence !== row.confidence;
      // Another prediction has no verdict yet.
      if (changed) await tx.delete(studyAnswer).where(eq(studyAnswer.questionId, id));
      const predictedAt = changed ? now : before.predictedAt;
      await tx
        .update(learningQuestion)
        .set({ ...row, predictedAt })
        .where(eq(learningQuestion.id, id));
      continue;
    }
    const taken = await tx
      .select({ id: learningQuestion.id })
      .from(learningQuestion)
      .where(eq(learningQuestion.id, id));
    if (taken.length > 0) return false;
    await tx.insert(learningQuestion).values({ id, cycleId, ...row, predictedAt: now });
  }
  return true;
}

async function writeTasks(tx: Connection, cycleId: string, form: PlanForm): Promise<boolean> {
  const wanted = form.tasks.flatMap((task) =>
    (task.what ?? '') === '' ? [] : [{ ...task, id: task.id ?? uuidv7() }],
  );
  const ids = wanted.map((task) => task.id);
  await tx
    .delete(cycleTask)
    .where(
      ids.length > 0
        ? and(eq(cycleTask.cycleId, cycleId), notInArray(cycleTask.id, ids))
        : eq(cycleTask.cycleId, cycleId),
    );
  for (const [position, { id, what = '', who = '', dueOn = null, place = '' }] of wanted.entries()) {
    const owner = (
      await tx.select({ cycleId: cycleTask.cycleId }).from(cycleTask).where(eq(cycleTask.id, id))
    )[0];
    if (owner && owner.cycleId !== cycleId) return false;
    const row = { position, what, who, dueOn, place };
    if (owner) await tx.update(cycleTask).set(row).where(eq(cycleTask.id, id));
    else await tx.insert(cycleTask).values({ id, cycleId, ...row });
  }
  return true;
}

/** The rows as written, and each measure that a question rests on even when nobody listed it. */
async function writeDataPlan(tx: Connection, cycleId: string, form: PlanForm): Promise<void> {
  const rows = new Map<string, { who: string; howOften: string }>();
  for (const { measureId, who = '', howOften = '' } of form.dataPlan)
    if (measureId) rows.set(measureId, { who, howOften });
  for (const { measureId } of askedQuestions(form))
    if (measureId !== null && !rows.has(measureId)) rows.set(measureId, { who: '', howOften: '' });
  await tx.delete(dataPlan).where(eq(dataPlan.cycleId, cycleId));
  const values = [...rows].map(([measureId, row], position) => ({
    id: uuidv7(),
    cycleId,
    position,
    measureId,
    ...row,
  }));
  if (values.length > 0) await tx.insert(dataPlan).values(values);
}

/** Writes the questions, tasks and data plan of a cycle. False when an id in the form is another cycle's. */
export async function writeParts(
  tx: Connection,
  cycleId: string,
  form: PlanForm,
  now: number,
): Promise<boolean> {
  if (!(await writeQuestions(tx, cycleId, form, now))) return false;
  if (!(await writeTasks(tx, cycleId, form))) return false;
  await writeDataPlan(tx, cycleId, form);
  return true;
}

class Refused extends Error {}

/** Lets a command inside a transaction refuse after it has begun to write, leaving nothing behind. */
export async function allOrNothing(
  database: Database,
  work: (tx: Connection) => Promise<Outcome>,
): Promise<Outcome> {
  let refusal: Outcome = notFound;
  try {
    return await database.inTransaction(async (tx) => {
      const outcome = await work(tx);
      if (outcome.ok) return outcome;
      refusal = outcome;
      throw new Refused();
    });
  } catch (error) {
    if (error instanceof Refused) return refusal;
    throw error;
  }
}
