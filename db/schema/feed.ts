import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, isOneOf, version } from '../columns';
import {
  audiences,
  classSettings,
  cycleScales,
  decisions,
  postKinds,
  postStandings,
  predictionVerdicts,
  reactionKinds,
  signatures,
} from '../vocabulary';
import { cycle } from './cycles';
import { measure, studentGroup } from './measures';
import { cohort, lea, person, school, team } from './people';
import { changeIdea } from './theory';

/** A learning page: what posts and cycles of a cohort show together. */
export const synthesis = sqliteTable(
  'synthesis',
  {
    id: id(),
    cohortId: text('cohort_id')
      .notNull()
      .references(() => cohort.id),
    title: text('title').notNull(),
    introduction: text('introduction').notNull().default(''),
    /** `cohort` or `network`. */
    audience: text('audience', { enum: audiences }).notNull().default('cohort'),
    version: version(),
    createdBy: text('created_by')
      .notNull()
      .references(() => person.id),
    createdAt: instant('created_at').notNull(),
    changedBy: text('changed_by')
      .notNull()
      .references(() => person.id),
    changedAt: instant('changed_at').notNull(),
    /** Null while it is a facilitators' draft. */
    publishedAt: instant('published_at'),
  },
  (table) => [
    index('synthesis_of_cohort').on(table.cohortId),
    isOneOf('synthesis_audience', table.audience, audiences),
  ],
);

/**
 * What others may know of a post, and nothing else: every column has passed the disclosure module and the signature
 * its author chose. Whose it is stands in `post_origin`, which no page for others selects from.
 */
export const post = sqliteTable(
  'post',
  {
    id: id(),
    kind: text('kind', { enum: postKinds }).notNull(),
    title: text('title').notNull(),
    audience: text('audience', { enum: audiences }).notNull(),
    /** The team, school, LEA or cohort it is shared with; `network` for everybody. */
    audienceId: text('audience_id').notNull(),
    signature: text('signature', { enum: signatures }).notNull(),
    /** The signature as it is printed. */
    signedAs: text('signed_as').notNull(),
    /** Null where it would tell too much about a hidden team. */
    leaId: text('lea_id').references(() => lea.id),
    grades: text('grades').notNull().default(''),
    subject: text('subject').notNull().default(''),
    setting: text('setting', { enum: classSettings }),
    scale: text('scale', { enum: cycleScales }),
    groupId: text('group_id').references(() => studentGroup.id),
    ideaId: text('idea_id').references(() => changeIdea.id),
    decision: text('decision', { enum: decisions }),
    verdict: text('verdict', { enum: predictionVerdicts }),
    /** Its chart, as far as it may be shown, speaks of a change towards what is wanted. */
    shownImprovement: integer('shown_improvement', { mode: 'boolean' }).notNull().default(false),
    synthesisId: text('synthesis_id').references(() => synthesis.id),
    standing: text('standing', { enum: postStandings }).notNull().default('shared'),
    sharedAt: instant('shared_at').notNull(),
    changedAt: instant('changed_at'),
    version: version(),
  },
  (table) => [
    // What the feed asks of a post is in its indexes, so that a page is found without reading posts it does not show.
    index('post_newest').on(
      table.sharedAt,
      table.id,
      table.standing,
      table.audienceId,
      table.kind,
      table.groupId,
      table.ideaId,
      table.leaId,
      table.decision,
      table.setting,
      table.shownImprovement,
      table.grades,
      table.subject,
    ),
    index('post_of_kind').on(table.kind, table.sharedAt, table.id, table.standing, table.audienceId),
    index('post_of_idea').on(table.ideaId, table.sharedAt, table.id, table.standing, table.audienceId),
    index('post_of_group').on(table.groupId, table.sharedAt, table.id, table.standing, table.audienceId),
    index('post_of_lea').on(table.leaId, table.sharedAt, table.id, table.standing, table.audienceId),
    index('post_of_decision').on(table.decision, table.sharedAt, table.id, table.standing, table.audienceId),
    index('post_of_setting').on(table.setting, table.sharedAt, table.id, table.standing, table.audienceId),
    // Only for one cohort's posts: an index over all audiences would tempt SQLite away from the newest first.
    index('post_of_cohort')
      .on(table.audienceId, table.sharedAt, table.id, table.standing)
      .where(sql`audience = 'cohort'`),
    isOneOf('post_kind', table.kind, postKinds),
    isOneOf('post_audience', table.audience, audiences),
    isOneOf('post_signature', table.signature, signatures),
    isOneOf('post_standing', table.standing, postStandings),
    isOneOf('post_decision', table.decision, decisions),
    isOneOf('post_verdict', table.verdict, predictionVerdicts),
    isOneOf('post_setting', table.setting, classSettings),
    isOneOf('post_scale', table.scale, cycleScales),
    check('post_synthesis', sql`(${table.kind} = 'synthesis') = (${table.synthesisId} is not null)`),
  ],
);

