import type { Decision, PredictionVerdict } from '#db/vocabulary';

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
