import { and, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { dataPoint } from '#db/schema';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { GridColumn, GridRow } from './data-grid';
import { cellText, gridDays, gridLength } from './data-grid-rules';
import { usesDenominator } from '../measure';
import type { Measure } from '../measure';

export type DataGrid = { columns: GridColumn[]; rows: GridRow[]; earlier: boolean; later: boolean };

/** How many there were last time, by group. */
async function usualNumbers(db: Connection, { id, kind, groups }: Measure): Promise<Map<string, string>> {
  if (!usesDenominator(kind)) return new Map();
  const newest = await db
    .select({ groupId: dataPoint.groupId, of: dataPoint.denominator, date: sql`max(${dataPoint.date})` })
    .from(dataPoint)
    .where(
      and(
        eq(dataPoint.measureId, id),
        inArray(
          dataPoint.groupId,
          groups.map((group) => group.id),
        ),
      ),
    )
    .groupBy(dataPoint.groupId);
  return new Map(newest.map(({ groupId, of }) => [groupId, of === null ? '' : String(of)]));
}

/**
 * The grid of a measure that `findMeasure` gave: its groups and the days up to `until`, oldest first.
 * @param also days that are shown although they have no number yet
 */
export async function loadDataGrid(
  db: Connection,
  measure: Measure,
  { until, today, also }: { until: SchoolDay; today: SchoolDay; also: SchoolDay[] },
): Promise<DataGrid> {
  const length = gridLength(measure.groups.length);
  const newestDays = await db
    .selectDistinct({ date: dataPoint.date })
    .from(dataPoint)
    .where(and(eq(dataPoint.measureId, measure.id), lte(dataPoint.date, until)))
    .orderBy(desc(dataPoint.date))
    .limit(length + 1);
  const dates = newestDays.map(({ date }) => date);
  const days = gridDays(measure.frequency, dates, { until, length });
  const shown = [...new Set([...days, ...also.filter((day) => day <= today)])].toSorted();
  const points = await db
    .select()
    .from(dataPoint)
    .where(and(eq(dataPoint.measureId, measure.id), inArray(dataPoint.date, shown)));
  const texts = new Map(points.map((point) => [`${point.date}/${point.groupId}`, cellText(point)]));
  const of = await usualNumbers(db, measure);
  const first = shown[0] ?? until;
  const later = await db
    .select({ one: sql`1` })
    .from(dataPoint)
    .where(and(eq(dataPoint.measureId, measure.id), gt(dataPoint.date, until)))
    .limit(1);
  return {
    columns: measure.groups.map(({ id, name }) => ({ groupId: id, name, of: of.get(id) ?? '' })),
    rows: shown.map((date) => ({
      date,
      texts: Object.fromEntries(
        measure.groups.map(({ id }) => [id, texts.get(`${date}/${id}`) ?? ''] as const),
      ),
    })),
    earlier: dates.some((date) => date < first) || dates.length > 0,
    later: later.length > 0 || until < today,
  };
}