/** The words of a post (a small safe subset of markdown), and its chart as it was released. */
export const postStory = sqliteTable('post_story', {
  postId: text('post_id')
    .primaryKey()
    .references(() => post.id),
  tried: text('tried').notNull().default(''),
  expected: text('expected').notNull().default(''),
  happened: text('happened').notNull().default(''),
  explanation: text('explanation').notNull().default(''),
  advice: text('advice').notNull().default(''),
  /** What a puzzle asks. */
  wanted: text('wanted').notNull().default(''),
  /** What another team needs to try it; carried into its plan. */
  steps: text('steps').notNull().default(''),
  /** Questions with their prediction in words and its verdict, as JSON. */
  predictions: text('predictions').notNull().default('[]'),
  /** The released chart, as JSON: no count of students is in it. Null where none may be shown. */
  chart: text('chart'),
  /** The shape of the numbers in words, where the chart itself is not shown. */
  shape: text('shape').notNull().default(''),
  /** Why no chart is shown: empty where one is, or none was meant to be. */
  hiddenWhy: text('hidden_why').notNull().default(''),
});

/** Whose a post is. For the team itself and for the scope of queries; never for a page of others. */
export const postOrigin = sqliteTable(
  'post_origin',
  {
    postId: text('post_id')
      .primaryKey()
      .references(() => post.id),
    /** Null for a synthesis. */
    teamId: text('team_id').references(() => team.id),
    authorId: text('author_id')
      .notNull()
      .references(() => person.id),
    cycleId: text('cycle_id').references(() => cycle.id, { onDelete: 'set null' }),
    measureId: text('measure_id').references(() => measure.id, { onDelete: 'set null' }),
    groupId: text('group_id').references(() => studentGroup.id),
    /** Measures pooled with it, as JSON. */
    pooledWith: text('pooled_with').notNull().default('[]'),
    /** How many students the sharer says the group has. */
    students: integer('students'),
    /** What the chart stood on when it was released: it differs once the numbers have moved on. */
    print: text('print').notNull().default(''),
  },
  (table) => [
    index('post_of_team').on(table.teamId),
    index('post_of_cycle').on(table.cycleId),
    index('post_of_measure').on(table.measureId),
  ],
);

/** The ledger of rule 7 of disclosure.md: which sets of students numbers have been released for. Never on a page. */
export const disclosureRelease = sqliteTable(
  'disclosure_release',
  {
    id: id(),
    postId: text('post_id').references(() => post.id),
    /** The presentation of a cycle in a meeting, where it was that; no reference, since agendas stand above. */
    presentationId: text('presentation_id'),
    schoolId: text('school_id')
      .notNull()
      .references(() => school.id),
    teamId: text('team_id')
      .notNull()
      .references(() => team.id),
    /** What the pooled measures count, as JSON: the same for a thing that several teams measure. */
    definitionKeys: text('definition_keys').notNull(),
    scale: text('scale', { enum: cycleScales }).notNull(),
    groupId: text('group_id')
      .notNull()
      .references(() => studentGroup.id),
    /** The measures pooled in it, as JSON. */
    populations: text('populations').notNull(),
    /** `[{ date, n, k }]`, as JSON. */
    points: text('points').notNull(),
    signature: text('signature', { enum: signatures }).notNull(),
    releasedBy: text('released_by')
      .notNull()
      .references(() => person.id),
    releasedAt: instant('released_at').notNull(),
  },
  (table) => [index('release_of_school').on(table.schoolId), index('release_of_post').on(table.postId)],
);

