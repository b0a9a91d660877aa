import type { AnnotationKind, MeasureDirection, MeasureKind, RunChartRules } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { RunChartVerdict } from './verdict/run-chart-verdict';

/** What a chart is drawn from: one measure, one student group, with everything that marks its time axis. */
export type ChartSubject = {
  kind: MeasureKind;
  unit: string;
  direction: MeasureDirection;
  /** The usual days between two points, and from how many days on a silence is a gap. */
  pace: { step: number; tolerance: number };
  rows: ChartRow[];
  goal: number | null;
  /** The last day of the frozen baseline; null recomputes the median with every point. */
  frozenThrough: SchoolDay | null;
  /** Points that are drawn and tested, and count for nothing. */
  excluded: { date: SchoolDay; reason: string }[];
  phaseStarts: { startsOn: SchoolDay; reason: string }[];
  cycles: ChartBand[];
  annotations: ChartAnnotation[];
  rules: RunChartRules;
};

export type ChartRow = {
  id: string;
  date: SchoolDay;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
};

/** A stretch under the axis: a cycle from its start to its end. */
export type ChartBand = { label: string; shortLabel: string; from: SchoolDay; to: SchoolDay };
export type ChartAnnotation = { kind: AnnotationKind; date: SchoolDay; text: string };

/** Blue towards what is wanted, orange the other way, grey where no direction is set. */
export type Tone = 'toward' | 'away' | 'plain';

export type ModelPoint = {
  date: SchoolDay;
  /** In the plotted unit; null is a missing point, where the line breaks. */
  y: number | null;
  /** `63%`. */
  label: string;
  /** `5 of 8`; empty for plain values. */
  recorded: string;
  note: string;
  tone: Tone | null;
  /** Why the point counts for nothing; null when it counts. */
  excluded: string | null;
  /** The rows this point was made from, where one can be opened. */
  rowId: string | null;
};

export type ModelPhase = {
  /** First and last slot, both inside. */
  from: number;
  to: number;
  center: number | null;
  /** `baseline 40%` */
  label: string;
  line: 'none' | 'provisional' | 'solid';
  /** Last slot the centre was computed from; after it the line is carried forward. */
  computedTo: number;
  reason: string | null;
};

export type ModelBracket = { from: number; to: number; words: string; shortWords: string; tone: Tone };

/** Everything the drawings, the sentence and the table need; plain data that travels to the browser. */
export type RunChartModel = {
  points: ModelPoint[];
  phases: ModelPhase[];
  brackets: ModelBracket[];
  goal: { y: number; label: string } | null;
  bands: ChartBand[];
  annotations: ChartAnnotation[];
  /** Room for a bracket is kept although there is none, beside a chart that has one. */
  headroom: boolean;
  yAxis: { from: number; to: number; ticks: { y: number; label: string }[] };
  xAxis: { from: SchoolDay; to: SchoolDay; ticks: { date: SchoolDay; label: string }[] };
  verdict: RunChartVerdict;
  /** Where `points` holds fewer than there are, to be drawn: how many there are, and the newest of them in full. */
  thinned: { total: number; newest: ModelPoint[] } | null;
};
