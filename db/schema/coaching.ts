import { sql } from 'drizzle-orm';
import { check, index, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, isSchoolDay, schoolDay, version } from '../columns';
import {
  caseloadReasons,
  checkMarks,
  contactKinds,
  cycleChecks,
  cycleFields,
  reviewCommentKinds,
  reviewStages,
  scorers,
  workingStages,
} from '../vocabulary';
import { cycle, learningQuestion } from './cycles';
import { measure, studentGroup } from './measures';
import { person, team } from './people';

/** A coach's reading of a cycle. */
export const review = sqliteTable(
  'review',
  {
    id: id(),
    cycleId: text('cycle_id')
      .notNull()
      .references(() => cycle.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    stage: text('stage', { enum: reviewStages }).notNull(),
    /** What the team would like to know; empty where a coach began or nothing was asked. */
    asks: text('asks').notNull().default(''),
    /** Where the cycle stood when the review began. */
    cycleStage: text('cycle_stage').notNull(),
    /** Null where a coach began it. */
    requestedBy: text('requested_by').references(() => person.id),
    /** Null until a coach takes it up. */
    coachId: text('coach_id').references(() => person.id),
    beganAt: instant('began_at').notNull(),
    /** When the coach's words first came back to the team: returned or done. */
    feedbackAt: instant('feedback_at'),
    endedAt: instant('ended_at'),
    version: version(),
  },
  (table) => [
    uniqueIndex('review_open_once')
      .on(table.cycleId)
      .where(sql`${table.stage} not in ('done', 'withdrawn')`),
    index('review_of_team').on(table.teamId, table.beganAt),
    index('review_of_coach').on(table.coachId, table.beganAt),
    isOneOf('review_stage', table.stage, reviewStages),
    check('review_has_begun', sql`${table.requestedBy} is not null or ${table.coachId} is not null`),
  ],
);

/** Every step of a review, with who and when; `texts` is what the cycle said then, so that changes since can be marked. */
export const reviewStep = sqliteTable(
  'review_step',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id),
    toStage: text('to_stage', { enum: reviewStages }).notNull(),
    /** A few words with the step; empty where there were none. */
    note: text('note').notNull().default(''),
    /** The cycle's texts as JSON where a coach returned or finished; else null. */
    texts: text('texts'),
    takenBy: text('taken_by')
      .notNull()
      .references(() => person.id),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [
    index('step_of_review').on(table.reviewId, table.takenAt),
    isOneOf('review_step_stage', table.toStage, reviewStages),
  ],
);

/** What a coach says, hung on a stage, on a field of it, on a question's part, or on a point of a chart. */
export const reviewComment = sqliteTable(
  'review_comment',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id),
    kind: text('kind', { enum: reviewCommentKinds }).notNull(),
    body: text('body').notNull(),
    stage: text('stage', { enum: workingStages }).notNull(),
    field: text('field', { enum: cycleFields }),
    questionId: text('question_id').references(() => learningQuestion.id, { onDelete: 'set null' }),
    measureId: text('measure_id').references(() => measure.id),
    groupId: text('group_id').references(() => studentGroup.id),
    pointOn: schoolDay('point_on'),
    /** What the field said when the comment was written; another text later answers it. */
    saidThen: text('said_then').notNull().default(''),
    authorId: text('author_id')
      .notNull()
      .references(() => person.id),
    writtenAt: instant('written_at').notNull(),
    /** When the team could first read it: with the review's return or end. */
    handedAt: instant('handed_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('comment_of_review').on(table.reviewId, table.writtenAt),
    isOneOf('review_comment_kind', table.kind, reviewCommentKinds),
    isOneOf('review_comment_stage', table.stage, workingStages),
    isOneOf('review_comment_field', table.field, cycleFields),
    isSchoolDay('review_comment_point_on', table.pointOn),
    check(
      'review_comment_point',
      sql`(${table.pointOn} is null) = (${table.measureId} is null) and (${table.pointOn} is null) = (${table.groupId} is null)`,
    ),
  ],
);

/** Words beneath a comment, of the team or of the coach. */
export const reviewAnswer = sqliteTable(
  'review_answer',
  {
    id: id(),
    commentId: text('comment_id')
      .notNull()
      .references(() => reviewComment.id),
    body: text('body').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => person.id),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [index('answer_of_comment').on(table.commentId, table.answeredAt)],
);

