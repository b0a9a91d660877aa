import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import { reportParts } from '../vocabulary';
import { post } from './feed';
import { cohort, person } from './people';

/** What a cohort tells funders and LEAs of a stretch of time, in its facilitators' words. */
export const cohortReport = sqliteTable(
  'cohort_report',
  {
    id: id(),
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id),
    title: text('title').notNull(),
    fromDay: schoolDay('from_day').notNull(),
    throughDay: schoolDay('through_day').notNull(),
    version: version(),
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
    index('report_of_cohort').on(table.cohortId, table.throughDay),
    isSchoolDay('cohort_report_from', table.fromDay),
    isSchoolDay('cohort_report_through', table.throughDay),
    check('cohort_report_in_order', sql`${table.fromDay} <= ${table.throughDay}`),
  ],
);

export const cohortReportPart = sqliteTable(
  'cohort_report_part',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => cohortReport.id),
    part: text('part', { enum: reportParts }).notNull(),
    words: text('words').notNull().default(''),
    /** Its figures stand beneath the words. */
    showsFigures: integer('shows_figures', { mode: 'boolean' }).notNull().default(true),
    /** The report does not have this part; its words wait until it has it again. */
    isLeftOut: integer('is_left_out', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.part] }),
    isOneOf('cohort_report_part_word', table.part, reportParts),
  ],
);

/** A post shared with the whole network that the report tells of, as it is signed there. */
export const cohortReportPost = sqliteTable(
  'cohort_report_post',
  {
    reportId: text('report_id')
      .notNull()
      .references(() => cohortReport.id),
    postId: text('post_id')
      .notNull()
      .references(() => post.id),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.postId] })],
);
