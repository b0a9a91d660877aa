import { and, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { changeIdea, post, replication } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { perAudiences } from '../per-audiences.server';
import { visiblePost } from '../post-scope.server';
import type { MovingIdea } from './feed-view';

const mostIdeas = 5;
const sixtyDays = 60 * 86_400_000;
/** The newest posts and replications that are looked through: enough to meet five ideas. */
const mostLookedAt = 400;
const mostCounted = 99;

const newestPosts = perAudiences((db, audienceIds) =>
  db
    .select({ ideaId: post.ideaId, at: post.sharedAt })
    .from(post)
    .where(and(isNotNull(post.ideaId), gt(post.sharedAt, sql.placeholder('after')), visiblePost(audienceIds)))
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostLookedAt)
    .prepare(),
);

/** Of a replication only that it was begun: not by whom, nor where. */
const newestReplications = perAudiences((db) =>
  db
    .select({ ideaId: replication.fromIdeaId, at: replication.startedAt })
    .from(replication)
    .where(and(isNotNull(replication.fromIdeaId), gt(replication.startedAt, sql.placeholder('after'))))
    .orderBy(desc(replication.startedAt))
    .limit(mostLookedAt)
    .prepare(),
);

/** Visible posts of an idea, counted no further than a page would say. */
const countedIdeas = perAudiences((db, audienceIds) => {
  const few = new QueryBuilder()
    .select({ one: sql`1`.as('one') })
    .from(post)
    .where(and(eq(post.ideaId, changeIdea.id), visiblePost(audienceIds)))
    .limit(mostCounted + 1);
  const ids = Array.from({ length: mostIdeas }, (_, place) => sql.placeholder(`idea${place}`));
  return db
    .select({
      id: changeIdea.id,
      name: changeIdea.name,
      posts: sql<number>`${sql`(select count(*) from ${few} few)`}`,
    })
    .from(changeIdea)
    .where(inArray(changeIdea.id, ids))
    .prepare();
});

/** The ideas that somebody shared or tried in the last sixty days, the latest first; never by how many. */
export async function listMovingIdeas(
  db: Connection,
  audienceIds: string[],
  now: number,
): Promise<MovingIdea[]> {
  const after = now - sixtyDays;
  const moves = [
    ...(await newestPosts(db, audienceIds).execute({ after })),
    ...(await newestReplications(db, audienceIds).execute({ after })),
  ].sort((a, b) => b.at - a.at);
  const ids = [...new Set(moves.flatMap(({ ideaId }) => (ideaId === null ? [] : [ideaId])))].slice(
    0,
    mostIdeas,
  );
  if (ids.length === 0) return [];
  const places = Object.fromEntries(
    Array.from({ length: mostIdeas }, (_, place) => [`idea${place}`, ids[place] ?? '']),
  );
  const rows = await countedIdeas(db, audienceIds).execute(places);
  return ids.flatMap((id): MovingIdea[] => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    return [{ id, name: row.name, posts: Math.min(row.posts, mostCounted), isMore: row.posts > mostCounted }];
  });
}
