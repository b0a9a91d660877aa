import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import { invitationAnswers, meetingKinds, meetingRhythms, meetingRoles } from '../vocabulary';
import { cycle } from './cycles';
import { cohort, person, team } from './people';

/** Meetings that belong together: each is planned and run by itself. */
export const meetingSeries = sqliteTable(
  'meeting_series',
  {
    id: id(),
    rhythm: text('rhythm', { enum: meetingRhythms }).notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [isOneOf('meeting_series_rhythm', table.rhythm, meetingRhythms)],
);

/** A network or team session: of a cohort, or of one team. */
export const meeting = sqliteTable(
  'meeting',
  {
    id: id(),
    kind: text('kind', { enum: meetingKinds }).notNull(),
    cohortId: text('cohort_id').references(() => cohort.id),
    teamId: text('team_id').references(() => team.id),
    seriesId: text('series_id').references(() => meetingSeries.id),
    title: text('title').notNull(),
    /** What it is for, in the words of the invitation. */
    purpose: text('purpose').notNull().default(''),
    /** The day and the time on the wall (`HH:MM`) where it is held, in an IANA time zone. */
    day: schoolDay('day').notNull(),
    time: text('time').notNull(),
    timeZone: text('time_zone').notNull(),
    /** The instant that day, time and zone come to. */
    startsAt: instant('starts_at').notNull(),
    /** How long it is planned for. */
    minutes: integer('minutes').notNull(),
    place: text('place').notNull().default(''),
    link: text('link').notNull().default(''),
    version: version(),
    /** Its agenda is edited beside its day and place. */
    agendaVersion: integer('agenda_version').notNull().default(1),
    /** The edition of what calendars know of it (RFC 5545, SEQUENCE). */
    sequence: integer('sequence').notNull().default(0),
    /** Null while it is a draft of those who run it. */
    announcedAt: instant('announced_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by').references(() => person.id),
    cancelledWhy: text('cancelled_why').notNull().default(''),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('meeting_of_cohort').on(table.cohortId, table.startsAt),
    index('meeting_of_team').on(table.teamId, table.startsAt),
    index('meeting_of_series').on(table.seriesId, table.startsAt),
    isOneOf('meeting_kind', table.kind, meetingKinds),
    isSchoolDay('meeting_day', table.day),
    check('meeting_time', sql`${table.time} glob '[0-2][0-9]:[0-5][0-9]'`),
    check('meeting_minutes', sql`${table.minutes} between 5 and 720`),
    check('meeting_of_one', sql`(${table.cohortId} is null) <> (${table.teamId} is null)`),
    check('meeting_kind_of_team', sql`(${table.kind} = 'team_meeting') = (${table.teamId} is not null)`),
  ],
);

/** Who is asked to come, what they answered, and the role they have that day. */
export const meetingInvitation = sqliteTable(
  'meeting_invitation',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** The team they come with; null for coaches and facilitators. */
    teamId: text('team_id').references(() => team.id),
    role: text('role', { enum: meetingRoles }),
    answer: text('answer', { enum: invitationAnswers }),
    answeredAt: instant('answered_at'),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => person.id),
    invitedAt: instant('invited_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** The edition of the meeting their calendar was last sent; null until one was. */
    mailedSequence: integer('mailed_sequence'),
  },
  (table) => [
    uniqueIndex('meeting_invitation_once').on(table.meetingId, table.personId),
    index('meetings_of_person').on(table.personId),
    isOneOf('meeting_invitation_role', table.role, meetingRoles),
    isOneOf('meeting_invitation_answer', table.answer, invitationAnswers),
  ],
);

export const attendance = sqliteTable(
  'attendance',
  {
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** Themselves by signing in, or whoever ran the meeting. */
    notedBy: text('noted_by')
      .notNull()
      .references(() => person.id),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.meetingId, table.personId] }),
    index('attendance_of_person').on(table.personId),
  ],
);

/** What somebody took on in a meeting: what, who, by when. Its team's cycle, This week and the next agenda show it. */
export const commitment = sqliteTable(
  'commitment',
  {
    id: id(),
    meetingId: text('meeting_id')
      .notNull()
      .references(() => meeting.id),
    /** The item of the agenda it was made in; kept where the item is gone. */
    itemId: text('item_id'),
    /** Null where those who run the meeting took it on. */
    teamId: text('team_id').references(() => team.id),
    cycleId: text('cycle_id').references((): AnySQLiteColumn => cycle.id, { onDelete: 'set null' }),
    what: text('what').notNull(),
    /** Null where the whole team did. */
    personId: text('person_id').references(() => person.id),
    byWhen: schoolDay('by_when').notNull(),
    version: version(),
    madeBy: text('made_by')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
    keptAt: instant('kept_at'),
    keptBy: text('kept_by').references(() => person.id),
    /** It is no longer wanted, with the reason. */
    letGoAt: instant('let_go_at'),
    letGoBy: text('let_go_by').references(() => person.id),
    letGoWhy: text('let_go_why').notNull().default(''),
  },
  (table) => [
    index('commitment_of_meeting').on(table.meetingId),
    index('commitment_of_team').on(table.teamId, table.byWhen),
    index('commitment_of_cycle').on(table.cycleId),
    index('commitment_of_person').on(table.personId),
    isSchoolDay('commitment_by_when', table.byWhen),
  ],
);

/** What remains of a meeting, in the facilitator's words; drafted from the meeting until somebody edits it. */
export const meetingMinutes = sqliteTable('meeting_minutes', {
  meetingId: text('meeting_id')
    .primaryKey()
    .references(() => meeting.id),
  body: text('body').notNull(),
  version: version(),
  changedBy: text('changed_by')
    .notNull()
    .references(() => person.id),
  changedAt: instant('changed_at').notNull(),
  /** How often they were sent, and the words that went out last. */
  edition: integer('edition').notNull().default(0),
  sentBody: text('sent_body'),
  sentBy: text('sent_by').references(() => person.id),
  sentAt: instant('sent_at'),
});
