import { endLabel, heightOf } from './chart-geometry';
import type { ChartHeights } from './chart-geometry';
import type { RunChartModel } from './chart-model';
import { placeLabels } from './control-charts/label-places';
import type { PlacedLabel } from './control-charts/label-places';

/** The height of a line of these labels, in CSS pixels. */
const lineHeight = 16;

/** The goal where it lies within the drawing; null elsewhere. */
export function drawnGoal({ goal, yAxis }: Pick<RunChartModel, 'goal' | 'yAxis'>): RunChartModel['goal'] {
  return goal && goal.y >= yAxis.from && goal.y <= yAxis.to ? goal : null;
}

/** The names of the newest centre line and of the goal at their right ends, moved apart where they would touch. */
export function endLabels(
  model: Pick<RunChartModel, 'phases' | 'goal' | 'yAxis'>,
  heights: ChartHeights,
): PlacedLabel[] {
  const phase = model.phases.at(-1);
  const goal = drawnGoal(model);
  const labels = [
    ...(phase && phase.line !== 'none' && phase.center !== null
      ? [{ y: heightOf(model, heights, phase.center), label: endLabel(phase.label), strong: true }]
      : []),
    ...(goal ? [{ y: heightOf(model, heights, goal.y), label: endLabel(goal.label), strong: false }] : []),
  ];
  return placeLabels(labels, { apart: lineHeight, top: heights.top, bottom: heights.bottom });
}
