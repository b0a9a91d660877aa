import { and, count, desc, eq, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint, measure, measureVersion, team } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { changeTeamShare, checkCollector } from './shared/change-adopted-measure.server';
import { dayOfNewVersion } from './definition-rules';
import type { MeasureForm } from './measure-form';
import { checkGroups, setGroups } from './measure-groups.server';
import { waiting } from './measure-words';
import { findOwnMeasure } from './own-measure.server';

/** What the form names must exist, within the team: groups, collector, and a name of its own. */
async function checkReferences(
  tx: Connection,
  teamId: string,
  form: MeasureForm,
): Promise<Record<string, string[]> | null> {
  const wrong =
    (await checkGroups(tx, form.groupIds)) ?? (await checkCollector(tx, teamId, form.collectorId));
  if (wrong) return wrong;
  const namesakes = await tx
    .select({ id: measure.id })
    .from(measure)
    .where(and(eq(measure.teamId, teamId), eq(measure.name, form.name), ne(measure.id, form.id)));
  return namesakes.length > 0 ? { name: ['The team has a measure of this name already.'] } : null;
}

const columnsOf = (form: MeasureForm) => ({
  name: form.name,
  level: form.level,
  kind: form.kind,
  direction: form.direction,
  unit: form.kind === 'proportion' ? '%' : form.unit,
  frequency: form.frequency,
  goal: form.goal ?? null,
  goalOn: form.goalOn ?? null,
  collectorId: form.collectorId ?? null,
});

/** Makes a measure with its first definition. A second submit of the same form changes nothing. */
export function createMeasure(
  database: Database,
  actor: Actor,
  input: { teamId: string; form: MeasureForm },
  now: number,
): Promise<Outcome> {
  const { teamId, form } = input;
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (reachable.length === 0) return notFound;
    if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself adds measures.');
    const there = await tx.select({ teamId: measure.teamId }).from(measure).where(eq(measure.id, form.id));
    if (there[0]) return there[0].teamId === teamId ? { ok: true } : notFound;
    const wrong = await checkReferences(tx, teamId, form);
    if (wrong) return invalid(waiting, wrong);
    const stamp = { createdBy: actor.personId, createdAt: now };
    await tx.insert(measure).values({ id: form.id, teamId, ...columnsOf(form), ...stamp });
    await tx.insert(measureVersion).values({
      id: uuidv7(),
      measureId: form.id,
      number: 1,
      definition: form.definition,
      inForceFrom: null,
      ...stamp,
    });
    await setGroups(tx, { measureId: form.id, groupIds: form.groupIds }, null);
    await endDraft(tx, actor.personId, draftForm('measure-new', teamId));
    const about = { actorId: actor.personId, teamId, measureId: form.id, detail: form.name };
    await recordActivity(tx, { kind: 'measure_created', ...about }, now);
    return { ok: true };
  });
}

/**
 * Changes a measure. `form.version` is the one the form was read at. A changed definition is a new version from
 * `newVersionFrom` (else today) on. How it is counted stays as it is once there are numbers. Of an adopted measure only
 * the team's share changes, whatever else the form says.
 */
export function changeMeasure(
  database: Database,
  actor: Actor,
  form: MeasureForm,
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnMeasure(tx, actor, form.id);
    if (!own.ok) return own;
    if (own.measure.sharedMeasureId !== null)
      return changeTeamShare(tx, { actor, measure: own.measure, form }, now);
    const { teamId } = own.measure;
    if (own.measure.version !== form.version) return conflict;
    const versions = await tx
      .select()
      .from(measureVersion)
      .where(eq(measureVersion.measureId, form.id))
      .orderBy(desc(measureVersion.number));
    const newest = versions[0] ?? { number: 0, definition: '', inForceFrom: null };
    const from = dayOfNewVersion(form.newVersionFrom, { newest, today });
    if (!from.ok) return invalid(waiting, { newVersionFrom: [from.message] });
    const wrong = await checkReferences(tx, teamId, form);
    if (wrong) return invalid(waiting, wrong);
    const points = await tx.select({ n: count() }).from(dataPoint).where(eq(dataPoint.measureId, form.id));
    if (form.kind !== own.measure.kind && (points[0]?.n ?? 0) > 0)
      return invalid(waiting, {
        kind: ['There are numbers already. Add a new measure to count in another way.'],
      });
    await tx
      .update(measure)
      .set({ ...columnsOf(form), version: form.version + 1 })
      .where(eq(measure.id, form.id));
    await setGroups(tx, { measureId: form.id, groupIds: form.groupIds }, today);
    const isRedefined = newest.definition !== form.definition;
    if (isRedefined)
      await tx.insert(measureVersion).values({
        id: uuidv7(),
        measureId: form.id,
        number: newest.number + 1,
        definition: form.definition,
        inForceFrom: from.day,
        createdBy: actor.personId,
        createdAt: now,
      });
    await endDraft(tx, actor.personId, draftForm('measure', form.id));
    const about = { actorId: actor.personId, teamId, measureId: form.id, detail: form.name };
    await recordActivity(tx, { kind: isRedefined ? 'definition_changed' : 'measure_changed', ...about }, now);
    return { ok: true };
  });
}
