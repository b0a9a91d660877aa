import { and, eq, gt, not, sql } from 'drizzle-orm';
import { feedReading, post } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { perAudiences } from '../per-audiences.server';
import { ownPost, visiblePost } from '../post-scope.server';

/** Counted no further: beyond it a number tells nobody what to do. */
const mostCounted = 50;

const readingOf = perConnection((db) =>
  db
    .select({ readThrough: feedReading.readThrough })
    .from(feedReading)
    .where(eq(feedReading.personId, sql.placeholder('personId')))
    .prepare(),
);

/** Until when somebody has read the feed, UTC milliseconds; null for who never opened it. */
export async function findReadThrough(db: Connection, personId: string): Promise<number | null> {
  const rows = await readingOf(db).execute({ personId });
  return rows[0]?.readThrough ?? null;
}

const newerFor = perReach((_db, actor) =>
  perAudiences((db, audienceIds) =>
    db
      .select({ id: post.id })
      .from(post)
      .where(and(gt(post.sharedAt, sql.placeholder('since')), visiblePost(audienceIds), not(ownPost(actor))))
      .limit(mostCounted + 1)
      .prepare(),
  ),
);

/** How many posts of others came after an instant, counted up to fifty. */
export async function countNewer(
  db: Connection,
  actor: Actor,
  audienceIds: string[],
  since: number,
): Promise<{ count: number; isMore: boolean }> {
  const rows = await newerFor(db, actor)(db, audienceIds).execute({ since });
  return { count: Math.min(rows.length, mostCounted), isMore: rows.length > mostCounted };
}
