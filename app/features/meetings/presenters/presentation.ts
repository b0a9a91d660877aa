import type { Decision, PredictionVerdict } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';
import type { StoryboardView } from './shown';

/**
 * A cycle as the room sees it: texts that its team read and agreed to show, and a chart as the disclosure module released
 * it. Stored as JSON; what is not in it is not shown.
 */
export type ShownStoryboard = {
  /** `Northgate MS · Grade 6` */
  signedAs: string;
  changeIdea: string;
  cycleNumber: number;
  objective: string;
  scale: string;
  questions: {
    question: string;
    /** The prediction in words; without its number where the chart it is about is hidden. */
    prediction: string;
    because: string;
    result: string;
    verdict: PredictionVerdict | null;
  }[];
  carriedOut: string;
  learned: string;
  decision: { word: Decision; why: string } | null;
  /** The released chart as the feed stores one (`feed/charts`), as JSON; null where none may be shown. */
  chart: string | null;
  /** The shape of the numbers in words, where the chart is not shown. */
  shape: string;
  /** Why no chart is shown; empty where one is, or none was meant to be. */
  hiddenWhy: string;
};

export type PresentationState = 'asked' | 'agreed' | 'declined';

/** A team asked to present one of its cycles, as its readers know it. */
export type Presentation = {
  id: string;
  meetingId: string;
  teamId: string;
  cycleId: string;
  askedBy: string;
  askedAt: number;
  agreedAt: number | null;
  declinedAt: number | null;
  declinedWhy: string;
  version: number;
  state: PresentationState;
  teamName: string;
  schoolName: string;
  cycleNumber: number;
  changeIdea: string;
  askedByName: string;
  agreedByName: string | null;
  declinedByName: string | null;
  /** Its cycle stands on the meeting's agenda; else nothing is asked and nothing shown. */
  isOnAgenda: boolean;
  meeting: {
    id: string;
    title: string;
    day: SchoolDay;
    time: ClockTime;
    timeZone: string;
    cohortId: string | null;
    teamId: string | null;
    announcedAt: number | null;
    cancelledAt: number | null;
    /** It was held and ended. */
    isOver: boolean;
    /** The reader runs it. */
    runs: boolean;
  };
  /** What the room sees; null until the team agreed. */
  shown: StoryboardView | null;
  /** The reader works in the team: they agree or decline. */
  isOwn: boolean;
};

/** A presentation in a list. */
export type AskedPresentation = {
  id: string;
  state: PresentationState;
  meetingId: string;
  meetingTitle: string;
  day: SchoolDay;
  time: ClockTime;
  teamId: string;
  teamName: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
};
