import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { measure, measureGroup, measureVersion, studentGroup } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach, readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { Measure, StudentGroup } from './measure';

export const groupColumns = {
  id: studentGroup.id,
  key: studentGroup.key,
  name: studentGroup.name,
  complementId: studentGroup.complementId,
};

export async function listStudentGroups(db: Connection): Promise<StudentGroup[]> {
  return db.select(groupColumns).from(studentGroup).orderBy(asc(studentGroup.position));
}

export const measureColumns = {
  id: measure.id,
  teamId: measure.teamId,
  name: measure.name,
  level: measure.level,
  kind: measure.kind,
  direction: measure.direction,
  unit: measure.unit,
  frequency: measure.frequency,
  goal: measure.goal,
  goalOn: measure.goalOn,
  collectorId: measure.collectorId,
  sharedMeasureId: measure.sharedMeasureId,
  version: measure.version,
};

/** Measures within the actor's reach that fit `condition`, oldest first, a row for each of their groups. */
function measureRows(db: Connection, actor: Actor, condition: SQL) {
  return db
    .select({
      ...measureColumns,
      definition: sql<string>`(select ${measureVersion.definition} from ${measureVersion} where ${measureVersion.measureId} = ${measure.id} order by ${measureVersion.number} desc limit 1)`,
      group: groupColumns,
    })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .where(and(readableTeam(actor, measure.teamId), condition))
    .orderBy(asc(measure.createdAt), asc(measure.id), asc(measureGroup.position));
}

type MeasureRow = Awaited<ReturnType<typeof measureRows>>[number];

function withGroups(rows: MeasureRow[]): Measure[] {
  const measures = new Map<string, Measure>();
  for (const { group, ...row } of rows) {
    const known = measures.get(row.id);
    if (known) known.groups.push(group);
    else measures.set(row.id, { ...row, groups: [group] });
  }
  return [...measures.values()];
}

const teamMeasuresQuery = perReach((db, actor) =>
  measureRows(db, actor, eq(measure.teamId, sql.placeholder('teamId'))).prepare(),
);
const measureQuery = perReach((db, actor) =>
  measureRows(db, actor, eq(measure.id, sql.placeholder('measureId'))).prepare(),
);

/** The measures of one team, oldest first, each with its groups and definition in force. */
export async function listMeasuresOfTeam(db: Connection, actor: Actor, teamId: string): Promise<Measure[]> {
  return withGroups(await teamMeasuresQuery(db, actor).execute({ teamId }));
}

/** Null when it is not there or not for this actor. */
export async function findMeasure(db: Connection, actor: Actor, measureId: string): Promise<Measure | null> {
  return withGroups(await measureQuery(db, actor).execute({ measureId }))[0] ?? null;
}
