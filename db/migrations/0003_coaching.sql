CREATE TABLE `calendar_feed` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition` integer NOT NULL,
	`renewed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_person_id_unique` ON `calendar_feed` (`person_id`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`id` text PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`due_at` integer NOT NULL,
	`server` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_run_once` ON `job_run` (`job`,`due_at`);--> statement-breakpoint
CREATE TABLE `mail_preference` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`rhythm` text NOT NULL,
	`hour` integer NOT NULL,
	`weekday` integer NOT NULL,
	`time_zone` text NOT NULL,
	`immediate` integer DEFAULT true NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mail_rhythm" CHECK("mail_preference"."rhythm" in ('daily', 'weekly', 'off')),
	CONSTRAINT "mail_hour" CHECK("mail_preference"."hour" between 0 and 23),
	CONSTRAINT "mail_weekday" CHECK("mail_preference"."weekday" between 0 and 6)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_preference_person_id_unique` ON `mail_preference` (`person_id`);--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`event_id` text NOT NULL,
	`urgency` text NOT NULL,
	`told_at` integer NOT NULL,
	`read_at` integer,
	`mail_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `activity_event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `outgoing_mail`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notification_urgency" CHECK("notification"."urgency" in ('immediate', 'digest'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_once` ON `notification` (`person_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `notification_of_person` ON `notification` (`person_id`,`told_at`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`person_id`) WHERE "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notification_unmailed` ON `notification` (`person_id`) WHERE "notification"."mail_id" is null and "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notification_of_mail` ON `notification` (`mail_id`);--> statement-breakpoint
CREATE TABLE `outgoing_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`slot` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`made_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outgoing_mail_kind" CHECK("outgoing_mail"."kind" in ('digest', 'immediate')),
	CONSTRAINT "outgoing_mail_state" CHECK("outgoing_mail"."state" in ('waiting', 'sending', 'handing_over', 'sent', 'unsure', 'given_up'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outgoing_mail_slot_unique` ON `outgoing_mail` (`slot`);--> statement-breakpoint
CREATE INDEX `mail_to_send` ON `outgoing_mail` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `coach_handover` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`team_id` text NOT NULL,
	`next_coach_id` text,
	`note` text DEFAULT '' NOT NULL,
	`handed_over_by` text NOT NULL,
	`handed_over_at` integer NOT NULL,
	FOREIGN KEY (`assignment_id`) REFERENCES `coach_assignment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`next_coach_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_over_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coach_handover_assignment_id_unique` ON `coach_handover` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `handover_of_team` ON `coach_handover` (`team_id`,`handed_over_at`);--> statement-breakpoint
CREATE TABLE `day_off` (
	`id` text PRIMARY KEY NOT NULL,
	`lea_id` text,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`lea_id`) REFERENCES `lea`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "day_off_starts_on" CHECK("day_off"."starts_on" is null or (length("day_off"."starts_on") = 10 and "day_off"."starts_on" like '____-__-__')),
	CONSTRAINT "day_off_ends_on" CHECK("day_off"."ends_on" is null or (length("day_off"."ends_on") = 10 and "day_off"."ends_on" like '____-__-__')),
	CONSTRAINT "day_off_in_order" CHECK("day_off"."starts_on" <= "day_off"."ends_on")
);
--> statement-breakpoint
CREATE INDEX `day_off_by_day` ON `day_off` (`starts_on`);--> statement-breakpoint
CREATE TABLE `caseload_rest` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	`reason` text NOT NULL,
	`about_id` text DEFAULT '' NOT NULL,
	`until` text NOT NULL,
	`rested_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "caseload_rest_reason" CHECK("caseload_rest"."reason" in ('review_asked', 'study_overdue', 'end_passed', 'no_data', 'no_prediction', 'signal', 'quiet')),
	CONSTRAINT "caseload_rest_until" CHECK("caseload_rest"."until" is null or (length("caseload_rest"."until") = 10 and "caseload_rest"."until" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `caseload_rest_once` ON `caseload_rest` (`person_id`,`team_id`,`reason`,`about_id`);--> statement-breakpoint
CREATE TABLE `coach_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`coach_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`noted_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_kind" CHECK("coach_contact"."kind" in ('visit', 'call', 'message', 'meeting')),
	CONSTRAINT "contact_happened_on" CHECK("coach_contact"."happened_on" is null or (length("coach_contact"."happened_on") = 10 and "coach_contact"."happened_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `contact_of_team` ON `coach_contact` (`team_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `nudge` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`coach_id` text NOT NULL,
	`cycle_id` text,
	`week` text NOT NULL,
	`body` text NOT NULL,
	`path` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "nudge_week" CHECK("nudge"."week" is null or (length("nudge"."week") = 10 and "nudge"."week" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `nudge_once_a_week` ON `nudge` (`team_id`,`week`);--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`team_id` text NOT NULL,
	`stage` text NOT NULL,
	`asks` text DEFAULT '' NOT NULL,
	`cycle_stage` text NOT NULL,
	`requested_by` text,
	`coach_id` text,
	`began_at` integer NOT NULL,
	`feedback_at` integer,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coach_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_stage" CHECK("review"."stage" in ('requested', 'in_progress', 'returned', 'done', 'withdrawn')),
	CONSTRAINT "review_has_begun" CHECK("review"."requested_by" is not null or "review"."coach_id" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_open_once` ON `review` (`cycle_id`) WHERE "review"."stage" not in ('done', 'withdrawn');--> statement-breakpoint
CREATE INDEX `review_of_team` ON `review` (`team_id`,`began_at`);--> statement-breakpoint
CREATE INDEX `review_of_coach` ON `review` (`coach_id`,`began_at`);--> statement-breakpoint
CREATE TABLE `review_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`body` text NOT NULL,
	`author_id` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `review_comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answer_of_comment` ON `review_answer` (`comment_id`,`answered_at`);--> statement-breakpoint
CREATE TABLE `review_check` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`line` text NOT NULL,
	`mark` text,
	`handed_mark` text,
	`marked_by` text NOT NULL,
	`marked_at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_check_line" CHECK("review_check"."line" in ('prediction_because', 'small_scale', 'data_answers', 'over_time', 'built_on_last', 'learning_written')),
	CONSTRAINT "review_check_mark" CHECK("review_check"."mark" in ('yes', 'partly', 'not_yet')),
	CONSTRAINT "review_check_handed_mark" CHECK("review_check"."handed_mark" in ('yes', 'partly', 'not_yet'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_check_once` ON `review_check` (`review_id`,`line`);--> statement-breakpoint
CREATE TABLE `review_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`stage` text NOT NULL,
	`field` text,
	`question_id` text,
	`measure_id` text,
	`group_id` text,
	`point_on` text,
	`said_then` text DEFAULT '' NOT NULL,
	`author_id` text NOT NULL,
	`written_at` integer NOT NULL,
	`handed_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `learning_question`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_comment_kind" CHECK("review_comment"."kind" in ('ask', 'suggest', 'celebrate')),
	CONSTRAINT "review_comment_stage" CHECK("review_comment"."stage" in ('plan', 'do', 'study', 'act')),
	CONSTRAINT "review_comment_field" CHECK("review_comment"."field" in ('objective', 'question', 'prediction', 'because', 'tasks', 'data_plan', 'carried_out', 'observations', 'result', 'learned', 'why')),
	CONSTRAINT "review_comment_point_on" CHECK("review_comment"."point_on" is null or (length("review_comment"."point_on") = 10 and "review_comment"."point_on" like '____-__-__')),
	CONSTRAINT "review_comment_point" CHECK(("review_comment"."point_on" is null) = ("review_comment"."measure_id" is null) and ("review_comment"."point_on" is null) = ("review_comment"."group_id" is null))
);
--> statement-breakpoint
CREATE INDEX `comment_of_review` ON `review_comment` (`review_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `review_settlement` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`settled_by` text NOT NULL,
	`settled_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `review_comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_settlement_comment_id_unique` ON `review_settlement` (`comment_id`);--> statement-breakpoint
CREATE TABLE `review_step` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`to_stage` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`texts` text,
	`taken_by` text NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "review_step_stage" CHECK("review_step"."to_stage" in ('requested', 'in_progress', 'returned', 'done', 'withdrawn'))
);
--> statement-breakpoint
CREATE INDEX `step_of_review` ON `review_step` (`review_id`,`taken_at`);--> statement-breakpoint
CREATE TABLE `team_score` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`scorer` text NOT NULL,
	`score` real NOT NULL,
	`because` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`scored_by` text NOT NULL,
	`scored_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scored_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_score_scorer" CHECK("team_score"."scorer" in ('team', 'coach')),
	CONSTRAINT "team_score_month" CHECK("team_score"."month" is null or (length("team_score"."month") = 10 and "team_score"."month" like '____-__-__')),
	CONSTRAINT "team_score_step" CHECK("team_score"."score" between 0.5 and 5 and "team_score"."score" * 2 = cast("team_score"."score" * 2 as integer))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_score_once` ON `team_score` (`team_id`,`month`,`scorer`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_activity_event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`post_id` text,
	`review_id` text,
	`about_person_id` text,
	`about_id` text,
	`detail` text DEFAULT '' NOT NULL,
	`happened_at` integer NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `review`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_kind" CHECK("__new_activity_event"."kind" in ('cycle_started', 'cycle_stage_entered', 'cycle_returned', 'cycle_stopped', 'cycle_decided', 'measure_created', 'measure_changed', 'data_recorded', 'data_corrected', 'data_deleted', 'data_imported', 'import_undone', 'aim_changed', 'person_joined', 'measure_adopted', 'definition_changed', 'baseline_frozen', 'baseline_released', 'phase_begun', 'phase_removed', 'annotation_added', 'annotation_removed', 'point_excluded', 'point_included', 'post_shared', 'post_changed', 'post_withdrawn', 'post_hidden', 'post_shown_again', 'post_commented', 'post_mentioned', 'cycle_replicated', 'replication_decided', 'review_requested', 'review_begun', 'review_returned', 'review_done', 'review_answered', 'review_withdrawn', 'team_scored', 'nudge_sent', 'contact_noted', 'coach_began', 'coach_ended'))
);
--> statement-breakpoint
INSERT INTO `__new_activity_event`("id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "post_id", "review_id", "about_person_id", "about_id", "detail", "happened_at", "told_at") SELECT "id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "post_id", null, null, null, "detail", "happened_at", "happened_at" FROM `activity_event`;--> statement-breakpoint
DROP TABLE `activity_event`;--> statement-breakpoint
ALTER TABLE `__new_activity_event` RENAME TO `activity_event`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `activity_of_team` ON `activity_event` (`team_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `activity_untold` ON `activity_event` (`happened_at`) WHERE "activity_event"."told_at" is null;--> statement-breakpoint
ALTER TABLE `coach_assignment` ADD `began_on` text;