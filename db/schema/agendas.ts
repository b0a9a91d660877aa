import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, version } from '../columns';
import { stepVoices } from '../vocabulary';
import { cycle } from './cycles';
import { post } from './feed';
import { meeting } from './meetings';
import { person, team } from './people';

/** A protocol of the network's own; those of the field ship with the product. */
export const protocol = sqliteTable('protocol', {
  id: id(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull().unique(),
  about: text('about').notNull().default(''),
  /** The key of the shipped protocol it was made from; empty where it is new. */
  madeFrom: text('made_from').notNull().default(''),
  version: version(),
  createdBy: text('created_by')
    .notNull()
    .references(() => person.id),
  createdAt: instant('created_at').notNull(),
  changedBy: text('changed_by')
    .notNull()
    .references(() => person.id),
  changedAt: instant('changed_at').notNull(),
  /** No longer offered; agendas made from it keep their steps. */
  retiredAt: instant('retired_at'),
});

const stepColumns = () => ({
  position: integer('position').notNull(),
  title: text('title').notNull(),
  minutes: integer('minutes').notNull(),
  speaks: text('speaks', { enum: stepVoices }).notNull(),
  silent: text('silent', { enum: stepVoices }).notNull(),
  prompt: text('prompt').notNull().default(''),
});

export const protocolStep = sqliteTable(
  'protocol_step',
  {
    id: id(),
    protocolId: text('protocol_id')
      .notNull()
      .references(() => protocol.id),
    ...stepColumns(),
  },
  (table) => [
    index('step_of_protocol').on(table.protocolId, table.position),
    isOneOf('protocol_step_speaks', table.speaks, stepVoices),
    isOneOf('protocol_step_silent', table.silent, stepVoices),
    check('protocol_step_minutes', sql`${table.minutes} between 1 and 240`),
  ],
);

/** One item of an agenda: a protocol with what it is about. Its steps are copies, so that each meeting has its own. */
export const agendaItem = sqliteTable(
  'agenda_item',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    /** The key of a shipped protocol or the id of an own one; empty where the item was written by hand. */
    protocolKey: text('protocol_key').notNull().default(''),
    /** The presenting team and its cycle, or a shared post; a post's team is not named here. */
    teamId: text('team_id').references(() => team.id),
    cycleId: text('cycle_id').references(() => cycle.id, { onDelete: 'set null' }),
    postId: text('post_id').references(() => post.id),
    /** The question the presenter brings. */
    focus: text('focus').notNull().default(''),
    /** Why this presenter was suggested; read by those who run the meeting. */
    why: text('why').notNull().default(''),
  },
  (table) => [
    index('item_of_meeting').on(table.meetingId, table.position),
    check('agenda_item_presents_one', sql`${table.postId} is null or ${table.teamId} is null`),
    check('agenda_item_cycle_of_team', sql`${table.cycleId} is null or ${table.teamId} is not null`),
  ],
);

export const agendaStep = sqliteTable(
  'agenda_step',
  {
    id: id(),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItem.id, { onDelete: 'cascade' }),
    ...stepColumns(),
  },
  (table) => [
    index('step_of_item').on(table.itemId, table.position),
    isOneOf('agenda_step_speaks', table.speaks, stepVoices),
    isOneOf('agenda_step_silent', table.silent, stepVoices),
    check('agenda_step_minutes', sql`${table.minutes} between 1 and 240`),
  ],
);

/**
 * A team asked to present a cycle. Only what it agreed to show, as it saw it then and as it passed the disclosure module, is in
 * `shown`; until then the room sees the team's name and nothing of its cycle.
 */
export const presentation = sqliteTable(
  'presentation',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id, { onDelete: 'cascade' }),
    askedBy: text('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
    /** The storyboard as JSON, as the room sees it; null until the team agreed. */
    shown: text('shown'),
    agreedBy: text('agreed_by').references(() => person.id),
    agreedAt: instant('agreed_at'),
    declinedBy: text('declined_by').references(() => person.id),
    declinedAt: instant('declined_at'),
    declinedWhy: text('declined_why').notNull().default(''),
    version: version(),
  },
  (table) => [
    uniqueIndex('presentation_once').on(table.meetingId, table.cycleId),
    index('presentation_of_team').on(table.teamId, table.askedAt),
    index('presentation_of_cycle').on(table.cycleId),
    check('presentation_shown', sql`(${table.shown} is null) = (${table.agreedAt} is null)`),
    check('presentation_answer', sql`${table.agreedAt} is null or ${table.declinedAt} is null`),
  ],
);
