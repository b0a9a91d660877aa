import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import { ideaStatuses } from '../vocabulary';
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

/** One idea of the network's catalogue. It names nobody: who put it there is in `changedBy` and never on a page. */
export const changeIdea = sqliteTable(
  'change_idea',
  {
    id: id(),
    name: text('name').notNull(),
    /** The name as it is compared: two ideas do not differ by capitals and spaces alone. */
    nameKey: text('name_key').notNull().unique(),
    description: text('description').notNull().default(''),
    /** Why we think it works. */
    why: text('why').notNull().default(''),
    /** Where it was tried before. */
    warrant: text('warrant').notNull().default(''),
    /** The driver it works on, in words. */
    driver: text('driver').notNull().default(''),
    status: text('status', { enum: ideaStatuses }).notNull().default('testing'),
    version: version(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [isOneOf('change_idea_status', table.status, ideaStatuses)],
);
