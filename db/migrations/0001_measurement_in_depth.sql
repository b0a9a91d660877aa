CREATE TABLE `data_import_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`measure_id` text NOT NULL,
	`row_count` integer NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_measure_once` ON `data_import_measure` (`import_id`,`measure_id`);--> statement-breakpoint
CREATE TABLE `data_import_report` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_import_report_import_id_unique` ON `data_import_report` (`import_id`);--> statement-breakpoint
CREATE TABLE `excluded_point` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`date` text NOT NULL,
	`reason` text NOT NULL,
	`excluded_by` text NOT NULL,
	`excluded_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`excluded_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "excluded_point_date" CHECK("excluded_point"."date" is null or (length("excluded_point"."date") = 10 and "excluded_point"."date" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `excluded_point_once` ON `excluded_point` (`measure_id`,`group_id`,`date`);--> statement-breakpoint
CREATE TABLE `frozen_baseline` (
	`id` text PRIMARY KEY NOT NULL,
	`measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`through_date` text NOT NULL,
	`frozen_by` text NOT NULL,
	`frozen_at` integer NOT NULL,
	FOREIGN KEY (`measure_id`) REFERENCES `measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`frozen_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "frozen_baseline_through" CHECK("frozen_baseline"."through_date" is null or (length("frozen_baseline"."through_date") = 10 and "frozen_baseline"."through_date" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frozen_baseline_once` ON `frozen_baseline` (`measure_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`columns` text NOT NULL,
	`mapping` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mapping_once` ON `import_mapping` (`team_id`,`columns`);--> statement-breakpoint
CREATE TABLE `shared_measure` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`kind` text NOT NULL,
	`direction` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`frequency` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohort`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shared_measure_level" CHECK("shared_measure"."level" in ('outcome', 'driver', 'process', 'balancing', 'cycle_only')),
	CONSTRAINT "shared_measure_kind" CHECK("shared_measure"."kind" in ('proportion', 'mean', 'count', 'rate')),
	CONSTRAINT "shared_measure_direction" CHECK("shared_measure"."direction" in ('increase', 'decrease', 'none')),
	CONSTRAINT "shared_measure_frequency" CHECK("shared_measure"."frequency" in ('daily', 'weekly', 'every_two_weeks', 'monthly'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_measure_name_in_cohort` ON `shared_measure` (`cohort_id`,`name`);--> statement-breakpoint
CREATE TABLE `shared_measure_group` (
	`id` text PRIMARY KEY NOT NULL,
	`shared_measure_id` text NOT NULL,
	`group_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`shared_measure_id`) REFERENCES `shared_measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `student_group`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_measure_group_once` ON `shared_measure_group` (`shared_measure_id`,`group_id`);--> statement-breakpoint
CREATE TABLE `shared_measure_version` (
	`id` text PRIMARY KEY NOT NULL,
	`shared_measure_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`in_force_from` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`shared_measure_id`) REFERENCES `shared_measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shared_measure_version_in_force_from" CHECK("shared_measure_version"."in_force_from" is null or (length("shared_measure_version"."in_force_from") = 10 and "shared_measure_version"."in_force_from" like '____-__-__'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shared_measure_version_number` ON `shared_measure_version` (`shared_measure_id`,`number`);--> statement-breakpoint
INSERT INTO `data_import_measure`("id", "import_id", "measure_id", "row_count") SELECT "id", "id", "measure_id", "row_count" FROM `data_import`;--> statement-breakpoint
CREATE TABLE `__new_data_import` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`file_name` text NOT NULL,
	`row_count` integer NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`imported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_data_import`("id", "team_id", "file_name", "row_count", "imported_by", "imported_at", "undone_at", "undone_by") SELECT i."id", m."team_id", i."file_name", i."row_count", i."imported_by", i."imported_at", i."undone_at", i."undone_by" FROM `data_import` i INNER JOIN `measure` m ON m."id" = i."measure_id";--> statement-breakpoint
DROP TABLE `data_import`;--> statement-breakpoint
ALTER TABLE `__new_data_import` RENAME TO `data_import`;--> statement-breakpoint
CREATE INDEX `import_of_measure` ON `data_import_measure` (`measure_id`);--> statement-breakpoint
CREATE INDEX `import_of_team` ON `data_import` (`team_id`);--> statement-breakpoint
INSERT INTO `frozen_baseline`("id", "measure_id", "group_id", "through_date", "frozen_by", "frozen_at") SELECT lower(hex(randomblob(16))), p."measure_id", p."group_id", p."date", m."created_by", m."created_at" FROM (SELECT "measure_id", "group_id", "date", row_number() OVER (PARTITION BY "measure_id", "group_id" ORDER BY "date") AS n FROM `data_point`) p INNER JOIN `measure` m ON m."id" = p."measure_id" AND m."baseline_points" = p.n;--> statement-breakpoint
CREATE TABLE `__new_measure` (
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
	`shared_measure_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `team`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collector_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shared_measure_id`) REFERENCES `shared_measure`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measure_level" CHECK("__new_measure"."level" in ('outcome', 'driver', 'process', 'balancing', 'cycle_only')),
	CONSTRAINT "measure_kind" CHECK("__new_measure"."kind" in ('proportion', 'mean', 'count', 'rate')),
	CONSTRAINT "measure_direction" CHECK("__new_measure"."direction" in ('increase', 'decrease', 'none')),
	CONSTRAINT "measure_frequency" CHECK("__new_measure"."frequency" in ('daily', 'weekly', 'every_two_weeks', 'monthly')),
	CONSTRAINT "measure_goal_on" CHECK("__new_measure"."goal_on" is null or (length("__new_measure"."goal_on") = 10 and "__new_measure"."goal_on" like '____-__-__'))
);
--> statement-breakpoint
INSERT INTO `__new_measure`("id", "team_id", "name", "level", "kind", "direction", "unit", "frequency", "goal", "goal_on", "collector_id", "shared_measure_id", "version", "created_by", "created_at") SELECT "id", "team_id", "name", "level", "kind", "direction", "unit", "frequency", "goal", "goal_on", "collector_id", null, "version", "created_by", "created_at" FROM `measure`;--> statement-breakpoint
DROP TABLE `measure`;--> statement-breakpoint
ALTER TABLE `__new_measure` RENAME TO `measure`;--> statement-breakpoint
CREATE UNIQUE INDEX `measure_name_in_team` ON `measure` (`team_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_adopted_once` ON `measure` (`team_id`,`shared_measure_id`);--> statement-breakpoint
CREATE INDEX `adoptions_of_shared_measure` ON `measure` (`shared_measure_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `measure_of_kind` ON `measure` (`id`,`kind`);--> statement-breakpoint
CREATE TABLE `__new_activity_event` (
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
	CONSTRAINT "activity_kind" CHECK("__new_activity_event"."kind" in ('cycle_started', 'cycle_stage_entered', 'cycle_returned', 'cycle_stopped', 'cycle_decided', 'measure_created', 'measure_changed', 'data_recorded', 'data_corrected', 'data_deleted', 'data_imported', 'import_undone', 'aim_changed', 'person_joined', 'measure_adopted', 'definition_changed', 'baseline_frozen', 'baseline_released', 'phase_begun', 'phase_removed', 'annotation_added', 'annotation_removed', 'point_excluded', 'point_included'))
);
--> statement-breakpoint
INSERT INTO `__new_activity_event`("id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "detail", "happened_at") SELECT "id", "kind", "actor_id", "team_id", "cycle_id", "measure_id", "detail", "happened_at" FROM `activity_event`;--> statement-breakpoint
DROP TABLE `activity_event`;--> statement-breakpoint
ALTER TABLE `__new_activity_event` RENAME TO `activity_event`;--> statement-breakpoint
CREATE INDEX `activity_of_team` ON `activity_event` (`team_id`,`happened_at`);