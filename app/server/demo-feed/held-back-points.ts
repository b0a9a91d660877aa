import { asc, gt } from 'drizzle-orm';
import { dataPoint } from '#db/schema';
import type { Connection } from '~/platform/database.server';

const chunk = 200;

/**
 * Takes away what was counted after an instant, and gives it back as time passes: a post of six weeks ago keeps its chart
 * as it was that day. Everything is back once `until` was called with the present.
 */
export async function holdBackPoints(tx: Connection, since: number) {
  const later = gt(dataPoint.recordedAt, since);
  const held = await tx.select().from(dataPoint).where(later).orderBy(asc(dataPoint.recordedAt));
  await tx.delete(dataPoint).where(later);
  let given = 0;
  return {
    async until(at: number): Promise<void> {
      const due = held.slice(given).findIndex(({ recordedAt }) => recordedAt > at);
      const to = due === -1 ? held.length : given + due;
      for (let from = given; from < to; from += chunk)
        await tx.insert(dataPoint).values(held.slice(from, Math.min(to, from + chunk)));
      given = to;
    },
  };
}
