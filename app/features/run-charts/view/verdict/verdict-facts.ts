import type { MeasureDirection } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { PhaseAnalysis, Side, Slots } from '../../analysis';
import type { ChartAnnotation, Tone } from '../chart-model';
import type { PhaseSignal } from './phase-signal';

export type VerdictState = 'no_data' | 'too_early' | 'no_spread' | 'no_clear_change' | 'changed';

/** What a chart says: one sentence, one line beneath it, and how we know. */
export type RunChartVerdict = {
  state: VerdictState;
  tone: Tone | 'early';
  /** Where the points have gone; where they had gone when they have come back since. */
  side: Side | null;
  returned: boolean;
  headline: string;
  detail: string;
  /** Sentences under "How do we know?", each complete. */
  because: string[];
};

export type VerdictFacts = {
  /** In the plotted unit; excluded points are missing. */
  y: Slots;
  dates: SchoolDay[];
  /** The newest phase, which the verdict is about. */
  phase: PhaseAnalysis | null;
  signal: PhaseSignal | null;
  direction: MeasureDirection;
  /** How many first points the baseline was frozen at; null when the median moves with every point. */
  frozenAt: number | null;
  percent: boolean;
  /** How many points were excluded by a person; `y` has none of them. */
  excluded: number;
  /** The frozen baseline has since lost its ground, and the median of all points stands instead. */
  lostBaseline: boolean;
  annotations: ChartAnnotation[];
  /** Writes a plotted value with its unit. */
  format: (value: number) => string;
};

/** No verdict before this many useful points; no middle line before `pointsForMedian`. */
export const pointsForVerdict = 10;
export const pointsForMedian = 6;
/** A baseline frozen on fewer points is warned of. Source: run-charts.md, "What teachers are shown", 4. */
export const warnBaselineBelow = 12;

export function toneOf(side: Side | null, direction: MeasureDirection): Tone {
  if (side === null || direction === 'none') return 'plain';
  return (side === 'above') === (direction === 'increase') ? 'toward' : 'away';
}

/** A verdict that calls no change. */
export function quiet(
  state: Exclude<VerdictState, 'changed'>,
  words: Pick<RunChartVerdict, 'headline' | 'detail' | 'because'>,
): RunChartVerdict {
  return { state, tone: 'early', side: null, returned: false, ...words };
}
