import type { Decision } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

/** A team that could present, and whether it did in one of the last meetings. */
export type PresenterTeam = {
  id: string;
  name: string;
  schoolId: string;
  schoolName: string;
  presentedLately: boolean;
};

/** What is known of a cycle that could be presented. Nothing of it comes from a post with a hidden signature. */
export type PresenterCycle = {
  id: string;
  teamId: string;
  number: number;
  changeIdea: string;
  /** The same for cycles that test one change idea. */
  ideaKey: string;
  isFinished: boolean;
  decision: { word: Decision; on: SchoolDay; hasLesson: boolean } | null;
  /** Predictions that turned out not as predicted, with the confidence (1 to 5) of those who made them. */
  misses: { question: string; confidence: number; on: SchoolDay }[];
  /** Runs in the wanted direction in its measures, in its days. */
  signals: { chart: string; from: SchoolDay; to: SchoolDay }[];
  /** Puzzles of it that were shared by name. */
  puzzles: { title: string; on: SchoolDay }[];
  /** Questions to the coach that nobody has taken up. */
  waits: { asks: string; on: SchoolDay }[];
  /** Shared with a hidden signature, it or another cycle of its ramp: it is no subject for a presentation by name. */
  isHidden: boolean;
};

export type PresenterFacts = { teams: PresenterTeam[]; cycles: PresenterCycle[] };

export type PresenterReason =
  | { kind: 'miss'; question: string; confidence: number; on: SchoolDay }
  | { kind: 'lesson'; on: SchoolDay }
  | { kind: 'signal'; chart: string; from: SchoolDay }
  | { kind: 'puzzle'; title: string; on: SchoolDay }
  | { kind: 'wait'; asks: string; on: SchoolDay }
  | { kind: 'idea'; idea: string; teams: number };

/** What a presentation would be about: a win, a loss, or help that is wanted. */
export type PresenterSide = 'win' | 'loss' | 'puzzle';

export type Suggestion = {
  team: PresenterTeam;
  cycle: Pick<PresenterCycle, 'id' | 'number' | 'changeIdea'>;
  side: PresenterSide;
  reason: PresenterReason;
};
