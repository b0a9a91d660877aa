import type { Decision, PredictionVerdict } from '#db/vocabulary';
import type { PostCard } from '~/features/feed/post';
import type { DaySpan } from '../time-span';

/** Who took part. Counts of teams, meetings and grown-ups; none of students. */
export type ParticipationFigures = {
  teams: number;
  schools: number;
  /** Teams that had a cycle open at some time of the span. */
  teamsWithCycle: number;
  begun: number;
  completed: number;
  stopped: number;
  schoolWeeks: number;
  teamsWithNumbers: number;
  /** Teams with a number in at least half of their school weeks. */
  teamsRegular: number;
  meetings: number;
  /** People who came to at least one meeting, and the teams they came with. */
  people: number;
  teamsAtMeetings: number;
};

/** An idea of the catalogue, by what teams told the whole network under their names. */
export type TriedIdea = { ideaId: string; name: string; teams: number; cycles: number };

/** What is inside cycles, counted over whole months; null where too few teams of these months have some. */
export type Inside<Word extends string> = { counts: Record<Word, number>; months: DaySpan } | null;

export type TriedFigures = {
  /** Cycles that were open at some time of the span. */
  cycles: number;
  decisions: Inside<Decision>;
  ideas: TriedIdea[];
};

export type SharedSynthesis = { id: string; title: string; signedAs: string; claims: string[] };

export type LearnedFigures = {
  verdicts: Inside<PredictionVerdict>;
  syntheses: SharedSynthesis[];
};

export type PostFigures = {
  /** Shared with the whole network by name, within the span. */
  wins: number;
  losses: number;
  /** Wins and losses that stayed within the cohort. */
  withinCohort: number;
  /** The chosen posts that may be shown now, in their order. */
  posts: PostCard[];
};

export type GroupFigures = {
  groupName: string;
  /** The pooled chart as released; null where numbers are not shown. */
  chart: PostCard['chart'];
  /** Each point as it is shown, with the days it stands for. */
  points: { from: string; to: string; show: string; teams: number }[];
  /** `6 to 7 teams` */
  teams: string;
  /** Why no numbers are shown; empty where they are. */
  why: string;
};

export type MeasureFigures = {
  id: string;
  name: string;
  adopted: number;
  why: string;
  groups: GroupFigures[];
};

/** An idea that went from one school to another, as far as teams told each other. */
export type MovedIdea = { ideaId: string; name: string; schools: number; cycles: number };

/** Everything in a report that is worked out. All of it may leave the network. */
export type ReportFigures = {
  participation: ParticipationFigures;
  tried: TriedFigures;
  learned: LearnedFigures;
  wins_and_losses: PostFigures;
  shared_measures: MeasureFigures[];
  ideas: MovedIdea[];
};
