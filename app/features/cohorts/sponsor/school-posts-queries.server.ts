import { and, count, desc, eq, exists, inArray, ne } from 'drizzle-orm';
import { post, postOrigin, school, team } from '#db/schema';
import { audienceIdsOf, visiblePost } from '~/features/feed/post-scope.server';
import { loadPostCards } from '~/features/feed/posts/post-card-queries.server';
import type { Actor } from '~/features/people/actor';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { SchoolPostsPage } from './participation';
import { sponsoredSchool } from './sponsored-school.server';

const pageSize = 10;

/**
 * The posts of the schools an actor sponsors, newest first, ten to a page: those they may see anyway whose printed
 * signature names the school. One whose school is hidden stands in the feed like everybody's, and never here.
 */
export async function listSchoolPosts(
  db: Connection,
  actor: Actor,
  page: number,
  clock: { timeZone: string; today: SchoolDay },
): Promise<SchoolPostsPage> {
  const ofTheirSchools = exists(
    db
      .select({ id: postOrigin.postId })
      .from(postOrigin)
      .innerJoin(team, eq(team.id, postOrigin.teamId))
      .innerJoin(school, eq(school.id, team.schoolId))
      .where(and(eq(postOrigin.postId, post.id), sponsoredSchool(actor))),
  );
  const wanted = and(
    visiblePost(await audienceIdsOf(db, actor)),
    inArray(post.signature, ['by_name', 'team_hidden']),
    ne(post.kind, 'synthesis'),
    ofTheirSchools,
  );
  const counted = await db.select({ n: count() }).from(post).where(wanted);
  const total = counted[0]?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pages);
  const ids = await db
    .select({ id: post.id })
    .from(post)
    .where(wanted)
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(pageSize)
    .offset((shown - 1) * pageSize);
  const cards = await loadPostCards(
    db,
    actor,
    ids.map(({ id }) => id),
    clock,
  );
  return {
    ...{ total, pages, page: shown },
    posts: cards.map(({ id, kind, title, signedAs, sharedOn, chart, shape }) => ({
      ...{ id, kind, title, signedAs, sharedOn },
      shown: chart === null ? shape : chart.model.verdict.headline,
    })),
  };
}
