CREATE TABLE `attendance` (
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	PRIMARY KEY(`meeting_id`, `person_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_of_person` ON `attendance` (`person_id`);--> statement-breakpoint
CREATE TABLE `commitment` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text,
	`team_id` text,
	`cycle_id` text,
	`what` text NOT NULL,
	`person_id` text,
	`by_when` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`kept_at` integer,
	`kept_by` text,
	`let_go_at` integer,
	`let_go_by` text,
	`let_go_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`let_go_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitment_by_when" CHECK("commitment"."by_when" is null or (length("commitment"."by_when") = 10 and "commitment"."by_when" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `commitment_of_meeting` ON `commitment` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `commitment_of_team` ON `commitment` (`team_id`,`by_when`);--> statement-breakpoint
CREATE INDEX `commitment_of_cycle` ON `commitment` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `commitment_of_person` ON `commitment` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cohort_id` text,
	`team_id` text,
	`series_id` text,
	`title` text NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`day` text NOT NULL,
	`time` text NOT NULL,
	`time_zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`agenda_version` integer DEFAULT 1 NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`announced_at` integer,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancelled_why` text DEFAULT '' NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `meeting_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_kind" CHECK("meeting"."kind" in ('network_day', 'cohort_huddle', 'team_meeting')),
	CONSTRAINT "meeting_day" CHECK("meeting"."day" is null or (length("meeting"."day") = 10 and "meeting"."day" like '____-__-__')),
	CONSTRAINT "meeting_time" CHECK("meeting"."time" glob '[0-2][0-9]:[0-5][0-9]'),
	CONSTRAINT "meeting_minutes" CHECK("meeting"."minutes" between 5 and 720),
	CONSTRAINT "meeting_of_one" CHECK(("meeting"."cohort_id" is null) <> ("meeting"."team_id" is null)),
	CONSTRAINT "meeting_kind_of_team" CHECK(("meeting"."kind" = 'team_meeting') = ("meeting"."team_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `meeting_of_cohort` ON `meeting` (`cohort_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meeting_of_team` ON `meeting` (`team_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meeting_of_series` ON `meeting` (`series_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `meeting_invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text,
	`role` text,
	`answer` text,
	`answered_at` integer,
	`invited_by` text NOT NULL,
	`invited_at` integer NOT NULL,
	`withdrawn_at` integer,
	`mailed_sequence` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_invitation_role" CHECK("meeting_invitation"."role" in ('facilitator', 'timekeeper', 'note_taker')),
	CONSTRAINT "meeting_invitation_answer" CHECK("meeting_invitation"."answer" in ('yes', 'no', 'maybe'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_invitation_once` ON `meeting_invitation` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `meetings_of_person` ON `meeting_invitation` (`person_id`);--> statement-breakpoint
CREATE TABLE `meeting_minutes` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`edition` integer DEFAULT 0 NOT NULL,
	`sent_body` text,
	`sent_by` text,
	`sent_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`rhythm` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_series_rhythm" CHECK("meeting_series"."rhythm" in ('weekly', 'every_two_weeks', 'monthly', 'quarterly'))
);
--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`protocol_key` text DEFAULT '' NOT NULL,
	`team_id` text,
	`cycle_id` text,
	`post_id` text,
	`focus` text DEFAULT '' NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agenda_item_presents_one" CHECK("agenda_item"."post_id" is null or "agenda_item"."team_id" is null),
	CONSTRAINT "agenda_item_cycle_of_team" CHECK("agenda_item"."cycle_id" is null or "agenda_item"."team_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `item_of_meeting` ON `agenda_item` (`meeting_id`,`position`);--> statement-breakpoint
CREATE TABLE `agenda_step` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`speaks` text NOT NULL,
	`silent` text NOT NULL,
	`prompt` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agenda_step_speaks" CHECK("agenda_step"."speaks" in ('everyone', 'presenter', 'group', 'facilitator', 'nobody')),
	CONSTRAINT "agenda_step_silent" CHECK("agenda_step"."silent" in ('everyone', 'presenter', 'group', 'facilitator', 'nobody')),
	CONSTRAINT "agenda_step_minutes" CHECK("agenda_step"."minutes" between 1 and 240)
);
--> statement-breakpoint
CREATE INDEX `step_of_item` ON `agenda_step` (`item_id`,`position`);--> statement-breakpoint
CREATE TABLE `presentation` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`shown` text,
	`agreed_by` text,
	`agreed_at` integer,
	`declined_by` text,
	`declined_at` integer,
	`declined_why` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declined_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "presentation_shown" CHECK(("presentation"."shown" is null) = ("presentation"."agreed_at" is null)),
	CONSTRAINT "presentation_answer" CHECK("presentation"."agreed_at" is null or "presentation"."declined_at" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `presentation_once` ON `presentation` (`meeting_id`,`cycle_id`);--> statement-breakpoint
CREATE INDEX `presentation_of_team` ON `presentation` (`team_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `presentation_of_cycle` ON `presentation` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `protocol` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`made_from` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `protocol_name_key_unique` ON `protocol` (`name_key`);--> statement-breakpoint
CREATE TABLE `protocol_step` (
	`id` text PRIMARY KEY NOT NULL,
	`protocol_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`minutes` integer NOT NULL,
	`speaks` text NOT NULL,
	`silent` text NOT NULL,
	`prompt` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`protocol_id`) REFERENCES `protocol`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "protocol_step_speaks" CHECK("protocol_step"."speaks" in ('everyone', 'presenter', 'group', 'facilitator', 'nobody')),
	CONSTRAINT "protocol_step_silent" CHECK("protocol_step"."silent" in ('everyone', 'presenter', 'group', 'facilitator', 'nobody')),
	CONSTRAINT "protocol_step_minutes" CHECK("protocol_step"."minutes" between 1 and 240)
);
--> statement-breakpoint
CREATE INDEX `step_of_protocol` ON `protocol_step` (`protocol_id`,`position`);--> statement-breakpoint
CREATE TABLE `clock_press` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`move` text NOT NULL,
	`pressed_by` text NOT NULL,
	`pressed_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pressed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clock_press_move" CHECK("clock_press"."move" in ('start', 'pause', 'resume', 'extend', 'next', 'back', 'end'))
);
--> statement-breakpoint
CREATE INDEX `press_of_meeting` ON `clock_press` (`meeting_id`,`pressed_at`);--> statement-breakpoint
CREATE TABLE `contribution` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`author_id` text NOT NULL,
	`written_at` integer NOT NULL,
	`withdrawn_at` integer,
	`taken_up_at` integer,
	`taken_up_by` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_up_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contribution_kind" CHECK("contribution"."kind" in ('question', 'warm', 'cool', 'topic'))
);
--> statement-breakpoint
CREATE INDEX `contribution_of_meeting` ON `contribution` (`meeting_id`,`written_at`);--> statement-breakpoint
CREATE INDEX `contribution_of_item` ON `contribution` (`item_id`);--> statement-breakpoint
CREATE TABLE `contribution_vote` (
	`contribution_id` text NOT NULL,
	`person_id` text NOT NULL,
	`voted_at` integer NOT NULL,
	PRIMARY KEY(`contribution_id`, `person_id`),
	FOREIGN KEY (`contribution_id`) REFERENCES `contribution`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting_note` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`item_id` text NOT NULL,
	`state` blob NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `note_of_item` ON `meeting_note` (`item_id`);--> statement-breakpoint
CREATE INDEX `note_of_meeting` ON `meeting_note` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `meeting_room` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`edition` integer DEFAULT 1 NOT NULL,
	`step_id` text,
	`running_since` integer,
	`started_by` text,
	`started_at` integer,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`step_id`) REFERENCES `agenda_step`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `step_time` (
	`step_id` text PRIMARY KEY NOT NULL,
	`elapsed` integer DEFAULT 0 NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `agenda_step`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `cohort_report` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`title` text NOT NULL,
	`from_day` text NOT NULL,
	`through_day` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohort_report_from" CHECK("cohort_report"."from_day" is null or (length("cohort_report"."from_day") = 10 and "cohort_report"."from_day" like '____-__-__')),
	CONSTRAINT "cohort_report_through" CHECK("cohort_report"."through_day" is null or (length("cohort_report"."through_day") = 10 and "cohort_report"."through_day" like '____-__-__')),
	CONSTRAINT "cohort_report_in_order" CHECK("cohort_report"."from_day" <= "cohort_report"."through_day")
);
--> statement-breakpoint
CREATE INDEX `report_of_cohort` ON `cohort_report` (`cohort_id`,`through_day`);--> statement-breakpoint
CREATE TABLE `cohort_report_part` (
	`report_id` text NOT NULL,
	`part` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`shows_figures` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`report_id`, `part`),
	FOREIGN KEY (`report_id`) REFERENCES `cohort_report`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohort_report_part_word" CHECK("cohort_report_part"."part" in ('participation', 'tried', 'learned', 'wins_and_losses', 'shared_measures', 'ideas'))
);
--> statement-breakpoint
CREATE TABLE `cohort_report_post` (
	`report_id` text NOT NULL,
	`post_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`report_id`, `post_id`),
	FOREIGN KEY (`report_id`) REFERENCES `cohort_report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outgoing_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`meeting_id` text,
	`slot` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`made_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outgoing_mail_kind" CHECK("__new_outgoing_mail"."kind" in ('digest', 'immediate', 'invitation', 'minutes')),
	CONSTRAINT "outgoing_mail_state" CHECK("__new_outgoing_mail"."state" in ('waiting', 'sending', 'handing_over', 'sent', 'unsure', 'given_up'))
);
--> statement-breakpoint
INSERT INTO `__new_outgoing_mail`("id", "person_id", "kind", "meeting_id", "slot", "state", "attempts", "next_try_at", "problem", "made_at", "sent_at") SELECT "id", "person_id", "kind", null, "slot", "state", "attempts", "next_try_at", "problem", "made_at", "sent_at" FROM `outgoing_mail`;--> statement-breakpoint
DROP TABLE `outgoing_mail`;--> statement-breakpoint
ALTER TABLE `__new_outgoing_mail` RENAME TO `outgoing_mail`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outgoing_mail_slot_unique` ON `outgoing_mail` (`slot`);--> statement-breakpoint
CREATE INDEX `mail_to_send` ON `outgoing_mail` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `__new_activity_event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`post_id` text,
	`review_id` text,
	`meeting_id` text,
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
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`about_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_kind" CHECK("__new_activity_event"."kind" in ('cycle_started', 'cycle_stage_entered', 'cycle_returned', 'cycle_stopped', 'cycle_decided', 'measure_created', 'measure_changed', 'data_recorded', 'data_corrected', 'data_deleted', 'data_imported', 'import_undone', 'aim_changed', 'person_joined', 'measure_adopted', 'definition_changed', 'baseline_frozen', 'baseline_released', 'phase_begun', 'phase_removed', 'annotation_added', 'annotation_removed', 'point_excluded', 'point_included', 'post_shared', 'post_changed', 'post_withdrawn', 'post_hidden', 'post_shown_again', 'post_commented', 'post_mentioned', 'cycle_replicated', 'replication_decided', 'review_requested', 'review_begun', 'review_returned', 'review_done', 'review_answered', 'review_withdrawn', 'team_scored', 'nudge_sent', 'contact_noted', 'coach_began', 'coach_ended', 'presentation_asked', 'presentation_agreed', 'presentation_declined', 'meeting_feedback', 'commitment_made', 'commitment_changed', 'commitment_kept'))
);
--> statement-breakpoint
INSERT INTO `__new_activity_event`("id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "post_id", "review_id", "meeting_id", "about_person_id", "about_id", "detail", "happened_at", "told_at") SELECT "id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "post_id", "review_id", null, "about_person_id", "about_id", "detail", "happened_at", "told_at" FROM `activity_event`;--> statement-breakpoint
DROP TABLE `activity_event`;--> statement-breakpoint
ALTER TABLE `__new_activity_event` RENAME TO `activity_event`;--> statement-breakpoint
CREATE INDEX `activity_of_team` ON `activity_event` (`team_id`,`happened_at`);--> statement-breakpoint
CREATE INDEX `activity_untold` ON `activity_event` (`happened_at`) WHERE "activity_event"."told_at" is null;--> statement-breakpoint
ALTER TABLE `disclosure_release` ADD `presentation_id` text;