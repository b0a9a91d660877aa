import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  check,
  foreignKey,
  index,
  integer,
  real,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import {
  annotationKinds,
  measureDirections,
  measureFrequencies,
  measureKinds,
  measureLevels,
} from '../vocabulary';
import { person, team } from './people';

/** A group is only ever a count. Groups that complement each other name each other. */
export const studentGroup = sqliteTable('student_group', {
  id: id(),
  key: text('key').notNull().unique(),
  name: text('name').notNull().unique(),
  position: integer('position').notNull(),
  complementId: text('complement_id').references((): AnySQLiteColumn => studentGroup.id),
});

export const measure = sqliteTable(
  'measure',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    name: text('name').notNull(),
    level: text('level', { enum: measureLevels }).notNull(),
    kind: text('kind', { enum: measureKinds }).notNull(),
    direction: text('direction', { enum: measureDirections }).notNull(),
    unit: text('unit').notNull().default(''),
    frequency: text('frequency', { enum: measureFrequencies }).notNull(),
    goal: real('goal'),
    goalOn: schoolDay('goal_on'),
    collectorId: text('collector_id').references(() => person.id),
    /** The number of first points whose median is carried forward as the baseline; null recomputes with every point. */
    baselinePoints: integer('baseline_points'),
    version: version(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('measure_name_in_team').on(table.teamId, table.name),
    unique('measure_of_kind').on(table.id, table.kind),
    isOneOf('measure_level', table.level, measureLevels),
    isOneOf('measure_kind', table.kind, measureKinds),
    isOneOf('measure_direction', table.direction, measureDirections),
    isOneOf('measure_frequency', table.frequency, measureFrequencies),
    isSchoolDay('measure_goal_on', table.goalOn),
    check('measure_baseline', sql`${table.baselinePoints} is null or ${table.baselinePoints} >= 1`),
  ],
);

/** A changed definition is a new version, in force from a day on; it starts a phase on every chart. */
export const measureVersion = sqliteTable(
  'measure_version',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    number: integer('number').notNull(),
    definition: text('definition').notNull(),
    inForceFrom: schoolDay('in_force_from'),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('measure_version_number').on(table.measureId, table.number),
    isSchoolDay('measure_version_in_force_from', table.inForceFrom),
  ],
);

export const measureGroup = sqliteTable(
  'measure_group',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    position: integer('position').notNull(),
    endedOn: schoolDay('ended_on'),
  },
  (table) => [
    uniqueIndex('measure_group_once').on(table.measureId, table.groupId),
    isSchoolDay('measure_group_ended_on', table.endedOn),
  ],
);

/** A file that was read in as a whole, and can be taken back as a whole. */
export const dataImport = sqliteTable(
  'data_import',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    fileName: text('file_name').notNull(),
    rowCount: integer('row_count').notNull(),
    importedBy: text('imported_by')
      .notNull()
      .references(() => person.id),
    importedAt: instant('imported_at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by').references(() => person.id),
  },
  (table) => [index('import_of_measure').on(table.measureId)],
);

export const dataPoint = sqliteTable(
  'data_point',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    /** The measure's kind, held equal to it by a foreign key, so that the checks below can name it. */
    kind: text('kind', { enum: measureKinds }).notNull(),
    date: schoolDay('date').notNull(),
    value: real('value'),
    numerator: real('numerator'),
    denominator: real('denominator'),
    note: text('note').notNull().default(''),
    importId: text('import_id').references(() => dataImport.id),
    version: version(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    uniqueIndex('data_point_once').on(table.measureId, table.groupId, table.date),
    index('data_point_of_import').on(table.importId),
    isSchoolDay('data_point_date', table.date),
    foreignKey({ columns: [table.measureId, table.kind], foreignColumns: [measure.id, measure.kind] }),
    check(
      'data_point_shape',
      sql`case when ${table.kind} in ('mean', 'count') then ${table.value} is not null and ${table.numerator} is null and ${table.denominator} is null else ${table.value} is null and ${table.numerator} is not null and ${table.denominator} is not null end`,
    ),
    check('data_point_count', sql`${table.kind} <> 'count' or ${table.value} >= 0`),
    check('data_point_numerator', sql`${table.numerator} is null or ${table.numerator} >= 0`),
    check('data_point_denominator', sql`${table.denominator} is null or ${table.denominator} >= 0`),
    check(
      'data_point_proportion',
      sql`${table.kind} <> 'proportion' or ${table.numerator} <= ${table.denominator}`,
    ),
  ],
);

/** What a data point said before it was replaced, corrected, deleted or taken back. */
export const dataPointHistory = sqliteTable(
  'data_point_history',
  {
    id: id(),
    dataPointId: text('data_point_id').notNull(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    date: schoolDay('date').notNull(),
    value: real('value'),
    numerator: real('numerator'),
    denominator: real('denominator'),
    note: text('note').notNull(),
    importId: text('import_id').references(() => dataImport.id),
    version: integer('version').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
    endedBy: text('ended_by')
      .notNull()
      .references(() => person.id),
    endedAt: instant('ended_at').notNull(),
    endedHow: text('ended_how', { enum: ['replaced', 'corrected', 'deleted', 'import_undone'] }).notNull(),
  },
  (table) => [
    index('history_of_point').on(table.dataPointId),
    index('history_of_measure').on(table.measureId, table.groupId, table.date),
  ],
);

/** A later stretch of a chart, with its own median, begun by a person for a reason. */
export const phase = sqliteTable(
  'phase',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id').references(() => studentGroup.id),
    startsOn: schoolDay('starts_on').notNull(),
    reason: text('reason').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('phase_of_measure').on(table.measureId), isSchoolDay('phase_starts_on', table.startsOn)],
);

export const annotation = sqliteTable(
  'annotation',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    kind: text('kind', { enum: annotationKinds }).notNull(),
    date: schoolDay('date').notNull(),
    text: text('text').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('annotation_of_measure').on(table.measureId),
    isOneOf('annotation_kind', table.kind, annotationKinds),
    isSchoolDay('annotation_date', table.date),
  ],
);
