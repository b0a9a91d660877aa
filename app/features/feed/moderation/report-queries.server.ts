import { and, asc, countDistinct, desc, eq, inArray, isNull, min } from 'drizzle-orm';
import { person, post, postHiding, postReport } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { canModerate } from '../feed-policy';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import { loadPostCards } from '../posts/post-card-queries.server';
import type { HiddenPost, ReportsPage } from './moderation';

const pageSize = 20;

const openReports = async (db: Connection, actor: Actor) =>
  and(isNull(postReport.settledAt), visiblePost(await audienceIdsOf(db, actor)));

/** How many posts wait for a facilitator's look; null for people who are none. */
export async function countOpenReports(db: Connection, actor: Actor): Promise<number | null> {
  if (!canModerate(actor)) return null;
  const rows = await db
    .select({ n: countDistinct(postReport.postId) })
    .from(postReport)
    .innerJoin(post, eq(post.id, postReport.postId))
    .where(await openReports(db, actor));
  return rows[0]?.n ?? 0;
}

/** Posts with open reports that a facilitator may see, the longest waiting first. Null for people who are none. */
export async function listReportedPosts(
  db: Connection,
  actor: Actor,
  asked: number,
  clock: { timeZone: string; today: SchoolDay },
): Promise<ReportsPage | null> {
  const total = await countOpenReports(db, actor);
  if (total === null) return null;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(asked, pages);
  const waiting = await db
    .select({ postId: postReport.postId, since: min(postReport.reportedAt) })
    .from(postReport)
    .innerJoin(post, eq(post.id, postReport.postId))
    .where(await openReports(db, actor))
    .groupBy(postReport.postId)
    .orderBy(asc(min(postReport.reportedAt)), asc(postReport.postId))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const postIds = waiting.map(({ postId }) => postId);
  const cards = await loadPostCards(db, actor, postIds, clock);
  const reports = await reportsAbout(db, postIds);
  const dayOf = (at: number) => formatDay(schoolDayAt(at, clock.timeZone), clock.today);
  return {
    ...{ page, pages },
    posts: cards.map((card) => ({
      card,
      reports: reports
        .filter(({ postId }) => postId === card.id)
        .map(({ id, reason, by, at }) => ({ id, reason, by, on: dayOf(at) })),
    })),
  };
}

const mostHidden = 50;

/** The posts hidden last that a facilitator may see, each with its reason. */
export async function listHiddenPosts(
  db: Connection,
  actor: Actor,
  clock: { timeZone: string; today: SchoolDay },
): Promise<HiddenPost[]> {
  if (!canModerate(actor)) return [];
  const rows = await db
    .select({
      ...{ id: post.id, title: post.title, signedAs: post.signedAs },
      ...{ reason: postHiding.reason, at: postHiding.hiddenAt },
    })
    .from(postHiding)
    .innerJoin(post, eq(post.id, postHiding.postId))
    .where(
      and(
        isNull(postHiding.liftedAt),
        eq(post.standing, 'hidden'),
        inArray(post.audienceId, await audienceIdsOf(db, actor)),
      ),
    )
    .orderBy(desc(postHiding.hiddenAt))
    .limit(mostHidden);
  return rows.map(({ at, ...row }) => ({
    ...row,
    on: formatDay(schoolDayAt(at, clock.timeZone), clock.today),
  }));
}

async function reportsAbout(db: Connection, postIds: string[]) {
  if (postIds.length === 0) return [];
  return db
    .select({
      ...{ id: postReport.id, postId: postReport.postId, reason: postReport.reason },
      ...{ by: person.name, at: postReport.reportedAt },
    })
    .from(postReport)
    .innerJoin(person, eq(person.id, postReport.reportedBy))
    .where(and(inArray(postReport.postId, postIds), isNull(postReport.settledAt)))
    .orderBy(asc(postReport.reportedAt));
}
