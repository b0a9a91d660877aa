import { lineSegments, shareOf, thinned } from './chart-geometry';
import type { RunChartModel, Tone } from './chart-model';

/** A run chart small enough for a list: a few paths on a sheet of 200 × 44 that stretches to any width. */
export type SmallChart = {
  line: string;
  /** Each point as a stroke without length, which round ends make a dot; empty where there are too many to show. */
  dots: string;
  signal: string;
  tone: Tone;
  center: number | null;
  provisional: boolean;
};

export const smallSheet = { width: 200, height: 44 };
const room = 6;
const mostDots = 60;

const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** The line, the median and the points of a signal, nothing else; null for fewer than two points. */
export function smallChart(model: RunChartModel): SmallChart | null {
  const values = model.points.flatMap(({ y }) => (y === null ? [] : [y]));
  if (values.length < 2) return null;
  const low = values.reduce((one, other) => Math.min(one, other));
  const high = values.reduce((one, other) => Math.max(one, other));
  const { width, height } = smallSheet;
  const heightAt = (y: number) =>
    high === low ? height / 2 : room + (1 - (y - low) / (high - low)) * (height - 2 * room);
  const slots = thinned(model.points, 200);
  const drawn = slots.flatMap((slot) => model.points[slot] ?? []);
  const places = drawn.map(({ date, y }) =>
    y === null ? '' : `${rounded(shareOf(model.xAxis, date) * width)} ${rounded(heightAt(y))}`,
  );
  const dot = (place: string) => `M${place}h0`;
  const few = drawn.length <= mostDots;
  const phase = model.phases.at(-1);
  const center = phase && phase.line !== 'none' ? phase.center : null;
  return {
    line: linePath(lineSegments(drawn, []), places),
    dots: few
      ? places
          .filter((place, at) => place !== '' && !drawn[at]?.tone)
          .map(dot)
          .join('')
      : '',
    signal: few
      ? places
          .filter((place, at) => place !== '' && drawn[at]?.tone)
          .map(dot)
          .join('')
      : '',
    tone: drawn.find((point) => point.tone !== null)?.tone ?? 'plain',
    center: center === null ? null : Number(rounded(heightAt(Math.min(high, Math.max(low, center))))),
    provisional: phase?.line === 'provisional',
  };
}

/** One path through neighbouring points, lifted where a point is missing. */
function linePath(segments: { from: number; to: number }[], places: string[]): string {
  let path = '';
  let last = -1;
  for (const { from, to } of segments) {
    if (from !== last) path += `M${places[from] ?? ''}`;
    path += `L${places[to] ?? ''}`;
    last = to;
  }
  return path;
}
