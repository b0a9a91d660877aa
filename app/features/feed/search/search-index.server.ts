import { and, eq, gte, lt, max } from 'drizzle-orm';
import { changeIdea, post, postStory, studentGroup } from '#db/schema';
import { plainText } from '~/lib/plain-markdown';
import type { Connection } from '~/platform/database.server';
import type { SharedPrediction } from '../post';
import { storyFields } from '../posts/story-sections';
import { ideaSearch, ideaSearchKey, postSearch, postSearchKey, searchWord } from './search-tables.server';
import { distinctWords } from './search-words';

/** Rows that one millisecond has: what is shared later stands in a later row. */
export const rowsOfMillisecond = 1024;
const mostWordsAtOnce = 400;

async function learnWords(tx: Connection, words: string[]): Promise<void> {
  for (let from = 0; from < words.length; from += mostWordsAtOnce)
    await tx
      .insert(searchWord)
      .values(words.slice(from, from + mostWordsAtOnce).map((word) => ({ word })))
      .onConflictDoNothing();
}

type Keys = typeof postSearchKey | typeof ideaSearchKey;

/** The first free row of the millisecond, or of one after it. */
async function freeRow(tx: Connection, keys: Keys, instant: number): Promise<number> {
  const from = instant * rowsOfMillisecond;
  const rows = await tx
    .select({ last: max(keys.rowKey) })
    .from(keys)
    .where(and(gte(keys.rowKey, from), lt(keys.rowKey, from + rowsOfMillisecond)));
  const last = rows[0]?.last ?? null;
  if (last === null) return from;
  return last + 1 < from + rowsOfMillisecond ? last + 1 : freeRow(tx, keys, instant + 1);
}

async function wordsOfPost(tx: Connection, postId: string) {
  const rows = await tx
    .select({ head: post, story: postStory, ideaName: changeIdea.name, groupName: studentGroup.name })
    .from(post)
    .innerJoin(postStory, eq(postStory.postId, post.id))
    .leftJoin(changeIdea, eq(changeIdea.id, post.ideaId))
    .leftJoin(studentGroup, eq(studentGroup.id, post.groupId))
    .where(eq(post.id, postId));
  const row = rows[0];
  if (!row) return null;
  const { head, story, ideaName, groupName } = row;
  const predictions = JSON.parse(story.predictions) as SharedPrediction[];
  const words = distinctWords([
    ...[head.title, head.signedAs, head.grades, head.subject, ideaName ?? '', groupName ?? ''],
    ...storyFields[head.kind].map((field) => plainText(story[field])),
    ...predictions.flatMap(({ question, expected }) => [question, expected]),
  ]);
  return { sharedAt: head.sharedAt, words };
}

/**
 * Lets a post be found by the words it has now. Call it in the transaction that writes the post or its words; a post that
 * is withdrawn or hidden needs no call, since whatever is found is asked for again with `visiblePost`.
 */
export async function indexPost(tx: Connection, postId: string): Promise<void> {
  const found = await wordsOfPost(tx, postId);
  if (!found) return;
  const { sharedAt, words } = found;
  await learnWords(tx, words);
  const known = await tx.select().from(postSearchKey).where(eq(postSearchKey.postId, postId));
  const rowKey = known[0]?.rowKey ?? (await freeRow(tx, postSearchKey, sharedAt));
  if (known[0]) await tx.delete(postSearch).where(eq(postSearch.rowKey, rowKey));
  else await tx.insert(postSearchKey).values({ postId, rowKey });
  await tx.insert(postSearch).values({ rowKey, words: words.join(' ') });
}

async function indexPostsOfIdea(tx: Connection, ideaId: string): Promise<void> {
  const posts = await tx.select({ id: post.id }).from(post).where(eq(post.ideaId, ideaId));
  for (const { id } of posts) await indexPost(tx, id);
}

/** Lets a change idea be found by the words it has now, and its posts by its name. Call it in the transaction that writes it. */
export async function indexIdea(tx: Connection, ideaId: string): Promise<void> {
  const rows = await tx.select().from(changeIdea).where(eq(changeIdea.id, ideaId));
  const idea = rows[0];
  if (!idea) return;
  const { name, description, why, warrant, driver } = idea;
  const words = distinctWords([name, ...[description, why, warrant, driver].map(plainText)]);
  await learnWords(tx, words);
  const [known] = await tx.select().from(ideaSearchKey).where(eq(ideaSearchKey.ideaId, ideaId));
  const rowKey = known?.rowKey ?? (await freeRow(tx, ideaSearchKey, idea.createdAt));
  if (known) await tx.delete(ideaSearch).where(eq(ideaSearch.rowKey, rowKey));
  await tx
    .insert(ideaSearchKey)
    .values({ ideaId, rowKey, name })
    .onConflictDoUpdate({ target: ideaSearchKey.ideaId, set: { name } });
  await tx.insert(ideaSearch).values({ rowKey, words: words.join(' ') });
  if (known && known.name !== name) await indexPostsOfIdea(tx, ideaId);
}