export const postWithdrawal = sqliteTable('post_withdrawal', {
  postId: text('post_id')
    .primaryKey()
    .references(() => post.id),
  withdrawnBy: text('withdrawn_by')
    .notNull()
    .references(() => person.id),
  withdrawnAt: instant('withdrawn_at').notNull(),
});

/** A facilitator keeps a post at the top of the feed of all who see it. */
export const postPin = sqliteTable('post_pin', {
  postId: text('post_id')
    .primaryKey()
    .references(() => post.id),
  pinnedBy: text('pinned_by')
    .notNull()
    .references(() => person.id),
  pinnedAt: instant('pinned_at').notNull(),
});

export const postReport = sqliteTable(
  'post_report',
  {
    id: id(),
    postId: text('post_id')
      .notNull()
      .references(() => post.id),
    reason: text('reason').notNull(),
    reportedBy: text('reported_by')
      .notNull()
      .references(() => person.id),
    reportedAt: instant('reported_at').notNull(),
    /** A facilitator has read it and hidden the post or let it stand. */
    settledBy: text('settled_by').references(() => person.id),
    settledAt: instant('settled_at'),
  },
  (table) => [uniqueIndex('report_once').on(table.postId, table.reportedBy)],
);

/** A facilitator hid a post, with a reason that its team reads; lifted when it is shown again. */
export const postHiding = sqliteTable(
  'post_hiding',
  {
    id: id(),
    postId: text('post_id')
      .notNull()
      .references(() => post.id),
    reason: text('reason').notNull(),
    hiddenBy: text('hidden_by')
      .notNull()
      .references(() => person.id),
    hiddenAt: instant('hidden_at').notNull(),
    liftedBy: text('lifted_by').references(() => person.id),
    liftedAt: instant('lifted_at'),
  },
  (table) => [index('hiding_of_post').on(table.postId)],
);

export const postComment = sqliteTable(
  'post_comment',
  {
    id: id(),
    postId: text('post_id')
      .notNull()
      .references(() => post.id),
    /** The comment it answers; a reply has no replies. */
    parentId: text('parent_id').references((): AnySQLiteColumn => postComment.id),
    authorId: text('author_id')
      .notNull()
      .references(() => person.id),
    /** Signed as the team that shared the post, whose signature hides it. */
    asOrigin: integer('as_origin', { mode: 'boolean' }).notNull().default(false),
    body: text('body').notNull(),
    commentedAt: instant('commented_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('comment_of_post').on(table.postId, table.commentedAt),
    index('reply_of_comment').on(table.parentId),
  ],
);

export const commentMention = sqliteTable(
  'comment_mention',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => postComment.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.personId] }),
    index('mention_of_person').on(table.personId),
  ],
);

export const reaction = sqliteTable(
  'reaction',
  {
    postId: text('post_id')
      .notNull()
      .references(() => post.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: reactionKinds }).notNull(),
    reactedAt: instant('reacted_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.personId, table.kind] }),
    isOneOf('reaction_kind', table.kind, reactionKinds),
  ],
);

/** Until when a person has read the feed. */
export const feedReading = sqliteTable('feed_reading', {
  personId: text('person_id')
    .primaryKey()
    .references(() => person.id),
  readThrough: instant('read_through').notNull(),
});

/** A cycle begun with "Try this with my students". It keeps where it came from, and what was kept and changed. */
export const replication = sqliteTable(
  'replication',
  {
    cycleId: text('cycle_id')
      .primaryKey()
      .references(() => cycle.id, { onDelete: 'cascade' }),
    fromPostId: text('from_post_id').references(() => post.id),
    fromIdeaId: text('from_idea_id').references(() => changeIdea.id),
    kept: text('kept').notNull().default(''),
    changed: text('changed').notNull().default(''),
    /** The team it came from is told who tries it. */
    tellsWho: integer('tells_who', { mode: 'boolean' }).notNull().default(true),
    startedBy: text('started_by')
      .notNull()
      .references(() => person.id),
    startedAt: instant('started_at').notNull(),
  },
  (table) => [
    index('replication_of_post').on(table.fromPostId),
    index('replication_of_idea').on(table.fromIdeaId),
    index('replication_newest').on(table.startedAt),
  ],
);
