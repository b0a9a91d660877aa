import type { MeasureDirection, RunChartRules } from '#db/vocabulary';
import { buildRunChart } from '~/features/run-charts/view/build-run-chart';
import type { ChartSubject, RunChartModel } from '~/features/run-charts/view/chart-model';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { smallChart } from '~/features/run-charts/view/small-chart';
import type { SmallChart } from '~/features/run-charts/view/small-chart';
import type { SchoolDay } from '~/lib/school-day';

/** A point as others may see it: `show` is `63%`, `<10%` or `46 words`; `y` is what is drawn, the bound of a coded point. */
export type ReleasedPoint = { date: SchoolDay; y: number; show: string; isCoded: boolean };

/**
 * A run chart as it left its team, kept with its post: whole percents and codes, no count of students. Whatever is said
 * or drawn of it is worked out from these points, so it cannot tell more than they do.
 */
export type ReleasedChart = {
  /** Measure and group, for the heading: `Complete paragraphs, students with disabilities`. */
  name: string;
  /** `%` for percents. */
  unit: string;
  direction: MeasureDirection;
  pace: { step: number; tolerance: number };
  goal: number | null;
  frozenThrough: SchoolDay | null;
  phaseStarts: SchoolDay[];
  /** Days whose points count for nothing. */
  leftOut: SchoolDay[];
  /** The cycle's own days, drawn beneath the axis. */
  cycle: { from: SchoolDay; to: SchoolDay } | null;
  rules: RunChartRules;
  points: ReleasedPoint[];
};

function subjectOf(chart: ReleasedChart): ChartSubject {
  const { unit, direction, pace, goal, frozenThrough, rules } = chart;
  return {
    ...{ kind: 'mean', unit, direction, pace, goal, frozenThrough, rules },
    rows: chart.points.map(({ date, y }) => ({
      ...{ id: '', date, value: y, numerator: null, denominator: null, note: '' },
    })),
    excluded: chart.leftOut.map((date) => ({ date, reason: 'left out by the team' })),
    phaseStarts: chart.phaseStarts.map((startsOn) => ({ startsOn, reason: 'begun by the team' })),
    cycles: chart.cycle === null ? [] : [{ label: 'The cycle', shortLabel: 'Cycle', ...chart.cycle }],
    annotations: [],
  };
}

/** The chart with all it says, from its released points alone. */
export function modelOfReleased(chart: ReleasedChart): RunChartModel {
  const model = buildRunChart(subjectOf(chart));
  const coded = new Map(chart.points.filter((point) => point.isCoded).map((point) => [point.date, point]));
  if (coded.size === 0) return model;
  return {
    ...model,
    points: model.points.map((point) => {
      const code = point.y === null ? undefined : coded.get(point.date);
      return code ? { ...point, label: code.show } : point;
    }),
  };
}

/** The chart for a list or a grid; null for fewer than two points. */
export function smallReleased(chart: ReleasedChart): SmallChart | null {
  return smallChart(readRunChart(subjectOf(chart)));
}

/** The small chart with its verdict in one sentence, for a cell of a grid. */
export function readReleased(chart: ReleasedChart): {
  small: SmallChart | null;
  verdict: Pick<RunChartModel['verdict'], 'state' | 'side' | 'tone' | 'headline'>;
} {
  const reading = readRunChart(subjectOf(chart));
  const { state, side, tone, headline } = reading.verdict;
  return { small: smallChart(reading), verdict: { state, side, tone, headline } };
}
