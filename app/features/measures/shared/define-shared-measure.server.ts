import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cohort, sharedMeasure, sharedMeasureGroup, sharedMeasureVersion } from '#db/schema';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { facilitates } from '~/features/people/people-policy';
import { readableCohort } from '~/features/people/team-scope.server';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import type { SharedMeasureForm } from '../measure-form';
import { waiting } from '../measure-words';
import { checkShared, onlyFacilitators, sharedColumns } from './own-shared-measure.server';

/**
 * Defines a measure for a cohort, with its first definition. A second submit of the same form changes nothing. No activity is
 * recorded: that is told by team, and no team has it before it adopts it.
 */
export function defineSharedMeasure(
  database: Database,
  actor: Actor,
  { cohortId, form }: { cohortId: string; form: SharedMeasureForm },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: cohort.id })
      .from(cohort)
      .where(and(eq(cohort.id, cohortId), readableCohort(actor, cohort.id)));
    if (reachable.length === 0) return notFound;
    if (!facilitates(actor, cohortId)) return notAllowed(onlyFacilitators);
    const there = await tx
      .select({ cohortId: sharedMeasure.cohortId })
      .from(sharedMeasure)
      .where(eq(sharedMeasure.id, form.id));
    if (there[0]) return there[0].cohortId === cohortId ? { ok: true } : notFound;
    const wrong = await checkShared(tx, cohortId, form);
    if (wrong) return invalid(waiting, wrong);
    const stamp = { createdBy: actor.personId, createdAt: now };
    await tx.insert(sharedMeasure).values({ id: form.id, cohortId, ...sharedColumns(form), ...stamp });
    await tx.insert(sharedMeasureVersion).values({
      ...{ id: uuidv7(), sharedMeasureId: form.id, number: 1 },
      ...{ definition: form.definition, inForceFrom: null, ...stamp },
    });
    await tx.insert(sharedMeasureGroup).values(
      form.groupIds.map((groupId, position) => ({
        id: uuidv7(),
        sharedMeasureId: form.id,
        groupId,
        position,
      })),
    );
    await endDraft(tx, actor.personId, draftForm('shared-measure-new', cohortId));
    return { ok: true };
  });
}
