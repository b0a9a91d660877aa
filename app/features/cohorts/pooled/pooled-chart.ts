import type { MeasureDirection, MeasureFrequency, RunChartRules } from '#db/vocabulary';
import { readReleased } from '~/features/feed/charts/released-chart';
import type { ReleasedChart } from '~/features/feed/charts/released-chart';
import { longestStep } from '~/features/measures/due-rules';
import type { PooledSeries } from './pooled-series';

type Drawn = { name: string; direction: MeasureDirection; frequency: MeasureFrequency };

/** A shown pool as a released chart: median, run and verdict are worked out from its released points alone. */
export function chartOfPool(
  { groupName, state, points }: PooledSeries,
  { name, direction, frequency }: Drawn,
  rules: RunChartRules,
): ReleasedChart | null {
  if (state !== 'shown') return null;
  return {
    ...{ name: `${name}, ${groupName}`, unit: '%', direction, rules, pace: longestStep(frequency) },
    ...{ goal: null, frozenThrough: null, phaseStarts: [], leftOut: [], cycle: null },
    points: points.map(({ date, value, show, isCoded }) => ({ date, y: value, show, isCoded })),
  };
}

const readings = new WeakMap<ReleasedChart, ReturnType<typeof readReleased>>();

/** The small chart of a pool with its verdict, read once for each chart; null where none may be shown. */
export function readPool(chart: ReleasedChart | null) {
  if (chart === null) return null;
  const known = readings.get(chart) ?? readReleased(chart);
  readings.set(chart, known);
  return known;
}
