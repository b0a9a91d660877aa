import type { RunChartModel } from '~/features/run-charts/view/chart-model';
import type { SuggestedVerdict } from './prediction-result';

/** What stands beside one prediction: the points within the cycle, the medians, the chart, a suggested verdict. */
export type QuestionEvidence = {
  questionId: string;
  seriesName: string;
  points: string[];
  medianWithin: string | null;
  medianBefore: string | null;
  pointsBefore: number;
  model: RunChartModel;
  /** Said when the chart's change began before the cycle did. */
  caution: string | null;
  suggestion: SuggestedVerdict | null;
};
