import type { Confidence, ExpectedComparison, ExpectedDirection } from '#db/vocabulary';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import type { MeasureKind } from '#db/vocabulary';
import { formatNumber } from '~/lib/number-format';

/** What a team expects to see: a value to reach or a direction, because of something, with a confidence of 1 to 5. */
export type Prediction = {
  expectedComparison: ExpectedComparison | null;
  /** In the measure's plotted unit: percent for a proportion. */
  expectedValue: number | null;
  expectedDirection: ExpectedDirection | null;
  because: string;
  confidence: Confidence | null;
};

type Shape = { kind: MeasureKind; unit: string };

const comparisonWords: Record<ExpectedComparison, string> = { at_least: 'At least', at_most: 'At most' };
const directionWords: Record<ExpectedDirection, string> = {
  increase: 'It goes up',
  decrease: 'It goes down',
  no_change: 'It stays about the same',
};

/** `At least 65%`, `It goes up`; null before anything is predicted. */
export function predictionWords(prediction: Prediction, measure: Shape | null): string | null {
  const { expectedComparison, expectedValue, expectedDirection } = prediction;
  if (expectedComparison !== null && expectedValue !== null) {
    const value = measure ? formatMeasureValue(measure, expectedValue) : formatNumber(expectedValue);
    return `${comparisonWords[expectedComparison]} ${value}`;
  }
  return expectedDirection === null ? null : directionWords[expectedDirection];
}

/** What is still missing before the cycle may enter Do, by field. Empty when the prediction is whole. */
export function missingFromPrediction(
  prediction: Prediction,
): Partial<Record<'expects' | 'because' | 'confidence', string>> {
  const missing: Partial<Record<'expects' | 'because' | 'confidence', string>> = {};
  const expects = prediction.expectedDirection !== null || prediction.expectedValue !== null;
  if (!expects) missing.expects = 'Predict a number or a direction before you begin.';
  if (prediction.because.trim() === '') missing.because = 'Say why you expect it: "because…"';
  if (prediction.confidence === null) missing.confidence = 'How sure are you?';
  return missing;
}
