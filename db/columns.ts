import { sql } from 'drizzle-orm';
import { check, integer, text } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** UUIDv7 text, made by the caller. */
export const id = () => text('id').primaryKey();

/** A day in the network's own calendar: `YYYY-MM-DD`. */
export const schoolDay = (name: string) => text(name);

/** An instant: UTC milliseconds. */
export const instant = (name: string) => integer(name, { mode: 'number' });

/** Rows that people edit carry a version; a write names the version it read. */
export const version = () => integer('version').notNull().default(1);

/** The database refuses a word outside the vocabulary. */
export function isOneOf(name: string, column: SQLiteColumn, words: readonly (string | number)[]) {
  const list = words.map((word) => (typeof word === 'number' ? String(word) : `'${word}'`)).join(', ');
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** The database refuses a school day that is not `YYYY-MM-DD`. */
export function isSchoolDay(name: string, column: SQLiteColumn) {
  return check(name, sql`${column} is null or (length(${column}) = 10 and ${column} like '____-__-__')`);
}
