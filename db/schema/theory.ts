import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, isSchoolDay, schoolDay, version } from '../columns';
import { person, team } from './people';

/** What a team wants to reach: what, for whom, how much, by when. */
export const aim = sqliteTable(
  'aim',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .unique()
      .references(() => team.id),
    what: text('what').notNull(),
    forWhom: text('for_whom').notNull(),
    howMuch: text('how_much').notNull(),
    byWhen: schoolDay('by_when').notNull(),
    version: version(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [isSchoolDay('aim_by_when', table.byWhen)],
);
