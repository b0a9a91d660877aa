import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import { networkRoles, runChartRules, teamMemberRoles } from '../vocabulary';

/** One installation serves one network, so `network` holds one row. */
export const network = sqliteTable(
  'network',
  {
    id: id(),
    onlyRow: integer('only_row').notNull().default(1).unique(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    runChartRules: text('run_chart_rules', { enum: runChartRules }).notNull().default('anhoj'),
    /** The least number of students a number may tell about outside a team. A network may raise it, never lower it. */
    minimumGroup: integer('minimum_group').notNull().default(10),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    check('network_minimum_group', sql`${table.minimumGroup} between 10 and 100`),
    check('network_is_one', sql`${table.onlyRow} = 1`),
    isOneOf('network_rules', table.runChartRules, runChartRules),
  ],
);

export const lea = sqliteTable('lea', { id: id(), name: text('name').notNull().unique() });

export const school = sqliteTable(
  'school',
  {
    id: id(),
    leaId: text('lea_id')
      .notNull()
      .references(() => lea.id),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('school_name_in_lea').on(table.leaId, table.name)],
);

export const team = sqliteTable(
  'team',
  {
    id: id(),
    schoolId: text('school_id')
      .notNull()
      .references(() => school.id),
    name: text('name').notNull(),
    grades: text('grades').notNull().default(''),
    subject: text('subject').notNull().default(''),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('team_name_in_school').on(table.schoolId, table.name)],
);

/** Instants are stored as milliseconds; better-auth reads and writes them as dates. */
const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });

export const person = sqliteTable('person', {
  id: id(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const session = sqliteTable(
  'session',
  {
    id: id(),
    token: text('token').notNull().unique(),
    userId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('session_of_person').on(table.userId)],
);

export const account = sqliteTable(
  'account',
  {
    id: id(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('account_of_person').on(table.userId)],
);

export const verification = sqliteTable(
  'verification',
  {
    id: id(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const teamMembership = sqliteTable(
  'team_membership',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: teamMemberRoles }).notNull(),
    endedOn: schoolDay('ended_on'),
  },
  (table) => [
    uniqueIndex('membership_once').on(table.teamId, table.personId),
    index('membership_of_person').on(table.personId),
    isOneOf('membership_role', table.role, teamMemberRoles),
    isSchoolDay('membership_ended_on', table.endedOn),
  ],
);

export const cohort = sqliteTable(
  'cohort',
  {
    id: id(),
    name: text('name').notNull().unique(),
    startsOn: schoolDay('starts_on').notNull(),
    endsOn: schoolDay('ends_on').notNull(),
  },
  (table) => [
    isSchoolDay('cohort_starts_on', table.startsOn),
    isSchoolDay('cohort_ends_on', table.endsOn),
    check('cohort_in_order', sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

export const cohortTeam = sqliteTable(
  'cohort_team',
  {
    id: id(),
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
  },
  (table) => [
    uniqueIndex('cohort_team_once').on(table.cohortId, table.teamId),
    index('cohort_of_team').on(table.teamId),
  ],
);

export const coachAssignment = sqliteTable(
  'coach_assignment',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    /** Null for those made before the day was kept. */
    beganOn: schoolDay('began_on'),
    endedOn: schoolDay('ended_on'),
  },
  (table) => [
    index('coach_of_team').on(table.teamId),
    index('teams_of_coach').on(table.personId),
    isSchoolDay('coach_assignment_ended_on', table.endedOn),
  ],
);

/** A coach's last word on a team: why the assignment ended, what the next one should know, and who that is. */
export const coachHandover = sqliteTable(
  'coach_handover',
  {
    id: id(),
    assignmentId: text('assignment_id')
      .notNull()
      .unique()
      .references(() => coachAssignment.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    /** Null where nobody follows yet. */
    nextCoachId: text('next_coach_id').references(() => person.id),
    note: text('note').notNull().default(''),
    handedOverBy: text('handed_over_by')
      .notNull()
      .references(() => person.id),
    handedOverAt: instant('handed_over_at').notNull(),
  },
  (table) => [index('handover_of_team').on(table.teamId, table.handedOverAt)],
);

/** Days on which schools rest: of the whole network, or of one LEA. Nobody is late or quiet on them. */
export const dayOff = sqliteTable(
  'day_off',
  {
    id: id(),
    leaId: text('lea_id').references(() => lea.id),
    name: text('name').notNull(),
    startsOn: schoolDay('starts_on').notNull(),
    endsOn: schoolDay('ends_on').notNull(),
    version: version(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    index('day_off_by_day').on(table.startsOn),
    isSchoolDay('day_off_starts_on', table.startsOn),
    isSchoolDay('day_off_ends_on', table.endsOn),
    check('day_off_in_order', sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

export const facilitatorAssignment = sqliteTable(
  'facilitator_assignment',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id),
    endedOn: schoolDay('ended_on'),
  },
  (table) => [
    uniqueIndex('facilitator_once').on(table.personId, table.cohortId),
    isSchoolDay('facilitator_assignment_ended_on', table.endedOn),
  ],
);

/** A sponsor follows one school or one LEA per row. */
export const sponsorAssignment = sqliteTable(
  'sponsor_assignment',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    schoolId: text('school_id').references(() => school.id),
    leaId: text('lea_id').references(() => lea.id),
    endedOn: schoolDay('ended_on'),
  },
  (table) => [
    index('sponsor_of_person').on(table.personId),
    check('sponsor_of_one', sql`(${table.schoolId} is null) <> (${table.leaId} is null)`),
    isSchoolDay('sponsor_assignment_ended_on', table.endedOn),
  ],
);

export const administratorAssignment = sqliteTable('administrator_assignment', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .unique()
    .references(() => person.id),
  since: instant('since').notNull(),
});

/** What an invited person becomes is fixed by the invitation; only a hash of its secret is kept. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: networkRoles }).notNull(),
    teamRole: text('team_role', { enum: teamMemberRoles }),
    teamId: text('team_id').references(() => team.id),
    cohortId: text('cohort_id').references(() => cohort.id),
    schoolId: text('school_id').references(() => school.id),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When its mail went out; null until then, so that sending the form again tries again. */
    mailedAt: instant('mailed_at'),
    acceptedAt: instant('accepted_at'),
  },
  (table) => [
    isOneOf('invitation_role', table.role, networkRoles),
    index('invitation_of_inviter').on(table.invitedBy),
  ],
);
