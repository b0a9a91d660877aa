import type { Measure } from '~/features/measures/measure';
import { loadSeries } from '~/features/measures/series-queries.server';
import type { Actor } from '~/features/people/actor';
import { formatMeasureValue, plottedValue } from '~/features/run-charts/plotted-value';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { listPredictions } from './prediction-queries.server';
import type { LedgerRow } from './ledger-view';
import { predictionWords } from './prediction';
import { tallyLedger } from './prediction-ledger';
import type { LedgerTally } from './prediction-ledger';
import { resultWithin } from './prediction-result';

type Input = { teamId: string; measures: Measure[]; today: SchoolDay };

/** What a team expected and what came, newest first, with hits and misses counted. */
export async function loadLedger(
  db: Connection,
  actor: Actor,
  { teamId, measures, today }: Input,
): Promise<{ rows: LedgerRow[]; tally: LedgerTally }> {
  const predictions = await listPredictions(db, actor, teamId);
  const { points } = await loadSeries(db, [
    ...new Set(predictions.flatMap((one) => (one.measureId === null ? [] : [one.measureId]))),
  ]);
  const rows = predictions.map((one): LedgerRow => {
    const measure = measures.find((candidate) => candidate.id === one.measureId) ?? null;
    const series = measure
      ? points
          .filter((point) => point.measureId === measure.id && point.groupId === one.groupId)
          .map((point) => ({ date: point.date, value: plottedValue(measure.kind, point) }))
      : [];
    const { medianWithin } = resultWithin(
      series,
      one.plannedStart,
      one.plannedEnd < today ? one.plannedEnd : today,
    );
    return {
      id: one.id,
      cycleId: one.cycleId,
      cycleName: `Cycle ${one.number}, ${one.changeIdea}`,
      question: one.question,
      predicted: predictionWords(one, measure)?.toLowerCase() ?? 'nothing',
      came:
        medianWithin !== null && measure
          ? `${formatMeasureValue(measure, medianWithin)} median`
          : one.verdict === null
            ? 'not yet'
            : 'seen in class',
      verdict: one.verdict,
      confidence: one.confidence,
    };
  });
  return { rows, tally: tallyLedger(predictions) };
}
