import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  annotation,
  dataImport,
  dataPoint,
  dataPointHistory,
  measure,
  measureGroup,
  measureVersion,
  person,
  phase,
  studentGroup,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach, readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { Annotation, DataPoint, Measure, Phase, StudentGroup } from './measure';

const groupColumns = {
  id: studentGroup.id,
  key: studentGroup.key,
  name: studentGroup.name,
  complementId: studentGroup.complementId,
};

export async function listStudentGroups(db: Connection): Promise<StudentGroup[]> {
  return db.select(groupColumns).from(studentGroup).orderBy(asc(studentGroup.position));
}

/** Measures within the actor's reach that fit `condition`, oldest first, a row for each of their groups. */
function measureRows(db: Connection, actor: Actor, condition: SQL) {
  return db
    .select({
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
      baselinePoints: measure.baselinePoints,
      version: measure.version,
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

const pointColumns = {
  id: dataPoint.id,
  measureId: dataPoint.measureId,
  groupId: dataPoint.groupId,
  date: dataPoint.date,
  value: dataPoint.value,
  numerator: dataPoint.numerator,
  denominator: dataPoint.denominator,
  note: dataPoint.note,
  version: dataPoint.version,
};

export type SeriesData = { points: DataPoint[]; annotations: Annotation[]; phases: Phase[] };

/**
 * Everything that charts of these measures draw, in date order. The ids come from `selectMeasures`, so they are in scope.
 * A changed definition starts a phase of its own.
 */
export async function loadSeries(db: Connection, measureIds: string[]): Promise<SeriesData> {
  if (measureIds.length === 0) return { points: [], annotations: [], phases: [] };
  const points = await db
    .select(pointColumns)
    .from(dataPoint)
    .where(inArray(dataPoint.measureId, measureIds))
    .orderBy(asc(dataPoint.date));
  const annotations = await db
    .select({
      id: annotation.id,
      measureId: annotation.measureId,
      kind: annotation.kind,
      date: annotation.date,
      text: annotation.text,
    })
    .from(annotation)
    .where(inArray(annotation.measureId, measureIds))
    .orderBy(asc(annotation.date));
  const chosen = db
    .select({
      measureId: phase.measureId,
      groupId: sql<string | null>`${phase.groupId}`,
      startsOn: phase.startsOn,
      reason: phase.reason,
    })
    .from(phase)
    .where(inArray(phase.measureId, measureIds));
  const redefined = db
    .select({
      measureId: measureVersion.measureId,
      groupId: sql<string | null>`null`,
      startsOn: sql<string>`${measureVersion.inForceFrom}`,
      reason: sql<string>`'The definition changed'`,
    })
    .from(measureVersion)
    .where(
      and(inArray(measureVersion.measureId, measureIds), sql`${measureVersion.inForceFrom} is not null`),
    );
  const phases = await chosen.unionAll(redefined).orderBy(asc(sql`starts_on`));
  return { points, annotations, phases };
}

export type EndedDataPoint = {
  id: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
  recordedByName: string;
  recordedAt: number;
  endedAt: number;
  endedHow: 'replaced' | 'corrected' | 'deleted' | 'import_undone';
};

/** One data point within the actor's reach, with what it said before; null when not found. */
export async function findDataPoint(
  db: Connection,
  actor: Actor,
  pointId: string,
): Promise<{
  point: DataPoint & { recordedByName: string; recordedAt: number };
  history: EndedDataPoint[];
} | null> {
  const rows = await db
    .select({ ...pointColumns, recordedByName: person.name, recordedAt: dataPoint.recordedAt })
    .from(dataPoint)
    .innerJoin(measure, eq(measure.id, dataPoint.measureId))
    .innerJoin(person, eq(person.id, dataPoint.recordedBy))
    .where(and(eq(dataPoint.id, pointId), readableTeam(actor, measure.teamId)));
  const point = rows[0];
  if (!point) return null;
  const history = await db
    .select({
      id: dataPointHistory.id,
      value: dataPointHistory.value,
      numerator: dataPointHistory.numerator,
      denominator: dataPointHistory.denominator,
      note: dataPointHistory.note,
      recordedByName: person.name,
      recordedAt: dataPointHistory.recordedAt,
      endedAt: dataPointHistory.endedAt,
      endedHow: dataPointHistory.endedHow,
    })
    .from(dataPointHistory)
    .innerJoin(person, eq(person.id, dataPointHistory.recordedBy))
    .where(
      or(
        eq(dataPointHistory.dataPointId, point.id),
        and(
          eq(dataPointHistory.measureId, point.measureId),
          eq(dataPointHistory.groupId, point.groupId),
          eq(dataPointHistory.date, point.date),
        ),
      ),
    )
    .orderBy(desc(dataPointHistory.endedAt));
  return { point, history };
}

export type ImportSummary = {
  id: string;
  fileName: string;
  rowCount: number;
  importedAt: number;
  importedByName: string;
  undoneAt: number | null;
};

/** The newest ten imports of a measure that `findMeasure` gave. */
export async function listImports(db: Connection, measureId: string): Promise<ImportSummary[]> {
  return db
    .select({
      id: dataImport.id,
      fileName: dataImport.fileName,
      rowCount: dataImport.rowCount,
      importedAt: dataImport.importedAt,
      importedByName: person.name,
      undoneAt: dataImport.undoneAt,
    })
    .from(dataImport)
    .innerJoin(person, eq(person.id, dataImport.importedBy))
    .where(eq(dataImport.measureId, measureId))
    .orderBy(desc(dataImport.importedAt))
    .limit(10);
}
