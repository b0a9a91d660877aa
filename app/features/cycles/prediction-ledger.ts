import type { Confidence, PredictionVerdict } from '#db/vocabulary';

export type LedgerEntry = { verdict: PredictionVerdict | null; confidence: Confidence | null };

export type LedgerTally = {
  asPredicted: number;
  partly: number;
  notAsPredicted: number;
  open: number;
  /** One row per confidence 1 to 5, with how many answered predictions it had and how many came as predicted. */
  byConfidence: { confidence: Confidence; answered: number; asPredicted: number; partly: number }[];
};

const steps: Confidence[] = [1, 2, 3, 4, 5];

/** Hits and misses of a team's predictions, and confidence against outcome. */
export function tallyLedger(entries: LedgerEntry[]): LedgerTally {
  const having = (verdict: PredictionVerdict | null, among: LedgerEntry[] = entries) =>
    among.filter((entry) => entry.verdict === verdict).length;
  return {
    asPredicted: having('as_predicted'),
    partly: having('partly'),
    notAsPredicted: having('not_as_predicted'),
    open: having(null),
    byConfidence: steps.map((confidence) => {
      const answered = entries.filter((entry) => entry.confidence === confidence && entry.verdict !== null);
      return {
        confidence,
        answered: answered.length,
        asPredicted: having('as_predicted', answered),
        partly: having('partly', answered),
      };
    }),
  };
}
