import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every word of every indexed text once, in the order they first came: what prefixes and typos are compared with. */
export const searchWord = sqliteTable('search_word', {
  id: integer('id').primaryKey(),
  word: text('word').notNull(),
});

/** Which row of the full-text table a post has: the rows are in the order in which posts were shared. */
export const postSearchKey = sqliteTable('post_search_key', {
  postId: text('post_id').primaryKey(),
  rowKey: integer('row_key').notNull(),
});

/** The row of an idea, and the name its posts were indexed with. */
export const ideaSearchKey = sqliteTable('idea_search_key', {
  ideaId: text('idea_id').primaryKey(),
  rowKey: integer('row_key').notNull(),
  name: text('name').notNull(),
});

/** FTS5 tables without content: which words stand in which row. Their tokenizer splits at spaces only. */
export const postSearch = sqliteTable('post_search', {
  rowKey: integer('rowid').primaryKey(),
  words: text('words').notNull(),
});
export const ideaSearch = sqliteTable('idea_search', {
  rowKey: integer('rowid').primaryKey(),
  words: text('words').notNull(),
});
