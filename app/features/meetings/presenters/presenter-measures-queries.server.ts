import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { measure, measureGroup, studentGroup } from '#db/schema';
import type { Measure } from '~/features/measures/measure';
import { groupColumns, measureColumns } from '~/features/measures/measure-queries.server';
import { groupedBy } from '~/lib/grouped-by';
import type { Connection } from '~/platform/database.server';

/** The measures that questions of these cycles rest on. */
export async function listAskedMeasures(db: Connection, measureIds: string[]): Promise<Measure[]> {
  if (measureIds.length === 0) return [];
  const rows = await db
    .select({ ...measureColumns, group: groupColumns })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .where(inArray(measure.id, measureIds))
    .orderBy(asc(measure.id), asc(measureGroup.position));
  return [...groupedBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { group: _group, ...row } = first;
    return [{ ...row, definition: '', groups: same.map(({ group }) => group) }];
  });
}
