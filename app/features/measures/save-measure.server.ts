import { and, count, eq, inArray, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint, measure, measureGroup, measureVersion, studentGroup, teamMembership } from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import { draftForm } from '~/features/drafts/draft';
import { endDraft } from '~/features/drafts/keep-draft.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { team } from '#db/schema';
import { conflict, invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { MeasureForm } from './measure-form';
import { findOwnMeasure } from './own-measure.server';

const waiting = 'One answer below needs another look. Nothing was lost.';

/** What the form names must exist, within the team: groups, collector, and a name of its own. */
async function checkReferences(
  tx: Connection,
  teamId: string,
  form: MeasureForm,
): Promise<Record<string, string[]> | null> {
  const groups = await tx
    .select({ id: studentGroup.id })
    .from(studentGroup)
    .where(inArray(studentGroup.id, form.groupIds));
  if (groups.length !== new Set(form.groupIds).size) return { groupIds: ['Choose groups from the list.'] };
  if (form.collectorId !== undefined) {
    const members = await tx
      .select({ id: teamMembership.id })
      .from(teamMembership)
      .where(and(eq(teamMembership.teamId, teamId), eq(teamMembership.personId, form.collectorId)));
    if (members.length === 0) return { collectorId: ['Choose somebody of the team.'] };
  }
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
    await setGroups(tx, form, null);
    await endDraft(tx, actor.personId, draftForm('measure-new', teamId));
    const about = { actorId: actor.personId, teamId, measureId: form.id, detail: form.name };
    await recordActivity(tx, { kind: 'measure_created', ...about }, now);
    return { ok: true };
  });
}

/** Groups left out end today and keep their data; groups named again come back. */
async function setGroups(tx: Connection, form: MeasureForm, today: SchoolDay | null): Promise<void> {
  const there = await tx.select().from(measureGroup).where(eq(measureGroup.measureId, form.id));
  for (const row of there) {
    const position = form.groupIds.indexOf(row.groupId);
    const endedOn = position >= 0 ? null : (row.endedOn ?? today);
    await tx
      .update(measureGroup)
      .set({ endedOn, position: position >= 0 ? position : row.position })
      .where(eq(measureGroup.id, row.id));
  }
  const known = new Set(there.map((row) => row.groupId));
  const added = form.groupIds.flatMap((groupId, position) =>
    known.has(groupId) ? [] : [{ id: uuidv7(), measureId: form.id, groupId, position }],
  );
  if (added.length > 0) await tx.insert(measureGroup).values(added);
}

/**
 * Changes a measure. `form.version` is the one the form was read at. A changed definition is a new version from
 * `newVersionFrom` (else today) on. How it is counted stays as it is once there are numbers.
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
    const { teamId } = own.measure;
    if (own.measure.version !== form.version) return conflict;
    if (form.newVersionFrom !== undefined && form.newVersionFrom > today)
      return invalid(waiting, {
        newVersionFrom: ['Change the definition on the day it changes, not before.'],
      });
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
    await setGroups(tx, form, today);
    const versions = await tx.select().from(measureVersion).where(eq(measureVersion.measureId, form.id));
    const newest = versions.reduce((one, other) => (other.number > one.number ? other : one));
    if (newest.definition !== form.definition) {
      const stamp = { createdBy: actor.personId, createdAt: now };
      const inForceFrom = form.newVersionFrom ?? today;
      await tx.insert(measureVersion).values({
        id: uuidv7(),
        measureId: form.id,
        number: newest.number + 1,
        definition: form.definition,
        inForceFrom,
        ...stamp,
      });
    }
    await endDraft(tx, actor.personId, draftForm('measure', form.id));
    const about = { actorId: actor.personId, teamId, measureId: form.id, detail: form.name };
    await recordActivity(tx, { kind: 'measure_changed', ...about }, now);
    return { ok: true };
  });
}
