import type { MeasureStory } from './team-story';

/** A measure that a facilitator defined for a cohort; `laterDefinition` is what it said from some day on. */
export type SharedMeasureStory = MeasureStory & { laterDefinition: string | null };

/** Of this year’s cohort. */
export const runningCohortMeasures: SharedMeasureStory[] = [
  {
    name: 'Here every day this week',
    level: 'outcome',
    kind: 'proportion',
    direction: 'increase',
    unit: '%',
    definition:
      'Of the students with disabilities on this team’s rosters on Monday, how many were marked present in the first lesson on every day the school was open that week. A late arrival counts as present; a suspension counts as absent. The attendance clerk’s export on Friday afternoon decides.',
    laterDefinition: null,
    frequency: 'weekly',
    groups: ['swd'],
    baseline: 71,
    spread: 9,
    change: 0,
    goal: 85,
    groupSize: 14,
  },
  {
    name: 'Minutes of reading of one’s own',
    level: 'driver',
    kind: 'mean',
    direction: 'increase',
    unit: 'minutes',
    definition:
      'Minutes set aside for reading on Wednesday, by the clock, from the first student with a book open to the last one closed. Mean of the classes of the team.',
    laterDefinition:
      'Minutes in which a student with an IEP was seen reading on Wednesday: two students for each class, drawn on Monday, watched once a minute. Finding a book and settling down do not count. Mean of the students watched.',
    frequency: 'weekly',
    groups: ['swd'],
    baseline: 19,
    spread: 2.4,
    change: -6,
    goal: 20,
    groupSize: 8,
  },
  {
    name: 'Planning minutes the change took',
    level: 'balancing',
    kind: 'mean',
    direction: 'decrease',
    unit: 'minutes',
    definition:
      'Minutes outside lessons that each teacher of the team spent this week on preparing the change and on collecting its data, from memory on Friday, to the nearest five. Mean of the team. Regular planning meetings do not count.',
    laterDefinition: null,
    frequency: 'weekly',
    groups: ['all'],
    baseline: 35,
    spread: 6,
    change: 0,
    goal: null,
    groupSize: 3,
  },
];

/** Of last year’s cohort, which has ended. */
export const finishedCohortMeasures: SharedMeasureStory[] = [
  {
    name: 'In class from bell to bell',
    level: 'outcome',
    kind: 'proportion',
    direction: 'increase',
    unit: '%',
    definition:
      'On Thursday: of the students with disabilities on the roster, how many were in the room for the whole first period. A visit to the nurse counts as in the room; a pull-out service does not.',
    laterDefinition: null,
    frequency: 'every_two_weeks',
    groups: ['swd'],
    baseline: 64,
    spread: 8,
    change: 0,
    goal: 80,
    groupSize: 12,
  },
  {
    name: 'Lesson minutes given up',
    level: 'balancing',
    kind: 'mean',
    direction: 'decrease',
    unit: 'minutes',
    definition:
      'Minutes of planned lessons that gave way to the change or to counting it this week. Mean of the classes of the team, written down on the day itself.',
    laterDefinition: null,
    frequency: 'every_two_weeks',
    groups: ['all'],
    baseline: 22,
    spread: 5,
    change: 0,
    goal: null,
    groupSize: 3,
  },
];
