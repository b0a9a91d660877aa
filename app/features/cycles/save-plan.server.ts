import { eq } from 'drizzle-orm';
import { cycle, ramp } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { readyPlanForm } from './cycle-forms';
import type { PlanForm } from './cycle-forms';
import { isOpen } from './cycle-stages';
import { findCycleToChange, moveCycle } from './own-cycle.server';
import { allOrNothing, checkMeasures, headOf, unready, waiting, writeParts } from './plan-parts.server';

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
