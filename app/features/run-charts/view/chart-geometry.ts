import { daysBetween } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { ModelPoint, RunChartModel } from './chart-model';

/** Heights in CSS pixels from the top of the drawing; both drawings, static and interactive, use them. */
export type ChartHeights = {
  top: number;
  bottom: number;
  bandTop: number;
  bandHeight: number;
  dates: number;
  total: number;
};

export function chartHeights(model: Pick<RunChartModel, 'brackets' | 'bands' | 'annotations'>): ChartHeights {
  const top = 12 + (model.brackets.length > 0 ? 22 : 0) + (model.annotations.length > 0 ? 20 : 0);
  const bottom = top + 212;
  const bandTop = bottom + 14;
  const bandHeight = model.bands.length > 0 ? 20 : 0;
  const dates = bottom + 22 + (bandHeight > 0 ? bandHeight + 14 : 0);
  return { top, bottom, bandTop, bandHeight, dates, total: dates + 10 };
}

/** Where a value lies between top and bottom. */
export function heightOf(model: Pick<RunChartModel, 'yAxis'>, heights: ChartHeights, y: number): number {
  const { from, to } = model.yAxis;
  const share = (y - from) / (to - from);
  return heights.bottom - share * (heights.bottom - heights.top);
}

const sideRoom = 0.02;

/** Where a day lies from left to right, 0 to 1, with a little room at both ends. */
export function shareOf({ from, to }: { from: SchoolDay; to: SchoolDay }, date: SchoolDay): number {
  const span = daysBetween(from, to);
  if (span <= 0) return 0.5;
  return sideRoom + (daysBetween(from, date) / span) * (1 - 2 * sideRoom);
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** A band cut to the drawing; null when it lies outside. */
export function bandShares(
  axis: { from: SchoolDay; to: SchoolDay },
  band: { from: SchoolDay; to: SchoolDay },
): { left: number; right: number } | null {
  if (axis.from === '' || band.to < axis.from || band.from > axis.to) return null;
  const left = clamp(shareOf(axis, band.from));
  const right = clamp(shareOf(axis, band.to));
  return right - left > 0.004
    ? { left, right }
    : { left: Math.max(0, left - 0.004), right: Math.min(1, right + 0.004) };
}

type Plotted = Pick<ModelPoint, 'y'>;
export type Segment = { from: number; to: number };

/** Neighbouring points with nothing missing between them, as pairs of slot indices. */
export function lineSegments(points: readonly Plotted[], phaseStarts: number[]): Segment[] {
  const starts = new Set(phaseStarts);
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    if (before === undefined || before.y === null || point.y === null || starts.has(index)) return [];
    return [{ from: index - 1, to: index }];
  });
}

/** From how many drawn points on a static picture leaves some out; the analysis never does. */
const mostDrawn = 600;

/** The slots a static picture draws: all, or an even share that keeps the first, the last and the extremes of each stretch. */
export function thinned(points: readonly Plotted[]): number[] {
  if (points.length <= mostDrawn) return points.map((_, index) => index);
  const kept = new Set([0, points.length - 1]);
  const stretch = Math.ceil((points.length * 2) / mostDrawn);
  for (let start = 0; start < points.length; start += stretch) {
    let low = start;
    let high = start;
    for (let index = start; index < Math.min(points.length, start + stretch); index += 1) {
      const y = points[index]?.y ?? null;
      if (y === null) continue;
      if (y < (points[low]?.y ?? Infinity)) low = index;
      if (y > (points[high]?.y ?? -Infinity)) high = index;
    }
    kept.add(low).add(high);
  }
  return [...kept].toSorted((a, b) => a - b);
}

/** The centre that has a label at its end; the goal's label keeps out of its way. */
export function labelledCentre(model: Pick<RunChartModel, 'phases'>): number | null {
  const phase = model.phases.at(-1);
  return phase && phase.line !== 'none' ? phase.center : null;
}
