import { and, eq, sql } from 'drizzle-orm';
import { cycle, cycleTask, observation } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import type { DoForm, ObservationForm } from './cycle-forms';
import { isOpen } from './cycle-stages';
import { findCycleToChange, moveCycle } from './own-cycle.server';

const notInDo = 'This cycle is not in Do at the moment.';

/** Writes whether it was carried out as planned; `finish` moves the cycle on to Study, which needs the answer. */
export function saveDo(
  database: Database,
  actor: Actor,
  input: { cycleId: string; form: DoForm; finish: boolean },
  now: number,
): Promise<Outcome> {
  const { cycleId, form, finish } = input;
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, cycleId, form.version);
    if (!own.ok) return own;
    if (own.head.stage !== 'do') return invalid(notInDo);
    if (finish && form.carriedOut === undefined)
      return invalid('One answer below needs another look. Nothing was lost.', {
        carriedOut: ['Choose yes, partly or no before you go on to Study.'],
      });
    await tx
      .update(cycle)
      .set({
        carriedOut: form.carriedOut ?? null,
        carriedOutNote: form.carriedOutNote ?? '',
        version: form.version + 1,
        changedBy: actor.personId,
      })
      .where(eq(cycle.id, cycleId));
    if (finish)
      await moveCycle(tx, actor, own.head, { to: 'study', reason: '', kind: 'cycle_stage_entered' }, now);
    await endDraft(tx, actor.personId, draftForm('cycle-do', cycleId));
    return { ok: true };
  });
}

/** Adds what somebody noticed. A second submit of the same form changes nothing. */
export function addObservation(
  database: Database,
  actor: Actor,
  input: { cycleId: string; form: ObservationForm },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  const { cycleId, form } = input;
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, cycleId, null);
    if (!own.ok) return own;
    if (own.head.stage !== 'do' && own.head.stage !== 'study') return invalid(notInDo);
    if (form.observedOn > today)
      return invalid('One answer below needs another look. Nothing was lost.', {
        observedOn: ['This day is still to come.'],
      });
    const there = await tx
      .select({ cycleId: observation.cycleId })
      .from(observation)
      .where(eq(observation.id, form.observationId));
    if (there[0]) return there[0].cycleId === cycleId ? { ok: true } : notFound;
    const { observationId: id, kind, text, observedOn } = form;
    const stamp = { recordedBy: actor.personId, recordedAt: now };
    await tx.insert(observation).values({ id, cycleId, kind, text, observedOn, ...stamp });
    await endDraft(tx, actor.personId, draftForm('observation', cycleId));
    return { ok: true };
  });
}

/** Takes back an observation of this cycle. */
export function removeObservation(
  database: Database,
  actor: Actor,
  input: { cycleId: string; observationId: string },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, input.cycleId, null);
    if (!own.ok) return own;
    if (own.head.stage !== 'do' && own.head.stage !== 'study') return invalid(notInDo);
    const gone = await tx
      .delete(observation)
      .where(and(eq(observation.id, input.observationId), eq(observation.cycleId, input.cycleId)))
      .returning({ id: observation.id });
    return gone.length > 0 ? { ok: true } : notFound;
  });
}

/** Ticks a task of this cycle, or takes the tick back. */
export function setTaskDone(
  database: Database,
  actor: Actor,
  input: { cycleId: string; taskId: string; done: boolean },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, input.cycleId, null);
    if (!own.ok) return own;
    if (!isOpen(own.head.stage)) return invalid('This cycle has ended.');
    const changed = await tx
      .update(cycleTask)
      .set(
        input.done
          ? { doneAt: sql`coalesce(${cycleTask.doneAt}, ${now})`, doneBy: actor.personId }
          : { doneAt: null, doneBy: null },
      )
      .where(and(eq(cycleTask.id, input.taskId), eq(cycleTask.cycleId, input.cycleId)))
      .returning({ id: cycleTask.id });
    return changed.length > 0 ? { ok: true } : notFound;
  });
}
