import { and, desc, eq, notInArray } from 'drizzle-orm';
import { post, postPin } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { perAudiences } from '../per-audiences.server';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import { loadPostCards } from '../posts/post-card-queries.server';
import { loadSearchHits, searchIdeas, searchPosts } from '../search/search-queries.server';
import type { PostKey } from '../search/search-queries.server';
import { wordsAsked } from '../search/search-words';
import { askedOfPosts, olderThan } from './feed-condition.server';
import { readCursor, writeCursor } from './feed-cursor';
import type { FeedCursor } from './feed-cursor';
import { isUnfiltered, onOffer } from './feed-filter';
import type { FeedAddress, FeedFilter } from './feed-filter';
import type { FeedEntry, FeedPage, FeedView } from './feed-view';
import { loadFilterOptions } from './filter-options-queries.server';
import { listMovingIdeas } from './moving-ideas-queries.server';
import { countNewer, findReadThrough } from './unread-queries.server';

const pageSize = 20;
const mostPinned = 3;
const mostFoundIdeas = 5;

type Clock = { timeZone: string; today: SchoolDay; now: number };
type Reader = { actor: Actor; audienceIds: string[]; clock: Clock };

/** A cross join keeps the order of the tables: the few pins first, then the post of each. */
const pinnedFor = perAudiences((db, audienceIds) =>
  db
    .select({ id: post.id, sharedAt: post.sharedAt })
    .from(postPin)
    .crossJoin(post)
    .where(and(eq(post.id, postPin.postId), visiblePost(audienceIds)))
    .orderBy(desc(postPin.pinnedAt), desc(post.id))
    .limit(mostPinned)
    .prepare(),
);

type Asked = { filter: FeedFilter; before: FeedCursor | null; withoutIds: string[] };

/** The keys of the posts of a page and of one more: by keys alone, so that a page reads no post that it does not show. */
async function listNewest(
  db: Connection,
  audienceIds: string[],
  { filter, before, withoutIds }: Asked,
): Promise<PostKey[]> {
  return db
    .select({ id: post.id, sharedAt: post.sharedAt })
    .from(post)
    .where(
      and(
        visiblePost(audienceIds),
        askedOfPosts(filter),
        before === null ? undefined : olderThan(before),
        withoutIds.length > 0 ? notInArray(post.id, withoutIds) : undefined,
      ),
    )
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(pageSize + 1);
}

function shownOf(keys: PostKey[], forgives: boolean): { shown: PostKey[]; older: string | null } {
  const shown = keys.slice(0, pageSize);
  const last = shown.at(-1);
  return { shown, older: keys.length > pageSize && last ? writeCursor({ ...last, forgives }) : null };
}

const idsOf = (keys: PostKey[]) => keys.map(({ id }) => id);

async function loadEntries(
  db: Connection,
  { actor, clock }: Reader,
  keys: PostKey[],
  since: number | null,
): Promise<FeedEntry[]> {
  const posts = await loadPostCards(db, actor, idsOf(keys), clock);
  const newer = new Set(idsOf(keys.filter(({ sharedAt }) => since !== null && sharedAt > since)));
  return posts.map((one) => ({ post: one, isNew: newer.has(one.id) && !one.isOwn }));
}

async function loadHits(
  db: Connection,
  { audienceIds, clock }: Reader,
  words: string[],
  asked: Asked,
): Promise<FeedPage> {
  const { keys, forgives } = await searchPosts(db, {
    ...{ audienceIds, words, before: asked.before, limit: pageSize + 1 },
    filter: askedOfPosts(asked.filter),
  });
  const { shown, older } = shownOf(keys, forgives);
  const hits = await loadSearchHits(db, idsOf(shown), { words, forgives }, clock);
  return { kind: 'hits', hits, older, isNear: forgives && hits.length > 0 };
}

async function loadNewest(
  db: Connection,
  reader: Reader,
  asked: Asked,
  since: number | null,
): Promise<FeedPage> {
  const { shown, older } = shownOf(await listNewest(db, reader.audienceIds, asked), false);
  return { kind: 'posts', older, entries: await loadEntries(db, reader, shown, since) };
}

/** The feed at an address, as one reader sees it: only posts within `visiblePost`, the newest first. */
export async function loadFeed(
  db: Connection,
  actor: Actor,
  address: FeedAddress,
  clock: Clock,
): Promise<FeedView> {
  const audienceIds = await audienceIdsOf(db, actor);
  const reader = { actor, audienceIds, clock };
  const options = await loadFilterOptions(db, audienceIds, address.ideaId);
  const filter = onOffer(address, options);
  const before = readCursor(address.before);
  const isOlder = before !== null;
  const isSearch = address.query !== '';
  const isWhole = !isSearch && isUnfiltered(filter);
  const readThrough = isOlder ? null : await findReadThrough(db, actor.personId);
  const since = isOlder ? address.since : readThrough;
  const pinned = isWhole ? await pinnedFor(db, audienceIds).execute() : [];
  const asked = { filter, before, withoutIds: idsOf(pinned) };
  const words = wordsAsked(address.query);
  const newer =
    isWhole && readThrough !== null ? await countNewer(db, actor, audienceIds, readThrough) : null;
  const hasNewer = newer !== null && newer.count > 0;
  const page = isSearch
    ? await loadHits(db, reader, words, asked)
    : await loadNewest(db, reader, asked, since);
  const mayForgive = page.kind === 'hits' && (page.isNear || page.hits.length === 0);
  return {
    ...{ filter, options, page, query: address.query, before: isOlder ? address.before : null },
    pinned: isOlder ? [] : await loadEntries(db, reader, pinned, since),
    foundIdeas:
      isSearch && !isOlder ? await searchIdeas(db, words, { limit: mostFoundIdeas, mayForgive }) : [],
    unread:
      hasNewer && readThrough !== null
        ? {
            ...newer,
            since: readThrough,
            sinceDay: formatDay(schoolDayAt(readThrough, clock.timeZone), clock.today),
          }
        : null,
    since: isOlder ? address.since : hasNewer ? readThrough : null,
    readsThrough: isWhole && !isOlder && (readThrough === null || hasNewer) ? clock.now : null,
    moving: await listMovingIdeas(db, audienceIds, clock.now),
  };
}
