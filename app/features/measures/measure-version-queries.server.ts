import { desc, eq, inArray } from 'drizzle-orm';
import { measureVersion, person, sharedMeasureVersion } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { MeasureVersion } from './measure-version';

/** Every definition that a measure of `findMeasure` has had, the newest first. */
export async function listMeasureVersions(db: Connection, measureId: string): Promise<MeasureVersion[]> {
  return db
    .select({
      id: measureVersion.id,
      number: measureVersion.number,
      definition: measureVersion.definition,
      inForceFrom: measureVersion.inForceFrom,
      createdAt: measureVersion.createdAt,
      createdByName: person.name,
    })
    .from(measureVersion)
    .innerJoin(person, eq(person.id, measureVersion.createdBy))
    .where(eq(measureVersion.measureId, measureId))
    .orderBy(desc(measureVersion.number));
}

/** The same for shared measures that `shared-measure-queries` gave, each version with the measure it is of. */
export async function listSharedMeasureVersions(
  db: Connection,
  sharedMeasureIds: string[],
): Promise<(MeasureVersion & { sharedMeasureId: string })[]> {
  if (sharedMeasureIds.length === 0) return [];
  return db
    .select({
      id: sharedMeasureVersion.id,
      sharedMeasureId: sharedMeasureVersion.sharedMeasureId,
      number: sharedMeasureVersion.number,
      definition: sharedMeasureVersion.definition,
      inForceFrom: sharedMeasureVersion.inForceFrom,
      createdAt: sharedMeasureVersion.createdAt,
      createdByName: person.name,
    })
    .from(sharedMeasureVersion)
    .innerJoin(person, eq(person.id, sharedMeasureVersion.createdBy))
    .where(inArray(sharedMeasureVersion.sharedMeasureId, sharedMeasureIds))
    .orderBy(desc(sharedMeasureVersion.number));
}
