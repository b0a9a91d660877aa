import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  cycle,
  cycleTask,
  dataPlan,
  learningQuestion,
  measure,
  measureGroup,
  ramp,
  stageChange,
  studyAnswer,
  team,
} from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { predictionOf, readyPlanForm } from './cycle-forms';
import type { PlanForm, QuestionForm } from './cycle-forms';
import { isOpen } from './cycle-stages';
import { findCycleToChange, moveCycle } from './own-cycle.server';

const waiting = 'One answer below needs another look. Nothing was lost.';
const unready = 'There is no way into Do without a prediction for each question.';

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
async function checkMeasures(
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

const headOf = (form: PlanForm) => ({
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

async function writeParts(tx: Connection, cycleId: string, form: PlanForm, now: number): Promise<boolean> {
  if (!(await writeQuestions(tx, cycleId, form, now))) return false;
  if (!(await writeTasks(tx, cycleId, form))) return false;
  await writeDataPlan(tx, cycleId, form);
  return true;
}

class Refused extends Error {}

/** Lets a command inside a transaction refuse after it has begun to write, leaving nothing behind. */
async function allOrNothing(
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

/**
 * Begins the first cycle of a new ramp, in Plan, or at once in Do when `begin` is set and the plan is whole.
 * A second submit of the same form changes nothing.
 */
export function startCycle(
  database: Database,
  actor: Actor,
  input: { teamId: string; form: PlanForm; begin: boolean },
  now: number,
): Promise<Outcome> {
  const { teamId, form, begin } = input;
  return allOrNothing(database, async (tx) => {
    if (begin && !readyPlanForm.safeParse(form).success) return invalid(unready);
    const reachable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (reachable.length === 0) return notFound;
    if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself begins its cycles.');
    const there = await tx.select({ teamId: cycle.teamId }).from(cycle).where(eq(cycle.id, form.id));
    if (there[0]) return there[0].teamId === teamId ? { ok: true } : notFound;
    const wrong = await checkMeasures(tx, teamId, form);
    if (wrong) return invalid(waiting, wrong);
    const rampId = uuidv7();
    const { changeIdea, warrant = '' } = form;
    await tx.insert(ramp).values({ id: rampId, teamId, changeIdea, warrant, createdAt: now });
    const stamp = { createdBy: actor.personId, createdAt: now };
    await tx.insert(cycle).values({ id: form.id, rampId, teamId, number: 1, ...headOf(form), ...stamp });
    if (!(await writeParts(tx, form.id, form, now))) return notFound;
    const begun = {
      id: uuidv7(),
      cycleId: form.id,
      toStage: 'plan' as const,
      changedBy: actor.personId,
      changedAt: now,
    };
    await tx.insert(stageChange).values(begun);
    await recordActivity(
      tx,
      { kind: 'cycle_started', actorId: actor.personId, teamId, cycleId: form.id },
      now,
    );
    if (begin) {
      const head = { id: form.id, teamId, stage: 'plan' as const, changeIdea, number: 1 };
      await moveCycle(tx, actor, head, { to: 'do', reason: '', kind: 'cycle_stage_entered' }, now);
    }
    await endDraft(tx, actor.personId, draftForm('cycle-new', teamId));
    return { ok: true };
  });
}

/** Writes a plan while the cycle is in Plan; `begin` moves it into Do with the same breath. */
export function savePlan(
  database: Database,
  actor: Actor,
  input: { form: PlanForm; begin: boolean },
  now: number,
): Promise<Outcome> {
  const { form, begin } = input;
  return allOrNothing(database, async (tx) => {
    if (begin && !readyPlanForm.safeParse(form).success) return invalid(unready);
    const own = await findCycleToChange(tx, actor, form.id, form.version);
    if (!own.ok) return own;
    const { head } = own;
    if (!isOpen(head.stage) || head.stage !== 'plan')
      return invalid('This cycle is past its plan. Go back to Plan first; that is recorded.');
    const wrong = await checkMeasures(tx, head.teamId, form);
    if (wrong) return invalid(waiting, wrong);
    const { changeIdea, warrant = '' } = form;
    await tx.update(ramp).set({ changeIdea, warrant }).where(eq(ramp.id, head.rampId));
    await tx
      .update(cycle)
      .set({ ...headOf(form), version: head.version + 1, changedBy: actor.personId })
      .where(eq(cycle.id, head.id));
    if (!(await writeParts(tx, head.id, form, now))) return notFound;
    if (begin) await moveCycle(tx, actor, head, { to: 'do', reason: '', kind: 'cycle_stage_entered' }, now);
    await endDraft(tx, actor.personId, draftForm('cycle-plan', head.id));
    return { ok: true };
  });
}
