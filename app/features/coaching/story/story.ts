import type { ContactKind, CycleScale, Decision, PostKind, ReviewStage, Scorer } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

/** A cycle's beginning and its end, one way or the other. */
export type CycleInStory = {
  id: string;
  rampId: string;
  number: number;
  changeIdea: string;
  scale: CycleScale;
  beganAt: number;
  beganByName: string;
  decision: { decision: Decision; why: string; decidedAt: number; decidedByName: string } | null;
  stop: { reason: string; stoppedAt: number } | null;
};

/** A coach's reading of a cycle: of its comments only those that the team has. */
export type ReviewInStory = {
  id: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  stage: ReviewStage;
  asks: string;
  requestedByName: string | null;
  coachId: string | null;
  coachName: string | null;
  beganAt: number;
  feedbackAt: number | null;
  endedAt: number | null;
  /** Questions and ideas handed to the team, and how many of them are settled. */
  questions: number;
  ideas: number;
  settled: number;
};

export type ContactInStory = {
  id: string;
  coachName: string;
  kind: ContactKind;
  happenedOn: SchoolDay;
  note: string;
  notedAt: number;
};

export type ScoreInStory = {
  id: string;
  month: SchoolDay;
  scorer: Scorer;
  score: number;
  because: string;
  scoredByName: string;
  scoredAt: number;
};

export type CoachInStory = { assignmentId: string; name: string; personId: string; beganOn: SchoolDay };

/** A change that a chart shows, from the day it begins. */
export type SignalInStory = {
  measureId: string;
  measureName: string;
  groupId: string;
  groupName: string;
  /** `9 in a row above the median` */
  words: string;
  beganOn: SchoolDay;
};

export type PostInStory = { id: string; kind: PostKind; title: string; sharedAt: number };

/** What people did beside cycles: joined, wrote the aim, made measures. */
export type EventInStory = {
  id: string;
  kind: 'person_joined' | 'aim_changed' | 'measure_created' | 'measure_adopted' | 'definition_changed';
  actorName: string;
  measureId: string | null;
  measureName: string | null;
  happenedAt: number;
};

/** Something a team has said it will do in a cycle that is open. */
export type Commitment = {
  id: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  what: string;
  who: string;
  dueOn: SchoolDay | null;
};
