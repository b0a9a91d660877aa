import type { CaseloadReason, MeasureFrequency, WorkingStage } from '#db/vocabulary';
import type { DayOff } from '~/features/people/days-off';
import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';
import type { CaseloadScope } from './caseload-filter';
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
  /** Some question says what is expected of a measure; of something without one; of nothing. */
  prediction: 'measurable' | 'no_measure' | 'none';
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
  /** Since when it waits: asked, asked again, begun, or answered on that day. */
  since: SchoolDay;
  /** The team asked; else a coach began it. */
  byTeam: boolean;
  /** Whoever looks at the caseload reads it; else another coach does, or will. */
  mine: boolean;
  /** Who took it up; null before anybody did. */
  coachName: string | null;
  /** When it last came back to the team; null before it ever did. */
  returnedOn: SchoolDay | null;
  /** The team has asked to look again since it came back. */
  askedAgain: boolean;
  /** The step that began this turn: the newest return, or the team's asking again after it. Null before it ever came back. */
  turnId: string | null;
};

/** A review that came back to the team and is not answered yet. */
export type ReturnedReview = {
  id: string;
  cycleId: string;
  since: SchoolDay;
  /** Questions and suggestions that nobody has answered; none where only words came back. */
  open: number;
};

/** The newest nudge to a team. */
export type LastNudge = { on: SchoolDay; coachName: string; mine: boolean };

/** A team as the rules of the caseload look at it. */
export type TeamFacts = {
  teamId: string;
  today: SchoolDay;
  /** Those of the network and of the team's LEA. */
  daysOff: DayOff[];
  cycles: CaseloadCycle[];
  measures: CaseloadMeasure[];
  reviews: CaseloadReview[];
  returned: ReturnedReview[];
  /** Null where none was sent lately. */
  nudge: LastNudge | null;
  /** When one of its members last did something that is recorded; the day the team was made before that. */
  lastOwnDay: SchoolDay;
  /** One of its members has done something that is recorded. */
  hasActed: boolean;
  /** Every cohort it was in has ended. */
  yearIsOver: boolean;
};

/** A sentence in pieces; `strong` ones stand out. */
export type Words = (string | { strong: string })[];

/** Why somebody should look at a team. */
export type Reason = {
  reason: CaseloadReason;
  /** What `restKey` lays aside: a review (and the step of its turn), cycle or measure; empty where it is about the team. */
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
export type Rest = {
  id: string;
  reason: CaseloadReason;
  aboutId: string;
  until: SchoolDay;
  /** The day on which it was laid aside. */
  restedOn: SchoolDay;
};

/**
 * Where a team stands in the caseload: it needs somebody; a coach's words are with it; it is at work; or nothing of that.
 * The order is that of the page.
 */
export const caseloadGroups = ['now', 'with_team', 'well', 'quiet'] as const;
export type CaseloadGroup = (typeof caseloadGroups)[number];

/** What is with a team, and what the rules make of it. */
export type Waiting = { words: string; explanation: string };

/** A team as the caseload shows it. */
export type CaseloadTeam = {
  id: string;
  name: string;
  schoolName: string;
  /** `Cycle 2 · Check-in before the quiz`; empty where there is none. */
  about: string;
  coached: boolean;
  group: CaseloadGroup;
  /** Longest waiting first, review requests before all. Empty outside `now`. */
  reasons: Reason[];
  /** Reasons that wait while a coach's words are with the team. */
  held: Reason[];
  waits: Waiting[];
  /** What rests, or how quiet it is; empty where neither is to be said. */
  standing: string;
  /** Words of the team that belong to the first reason; empty where there are none. */
  lastNote: string;
  /** What its members did last, where it is going well. */
  lastDone: string;
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
  groups: Record<CaseloadGroup, CaseloadTeam[]>;
  matching: Record<CaseloadGroup, number>;
  page: number;
  pages: number;
  resting: RestingReason[];
  /** The days off that hold today for some of these teams, in words. */
  breaks: string[];
  /** Half of what teams asked the actor to read was back within so many milliseconds; null without any. */
  medianMs: number | null;
  options: PlaceOptions;
};

/** The caseload on This week: the first teams that need this coach, or a coach at all for who coaches none of them. */
export type CaseloadGlance = { scope: CaseloadScope; total: number; needing: number; first: CaseloadTeam[] };
