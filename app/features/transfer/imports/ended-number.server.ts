import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPointHistory } from '#db/schema';
import type { dataPoint } from '#db/schema';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';

const place = sql.placeholder;

const historyInsert = perConnection((db) =>
  db
    .insert(dataPointHistory)
    .values({
      ...{ id: place('id'), dataPointId: place('dataPointId'), measureId: place('measureId') },
      ...{ groupId: place('groupId'), date: place('date'), value: place('value') },
      ...{ numerator: place('numerator'), denominator: place('denominator'), note: place('note') },
      ...{ importId: place('importId'), version: place('version'), recordedBy: place('recordedBy') },
      ...{ recordedAt: place('recordedAt'), endedBy: place('endedBy'), endedAt: place('endedAt') },
      endedHow: place('endedHow'),
    })
    .prepare(),
);

/** As `keepHistory`, prepared once, for the thousands of numbers of a file. */
export async function keepEndedNumber(
  tx: Connection,
  point: typeof dataPoint.$inferSelect,
  ended: { how: 'replaced' | 'import_undone'; by: string; at: number },
): Promise<void> {
  const { id, kind: _kind, ...said } = point;
  await historyInsert(tx).execute({
    ...said,
    ...{ id: uuidv7(), dataPointId: id, endedHow: ended.how, endedBy: ended.by, endedAt: ended.at },
  });
}
