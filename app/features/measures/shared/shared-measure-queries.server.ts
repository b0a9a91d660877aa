import { and, asc, eq, exists, inArray, not, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  cohort,
  cohortTeam,
  dataPoint,
  measure,
  school,
  sharedMeasure,
  sharedMeasureGroup,
  sharedMeasureVersion,
  studentGroup,
  team,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableCohort, readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { listSharedMeasureVersions } from '../measure-version-queries.server';
import type { AdoptableMeasure, Adoption, SharedMeasure, SharedMeasureOfCohort } from './shared-measure';

/** Shared measures of cohorts the actor may read that fit `condition`, by name, with their groups. */
async function sharedMeasures(db: Connection, actor: Actor, condition: SQL): Promise<SharedMeasure[]> {
  const rows = await db
    .select({
      id: sharedMeasure.id,
      cohortId: sharedMeasure.cohortId,
      cohortName: cohort.name,
      name: sharedMeasure.name,
      level: sharedMeasure.level,
      kind: sharedMeasure.kind,
      direction: sharedMeasure.direction,
      unit: sharedMeasure.unit,
      frequency: sharedMeasure.frequency,
      version: sharedMeasure.version,
      definition: sql<string>`(select v.definition from ${sharedMeasureVersion} v where v.shared_measure_id = ${sharedMeasure.id} order by v.number desc limit 1)`,
      group: {
        id: studentGroup.id,
        key: studentGroup.key,
        name: studentGroup.name,
        complementId: studentGroup.complementId,
      },
    })
    .from(sharedMeasure)
    .innerJoin(cohort, eq(cohort.id, sharedMeasure.cohortId))
    .innerJoin(sharedMeasureGroup, eq(sharedMeasureGroup.sharedMeasureId, sharedMeasure.id))
    .innerJoin(studentGroup, eq(studentGroup.id, sharedMeasureGroup.groupId))
    .where(and(readableCohort(actor, sharedMeasure.cohortId), condition))
    .orderBy(asc(sharedMeasure.name), asc(sharedMeasure.id), asc(sharedMeasureGroup.position));
  const found = new Map<string, SharedMeasure>();
  for (const { group, ...row } of rows) {
    const known = found.get(row.id);
    if (known) known.groups.push(group);
    else found.set(row.id, { ...row, groups: [group] });
  }
  return [...found.values()];
}

/** Null when it is not there or not for this actor. */
export async function findSharedMeasure(
  db: Connection,
  actor: Actor,
  sharedMeasureId: string,
): Promise<SharedMeasure | null> {
  return (await sharedMeasures(db, actor, eq(sharedMeasure.id, sharedMeasureId)))[0] ?? null;
}

type AdoptionRow = Adoption & { sharedMeasureId: string | null };

/** Which teams of the cohort adopted these, by the team's name. */
async function adoptionsOf(db: Connection, actor: Actor, sharedMeasureIds: string[]): Promise<AdoptionRow[]> {
  if (sharedMeasureIds.length === 0) return [];
  return db
    .select({
      sharedMeasureId: measure.sharedMeasureId,
      measureId: measure.id,
      teamName: team.name,
      schoolName: school.name,
      isReadable: sql`${readableTeam(actor, team.id)}`.mapWith(Boolean),
    })
    .from(measure)
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(inArray(measure.sharedMeasureId, sharedMeasureIds))
    .orderBy(asc(team.name), asc(school.name), asc(team.id));
}

/** The shared measures of a cohort by name, each with its versions and the teams that adopted it. */
export async function listSharedMeasuresOfCohort(
  db: Connection,
  actor: Actor,
  cohortId: string,
): Promise<SharedMeasureOfCohort[]> {
  const measures = await sharedMeasures(db, actor, eq(sharedMeasure.cohortId, cohortId));
  const ids = measures.map(({ id }) => id);
  const versions = await listSharedMeasureVersions(db, ids);
  const adoptions = await adoptionsOf(db, actor, ids);
  return measures.map((one) => ({
    ...one,
    versions: versions.filter(({ sharedMeasureId }) => sharedMeasureId === one.id),
    adoptions: adoptions.filter(({ sharedMeasureId }) => sharedMeasureId === one.id),
  }));
}

/** The shared measures that a team of the actor's could adopt: those of its cohorts that it has not adopted. */
export async function listAdoptableMeasures(
  db: Connection,
  actor: Actor,
  teamId: string,
): Promise<AdoptableMeasure[]> {
  const ofItsCohorts = exists(
    db
      .select({ one: sql`1` })
      .from(cohortTeam)
      .innerJoin(team, eq(team.id, cohortTeam.teamId))
      .where(
        and(eq(cohortTeam.cohortId, sharedMeasure.cohortId), eq(team.id, teamId), ownTeam(actor, team.id)),
      ),
  );
  const adopted = exists(
    db
      .select({ one: sql`1` })
      .from(measure)
      .innerJoin(team, eq(team.id, measure.teamId))
      .where(and(eq(measure.sharedMeasureId, sharedMeasure.id), eq(team.id, teamId))),
  );
  const open = await sharedMeasures(db, actor, sql`${ofItsCohorts} and ${not(adopted)}`);
  if (open.length === 0) return [];
  const names = open.map(({ name }) => name);
  const namesakes = await db
    .select({ id: measure.id, name: measure.name })
    .from(measure)
    .where(and(eq(measure.teamId, teamId), inArray(measure.name, names)));
  return open.map((one) => ({
    ...one,
    namesake: namesakes.find(({ name }) => name === one.name)?.id ?? null,
  }));
}

/** Whether any team that adopted it has a number already. */
export async function sharedMeasureHasNumbers(db: Connection, sharedMeasureId: string): Promise<boolean> {
  const rows = await db
    .select({ id: dataPoint.id })
    .from(dataPoint)
    .innerJoin(measure, eq(measure.id, dataPoint.measureId))
    .where(eq(measure.sharedMeasureId, sharedMeasureId))
    .limit(1);
  return rows.length > 0;
}
