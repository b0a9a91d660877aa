CREATE TABLE `draft_ending` (
	`person_id` text NOT NULL,
	`form` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`person_id`, `form`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
