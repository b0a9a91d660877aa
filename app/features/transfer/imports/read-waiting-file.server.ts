import { inArray } from 'drizzle-orm';
import { dataPoint } from '#db/schema';
import type { Measure } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { readDataTable } from './data-table';
import { giveWay } from './import-progress.server';
import { leftOut } from './mapping';
import type { Mapping } from './mapping';
import { placeKey } from './number-fate';
import { beginReading } from './read-numbers';
import type { FileReading } from './read-numbers';
import type { WaitingFile } from './waiting-files.server';

/** Rows between two pauses. */
export const rowsAtOnce = 500;

/** A reading holds every number of its file, so only one is under way at a time. */
let lastReading: Promise<unknown> = Promise.resolve();

/** Reads a waiting file as its mapping says, in turn with other files, giving way to everything else now and then. */
export function readWaitingFile(...input: Parameters<typeof readNow>): Promise<FileReading> {
  const reading = lastReading.then(() => readNow(...input));
  lastReading = reading.catch(() => undefined);
  return reading;
}

async function readNow(
  file: Pick<WaitingFile, 'text' | 'mapping'>,
  measures: Measure[],
  today: SchoolDay,
  onRows: (done: number) => void = () => undefined,
): Promise<FileReading> {
  const read = await readDataTable(file.text, giveWay);
  if (!read.ok) return { numbers: [], notes: [] };
  const reading = beginReading(read.table, file.mapping, { measures, today });
  for (const [index, row] of read.table.rows.entries()) {
    reading.take(row);
    if (index % rowsAtOnce !== 0) continue;
    onRows(index);
    await giveWay();
  }
  return reading.finish();
}

/** The ids of the measures a mapping reads numbers for. */
export function measuresRead({ layout, measures, long }: Mapping): string[] {
  return layout === 'wide'
    ? Object.keys(measures)
    : [...new Set(Object.values(long.values))].filter((id) => id !== leftOut);
}

/** What stands now on the charts of these measures, by place. */
export async function numbersThere(
  db: Connection,
  measureIds: string[],
): Promise<Map<string, typeof dataPoint.$inferSelect>> {
  if (measureIds.length === 0) return new Map();
  const points = await db.select().from(dataPoint).where(inArray(dataPoint.measureId, measureIds));
  return new Map(points.map((point) => [placeKey(point), point]));
}
