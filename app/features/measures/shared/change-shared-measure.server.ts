import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  measure,
  measureVersion,
  school,
  sharedMeasure,
  sharedMeasureGroup,
  sharedMeasureVersion,
  team,
} from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { conflict, invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { dayOfNewVersion } from '../definition-rules';
import type { SharedMeasureForm } from '../measure-form';
import { setGroups } from '../measure-groups.server';
import { waiting } from '../measure-words';
import { checkShared, findOwnSharedMeasure, sharedColumns } from './own-shared-measure.server';
import { sharedMeasureHasNumbers } from './shared-measure-queries.server';

/** A new wording, its number in the cohort and the day it is in force from; the same for every team. */
type NewVersion = { number: number; definition: string; inForceFrom: SchoolDay };

const mostNamed = 3;

/** Which teams have another measure of this name, as one sentence; null when none has. */
async function nameClash(
  tx: Connection,
  { id, name }: SharedMeasureForm,
  teamIds: string[],
): Promise<string | null> {
  const clashes = await tx
    .select({ teamName: team.name, schoolName: school.name, from: measure.sharedMeasureId })
    .from(measure)
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(inArray(measure.teamId, teamIds), eq(measure.name, name)))
    .orderBy(asc(team.name), asc(school.name));
  const teams = clashes
    .filter(({ from }) => from !== id)
    .map(({ teamName, schoolName }) => `${teamName} (${schoolName})`);
  if (teams.length === 0) return null;
  const more = teams.length > mostNamed ? ` and ${teams.length - mostNamed} more` : '';
  return `Another measure has this name in ${teams.slice(0, mostNamed).join(', ')}${more}. Choose another name, or ask the team to rename theirs.`;
}

async function writeShared(
  tx: Connection,
  form: SharedMeasureForm,
  newVersion: (NewVersion & { createdBy: string; createdAt: number }) | null,
): Promise<void> {
  const sharedMeasureId = form.id;
  await tx
    .update(sharedMeasure)
    .set({ ...sharedColumns(form), version: form.version + 1 })
    .where(eq(sharedMeasure.id, sharedMeasureId));
  await tx.delete(sharedMeasureGroup).where(eq(sharedMeasureGroup.sharedMeasureId, sharedMeasureId));
  await tx
    .insert(sharedMeasureGroup)
    .values(form.groupIds.map((groupId, position) => ({ id: uuidv7(), sharedMeasureId, groupId, position })));
  if (newVersion)
    await tx.insert(sharedMeasureVersion).values({ id: uuidv7(), sharedMeasureId, ...newVersion });
}

/**
 * Changes a shared measure for the cohort and, in the same transaction, for every team that adopted it: name, level, direction,
 * unit, frequency, groups. A changed definition is a new version of each, in force from the same day. `form.version` is the
 * one the form was read at. The teams' own versions stay: they guard goal and collector, which nobody changes here.
 */
export function changeSharedMeasure(
  database: Database,
  actor: Actor,
  form: SharedMeasureForm,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome<{ cohortId: string }>> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnSharedMeasure(tx, actor, form.id);
    if (!own.ok) return own;
    const { shared } = own;
    if (shared.version !== form.version) return conflict;
    const versions = await tx
      .select()
      .from(sharedMeasureVersion)
      .where(eq(sharedMeasureVersion.sharedMeasureId, form.id))
      .orderBy(desc(sharedMeasureVersion.number));
    const newest = versions[0] ?? { number: 0, definition: '', inForceFrom: null };
    const from = dayOfNewVersion(form.newVersionFrom, { newest, today });
    if (!from.ok) return invalid(waiting, { newVersionFrom: [from.message] });
    const wrong = await checkShared(tx, shared.cohortId, form);
    if (wrong) return invalid(waiting, wrong);
    if (form.kind !== shared.kind && (await sharedMeasureHasNumbers(tx, form.id)))
      return invalid(waiting, {
        kind: ['Teams have numbers already. Define a new measure to count in another way.'],
      });
    const adoptions = await tx
      .select({ id: measure.id, teamId: measure.teamId })
      .from(measure)
      .where(eq(measure.sharedMeasureId, form.id));
    const clash = await nameClash(
      tx,
      form,
      adoptions.map(({ teamId }) => teamId),
    );
    if (clash !== null) return invalid(waiting, { name: [clash] });
    const stamp = { createdBy: actor.personId, createdAt: now };
    const newVersion =
      newest.definition === form.definition
        ? null
        : { number: newest.number + 1, definition: form.definition, inForceFrom: from.day, ...stamp };
    await writeShared(tx, form, newVersion);
    const kind = newVersion ? 'definition_changed' : 'measure_changed';
    for (const { id: measureId, teamId } of adoptions) {
      await tx.update(measure).set(sharedColumns(form)).where(eq(measure.id, measureId));
      await setGroups(tx, { measureId, groupIds: form.groupIds }, today);
      if (newVersion) await tx.insert(measureVersion).values({ id: uuidv7(), measureId, ...newVersion });
      const about = { actorId: actor.personId, teamId, measureId, detail: form.name };
      await recordActivity(tx, { kind, ...about }, now);
    }
    await endDraft(tx, actor.personId, draftForm('shared-measure', form.id));
    return { ok: true, cohortId: shared.cohortId };
  });
}
