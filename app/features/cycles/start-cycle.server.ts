import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, ramp, stageChange, team } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { readyPlanForm } from './cycle-forms';
import type { PlanForm } from './cycle-forms';
import { moveCycle } from './own-cycle.server';
import { allOrNothing, checkMeasures, headOf, unready, waiting, writeParts } from './plan-parts.server';
import { recordReplication } from './replicate-cycle.server';
import type { TriedSource } from './replicate-cycle.server';

/** A cycle that tries something shared: `gone` when its starter sees it no longer, `unlinked` when it begins all the same. */
export type Tried = { id: string; source: TriedSource | 'gone' | 'unlinked' };

/** The draft of a new cycle: one for each thing tried, one for a plan of the team's own. */
export const newCycleDraft = (teamId: string, triedId: string | null): string =>
  draftForm('cycle-new', triedId === null ? teamId : `${teamId}/${triedId}`);

type Start = { teamId: string; form: PlanForm; begin: boolean; tried: Tried | null };

/** Without the link there is no place for what is kept and changed but the warrant; nothing typed is lost. */
function warrantOf({ warrant = '', kept = '', changed = '' }: PlanForm, tried: Tried | null): string {
  if (tried?.source !== 'unlinked') return warrant;
  const parts = [warrant, kept && `What we keep: ${kept}`, changed && `What we change: ${changed}`];
  return parts.filter((part) => part !== '').join('\n');
}

async function openRamp(
  tx: Connection,
  actor: Actor,
  { teamId, form, tried }: Start,
  now: number,
): Promise<void> {
  const rampId = uuidv7();
  const source = tried === null || typeof tried.source === 'string' ? null : tried.source;
  await tx.insert(ramp).values({
    ...{ id: rampId, teamId, changeIdea: form.changeIdea, ideaId: source?.ideaId ?? null },
    ...{ warrant: warrantOf(form, tried), createdAt: now },
  });
  const stamp = { createdBy: actor.personId, createdAt: now };
  await tx.insert(cycle).values({ id: form.id, rampId, teamId, number: 1, ...headOf(form), ...stamp });
}

/**
 * Begins the first cycle of a new ramp, in Plan, or at once in Do when `begin` is set and the plan is whole. A second
 * submit of the same form changes nothing. Conflict: what it tries is no longer shared, and nothing has begun.
 */
export function startCycle(database: Database, actor: Actor, start: Start, now: number): Promise<Outcome> {
  const { teamId, form, begin, tried } = start;
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
    if (tried?.source === 'gone') return conflict;
    await openRamp(tx, actor, start, now);
    if (tried !== null && tried.source !== 'unlinked') {
      const begun = { cycleId: form.id, teamId, source: tried.source };
      if (!(await recordReplication(tx, actor, begun, form, now))) return conflict;
    }
    if (!(await writeParts(tx, form.id, form, now))) return notFound;
    const change = {
      ...{ id: uuidv7(), cycleId: form.id, toStage: 'plan' as const },
      ...{ changedBy: actor.personId, changedAt: now },
    };
    await tx.insert(stageChange).values(change);
    await recordActivity(
      tx,
      { kind: 'cycle_started', actorId: actor.personId, teamId, cycleId: form.id },
      now,
    );
    if (begin) {
      const head = { id: form.id, teamId, stage: 'plan' as const, changeIdea: form.changeIdea, number: 1 };
      await moveCycle(tx, actor, head, { to: 'do', reason: '', kind: 'cycle_stage_entered' }, now);
    }
    await endDraft(tx, actor.personId, newCycleDraft(teamId, tried?.id ?? null));
    return { ok: true };
  });
}
