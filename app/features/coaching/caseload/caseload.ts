import type { CaseloadReason, MeasureFrequency, WorkingStage } from '#db/vocabulary';
import type { DayOff } from '~/features/people/days-off';
import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import type { PlaceOptions } from './place-options';

/** A cycle that is still worked on, as far as the caseload looks at it. */
export type CaseloadCycle = {
  id: string;
  number: number;
  changeIdea: string;
  stage: WorkingStage;
  plannedStart: SchoolDay;
  plannedEnd: SchoolDay;
  /** The day it entered the stage it stands in. */
  enteredOn: SchoolDay;
  /** Some question of it names a measure and says what is expected of it. */
  predicts: boolean;
  /** The measures of its questions and its data plan. */
  measureIds: string[];
};

/** A change that a chart shows, toward what is wanted or away from it. `from` is null where it rests on no single run. */
export type CaseloadSignal = {
  groupId: string;
  groupName: string;
  tone: 'toward' | 'away';
  from: SchoolDay | null;
  to: SchoolDay;
  headline: string;
};

export type CaseloadMeasure = {
  id: string;
  name: string;
  frequency: MeasureFrequency;
  /** The day of the newest number; null before any. */
  newest: SchoolDay | null;
  signals: CaseloadSignal[];
};

/** An open review in which the next step is the coach's. */
export type CaseloadReview = {
  id: string;
  cycleId: string;
  /** `asked`: nobody has taken it up; `reading`: begun, nothing handed back; `answered`: the team has answered all of it. */
  state: 'asked' | 'reading' | 'answered';
  /** Where the cycle stood when it began. */
  stage: WorkingStage;
  /** Since when it waits: asked, begun, or answered on that day. */
  since: SchoolDay;
  /** The team asked; else a coach began it. */
  byTeam: boolean;
  /** Whoever looks at the caseload reads it; else another coach does, or will. */
  mine: boolean;
};

/** A team as the rules of the caseload look at it. */
export type TeamFacts = {
  teamId: string;
  today: SchoolDay;
  /** Those of the network and of the team's LEA. */
  daysOff: DayOff[];
  cycles: CaseloadCycle[];
  measures: CaseloadMeasure[];
  reviews: CaseloadReview[];
  /** When one of its members last did something that is recorded; the day the team was made before that. */
  lastOwnDay: SchoolDay;
  /** Every cohort it was in has ended. */
  yearIsOver: boolean;
};

/** A sentence in pieces; `strong` ones stand out. */
export type Words = (string | { strong: string })[];

/** Why a team is in the first part of the caseload. */
export type Reason = {
  reason: CaseloadReason;
  /** The review, cycle or measure it is about; empty where it is about the team. */
  aboutId: string;
  /** The cycle to open, where there is one. */
  cycleId: string | null;
  measureId: string | null;
  /** Since when it waits. */
  since: SchoolDay;
  words: Words;
  /** "Why does it say this?": the rule, and the days and numbers it rests on. */
  explanation: string;
};

/** A reason that one person has laid aside until a day. */
export type Rest = { id: string; reason: CaseloadReason; aboutId: string; until: SchoolDay };

/** A team as the caseload shows it. */
export type CaseloadTeam = {
  id: string;
  name: string;
  schoolName: string;
  /** `Cycle 2 · Check-in before the quiz`; empty where there is none. */
  about: string;
  coached: boolean;
  /** Longest waiting first, review requests before all. Empty where it is going well. */
  reasons: Reason[];
  /** Words of the team that belong to the first reason; empty where there are none. */
  lastNote: string;
  /** What its members did last, where it is going well. */
  lastDone: string;
  resting: number;
  chart: SmallChart | null;
  /** What the chart shows, in words. */
  verdict: string;
};

export type RestingReason = Rest & { teamId: string; teamName: string; schoolName: string };

/** Where the button of a reason leads. */
export type NextMove = { label: string; path: string };

export type CaseloadView = {
  /** Teams of the chosen scope, and how many of them need somebody. */
  total: number;
  needing: number;
  /** Those that the filter lets through, on this page. */
  now: CaseloadTeam[];
  well: CaseloadTeam[];
  matching: { now: number; well: number };
  page: number;
  pages: number;
  resting: RestingReason[];
  /** The days off that hold today for some of these teams, in words. */
  breaks: string[];
  /** Half of what teams asked the actor to read was back within so many milliseconds; null without any. */
  medianMs: number | null;
  options: PlaceOptions;
};

/** What a coach sees of the caseload on This week: the first teams that need them. */
export type CaseloadGlance = { total: number; needing: number; first: CaseloadTeam[] };
