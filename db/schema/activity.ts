import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf } from '../columns';
import { activityKinds } from '../vocabulary';
import { review } from './coaching';
import { cycle } from './cycles';
import { post } from './feed';
import { measure } from './measures';
import { meeting } from './meetings';
import { person, team } from './people';

/** Who did what to which, written in the same transaction as the change itself. */
export const activityEvent = sqliteTable(
  'activity_event',
  {
    id: id(),
    kind: text('kind', { enum: activityKinds }).notNull(),
    actorId: text('actor_id')
      .notNull()
      .references(() => person.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    cycleId: text('cycle_id').references(() => cycle.id),
    measureId: text('measure_id').references(() => measure.id),
    postId: text('post_id').references(() => post.id),
    reviewId: text('review_id').references(() => review.id),
    meetingId: text('meeting_id').references(() => meeting.id),
    /** The person it was done to: who was mentioned, who coaches from now on. */
    aboutPersonId: text('about_person_id').references(() => person.id),
    /** The comment, answer or note it tells of, for the link that leads there. */
    aboutId: text('about_id'),
    detail: text('detail').notNull().default(''),
    happenedAt: instant('happened_at').notNull(),
    /** When it became notifications; null until then. */
    toldAt: instant('told_at'),
  },
  (table) => [
    index('activity_of_team').on(table.teamId, table.happenedAt),
    index('activity_untold')
      .on(table.happenedAt)
      .where(sql`${table.toldAt} is null`),
    isOneOf('activity_kind', table.kind, activityKinds),
  ],
);

/** What a person has typed into a form and not yet handed in. Seen by that person only. */
export const draft = sqliteTable(
  'draft',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** Which form of which thing: `cycle-plan/<cycle id>`. */
    form: text('form').notNull(),
    /** The form's fields, as application/x-www-form-urlencoded text. */
    fields: text('fields').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('draft_of_form').on(table.personId, table.form)],
);

/**
 * How often a person's draft of a form has ended: taken by a command, or thrown away. What a page from before still sends
 * or holds is of a draft that has ended.
 */
export const draftEnding = sqliteTable(
  'draft_ending',
  {
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    form: text('form').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.form] })],
);
