import { asc, gt, sql } from 'drizzle-orm';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { searchWord } from './search-tables.server';
import { emptyVocabulary, withWords } from './vocabulary';
import type { Vocabulary } from './vocabulary';

const remembered = perConnection((db) => ({
  last: 0,
  vocabulary: emptyVocabulary,
  newer: db
    .select({ id: searchWord.id, word: searchWord.word })
    .from(searchWord)
    .where(gt(searchWord.id, sql.placeholder('last')))
    .orderBy(asc(searchWord.id))
    .prepare(),
}));

/** All words there are, kept in memory; words only ever come, so each time only the new ones are read. */
export async function recallVocabulary(db: Connection): Promise<Vocabulary> {
  const memory = remembered(db);
  const newer = await memory.newer.execute({ last: memory.last });
  if (newer.length === 0) return memory.vocabulary;
  memory.vocabulary = withWords(
    memory.vocabulary,
    newer.map(({ word }) => word),
  );
  memory.last = newer.at(-1)?.id ?? memory.last;
  return memory.vocabulary;
}
