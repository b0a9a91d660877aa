import type { MeasureStory } from './stories/team-story';
import type { SeededRandom } from './seeded-random';

/** One counted number of a made-up class. */
export type DemoPoint = {
  date: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
};

/** What a cycle's story says came of its prediction, so that the numbers agree with it. */
export type DemoPrediction = {
  from: string;
  to: string;
  expected: number;
  atLeast: boolean;
  verdict: 'as_predicted' | 'partly' | 'not_as_predicted';
};

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export function plotted(point: DemoPoint, kind: MeasureStory['kind']): number {
  if (kind === 'mean' || kind === 'count') return point.value ?? 0;
  const ratio = (point.numerator ?? 0) / (point.denominator ?? 1);
  return kind === 'proportion' ? ratio * 100 : ratio;
}

function pointAt(
  story: MeasureStory,
  level: number,
  size: number,
  random: SeededRandom,
  date: string,
): DemoPoint {
  const noisy = level + random.normal() * story.spread * 0.8;
  if (story.kind === 'mean') {
    const decimals = story.spread < 3 ? 10 : 1;
    return {
      date,
      value: Math.max(0, Math.round(noisy * decimals) / decimals),
      numerator: null,
      denominator: null,
    };
  }
  if (story.kind === 'count')
    return { date, value: Math.max(0, Math.round(noisy)), numerator: null, denominator: null };
  const denominator = Math.max(1, size - random.pick([0, 0, 0, 1, 1, 2]));
  if (story.kind === 'rate')
    return { date, value: null, numerator: Math.max(0, Math.round(noisy * denominator)), denominator };
  const share = clamp(noisy, 0, 100) / 100;
  return { date, value: null, numerator: Math.round(share * denominator), denominator };
}

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

function nudged(story: MeasureStory, point: DemoPoint, up: boolean): DemoPoint {
  const step = up ? 1 : -1;
  if (point.value !== null)
    return {
      ...point,
      value: Math.max(0, Math.round((point.value + step * (story.spread < 3 ? 0.2 : 1)) * 10) / 10),
    };
  const most = story.kind === 'proportion' ? (point.denominator ?? 0) : Infinity;
  return { ...point, numerator: clamp((point.numerator ?? 0) + step, 0, most) };
}

/** Moves the points within a cycle, a little at a time, until they say what the story's verdict says. */
export function agreeWith(story: MeasureStory, points: DemoPoint[], prediction: DemoPrediction): void {
  const inside = points.flatMap(({ date }, index) =>
    date >= prediction.from && date <= prediction.to ? [index] : [],
  );
  if (inside.length === 0) return;
  for (let round = 0; round < 40; round += 1) {
    const now = median(
      inside.flatMap((index) => (points[index] ? [plotted(points[index], story.kind)] : [])),
    );
    const reached = prediction.atLeast ? now >= prediction.expected : now <= prediction.expected;
    if (reached === (prediction.verdict === 'as_predicted')) return;
    const index = inside[round % inside.length];
    const point = index === undefined ? undefined : points[index];
    if (index !== undefined && point) points[index] = nudged(story, point, prediction.atLeast !== reached);
  }
}

type SeriesInput = {
  story: MeasureStory;
  place: number;
  days: string[];
  changeFrom: string | null;
  random: SeededRandom;
};

/** A group's numbers: the first group changes as the story says, the others hardly. A week is missing now and then. */
export function demoSeries({ story, place, days, changeFrom, random }: SeriesInput): DemoPoint[] {
  const better = story.direction === 'decrease' ? -1 : 1;
  const offset = place === 0 ? 0 : better * (story.kind === 'proportion' ? 17 : story.baseline * 0.25);
  const size = place === 0 ? story.groupSize : story.groupSize + 7;
  const top = story.kind === 'proportion' ? 96 : Infinity;
  return days
    .filter((_, index) => index > days.length - 4 || random.next() > 0.045)
    .map((date) => {
      const moved = changeFrom !== null && date >= changeFrom ? story.change * (place === 0 ? 1 : 0.35) : 0;
      return pointAt(story, clamp(story.baseline + offset + moved, 0, top), size, random, date);
    });
}