/** A comment that is settled, by a person. One whose field has been edited since counts as answered without a row. */
export const reviewSettlement = sqliteTable('review_settlement', {
  id: id(),
  commentId: text('comment_id')
    .notNull()
    .unique()
    .references(() => reviewComment.id),
  settledBy: text('settled_by')
    .notNull()
    .references(() => person.id),
  settledAt: instant('settled_at').notNull(),
});

/** The coach's own mark on one line of the checklist, and the one the team has: it changes with the review's return or end. */
export const reviewCheck = sqliteTable(
  'review_check',
  {
    id: id(),
    reviewId: text('review_id')
      .notNull()
      .references(() => review.id),
    line: text('line', { enum: cycleChecks }).notNull(),
    /** What the coach reads; null where it was taken back after the team had read one. */
    mark: text('mark', { enum: checkMarks }),
    /** What everybody else reads; null until it is handed over. */
    handedMark: text('handed_mark', { enum: checkMarks }),
    markedBy: text('marked_by')
      .notNull()
      .references(() => person.id),
    markedAt: instant('marked_at').notNull(),
  },
  (table) => [
    uniqueIndex('review_check_once').on(table.reviewId, table.line),
    isOneOf('review_check_line', table.line, cycleChecks),
    isOneOf('review_check_mark', table.mark, checkMarks),
    isOneOf('review_check_handed_mark', table.handedMark, checkMarks),
  ],
);

/** "Not now, until…": one reason about one thing of a team rests for one coach. */
export const caseloadRest = sqliteTable(
  'caseload_rest',
  {
    id: id(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    reason: text('reason', { enum: caseloadReasons }).notNull(),
    /** The cycle, review or measure that the reason is about; empty where it is about the team. */
    aboutId: text('about_id').notNull().default(''),
    until: schoolDay('until').notNull(),
    restedAt: instant('rested_at').notNull(),
  },
  (table) => [
    uniqueIndex('caseload_rest_once').on(table.personId, table.teamId, table.reason, table.aboutId),
    isOneOf('caseload_rest_reason', table.reason, caseloadReasons),
    isSchoolDay('caseload_rest_until', table.until),
  ],
);

/** A visit, a call, a message outside Boldline. The team reads it too. */
export const coachContact = sqliteTable(
  'coach_contact',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    coachId: text('coach_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: contactKinds }).notNull(),
    happenedOn: schoolDay('happened_on').notNull(),
    note: text('note').notNull().default(''),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    index('contact_of_team').on(table.teamId, table.happenedOn),
    isOneOf('contact_kind', table.kind, contactKinds),
    isSchoolDay('contact_happened_on', table.happenedOn),
  ],
);

/** A kind word with the team's own next step, at most one a week (from Monday) for a team. */
export const nudge = sqliteTable(
  'nudge',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    coachId: text('coach_id')
      .notNull()
      .references(() => person.id),
    cycleId: text('cycle_id').references(() => cycle.id),
    week: schoolDay('week').notNull(),
    body: text('body').notNull(),
    /** Where the next step is taken: a path of ours. */
    path: text('path').notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    uniqueIndex('nudge_once_a_week').on(table.teamId, table.week),
    isSchoolDay('nudge_week', table.week),
  ],
);

/** A month's score on the 0.5 to 5.0 scale, by the team or by a coach. */
export const teamScore = sqliteTable(
  'team_score',
  {
    id: id(),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    /** The month's first day. */
    month: schoolDay('month').notNull(),
    scorer: text('scorer', { enum: scorers }).notNull(),
    score: real('score').notNull(),
    because: text('because').notNull().default(''),
    version: version(),
    scoredBy: text('scored_by')
      .notNull()
      .references(() => person.id),
    scoredAt: instant('scored_at').notNull(),
  },
  (table) => [
    uniqueIndex('team_score_once').on(table.teamId, table.month, table.scorer),
    isOneOf('team_score_scorer', table.scorer, scorers),
    isSchoolDay('team_score_month', table.month),
    check(
      'team_score_step',
      sql`${table.score} between 0.5 and 5 and ${table.score} * 2 = cast(${table.score} * 2 as integer)`,
    ),
  ],
);
