import type { SchoolDay } from '~/lib/school-day';
import type { RunChartModel } from '../chart-model';

/** One of a few lines on one picture, named at its end. */
export type ChartLine = {
  label: string;
  /** The line that is looked at; the other is there to compare. */
  strong: boolean;
  points: { date: SchoolDay; y: number | null; label: string }[];
};

/** A few lines on one scale, without middle lines and verdicts of their own. */
export type LinesModel = { lines: ChartLine[] } & Pick<RunChartModel, 'yAxis' | 'xAxis'>;
