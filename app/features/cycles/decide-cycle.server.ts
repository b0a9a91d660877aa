import { asc, desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, cycleDecision, cycleTask, dataPlan, learningQuestion, stageChange } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import { addDays, daysBetween, nextWeekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { ActForm } from './cycle-forms';
import { findCycleToChange, moveCycle } from './own-cycle.server';
import { recordReplicationEnd } from './replicate-cycle.server';

/**
 * Adopts, adapts or abandons, with why, and completes the cycle. Adapt opens the ramp's next cycle with everything
 * carried over; its id comes from the form, so that a second submit opens no second one.
 */
export function decideCycle(
  database: Database,
  actor: Actor,
  input: { cycleId: string; form: ActForm },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ nextCycleId: string | null }>> {
  const { cycleId, form } = input;
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, cycleId, null);
    if (!own.ok) return own;
    const { head } = own;
    if (head.stage === 'complete') return alreadyDecided(tx, cycleId, form);
    if (head.stage !== 'act') return invalid('Study comes first: give each question a verdict.');
    if (head.version !== form.version) return { ok: false, problem: { kind: 'conflict' } };
    const taken = await tx.select({ id: cycle.id }).from(cycle).where(eq(cycle.id, form.nextCycleId));
    if (taken.length > 0) return notFound;
    const { decision, why } = form;
    const decided = { decision, why, decidedBy: actor.personId, decidedAt: now };
    await tx
      .insert(cycleDecision)
      .values({ id: uuidv7(), cycleId, ...decided })
      .onConflictDoUpdate({ target: cycleDecision.cycleId, set: decided });
    await moveCycle(tx, actor, head, { to: 'complete', reason: decision, kind: 'cycle_decided' }, now);
    await recordReplicationEnd(tx, actor, cycleId, decision, now);
    await endDraft(tx, actor.personId, draftForm('cycle-act', cycleId));
    if (decision !== 'adapt') return { ok: true, nextCycleId: null };
    await openNextCycle(tx, actor, { cycleId, nextCycleId: form.nextCycleId, today }, now);
    return { ok: true, nextCycleId: form.nextCycleId };
  });
}

async function alreadyDecided(
  tx: Connection,
  cycleId: string,
  form: ActForm,
): Promise<Outcome<{ nextCycleId: string | null }>> {
  const next = await tx
    .select({ parentId: cycle.parentId })
    .from(cycle)
    .where(eq(cycle.id, form.nextCycleId));
  if (next[0]?.parentId === cycleId) return { ok: true, nextCycleId: form.nextCycleId };
  const made = await tx
    .select({ decision: cycleDecision.decision })
    .from(cycleDecision)
    .where(eq(cycleDecision.cycleId, cycleId));
  if (made[0]?.decision === form.decision && form.decision !== 'adapt')
    return { ok: true, nextCycleId: null };
  return { ok: false, problem: { kind: 'conflict' } };
}

type Successor = { cycleId: string; nextCycleId: string; today: SchoolDay };

/** As long as the last one, from today on; each question keeps its measure and prediction, to be looked at again. */
async function openNextCycle(
  tx: Connection,
  actor: Actor,
  { cycleId, nextCycleId, today }: Successor,
  now: number,
): Promise<void> {
  const before = (await tx.select().from(cycle).where(eq(cycle.id, cycleId)))[0];
  if (!before) return;
  const newest = (
    await tx
      .select({ number: cycle.number })
      .from(cycle)
      .where(eq(cycle.rampId, before.rampId))
      .orderBy(desc(cycle.number))
      .limit(1)
  )[0];
  const { rampId, teamId, objective, scale } = before;
  const plannedStart = nextWeekday(today);
  const plannedEnd = addDays(plannedStart, Math.max(1, daysBetween(before.plannedStart, before.plannedEnd)));
  await tx.insert(cycle).values({
    ...{ id: nextCycleId, rampId, teamId, number: (newest?.number ?? before.number) + 1, parentId: cycleId },
    ...{ objective, scale, plannedStart, plannedEnd, createdBy: actor.personId, createdAt: now },
  });
  const questions = await tx
    .select()
    .from(learningQuestion)
    .where(eq(learningQuestion.cycleId, cycleId))
    .orderBy(asc(learningQuestion.position));
  for (const question of questions)
    await tx
      .insert(learningQuestion)
      .values({ ...question, id: uuidv7(), cycleId: nextCycleId, predictedAt: now });
  const tasks = await tx
    .select()
    .from(cycleTask)
    .where(eq(cycleTask.cycleId, cycleId))
    .orderBy(asc(cycleTask.position));
  for (const task of tasks)
    await tx
      .insert(cycleTask)
      .values({ ...task, id: uuidv7(), cycleId: nextCycleId, dueOn: null, doneAt: null, doneBy: null });
  const plan = await tx
    .select()
    .from(dataPlan)
    .where(eq(dataPlan.cycleId, cycleId))
    .orderBy(asc(dataPlan.position));
  for (const row of plan) await tx.insert(dataPlan).values({ ...row, id: uuidv7(), cycleId: nextCycleId });
  const begun = {
    id: uuidv7(),
    cycleId: nextCycleId,
    toStage: 'plan' as const,
    changedBy: actor.personId,
    changedAt: now,
  };
  await tx.insert(stageChange).values(begun);
  await recordActivity(
    tx,
    { kind: 'cycle_started', actorId: actor.personId, teamId, cycleId: nextCycleId },
    now,
  );
}
