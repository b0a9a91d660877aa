import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf } from '../columns';
import { digestRhythms, mailKinds, mailStates, noticeUrgencies } from '../vocabulary';
import { activityEvent } from './activity';
import { meeting } from './meetings';
import { person } from './people';

/** One event that one person is told of. Its words are made when it is read, in the scope the reader has then. */
export const notification = sqliteTable(
  'notification',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    eventId: text('event_id')
      .notNull()
      .references(() => activityEvent.id),
    urgency: text('urgency', { enum: noticeUrgencies }).notNull(),
    toldAt: instant('told_at').notNull(),
    readAt: instant('read_at'),
    /** The mail that carries it; null until one does. */
    mailId: text('mail_id').references(() => outgoingMail.id),
  },
  (table) => [
    uniqueIndex('notification_once').on(table.personId, table.eventId),
    index('notification_of_person').on(table.personId, table.toldAt),
    index('notification_unread')
      .on(table.personId)
      .where(sql`${table.readAt} is null`),
    index('notification_unmailed')
      .on(table.personId)
      .where(sql`${table.mailId} is null and ${table.readAt} is null`),
    index('notification_of_mail').on(table.mailId),
    isOneOf('notification_urgency', table.urgency, noticeUrgencies),
  ],
);

/** When a person wants mail. Without a row: each weekday at seven in the network's time zone. */
export const mailPreference = sqliteTable(
  'mail_preference',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .unique()
      .references(() => person.id),
    rhythm: text('rhythm', { enum: digestRhythms }).notNull(),
    /** 0 to 23, in the person's time zone. */
    hour: integer('hour').notNull(),
    /** 0 is Sunday, of a weekly digest. */
    weekday: integer('weekday').notNull(),
    /** IANA name. */
    timeZone: text('time_zone').notNull(),
    /** Whether a direct question and a returned review come at once. */
    immediate: integer('immediate', { mode: 'boolean' }).notNull().default(true),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    isOneOf('mail_rhythm', table.rhythm, digestRhythms),
    check('mail_hour', sql`${table.hour} between 0 and 23`),
    check('mail_weekday', sql`${table.weekday} between 0 and 6`),
  ],
);

/** A mail that is owed. Its words are made when it is sent; its id is its Message-ID, however often it is tried. */
export const outgoingMail = sqliteTable(
  'outgoing_mail',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: mailKinds }).notNull(),
    /** The meeting of an invitation or of minutes. */
    meetingId: text('meeting_id').references(() => meeting.id),
    /** What it is for, once in a lifetime: a person's digest of a day, a notification. */
    slot: text('slot').notNull().unique(),
    state: text('state', { enum: mailStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before; and while it is being sent, until when the sender holds it. */
    nextTryAt: instant('next_try_at').notNull(),
    /** What the mail server said last, in a few words. */
    problem: text('problem').notNull().default(''),
    madeAt: instant('made_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('mail_to_send').on(table.state, table.nextTryAt),
    isOneOf('outgoing_mail_kind', table.kind, mailKinds),
    isOneOf('outgoing_mail_state', table.state, mailStates),
  ],
);

/** One turn of a job. The unique pair of job and due instant is what makes several servers run it once. */
export const jobRun = sqliteTable(
  'job_run',
  {
    id: id(),
    job: text('job').notNull(),
    dueAt: instant('due_at').notNull(),
    /** The process that took it. */
    server: text('server').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** What it did, or why it failed, in a few words. */
    outcome: text('outcome').notNull().default(''),
  },
  (table) => [uniqueIndex('job_run_once').on(table.job, table.dueAt)],
);

/** A person's calendar feed. Its secret is worked out from the edition, so that renewing closes the old address. */
export const calendarFeed = sqliteTable('calendar_feed', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .unique()
    .references(() => person.id),
  edition: integer('edition').notNull(),
  renewedAt: instant('renewed_at').notNull(),
});
