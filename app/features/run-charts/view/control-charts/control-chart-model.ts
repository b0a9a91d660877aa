import type { ControlChartKind, Side } from '../../analysis';
import type { ModelPhase, ModelPoint, RunChartModel } from '../chart-model';
import type { RunChartVerdict } from '../verdict/run-chart-verdict';

export type ControlPoint = Pick<
  ModelPoint,
  'date' | 'y' | 'label' | 'recorded' | 'note' | 'tone' | 'excluded' | 'rowId'
> & {
  /** Beyond which limit the point lies; null within them, and before a verdict is due. */
  outside: Side | null;
};

export type ControlPhase = Pick<
  ModelPhase,
  'from' | 'to' | 'center' | 'label' | 'line' | 'computedTo' | 'reason'
> & {
  /** One per slot of the phase, in the plotted unit; null where there is no limit or none is drawn yet. */
  lower: (number | null)[];
  upper: (number | null)[];
};

/** Everything a control chart's drawing, sentence and table need; plain data that travels to the browser. */
export type ControlChartModel = Pick<RunChartModel, 'goal' | 'bands' | 'annotations' | 'yAxis' | 'xAxis'> & {
  kind: ControlChartKind;
  name: string;
  points: ControlPoint[];
  phases: ControlPhase[];
  verdict: RunChartVerdict;
  /** Writes of the newest phase's lines, for their right ends; null where a line is not drawn. */
  ends: { center: LineEnd | null; upper: LineEnd | null; lower: LineEnd | null };
};

/** Where a line ends at the right, and what it is called there. */
export type LineEnd = { y: number; label: string };
