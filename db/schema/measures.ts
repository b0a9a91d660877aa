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
import { cohort, person, team } from './people';

/** A group is only ever a count. Groups that complement each other name each other. */
export const studentGroup = sqliteTable('student_group', {
  id: id(),
  key: text('key').notNull().unique(),
  name: text('name').notNull().unique(),
  position: integer('position').notNull(),
  complementId: text('complement_id').references((): AnySQLiteColumn => studentGroup.id),
});

/** A measure that a facilitator defines once for a cohort; teams adopt it as it is. */
export const sharedMeasure = sqliteTable(
  'shared_measure',
  {
    id: id(),
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id),
    name: text('name').notNull(),
    level: text('level', { enum: measureLevels }).notNull(),
    kind: text('kind', { enum: measureKinds }).notNull(),
    direction: text('direction', { enum: measureDirections }).notNull(),
    unit: text('unit').notNull().default(''),
    frequency: text('frequency', { enum: measureFrequencies }).notNull(),
    version: version(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('shared_measure_name_in_cohort').on(table.cohortId, table.name),
    isOneOf('shared_measure_level', table.level, measureLevels),
    isOneOf('shared_measure_kind', table.kind, measureKinds),
    isOneOf('shared_measure_direction', table.direction, measureDirections),
    isOneOf('shared_measure_frequency', table.frequency, measureFrequencies),
  ],
);

export const sharedMeasureVersion = sqliteTable(
  'shared_measure_version',
  {
    id: id(),
    sharedMeasureId: text('shared_measure_id')
      .notNull()
      .references(() => sharedMeasure.id),
    number: integer('number').notNull(),
    definition: text('definition').notNull(),
    inForceFrom: schoolDay('in_force_from'),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('shared_measure_version_number').on(table.sharedMeasureId, table.number),
    isSchoolDay('shared_measure_version_in_force_from', table.inForceFrom),
  ],
);

export const sharedMeasureGroup = sqliteTable(
  'shared_measure_group',
  {
    id: id(),
    sharedMeasureId: text('shared_measure_id')
      .notNull()
      .references(() => sharedMeasure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('shared_measure_group_once').on(table.sharedMeasureId, table.groupId)],
);

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
    /** The shared measure it was adopted from; what that says of it is not the team's to change. */
    sharedMeasureId: text('shared_measure_id').references(() => sharedMeasure.id),
    version: version(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('measure_name_in_team').on(table.teamId, table.name),
    uniqueIndex('measure_adopted_once').on(table.teamId, table.sharedMeasureId),
    index('adoptions_of_shared_measure').on(table.sharedMeasureId),
    unique('measure_of_kind').on(table.id, table.kind),
    isOneOf('measure_level', table.level, measureLevels),
    isOneOf('measure_kind', table.kind, measureKinds),
    isOneOf('measure_direction', table.direction, measureDirections),
    isOneOf('measure_frequency', table.frequency, measureFrequencies),
    isSchoolDay('measure_goal_on', table.goalOn),
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

/** A file that was read in as a whole, and can be taken back as a whole within a week. */
export const dataImport = sqliteTable(
  'data_import',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    fileName: text('file_name').notNull(),
    rowCount: integer('row_count').notNull(),
    importedBy: text('imported_by')
      .notNull()
      .references(() => person.id),
    importedAt: instant('imported_at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: text('undone_by').references(() => person.id),
  },
  (table) => [index('import_of_team').on(table.teamId)],
);

/** The measures an import brought numbers for. */
export const dataImportMeasure = sqliteTable(
  'data_import_measure',
  {
    id: id(),
    importId: text('import_id')
      .notNull()
      .references(() => dataImport.id),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    rowCount: integer('row_count').notNull(),
  },
  (table) => [
    uniqueIndex('import_measure_once').on(table.importId, table.measureId),
    index('import_of_measure').on(table.measureId),
  ],
);

/** What became of each row of a file, as CSV; kept as long as the import can be taken back. */
export const dataImportReport = sqliteTable('data_import_report', {
  id: id(),
  importId: text('import_id')
    .notNull()
    .unique()
    .references(() => dataImport.id),
  text: text('text').notNull(),
});

/** How a team read files with these column names, so that the next such file is read alike. */
export const importMapping = sqliteTable(
  'import_mapping',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    /** The file's column names in small letters, sorted, as JSON: their order in the file does not matter. */
    columns: text('columns').notNull(),
    /** The mapping, as JSON. */
    mapping: text('mapping').notNull(),
    savedBy: text('saved_by')
      .notNull()
      .references(() => person.id),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('import_mapping_once').on(table.teamId, table.columns)],
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

/** The median of a chart's points up to a day, carried forward until somebody releases it. */
export const frozenBaseline = sqliteTable(
  'frozen_baseline',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    throughDate: schoolDay('through_date').notNull(),
    frozenBy: text('frozen_by')
      .notNull()
      .references(() => person.id),
    frozenAt: instant('frozen_at').notNull(),
  },
  (table) => [
    uniqueIndex('frozen_baseline_once').on(table.measureId, table.groupId),
    isSchoolDay('frozen_baseline_through', table.throughDate),
  ],
);

/** A point that stays on the chart and counts for nothing, for a reason. */
export const excludedPoint = sqliteTable(
  'excluded_point',
  {
    id: id(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    date: schoolDay('date').notNull(),
    reason: text('reason').notNull(),
    excludedBy: text('excluded_by')
      .notNull()
      .references(() => person.id),
    excludedAt: instant('excluded_at').notNull(),
  },
  (table) => [
    uniqueIndex('excluded_point_once').on(table.measureId, table.groupId, table.date),
    isSchoolDay('excluded_point_date', table.date),
  ],
);
