import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { addDays, latestWeekday, mondayOf } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** The Mondays of the last `weeks` weeks, the oldest first. */
export function recentMondays(today: string, weeks: number): string[] {
  const monday = mondayOf(latestWeekday(today));
  return Array.from({ length: weeks }, (_, week) => addDays(monday, -7 * (weeks - week)));
}

type Counted = { measureId: string; groupId: string; recordedBy: string; today: string };

/** Replaces what a proportion counted for a group: `[how many, of how many]` a week, up to last week. */
export async function countWeekly(
  tx: Connection,
  { measureId, groupId, recordedBy, today }: Counted,
  pairs: [number, number][],
): Promise<void> {
  await tx
    .delete(schema.dataPoint)
    .where(and(eq(schema.dataPoint.measureId, measureId), eq(schema.dataPoint.groupId, groupId)));
  const days = recentMondays(today, pairs.length);
  await tx.insert(schema.dataPoint).values(
    pairs.map(([numerator, denominator], week) => ({
      ...{ id: uuidv7(), measureId, groupId, kind: 'proportion' as const, date: days[week] ?? '' },
      ...{ numerator, denominator, recordedBy, recordedAt: Date.now() - 86_400_000 },
    })),
  );
}
