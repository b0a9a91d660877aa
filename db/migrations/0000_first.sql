CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`person_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_of_person` ON `account` (`person_id`);--> statement-breakpoint
CREATE TABLE `administrator_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `administrator_assignment_person_id_unique` ON `administrator_assignment` (`person_id`);--> statement-breakpoint
CREATE TABLE `coach_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coach_assignment_ended_on" CHECK("coach_assignment"."ended_on" is null or (length("coach_assignment"."ended_on") = 10 and "coach_assignment"."ended_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `coach_of_team` ON `coach_assignment` (`team_id`);--> statement-breakpoint
CREATE INDEX `teams_of_coach` ON `coach_assignment` (`person_id`);--> statement-breakpoint
CREATE TABLE `cohort` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	CONSTRAINT "cohort_starts_on" CHECK("cohort"."starts_on" is null or (length("cohort"."starts_on") = 10 and "cohort"."starts_on" like '____-__-__')),
	CONSTRAINT "cohort_ends_on" CHECK("cohort"."ends_on" is null or (length("cohort"."ends_on") = 10 and "cohort"."ends_on" like '____-__-__')),
	CONSTRAINT "cohort_in_order" CHECK("cohort"."starts_on" <= "cohort"."ends_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohort_name_unique` ON `cohort` (`name`);--> statement-breakpoint
CREATE TABLE `cohort_team` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`team_id` text NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohort_team_once` ON `cohort_team` (`cohort_id`,`team_id`);--> statement-breakpoint
CREATE INDEX `cohort_of_team` ON `cohort_team` (`team_id`);--> statement-breakpoint
CREATE TABLE `facilitator_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "facilitator_assignment_ended_on" CHECK("facilitator_assignment"."ended_on" is null or (length("facilitator_assignment"."ended_on") = 10 and "facilitator_assignment"."ended_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitator_once` ON `facilitator_assignment` (`person_id`,`cohort_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_role` text,
	`team_id` text,
	`cohort_id` text,
	`school_id` text,
	`token_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`mailed_at` integer,
	`accepted_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_role" CHECK("invitation"."role" in ('teacher', 'coach', 'facilitator', 'sponsor', 'administrator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_of_inviter` ON `invitation` (`invited_by`);--> statement-breakpoint
CREATE TABLE `lea` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lea_name_unique` ON `lea` (`name`);--> statement-breakpoint
CREATE TABLE `network` (
	`id` text PRIMARY KEY NOT NULL,
	`only_row` integer DEFAULT 1 NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`run_chart_rules` text DEFAULT 'anhoj' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "network_is_one" CHECK("network"."only_row" = 1),
	CONSTRAINT "network_rules" CHECK("network"."run_chart_rules" in ('anhoj', 'ihi'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `network_only_row_unique` ON `network` (`only_row`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email_unique` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `school` (
	`id` text PRIMARY KEY NOT NULL,
	`lea_id` text NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`lea_id`) REFERENCES `lea`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_name_in_lea` ON `school` (`lea_id`,`name`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_of_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE TABLE `sponsor_assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`school_id` text,
	`lea_id` text,
	`ended_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lea_id`) REFERENCES `lea`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sponsor_of_one" CHECK(("sponsor_assignment"."school_id" is null) <> ("sponsor_assignment"."lea_id" is null)),
	CONSTRAINT "sponsor_assignment_ended_on" CHECK("sponsor_assignment"."ended_on" is null or (length("sponsor_assignment"."ended_on") = 10 and "sponsor_assignment"."ended_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `sponsor_of_person` ON `sponsor_assignment` (`person_id`);--> statement-breakpoint
CREATE TABLE `team` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`name` text NOT NULL,
	`grades` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`school_id`) REFERENCES `school`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `team_name_in_school` ON `team` (`school_id`,`name`);--> statement-breakpoint
CREATE TABLE `team_membership` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "membership_role" CHECK("team_membership"."role" in ('lead', 'general_educator', 'special_educator', 'other')),
	CONSTRAINT "membership_ended_on" CHECK("team_membership"."ended_on" is null or (length("team_membership"."ended_on") = 10 and "team_membership"."ended_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_once` ON `team_membership` (`team_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `membership_of_person` ON `team_membership` (`person_id`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `aim` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`what` text NOT NULL,
	`for_whom` text NOT NULL,
	`how_much` text NOT NULL,
	`by_when` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "aim_by_when" CHECK("aim"."by_when" is null or (length("aim"."by_when") = 10 and "aim"."by_when" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `aim_team_id_unique` ON `aim` (`team_id`);--> statement-breakpoint
CREATE TABLE `annotation` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`text` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "annotation_kind" CHECK("annotation"."kind" in ('event', 'change')),
	CONSTRAINT "annotation_date" CHECK("annotation"."date" is null or (length("annotation"."date") = 10 and "annotation"."date" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `annotation_of_measure` ON `annotation` (`measure_id`);--> statement-breakpoint
CREATE TABLE `data_import` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`file_name` text NOT NULL,
	`row_count` integer NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_of_measure` ON `data_import` (`measure_id`);--> statement-breakpoint
CREATE TABLE `data_point` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`value` real,
	`numerator` real,
	`denominator` real,
	`note` text DEFAULT '' NOT NULL,
	`import_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`,`kind`) REFERENCES `measure`(`id`,`kind`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "data_point_date" CHECK("data_point"."date" is null or (length("data_point"."date") = 10 and "data_point"."date" like '____-__-__')),
	CONSTRAINT "data_point_shape" CHECK(case when "data_point"."kind" in ('mean', 'count') then "data_point"."value" is not null and "data_point"."numerator" is null and "data_point"."denominator" is null else "data_point"."value" is null and "data_point"."numerator" is not null and "data_point"."denominator" is not null end),
	CONSTRAINT "data_point_count" CHECK("data_point"."kind" <> 'count' or "data_point"."value" >= 0),
	CONSTRAINT "data_point_numerator" CHECK("data_point"."numerator" is null or "data_point"."numerator" >= 0),
	CONSTRAINT "data_point_denominator" CHECK("data_point"."denominator" is null or "data_point"."denominator" >= 0),
	CONSTRAINT "data_point_proportion" CHECK("data_point"."kind" <> 'proportion' or "data_point"."numerator" <= "data_point"."denominator")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_point_once` ON `data_point` (`measure_id`,`group_id`,`date`);--> statement-breakpoint
CREATE INDEX `data_point_of_import` ON `data_point` (`import_id`);--> statement-breakpoint
CREATE TABLE `data_point_history` (
	`id` text PRIMARY KEY NOT NULL,
	`data_point_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`date` text NOT NULL,
	`value` real,
	`numerator` real,
	`denominator` real,
	`note` text NOT NULL,
	`import_id` text,
	`version` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`ended_by` text NOT NULL,
	`ended_at` integer NOT NULL,
	`ended_how` text NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `history_of_point` ON `data_point_history` (`data_point_id`);--> statement-breakpoint
CREATE INDEX `history_of_measure` ON `data_point_history` (`measure_id`,`group_id`,`date`);--> statement-breakpoint
CREATE TABLE `measure` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`frequency` text NOT NULL,
	`goal` real,
	`goal_on` text,
	`collector_id` text,
	`baseline_points` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collector_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_level" CHECK("measure"."level" in ('outcome', 'driver', 'process', 'balancing', 'cycle_only')),
	CONSTRAINT "measure_kind" CHECK("measure"."kind" in ('proportion', 'mean', 'count', 'rate')),
	CONSTRAINT "measure_direction" CHECK("measure"."direction" in ('increase', 'decrease', 'none')),
	CONSTRAINT "measure_frequency" CHECK("measure"."frequency" in ('daily', 'weekly', 'every_two_weeks', 'monthly')),
	CONSTRAINT "measure_goal_on" CHECK("measure"."goal_on" is null or (length("measure"."goal_on") = 10 and "measure"."goal_on" like '____-__-__')),
	CONSTRAINT "measure_baseline" CHECK("measure"."baseline_points" is null or "measure"."baseline_points" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_name_in_team` ON `measure` (`team_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_of_kind` ON `measure` (`id`,`kind`);--> statement-breakpoint
CREATE TABLE `measure_group` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`position` integer NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_group_ended_on" CHECK("measure_group"."ended_on" is null or (length("measure_group"."ended_on") = 10 and "measure_group"."ended_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_group_once` ON `measure_group` (`measure_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `measure_version` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`in_force_from` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_version_in_force_from" CHECK("measure_version"."in_force_from" is null or (length("measure_version"."in_force_from") = 10 and "measure_version"."in_force_from" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `measure_version_number` ON `measure_version` (`measure_id`,`number`);--> statement-breakpoint
CREATE TABLE `phase` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text,
	`starts_on` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "phase_starts_on" CHECK("phase"."starts_on" is null or (length("phase"."starts_on") = 10 and "phase"."starts_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `phase_of_measure` ON `phase` (`measure_id`);--> statement-breakpoint
CREATE TABLE `student_group` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`complement_id` text,
	FOREIGN KEY (`complement_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `student_group_key_unique` ON `student_group` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `student_group_name_unique` ON `student_group` (`name`);--> statement-breakpoint
CREATE TABLE `cycle` (
	`id` text PRIMARY KEY NOT NULL,
	`ramp_id` text NOT NULL,
	`team_id` text NOT NULL,
	`number` integer NOT NULL,
	`parent_id` text,
	`objective` text NOT NULL,
	`scale` text NOT NULL,
	`planned_start` text NOT NULL,
	`planned_end` text NOT NULL,
	`stage` text DEFAULT 'plan' NOT NULL,
	`carried_out` text,
	`carried_out_note` text DEFAULT '' NOT NULL,
	`learned` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`changed_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ramp_id`) REFERENCES `ramp`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_scale" CHECK("cycle"."scale" in ('one_student', 'small_group', 'one_class', 'several_classes', 'whole_school')),
	CONSTRAINT "cycle_stage" CHECK("cycle"."stage" in ('plan', 'do', 'study', 'act', 'complete', 'stopped')),
	CONSTRAINT "cycle_planned_start" CHECK("cycle"."planned_start" is null or (length("cycle"."planned_start") = 10 and "cycle"."planned_start" like '____-__-__')),
	CONSTRAINT "cycle_planned_end" CHECK("cycle"."planned_end" is null or (length("cycle"."planned_end") = 10 and "cycle"."planned_end" like '____-__-__')),
	CONSTRAINT "cycle_in_order" CHECK("cycle"."planned_start" <= "cycle"."planned_end")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_number_in_ramp` ON `cycle` (`ramp_id`,`number`);--> statement-breakpoint
CREATE INDEX `cycle_of_team` ON `cycle` (`team_id`,`stage`);--> statement-breakpoint
CREATE TABLE `cycle_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`decision` text NOT NULL,
	`why` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_decision_word" CHECK("cycle_decision"."decision" in ('adopt', 'adapt', 'abandon'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cycle_decision_cycle_id_unique` ON `cycle_decision` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `cycle_task` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`what` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`due_on` text,
	`place` text DEFAULT '' NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_due_on" CHECK("cycle_task"."due_on" is null or (length("cycle_task"."due_on") = 10 and "cycle_task"."due_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `task_of_cycle` ON `cycle_task` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `data_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`measure_id` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`how_often` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_plan_once` ON `data_plan` (`cycle_id`,`measure_id`);--> statement-breakpoint
CREATE TABLE `learning_question` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`question` text NOT NULL,
	`measure_id` text,
	`group_id` text,
	`expected_comparison` text,
	`expected_value` real,
	`expected_direction` text,
	`because` text DEFAULT '' NOT NULL,
	`confidence` integer,
	`predicted_at` integer,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "question_comparison" CHECK("learning_question"."expected_comparison" in ('at_least', 'at_most')),
	CONSTRAINT "question_direction" CHECK("learning_question"."expected_direction" in ('increase', 'decrease', 'no_change')),
	CONSTRAINT "question_confidence" CHECK("learning_question"."confidence" in (1, 2, 3, 4, 5)),
	CONSTRAINT "question_value" CHECK(("learning_question"."expected_value" is null) = ("learning_question"."expected_comparison" is null)),
	CONSTRAINT "question_group" CHECK(("learning_question"."measure_id" is null) = ("learning_question"."group_id" is null))
);
--> statement-breakpoint
CREATE INDEX `question_of_cycle` ON `learning_question` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `question_of_measure` ON `learning_question` (`measure_id`);--> statement-breakpoint
CREATE TABLE `observation` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`observed_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "observation_kind" CHECK("observation"."kind" in ('observation', 'unexpected_event')),
	CONSTRAINT "observation_on" CHECK("observation"."observed_on" is null or (length("observation"."observed_on") = 10 and "observation"."observed_on" like '____-__-__'))
);
--> statement-breakpoint
CREATE INDEX `observation_of_cycle` ON `observation` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `ramp` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`change_idea` text NOT NULL,
	`warrant` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ramp_of_team` ON `ramp` (`team_id`);--> statement-breakpoint
CREATE TABLE `stage_change` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`from_stage` text,
	`to_stage` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stage_change_of_cycle` ON `stage_change` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `study_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`verdict` text,
	`answered_by` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `learning_question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "study_verdict" CHECK("study_answer"."verdict" in ('as_predicted', 'partly', 'not_as_predicted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `study_answer_question_id_unique` ON `study_answer` (`question_id`);--> statement-breakpoint
CREATE TABLE `activity_event` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`team_id` text NOT NULL,
	`cycle_id` text,
	`measure_id` text,
	`detail` text DEFAULT '' NOT NULL,
	`happened_at` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycle`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_kind" CHECK("activity_event"."kind" in ('cycle_started', 'cycle_stage_entered', 'cycle_returned', 'cycle_stopped', 'cycle_decided', 'measure_created', 'measure_changed', 'data_recorded', 'data_corrected', 'data_deleted', 'data_imported', 'import_undone', 'aim_changed', 'person_joined'))
);
--> statement-breakpoint
CREATE INDEX `activity_of_team` ON `activity_event` (`team_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `draft` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draft_of_form` ON `draft` (`person_id`,`form`);