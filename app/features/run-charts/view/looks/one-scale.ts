import { xAxisFor, yAxisFor } from '../chart-axes';
import type { RunChartModel } from '../chart-model';

/** The same axes for several charts, wide and high enough for all, so that they can be compared by eye. */
export function onOneScale(models: RunChartModel[], percent: boolean): RunChartModel[] {
  const drawn = models.filter((model) => model.points.length > 0);
  if (drawn.length < 2) return models;
  const heights = drawn.flatMap((model) => [
    ...model.points.map((point) => point.y),
    ...model.phases.map((phase) => phase.center),
    model.goal?.y ?? null,
  ]);
  const dates = [...new Set(drawn.flatMap((model) => model.points.map((point) => point.date)))].toSorted();
  const cycleStarts = drawn.flatMap((model) => model.bands.map((band) => band.from));
  const yAxis = yAxisFor(
    heights.filter((value) => value !== null),
    percent,
  );
  const xAxis = xAxisFor(dates, cycleStarts);
  const headroom = drawn.some((model) => model.brackets.length > 0);
  return models.map((model) => (model.points.length > 0 ? { ...model, yAxis, xAxis, headroom } : model));
}
