import type { PredictionVerdict } from '#db/vocabulary';

export const outcomes = ['as_predicted', 'partly', 'not_as_predicted', 'open'] as const;
/** What came of a prediction; `open`: not studied yet. */
export type PredictionOutcome = (typeof outcomes)[number];

export function isOutcome(text: string | null): text is PredictionOutcome {
  return outcomes.some((one) => one === text);
}

export const outcomeWords: Record<PredictionOutcome, string> = {
  as_predicted: 'As predicted',
  partly: 'Partly',
  not_as_predicted: 'Not as predicted',
  open: 'Not studied yet',
};

/** How many predictions were made with a confidence (null where none was said), and what came of them. */
export type PredictionCount = { confidence: number | null; outcome: PredictionOutcome; n: number };

/** A prediction of a cohort as its list shows it. */
export type CohortPrediction = {
  id: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  teamName: string;
  schoolName: string;
  question: string;
  /** `At least 65%`. */
  predicted: string;
  because: string;
  confidence: number | null;
  verdict: PredictionVerdict | null;
};

export type PredictionTally = {
  totals: Record<PredictionOutcome, number>;
  /** One row for each confidence that was said, from a guess to very sure, then those without one. */
  byConfidence: { confidence: number | null; counts: Record<PredictionOutcome, number> }[];
};

const noCounts = (): Record<PredictionOutcome, number> => ({
  ...{ as_predicted: 0, partly: 0, not_as_predicted: 0, open: 0 },
});

export function tallyPredictions(counts: readonly PredictionCount[]): PredictionTally {
  const totals = noCounts();
  const byConfidence = new Map<number | null, Record<PredictionOutcome, number>>();
  for (const { confidence, outcome, n } of counts) {
    totals[outcome] += n;
    const row = byConfidence.get(confidence) ?? noCounts();
    row[outcome] += n;
    byConfidence.set(confidence, row);
  }
  const rows = [...byConfidence].map(([confidence, row]) => ({ confidence, counts: row }));
  return { totals, byConfidence: rows.toSorted((a, b) => (a.confidence ?? 9) - (b.confidence ?? 9)) };
}
