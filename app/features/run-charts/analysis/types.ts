/** One slot per planned point, in time order; null is a missing point, which keeps its slot. */
export type Slots = readonly (number | null)[];

/** What was recorded, in time order: plain values, or counts out of (or per) a denominator. */
export type Observations =
  { values: (number | null)[] } | { numerators: (number | null)[]; denominators: (number | null)[] };

export type ControlChartKind = 'i' | 'p' | 'pPrime' | 'u' | 'c';

export type Side = 'above' | 'below';

export type Direction = 'up' | 'down';

export interface ChartOptions {
  /** Centre and limits come from the first `freeze` slots and are drawn over all. */
  freeze?: number;
  /** Start indices of the second and later phases; 0 is implied. */
  phases?: number[];
  /** Indices of points plotted and tested against limits, but used for no centre, limit or run. */
  exclude?: number[];
}

export interface ControlChartOptions extends ChartOptions {
  /** Drops moving ranges of 3.267 times their mean or more, once (i and pPrime). Default true. */
  screenMovingRanges?: boolean;
}

/** Runs about a centre line; the four numbers are null where no point is useful. */
export interface RunsAnalysis {
  /** Points that are neither missing, nor excluded, nor on the centre line. */
  useful: number;
  longestRun: number | null;
  longestRunMax: number | null;
  crossings: number | null;
  crossingsMin: number | null;
  runsSignal: boolean;
}

/** One number per slot of the phase, in the unit of y; null where there is no limit. */
export interface ControlLimits {
  lower: (number | null)[];
  upper: (number | null)[];
  lower95: (number | null)[];
  upper95: (number | null)[];
}

export interface PhaseAnalysis extends RunsAnalysis {
  /** First and last slot of the phase, as chart indices, both inside it. */
  from: number;
  to: number;
  center: number | null;
  /** Points that are neither missing nor excluded. */
  points: number;
  /** On control charts only. */
  limits?: ControlLimits;
  /** On control charts only: chart indices of the points strictly beyond a limit. */
  outside?: number[];
}

export interface ChartAnalysis {
  /** Plotted values, one per slot; a ratio is a plain number (0.25, never 25 %). */
  y: (number | null)[];
  /** At least one phase, unless there is no slot at all. */
  phases: PhaseAnalysis[];
}

/** Consecutive useful points on one side of a line; `from` and `to` are the first and last of them. */
export interface RunSpan {
  from: number;
  to: number;
  length: number;
  side: Side;
}

/** Points all rising or all falling; `from` and `to` are the first and last of them. */
export interface TrendSpan {
  from: number;
  to: number;
  length: number;
  direction: Direction;
}

export interface IhiRules {
  median: number | null;
  useful: number;
  shift: { signal: boolean; longest: number; spans: RunSpan[] };
  trend: { signal: boolean; longest: number; spans: TrendSpan[] };
  runs: {
    count: number;
    lower: number | null;
    upper: number | null;
    verdict: 'too_few' | 'expected' | 'too_many' | 'not_enough_points';
  };
}

export interface SuggestedPhase {
  from: number;
  to: number;
  median: number;
}
