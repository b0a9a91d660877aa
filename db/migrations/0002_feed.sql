CREATE TABLE `change_idea` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`warrant` text DEFAULT '' NOT NULL,
	`driver` text DEFAULT '' NOT NULL,
	`status` text DEFAULT 'testing' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_idea_status" CHECK("change_idea"."status" in ('testing', 'implementing', 'spreading'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_idea_name_key_unique` ON `change_idea` (`name_key`);--> statement-breakpoint
CREATE TABLE `comment_mention` (
	`comment_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`comment_id`, `person_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `post_comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mention_of_person` ON `comment_mention` (`person_id`);--> statement-breakpoint
CREATE TABLE `disclosure_release` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text,
	`school_id` text NOT NULL,
	`team_id` text NOT NULL,
	`definition_keys` text NOT NULL,
	`scale` text NOT NULL,
	`group_id` text NOT NULL,
	`populations` text NOT NULL,
	`points` text NOT NULL,
	`signature` text NOT NULL,
	`released_by` text NOT NULL,
	`released_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_of_school` ON `disclosure_release` (`school_id`);--> statement-breakpoint
CREATE INDEX `release_of_post` ON `disclosure_release` (`post_id`);--> statement-breakpoint
CREATE TABLE `feed_reading` (
	`person_id` text PRIMARY KEY NOT NULL,
	`read_through` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `post` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`audience` text NOT NULL,
	`audience_id` text NOT NULL,
	`signature` text NOT NULL,
	`signed_as` text NOT NULL,
	`lea_id` text,
	`grades` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`setting` text,
	`scale` text,
	`group_id` text,
	`idea_id` text,
	`decision` text,
	`verdict` text,
	`shown_improvement` integer DEFAULT false NOT NULL,
	`synthesis_id` text,
	`standing` text DEFAULT 'shared' NOT NULL,
	`shared_at` integer NOT NULL,
	`changed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`lea_id`) REFERENCES `lea`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`idea_id`) REFERENCES `change_idea`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`synthesis_id`) REFERENCES `synthesis`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "post_kind" CHECK("post"."kind" in ('win', 'loss', 'puzzle', 'synthesis')),
	CONSTRAINT "post_audience" CHECK("post"."audience" in ('team', 'school', 'lea', 'cohort', 'network')),
	CONSTRAINT "post_signature" CHECK("post"."signature" in ('by_name', 'team_hidden', 'school_hidden')),
	CONSTRAINT "post_standing" CHECK("post"."standing" in ('shared', 'withdrawn', 'hidden')),
	CONSTRAINT "post_decision" CHECK("post"."decision" in ('adopt', 'adapt', 'abandon')),
	CONSTRAINT "post_verdict" CHECK("post"."verdict" in ('as_predicted', 'partly', 'not_as_predicted')),
	CONSTRAINT "post_setting" CHECK("post"."setting" in ('general_classroom', 'co_taught', 'small_group_room', 'resource_room', 'whole_school', 'outside_class')),
	CONSTRAINT "post_scale" CHECK("post"."scale" in ('one_student', 'small_group', 'one_class', 'several_classes', 'whole_school')),
	CONSTRAINT "post_synthesis" CHECK(("post"."kind" = 'synthesis') = ("post"."synthesis_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `post_newest` ON `post` (`shared_at`,`id`,`standing`,`audience_id`,`kind`,`group_id`,`idea_id`,`lea_id`,`decision`,`setting`,`shown_improvement`,`grades`,`subject`);--> statement-breakpoint
CREATE INDEX `post_of_kind` ON `post` (`kind`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE INDEX `post_of_idea` ON `post` (`idea_id`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE INDEX `post_of_group` ON `post` (`group_id`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE INDEX `post_of_lea` ON `post` (`lea_id`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE INDEX `post_of_cohort` ON `post` (`audience_id`,`shared_at`,`id`,`standing`) WHERE audience = 'cohort';--> statement-breakpoint
CREATE INDEX `post_of_setting` ON `post` (`setting`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE INDEX `post_of_decision` ON `post` (`decision`,`shared_at`,`id`,`standing`,`audience_id`);--> statement-breakpoint
CREATE TABLE `post_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`parent_id` text,
	`author_id` text NOT NULL,
	`as_origin` integer DEFAULT false NOT NULL,
	`body` text NOT NULL,
	`commented_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `post_comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_of_post` ON `post_comment` (`post_id`,`commented_at`);--> statement-breakpoint
CREATE INDEX `reply_of_comment` ON `post_comment` (`parent_id`);--> statement-breakpoint
CREATE TABLE `post_hiding` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`reason` text NOT NULL,
	`hidden_by` text NOT NULL,
	`hidden_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hidden_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hiding_of_post` ON `post_hiding` (`post_id`);--> statement-breakpoint
CREATE TABLE `post_origin` (
	`post_id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`author_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`group_id` text,
	`pooled_with` text DEFAULT '[]' NOT NULL,
	`students` integer,
	`print` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_of_team` ON `post_origin` (`team_id`);--> statement-breakpoint
CREATE INDEX `post_of_cycle` ON `post_origin` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `post_of_measure` ON `post_origin` (`measure_id`);--> statement-breakpoint
CREATE TABLE `post_pin` (
	`post_id` text PRIMARY KEY NOT NULL,
	`pinned_by` text NOT NULL,
	`pinned_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pinned_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `post_report` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`reason` text NOT NULL,
	`reported_by` text NOT NULL,
	`reported_at` integer NOT NULL,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_once` ON `post_report` (`post_id`,`reported_by`);--> statement-breakpoint
CREATE TABLE `post_story` (
	`post_id` text PRIMARY KEY NOT NULL,
	`tried` text DEFAULT '' NOT NULL,
	`expected` text DEFAULT '' NOT NULL,
	`happened` text DEFAULT '' NOT NULL,
	`explanation` text DEFAULT '' NOT NULL,
	`advice` text DEFAULT '' NOT NULL,
	`wanted` text DEFAULT '' NOT NULL,
	`steps` text DEFAULT '' NOT NULL,
	`predictions` text DEFAULT '[]' NOT NULL,
	`chart` text,
	`shape` text DEFAULT '' NOT NULL,
	`hidden_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `post_withdrawal` (
	`post_id` text PRIMARY KEY NOT NULL,
	`withdrawn_by` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reaction` (
	`post_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`reacted_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `person_id`, `kind`),
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reaction_kind" CHECK("reaction"."kind" in ('will_try', 'same_here', 'tell_me_more'))
);
--> statement-breakpoint
CREATE TABLE `replication` (
	`cycle_id` text PRIMARY KEY NOT NULL,
	`from_post_id` text,
	`from_idea_id` text,
	`kept` text DEFAULT '' NOT NULL,
	`changed` text DEFAULT '' NOT NULL,
	`tells_who` integer DEFAULT true NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`from_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_idea_id`) REFERENCES `change_idea`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replication_of_post` ON `replication` (`from_post_id`);--> statement-breakpoint
CREATE INDEX `replication_of_idea` ON `replication` (`from_idea_id`);--> statement-breakpoint
CREATE INDEX `replication_newest` ON `replication` (`started_at`);--> statement-breakpoint
CREATE TABLE `synthesis` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`title` text NOT NULL,
	`introduction` text DEFAULT '' NOT NULL,
	`audience` text DEFAULT 'cohort' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "synthesis_audience" CHECK("synthesis"."audience" in ('team', 'school', 'lea', 'cohort', 'network'))
);
--> statement-breakpoint
CREATE INDEX `synthesis_of_cohort` ON `synthesis` (`cohort_id`);--> statement-breakpoint
CREATE TABLE `synthesis_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`synthesis_id` text NOT NULL,
	`position` integer NOT NULL,
	`claim` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`synthesis_id`) REFERENCES `synthesis`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_of_synthesis` ON `synthesis_claim` (`synthesis_id`,`position`);--> statement-breakpoint
CREATE TABLE `synthesis_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`synthesis_id` text NOT NULL,
	`claim_id` text,
	`post_id` text,
	`cycle_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`synthesis_id`) REFERENCES `synthesis`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `synthesis_claim`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`added_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_of_one" CHECK(("synthesis_evidence"."post_id" is null) <> ("synthesis_evidence"."cycle_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_post_once` ON `synthesis_evidence` (`synthesis_id`,`post_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_cycle_once` ON `synthesis_evidence` (`synthesis_id`,`cycle_id`);--> statement-breakpoint
CREATE INDEX `evidence_of_claim` ON `synthesis_evidence` (`claim_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_activity_event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`post_id` text,
	`detail` text DEFAULT '' NOT NULL,
	`happened_at` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_kind" CHECK("__new_activity_event"."kind" in ('cycle_started', 'cycle_stage_entered', 'cycle_returned', 'cycle_stopped', 'cycle_decided', 'measure_created', 'measure_changed', 'data_recorded', 'data_corrected', 'data_deleted', 'data_imported', 'import_undone', 'aim_changed', 'person_joined', 'measure_adopted', 'definition_changed', 'baseline_frozen', 'baseline_released', 'phase_begun', 'phase_removed', 'annotation_added', 'annotation_removed', 'point_excluded', 'point_included', 'post_shared', 'post_changed', 'post_withdrawn', 'post_hidden', 'post_shown_again', 'post_commented', 'post_mentioned', 'cycle_replicated', 'replication_decided'))
);
--> statement-breakpoint
INSERT INTO `__new_activity_event`("id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "post_id", "detail", "happened_at") SELECT "id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", null, "detail", "happened_at" FROM `activity_event`;--> statement-breakpoint
DROP TABLE `activity_event`;--> statement-breakpoint
ALTER TABLE `__new_activity_event` RENAME TO `activity_event`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `activity_of_team` ON `activity_event` (`team_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `__new_network` (
	`id` text PRIMARY KEY NOT NULL,
	`only_row` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`run_chart_rules` text DEFAULT 'anhoj' NOT NULL,
	`minimum_group` integer DEFAULT 10 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "network_minimum_group" CHECK("__new_network"."minimum_group" between 10 and 100),
	CONSTRAINT "network_is_one" CHECK("__new_network"."only_row" = 1),
	CONSTRAINT "network_rules" CHECK("__new_network"."run_chart_rules" in ('anhoj', 'ihi'))
);
--> statement-breakpoint
INSERT INTO `__new_network`("id", "only_row", "name", "time_zone", "run_chart_rules", "minimum_group", "created_at") SELECT "id", "only_row", "name", "time_zone", "run_chart_rules", 10, "created_at" FROM `network`;--> statement-breakpoint
DROP TABLE `network`;--> statement-breakpoint
ALTER TABLE `__new_network` RENAME TO `network`;--> statement-breakpoint
CREATE UNIQUE INDEX `network_only_row_unique` ON `network` (`only_row`);--> statement-breakpoint
ALTER TABLE `ramp` ADD `idea_id` text REFERENCES change_idea(id);--> statement-breakpoint
CREATE INDEX `ramp_of_idea` ON `ramp` (`idea_id`);--> statement-breakpoint
CREATE TABLE `search_word` (
	`id` integer PRIMARY KEY NOT NULL,
	`word` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_word_once` ON `search_word` (`word`);--> statement-breakpoint
CREATE TABLE `post_search_key` (
	`post_id` text PRIMARY KEY NOT NULL REFERENCES `post`(`id`) ON DELETE cascade,
	`row_key` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `post_search_row` ON `post_search_key` (`row_key`);--> statement-breakpoint
CREATE TABLE `idea_search_key` (
	`idea_id` text PRIMARY KEY NOT NULL REFERENCES `change_idea`(`id`) ON DELETE cascade,
	`row_key` integer NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `idea_search_row` ON `idea_search_key` (`row_key`);--> statement-breakpoint
CREATE VIRTUAL TABLE `post_search` USING fts5(`words`, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');--> statement-breakpoint
CREATE VIRTUAL TABLE `idea_search` USING fts5(`words`, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii');
