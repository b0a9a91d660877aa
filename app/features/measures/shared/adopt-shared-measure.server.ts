import { and, asc, desc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import {
  cohortTeam,
  measure,
  measureGroup,
  measureVersion,
  sharedMeasure,
  sharedMeasureGroup,
  sharedMeasureVersion,
  team,
} from '#db/schema';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { readableTeam } from '~/features/people/team-scope.server';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';

type Input = {
  teamId: string;
  sharedMeasureId: string;
  /** The id of the measure to be made. */
  measureId: string;
};

/** A shared measure of one of the team's cohorts. */
async function findOffered(tx: Connection, { teamId, sharedMeasureId }: Input) {
  const rows = await tx
    .select({ shared: sharedMeasure })
    .from(sharedMeasure)
    .innerJoin(cohortTeam, eq(cohortTeam.cohortId, sharedMeasure.cohortId))
    .where(and(eq(sharedMeasure.id, sharedMeasureId), eq(cohortTeam.teamId, teamId)));
  return rows[0]?.shared;
}

/** Gives the measure its groups and the definition in force, with its number in the cohort and who wrote it there. */
async function copyDefinition(tx: Connection, { sharedMeasureId, measureId }: Input): Promise<void> {
  const versions = await tx
    .select()
    .from(sharedMeasureVersion)
    .where(eq(sharedMeasureVersion.sharedMeasureId, sharedMeasureId))
    .orderBy(desc(sharedMeasureVersion.number))
    .limit(1);
  // The team counts by no earlier definition, so this one begins no phase of its chart.
  for (const { number, definition, createdBy, createdAt } of versions)
    await tx
      .insert(measureVersion)
      .values({ id: uuidv7(), measureId, number, definition, inForceFrom: null, createdBy, createdAt });
  const groups = await tx
    .select()
    .from(sharedMeasureGroup)
    .where(eq(sharedMeasureGroup.sharedMeasureId, sharedMeasureId))
    .orderBy(asc(sharedMeasureGroup.position));
  for (const { groupId, position } of groups)
    await tx.insert(measureGroup).values({ id: uuidv7(), measureId, groupId, position });
}

/** Makes a shared measure one of the team's, as it is. A team adopts it once: a second time leads to the same measure. */
export function adoptSharedMeasure(
  database: Database,
  actor: Actor,
  input: Input,
  now: number,
): Promise<Outcome<{ measureId: string }>> {
  const { teamId, sharedMeasureId, measureId } = input;
  return database.inTransaction(async (tx) => {
    const reachable = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
    if (reachable.length === 0) return notFound;
    if (!worksInTeam(actor, teamId)) return notAllowed('Only the team itself adopts measures.');
    const shared = await findOffered(tx, input);
    if (!shared) return notFound;
    const there = await tx
      .select({ id: measure.id, name: measure.name, sharedMeasureId: measure.sharedMeasureId })
      .from(measure)
      .where(eq(measure.teamId, teamId));
    const adopted = there.find((one) => one.sharedMeasureId === sharedMeasureId);
    if (adopted) return { ok: true, measureId: adopted.id };
    if (there.some(({ name }) => name === shared.name))
      return invalid(
        `Your team has a measure of its own named “${shared.name}”. Give that one another name first, then adopt this one.`,
      );
    const { name, level, kind, direction, unit, frequency } = shared;
    await tx.insert(measure).values({
      ...{ id: measureId, teamId, sharedMeasureId },
      ...{ name, level, kind, direction, unit, frequency },
      ...{ createdBy: actor.personId, createdAt: now },
    });
    await copyDefinition(tx, input);
    const about = { actorId: actor.personId, teamId, measureId, detail: name };
    await recordActivity(tx, { kind: 'measure_adopted', ...about }, now);
    return { ok: true, measureId };
  });
}
