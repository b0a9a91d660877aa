import { thinned } from '../chart-geometry';
import type { RunChartModel } from '../chart-model';

const mostTravelling = 900;
const newestInFull = 400;

/**
 * A chart as it travels to the browser: with so many points that a screen could not show them apart, an even share that keeps
 * the ends and the extremes. The analysis was made of all of them.
 */
export function forDrawing(model: RunChartModel, most = mostTravelling): RunChartModel {
  if (model.points.length <= most) return model;
  const marks = [
    ...model.phases.flatMap((phase) => [phase.from, phase.to, phase.computedTo]),
    ...model.brackets.flatMap((bracket) => [bracket.from, bracket.to]),
  ];
  const slots = [...new Set([...thinned(model.points, most), ...marks])]
    .filter((slot) => slot >= 0 && slot < model.points.length)
    .toSorted((a, b) => a - b);
  const placeOf = new Map(slots.map((slot, place) => [slot, place]));
  const place = (slot: number) => placeOf.get(slot) ?? slot;
  const present = model.points.filter((point) => point.y !== null);
  return {
    ...model,
    points: slots.flatMap((slot) => model.points[slot] ?? []),
    phases: model.phases.map((phase) => ({
      ...phase,
      from: place(phase.from),
      to: place(phase.to),
      computedTo: place(phase.computedTo),
    })),
    brackets: model.brackets.map((one) => ({ ...one, from: place(one.from), to: place(one.to) })),
    thinned: { total: present.length, newest: present.slice(-newestInFull) },
  };
}
