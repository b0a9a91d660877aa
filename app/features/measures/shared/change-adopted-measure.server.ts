import { and, eq } from 'drizzle-orm';
import { measure, teamMembership } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { goalFits, goalIsPercent } from '../measure-form';
import type { AdoptedMeasureForm } from '../measure-form';
import { waiting } from '../measure-words';
import { findOwnMeasure } from '../own-measure.server';
import type { OwnMeasure } from '../own-measure.server';

/** What is wrong with the collector a form names, beside the field; null for nobody and for somebody of the team. */
export async function checkCollector(
  tx: Connection,
  teamId: string,
  collectorId: string | undefined,
): Promise<Record<string, string[]> | null> {
  if (collectorId === undefined) return null;
  const members = await tx
    .select({ id: teamMembership.id })
    .from(teamMembership)
    .where(and(eq(teamMembership.teamId, teamId), eq(teamMembership.personId, collectorId)));
  return members.length > 0 ? null : { collectorId: ['Choose somebody of the team.'] };
}

type Change = { actor: Actor; measure: OwnMeasure; form: AdoptedMeasureForm };

/** Writes goal, goal date and collector of an adopted measure, and nothing else. */
export async function changeTeamShare(
  tx: Connection,
  { actor, measure: own, form }: Change,
  now: number,
): Promise<Outcome> {
  if (own.version !== form.version) return conflict;
  if (!goalFits(own.kind, form.goal)) return invalid(waiting, { goal: [goalIsPercent] });
  const wrong = await checkCollector(tx, own.teamId, form.collectorId);
  if (wrong) return invalid(waiting, wrong);
  await tx
    .update(measure)
    .set({
      goal: form.goal ?? null,
      goalOn: form.goalOn ?? null,
      collectorId: form.collectorId ?? null,
      version: form.version + 1,
    })
    .where(eq(measure.id, own.id));
  await endDraft(tx, actor.personId, draftForm('measure', own.id));
  const about = { actorId: actor.personId, teamId: own.teamId, measureId: own.id, detail: own.name };
  await recordActivity(tx, { kind: 'measure_changed', ...about }, now);
  return { ok: true };
}

/** Changes what a team says of a measure it adopted. A measure of its own is not found here. */
export function changeAdoptedMeasure(
  database: Database,
  actor: Actor,
  form: AdoptedMeasureForm,
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, form.id);
    if (!own.ok) return own;
    if (own.measure.sharedMeasureId === null) return notFound;
    return changeTeamShare(tx, { actor, measure: own.measure, form }, now);
  });
}
