import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import {
  carriedOutAnswers,
  confidences,
  cycleScales,
  cycleStages,
  decisions,
  expectedComparisons,
  expectedDirections,
  observationKinds,
  predictionVerdicts,
} from '../vocabulary';
import { measure, studentGroup } from './measures';
import { person, team } from './people';
import { changeIdea } from './theory';

/** A chain of linked cycles on one change idea, from small to wide. */
export const ramp = sqliteTable(
  'ramp',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    changeIdea: text('change_idea').notNull(),
    /** The idea of the network's catalogue it tests, once the team has shared it as one. */
    ideaId: text('idea_id').references(() => changeIdea.id),
    /** Where the change was tried before. */
    warrant: text('warrant').notNull().default(''),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('ramp_of_team').on(table.teamId), index('ramp_of_idea').on(table.ideaId)],
);

/** One test of change. `number` is its place in the ramp. */
export const cycle = sqliteTable(
  'cycle',
  {
    id: id(),
    rampId: text('ramp_id')
      .notNull()
      .references(() => ramp.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    number: integer('number').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => cycle.id),
    objective: text('objective').notNull(),
    scale: text('scale', { enum: cycleScales }).notNull(),
    plannedStart: schoolDay('planned_start').notNull(),
    plannedEnd: schoolDay('planned_end').notNull(),
    stage: text('stage', { enum: cycleStages }).notNull().default('plan'),
    carriedOut: text('carried_out', { enum: carriedOutAnswers }),
    carriedOutNote: text('carried_out_note').notNull().default(''),
    learned: text('learned').notNull().default(''),
    version: version(),
    /** Who wrote in it last; null until somebody has since it began. */
    changedBy: text('changed_by').references(() => person.id),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('cycle_number_in_ramp').on(table.rampId, table.number),
    index('cycle_of_team').on(table.teamId, table.stage),
    isOneOf('cycle_scale', table.scale, cycleScales),
    isOneOf('cycle_stage', table.stage, cycleStages),
    isSchoolDay('cycle_planned_start', table.plannedStart),
    isSchoolDay('cycle_planned_end', table.plannedEnd),
    check('cycle_in_order', sql`${table.plannedStart} <= ${table.plannedEnd}`),
  ],
);

/** A learning question with its prediction, typed before the data. */
export const learningQuestion = sqliteTable(
  'learning_question',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    position: integer('position').notNull(),
    question: text('question').notNull(),
    measureId: text('measure_id').references(() => measure.id),
    groupId: text('group_id').references(() => studentGroup.id),
    expectedComparison: text('expected_comparison', { enum: expectedComparisons }),
    expectedValue: real('expected_value'),
    expectedDirection: text('expected_direction', { enum: expectedDirections }),
    because: text('because').notNull().default(''),
    confidence: integer('confidence'),
    predictedAt: instant('predicted_at'),
  },
  (table) => [
    index('question_of_cycle').on(table.cycleId),
    index('question_of_measure').on(table.measureId),
    isOneOf('question_comparison', table.expectedComparison, expectedComparisons),
    isOneOf('question_direction', table.expectedDirection, expectedDirections),
    isOneOf('question_confidence', table.confidence, confidences),
    check('question_value', sql`(${table.expectedValue} is null) = (${table.expectedComparison} is null)`),
    check('question_group', sql`(${table.measureId} is null) = (${table.groupId} is null)`),
  ],
);

/** The result beside the prediction, and a person's verdict. */
export const studyAnswer = sqliteTable(
  'study_answer',
  {
    id: id(),
    questionId: text('question_id')
      .notNull()
      .unique()
      .references(() => learningQuestion.id),
    result: text('result').notNull().default(''),
    verdict: text('verdict', { enum: predictionVerdicts }),
    answeredBy: text('answered_by')
      .notNull()
      .references(() => person.id),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [isOneOf('study_verdict', table.verdict, predictionVerdicts)],
);

export const cycleTask = sqliteTable(
  'cycle_task',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    position: integer('position').notNull(),
    what: text('what').notNull(),
    who: text('who').notNull().default(''),
    dueOn: schoolDay('due_on'),
    place: text('place').notNull().default(''),
    doneAt: instant('done_at'),
    doneBy: text('done_by').references(() => person.id),
  },
  (table) => [index('task_of_cycle').on(table.cycleId), isSchoolDay('task_due_on', table.dueOn)],
);

/** The data collection plan: which measure, who collects it, how often. */
export const dataPlan = sqliteTable(
  'data_plan',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    position: integer('position').notNull(),
    measureId: text('measure_id')
      .notNull()
      .references(() => measure.id),
    who: text('who').notNull().default(''),
    howOften: text('how_often').notNull().default(''),
  },
  (table) => [uniqueIndex('data_plan_once').on(table.cycleId, table.measureId)],
);

export const observation = sqliteTable(
  'observation',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    kind: text('kind', { enum: observationKinds }).notNull(),
    text: text('text').notNull(),
    observedOn: schoolDay('observed_on').notNull(),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    index('observation_of_cycle').on(table.cycleId),
    isOneOf('observation_kind', table.kind, observationKinds),
    isSchoolDay('observation_on', table.observedOn),
  ],
);

export const cycleDecision = sqliteTable(
  'cycle_decision',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .unique()
      .references(() => cycle.id),
    decision: text('decision', { enum: decisions }).notNull(),
    why: text('why').notNull(),
    decidedBy: text('decided_by')
      .notNull()
      .references(() => person.id),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [isOneOf('cycle_decision_word', table.decision, decisions)],
);

/** Every move between stages, forward, back or to a stop, with its reason where one is owed. */
export const stageChange = sqliteTable(
  'stage_change',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    fromStage: text('from_stage', { enum: cycleStages }),
    toStage: text('to_stage', { enum: cycleStages }).notNull(),
    reason: text('reason').notNull().default(''),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [index('stage_change_of_cycle').on(table.cycleId)],
);
