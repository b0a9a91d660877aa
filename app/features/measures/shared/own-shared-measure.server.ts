import { and, eq, ne } from 'drizzle-orm';
import { sharedMeasure } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { facilitates } from '~/features/people/people-policy';
import { readableCohort } from '~/features/people/team-scope.server';
import { notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import type { SharedMeasureForm } from '../measure-form';
import { checkGroups } from '../measure-groups.server';

type Row = typeof sharedMeasure.$inferSelect;

/** A shared measure of a cohort the actor facilitates. Out of reach: not found; in reach only to read: not allowed. */
export async function findOwnSharedMeasure(
  tx: Connection,
  actor: Actor,
  sharedMeasureId: string,
): Promise<Outcome<{ shared: Row }>> {
  const rows = await tx
    .select()
    .from(sharedMeasure)
    .where(and(eq(sharedMeasure.id, sharedMeasureId), readableCohort(actor, sharedMeasure.cohortId)));
  const shared = rows[0];
  if (!shared) return notFound;
  if (!facilitates(actor, shared.cohortId)) return notAllowed(onlyFacilitators);
  return { ok: true, shared };
}

export const onlyFacilitators = 'Only the facilitators of the cohort define its shared measures.';

/** What a facilitator says of a shared measure, as columns. */
export const sharedColumns = (form: SharedMeasureForm) => ({
  name: form.name,
  level: form.level,
  kind: form.kind,
  direction: form.direction,
  unit: form.kind === 'proportion' ? '%' : form.unit,
  frequency: form.frequency,
});

/** What the form names must exist, and its name be the only one in the cohort. */
export async function checkShared(
  tx: Connection,
  cohortId: string,
  form: SharedMeasureForm,
): Promise<Record<string, string[]> | null> {
  const wrong = await checkGroups(tx, form.groupIds);
  if (wrong) return wrong;
  const namesakes = await tx
    .select({ id: sharedMeasure.id })
    .from(sharedMeasure)
    .where(
      and(
        eq(sharedMeasure.cohortId, cohortId),
        eq(sharedMeasure.name, form.name),
        ne(sharedMeasure.id, form.id),
      ),
    );
  return namesakes.length > 0 ? { name: ['The cohort has a shared measure of this name already.'] } : null;
}
