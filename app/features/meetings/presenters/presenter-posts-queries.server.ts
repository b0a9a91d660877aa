import { and, eq, ne } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { cycle, post, postOrigin, team } from '#db/schema';
import { audienceIdsOf, visiblePost } from '~/features/feed/post-scope.server';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';

/** Ramps and measures of posts that are shared with a hidden signature: their cycles are not spoken of by name. */
export async function listHidden(
  db: Connection,
  scope: SQL,
): Promise<{ ramps: Set<string>; measures: Set<string> }> {
  const rows = await db
    .select({ rampId: cycle.rampId, measureId: postOrigin.measureId, pooledWith: postOrigin.pooledWith })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .innerJoin(team, eq(team.id, postOrigin.teamId))
    .leftJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .where(
      and(scope, ne(post.signature, 'by_name'), ne(post.standing, 'withdrawn'), ne(post.audience, 'team')),
    );
  return {
    ramps: new Set(rows.flatMap(({ rampId }) => (rampId === null ? [] : [rampId]))),
    measures: new Set(
      rows.flatMap(({ measureId, pooledWith }) => [
        ...(measureId === null ? [] : [measureId]),
        ...(JSON.parse(pooledWith) as string[]),
      ]),
    ),
  };
}

/** Questions shared by name and still to be read, with the cycle each came from. */
export async function listPuzzles(db: Connection, actor: Actor, scope: SQL) {
  return db
    .select({ cycleId: postOrigin.cycleId, title: post.title, sharedAt: post.sharedAt })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .innerJoin(cycle, eq(cycle.id, postOrigin.cycleId))
    .where(
      and(
        scope,
        eq(post.kind, 'puzzle'),
        eq(post.signature, 'by_name'),
        visiblePost(await audienceIdsOf(db, actor)),
      ),
    );
}
