import { sql } from 'drizzle-orm';
import { feedReading } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';

/** The actor has read the feed through an instant (UTC milliseconds): never later than now, and never back. */
export async function markFeedRead(
  database: Database,
  actor: Actor,
  { through }: { through: number },
  now: number,
): Promise<Outcome> {
  const readThrough = Math.min(through, now);
  await database.inTransaction((tx) =>
    tx
      .insert(feedReading)
      .values({ personId: actor.personId, readThrough })
      .onConflictDoUpdate({
        target: feedReading.personId,
        set: { readThrough },
        setWhere: sql`${feedReading.readThrough} < ${readThrough}`,
      })
      .then(() => undefined),
  );
  return { ok: true };
}
