import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf } from '../columns';
import { clockMoves, contributionKinds } from '../vocabulary';
import { agendaItem, agendaStep } from './agendas';
import { meeting } from './meetings';
import { person } from './people';

/** Where a meeting stands, live. The time left follows from these instants, so that a server may die in mid-step. */
export const meetingRoom = sqliteTable('meeting_room', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meeting.id),
  /** Goes up with everything that the room sees. */
  edition: integer('edition').notNull().default(1),
  /** The step the room is in; null before the start and after the end. */
  stepId: text('step_id').references(() => agendaStep.id),
  /** Since when the clock runs; null while it stands still. */
  runningSince: instant('running_since'),
  startedBy: text('started_by').references(() => person.id),
  startedAt: instant('started_at'),
  endedBy: text('ended_by').references(() => person.id),
  endedAt: instant('ended_at'),
});

/** The time a step has had, without the stretch that runs now, and what was added to it; milliseconds. */
export const stepTime = sqliteTable('step_time', {
  stepId: text('step_id')
    .primaryKey()
    .references(() => agendaStep.id, { onDelete: 'cascade' }),
  elapsed: integer('elapsed').notNull().default(0),
  added: integer('added').notNull().default(0),
});

/** Each press on the clock, once: the id comes with the form. */
export const clockPress = sqliteTable(
  'clock_press',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    move: text('move', { enum: clockMoves }).notNull(),
    pressedBy: text('pressed_by')
      .notNull()
      .references(() => person.id),
    pressedAt: instant('pressed_at').notNull(),
  },
  (table) => [
    index('press_of_meeting').on(table.meetingId, table.pressedAt),
    isOneOf('clock_press_move', table.move, clockMoves),
  ],
);

/** The notes of one item of the agenda: a text several hands write in, as a Yjs document and as plain words. */
export const meetingNote = sqliteTable(
  'meeting_note',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItem.id, { onDelete: 'cascade' }),
    state: blob('state', { mode: 'buffer' }).notNull(),
    words: text('words').notNull().default(''),
    edition: integer('edition').notNull().default(1),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [uniqueIndex('note_of_item').on(table.itemId), index('note_of_meeting').on(table.meetingId)],
);

/** A question, warm or cool feedback, or a topic to take up, said during one item. */
export const contribution = sqliteTable(
  'contribution',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    itemId: text('item_id')
      .notNull()
      .references(() => agendaItem.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: contributionKinds }).notNull(),
    body: text('body').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => person.id),
    writtenAt: instant('written_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** The room has taken it up. */
    takenUpAt: instant('taken_up_at'),
    takenUpBy: text('taken_up_by').references(() => person.id),
  },
  (table) => [
    index('contribution_of_meeting').on(table.meetingId, table.writtenAt),
    index('contribution_of_item').on(table.itemId),
    isOneOf('contribution_kind', table.kind, contributionKinds),
  ],
);

/** "Take this up", of a question or a topic: once for each person. */
export const contributionVote = sqliteTable(
  'contribution_vote',
  {
    contributionId: text('contribution_id')
      .notNull()
      .references(() => contribution.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    votedAt: instant('voted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contributionId, table.personId] })],
);
