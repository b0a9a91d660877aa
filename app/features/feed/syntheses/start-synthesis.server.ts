import { and, eq } from 'drizzle-orm';
import { cohort, synthesis } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { facilitates } from '~/features/people/people-policy';
import { readableCohort } from '~/features/people/team-scope.server';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { checkHarvested, collect } from './harvest.server';
import type { NewSynthesisForm } from './synthesis-form';
import type { Harvested } from './synthesis-queries.server';
import { onlyFacilitators } from './synthesis-scope.server';

/** The draft of a synthesis not yet begun: one for each thing it begins from. */
export function newSynthesisDraft({
  postId,
  cycleId,
}: {
  postId?: string | undefined;
  cycleId?: string | undefined;
}): string {
  return draftForm('synthesis-new', postId ?? cycleId ?? 'any');
}

function harvestedIn({ postId, cycleId }: NewSynthesisForm): Harvested | null {
  if (postId !== undefined) return { postId };
  return cycleId === undefined ? null : { cycleId };
}

/** Begins a draft, with its first piece of evidence when one is named. A second submit of the same form changes nothing. */
export function startSynthesis(
  database: Database,
  actor: Actor,
  form: NewSynthesisForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: cohort.id })
      .from(cohort)
      .where(and(eq(cohort.id, form.cohortId), readableCohort(actor, cohort.id)));
    if (reachable.length === 0) return notFound;
    if (!facilitates(actor, form.cohortId)) return notAllowed(onlyFacilitators);
    const there = await tx
      .select({ cohortId: synthesis.cohortId })
      .from(synthesis)
      .where(eq(synthesis.id, form.id));
    if (there[0]) return there[0].cohortId === form.cohortId ? { ok: true } : notFound;
    const harvested = harvestedIn(form);
    if (harvested !== null) {
      const seen = await checkHarvested(tx, actor, harvested, form.id);
      if (!seen.ok) return seen;
    }
    const { id, cohortId, title, introduction = '', audience } = form;
    const by = { createdBy: actor.personId, createdAt: now, changedBy: actor.personId, changedAt: now };
    await tx.insert(synthesis).values({ id, cohortId, title, introduction, audience, ...by });
    if (harvested !== null) await collect(tx, actor, { harvested, synthesisId: id }, now);
    await endDraft(tx, actor.personId, newSynthesisDraft(form));
    return { ok: true };
  });
}
