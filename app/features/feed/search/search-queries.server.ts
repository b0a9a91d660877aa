import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { changeIdea, post, postStory, studentGroup } from '#db/schema';
import { plainText } from '~/lib/plain-markdown';
import { rememberByText } from '~/lib/remember-by-text';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { visiblePost } from '../post-scope.server';
import type { SharedPrediction } from '../post';
import { storyFields } from '../posts/story-sections';
import { excerptOf, marked } from './highlight';
import type { Sought } from './highlight';
import { matchExpression } from './search-expression';
import type { FoundIdea, SearchHit } from './search-hit';
import { rowsOfMillisecond } from './search-index.server';
import { ideaSearch, ideaSearchKey, postSearch, postSearchKey } from './search-tables.server';
import { recallVocabulary } from './search-vocabulary.server';

export type PostKey = { id: string; sharedAt: number };
type Place = PostKey & { forgives: boolean };

type Asked = {
  audienceIds: string[];
  /** From `wordsAsked`. */
  words: string[];
  /** What else is asked of the posts. */
  filter: SQL | undefined;
  /** The last post of the page before, and whether that page forgave typos. */
  before: Place | null;
  limit: number;
};

async function rowBefore(db: Connection, before: PostKey): Promise<number> {
  const rows = await db
    .select({ rowKey: postSearchKey.rowKey })
    .from(postSearchKey)
    .where(eq(postSearchKey.postId, before.id));
  return rows[0]?.rowKey ?? before.sharedAt * rowsOfMillisecond;
}

/**
 * The keys of visible posts with all asked words, newest first. Typos are forgiven only where nothing visible holds the
 * words as they were typed, so that the answer tells nothing of the words of other posts.
 */
export async function searchPosts(
  db: Connection,
  { audienceIds, words, filter, before, limit }: Asked,
): Promise<{ keys: PostKey[]; forgives: boolean }> {
  const vocabulary = await recallVocabulary(db);
  const beforeRow = before === null ? null : await rowBefore(db, before);
  const find = async (forgives: boolean): Promise<PostKey[]> => {
    const expression = matchExpression(vocabulary, words, forgives);
    if (expression === null) return [];
    // A cross join keeps the order of the tables: found rows first, from the newest down, until the page is full.
    return db
      .select({ id: post.id, sharedAt: post.sharedAt })
      .from(postSearch)
      .crossJoin(postSearchKey)
      .crossJoin(post)
      .where(
        and(
          sql`${postSearch} match ${expression}`,
          beforeRow === null ? undefined : lt(postSearch.rowKey, beforeRow),
          eq(postSearchKey.rowKey, postSearch.rowKey),
          eq(post.id, postSearchKey.postId),
          visiblePost(audienceIds),
          filter,
        ),
      )
      .orderBy(desc(postSearch.rowKey))
      .limit(limit);
  };
  const keys = await find(before?.forgives ?? false);
  if (keys.length > 0 || before !== null) return { keys, forgives: before?.forgives ?? false };
  return { keys: await find(true), forgives: true };
}

type Clock = { timeZone: string; today: SchoolDay };

/** A page of hits; fewer ids leave the other places empty. */
const hitsAtOnce = 20;
const places = Array.from({ length: hitsAtOnce }, (_, place) => sql.placeholder(`post${place}`));
const placed = (postIds: string[]) =>
  Object.fromEntries(
    Array.from({ length: hitsAtOnce }, (_, place) => [`post${place}`, postIds[place] ?? '']),
  );

const textsFor = perConnection((db) =>
  db
    .select({ head: post, story: postStory, groupName: studentGroup.name })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(studentGroup, eq(studentGroup.id, post.groupId))
    .where(inArray(post.id, places))
    .prepare(),
);

type FoundRow = Awaited<ReturnType<ReturnType<typeof textsFor>['execute']>>[number];
const wordsOf = rememberByText(plainText, 1_000_000);

/** What a post says, in the order it is read; the rest is not looked at once an excerpt is found. */
function* textsOf({ head, story }: FoundRow): Generator<string> {
  for (const field of storyFields[head.kind]) yield wordsOf(story[field]);
  for (const { question, expected } of JSON.parse(story.predictions) as SharedPrediction[])
    yield `${question} ${expected}`;
}

/** Found posts in short, twenty at most, with the hits marked, in the order of `postIds`, which come from `searchPosts`. */
export async function loadSearchHits(
  db: Connection,
  postIds: string[],
  sought: Sought,
  { timeZone, today }: Clock,
): Promise<SearchHit[]> {
  if (postIds.length === 0) return [];
  const rows = await textsFor(db).execute(placed(postIds));
  const byId = new Map(rows.map((row) => [row.head.id, row]));
  return postIds.flatMap((postId): SearchHit[] => {
    const row = byId.get(postId);
    if (!row) return [];
    const { head, groupName } = row;
    const { id, kind, signedAs, decision, grades, subject, setting, scale } = head;
    return [
      {
        ...{ id, kind, signedAs, decision, context: { grades, subject, setting, scale, groupName } },
        title: marked(head.title, sought),
        excerpt: excerptOf(textsOf(row), sought),
        sharedOn: formatDay(schoolDayAt(head.sharedAt, timeZone), today),
      },
    ];
  });
}

/** Change ideas with all asked words, the newest first; where none holds them as typed, typos are forgiven if `mayForgive`. */
export async function searchIdeas(
  db: Connection,
  words: string[],
  { limit, mayForgive }: { limit: number; mayForgive: boolean },
): Promise<FoundIdea[]> {
  const vocabulary = await recallVocabulary(db);
  for (const forgives of mayForgive ? [false, true] : [false]) {
    const expression = matchExpression(vocabulary, words, forgives);
    if (expression === null) continue;
    const rows = await db
      .select({ idea: changeIdea })
      .from(ideaSearch)
      .crossJoin(ideaSearchKey)
      .crossJoin(changeIdea)
      .where(
        and(
          sql`${ideaSearch} match ${expression}`,
          eq(ideaSearchKey.rowKey, ideaSearch.rowKey),
          eq(changeIdea.id, ideaSearchKey.ideaId),
        ),
      )
      .orderBy(desc(ideaSearch.rowKey))
      .limit(limit);
    if (rows.length === 0) continue;
    const sought = { words, forgives };
    return rows.map(({ idea: { id, name, description, why, warrant, driver } }) => ({
      id,
      name: marked(name, sought),
      excerpt: excerptOf([description, why, warrant, driver].map(plainText), sought),
    }));
  }
  return [];
}
