import { and, desc, eq, or } from 'drizzle-orm';
import { dataPoint, dataPointHistory, measure, person } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { DataPoint } from './measure';

export const pointColumns = {
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
