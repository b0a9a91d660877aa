import type { RunChartRules } from '#db/vocabulary';
import { chartSubject, phasesOf } from '~/features/measures/chart-subject';
import type { Measure, Series } from '~/features/measures/measure';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import type { ChartReading } from '~/features/run-charts/view/read-run-chart';
import { pointsForMedian } from '~/features/run-charts/view/verdict/verdict-facts';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';

/** How far a measure has come to its goal. */
export type MeasureStanding = {
  measureId: string;
  name: string;
  /** The run chart calls a change toward the goal, and it has not come back. */
  improved: boolean;
  /** The chart has too few points to call anything. */
  tooEarly: boolean;
  /** Share of the way from the baseline to the goal; 0 without an improvement, 1 and more at the goal. */
  way: number;
};

const slack = 1e-9;

function medianOf(values: number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/**
 * The chart as it stood on a day, from the numbers dated until then. Numbers before a changed definition measured
 * something else and are left out. A later phase that people have begun hides from the rules the change it was begun
 * for, so the first phase becomes the baseline that all later points are held against.
 */
function subjectUntil(
  measure: Measure,
  series: Series,
  { rules, until }: { rules: RunChartRules; until: SchoolDay },
): ChartSubject {
  const groupId = measure.groups[0]?.id ?? '';
  const subject = chartSubject(measure, groupId, series, { cycles: [], rules });
  const begun = phasesOf(measure.id, groupId, series).filter(({ startsOn }) => startsOn <= until);
  const redefined = begun.findLast(({ id }) => id === null)?.startsOn ?? '';
  const rows = subject.rows.filter(({ date }) => date >= redefined && date <= until);
  const second = begun.find(({ id, startsOn }) => id !== null && startsOn > redefined)?.startsOn;
  const frozenThrough = subject.frozenThrough ?? (second === undefined ? null : addDays(second, -1));
  return { ...subject, rows, frozenThrough, phaseStarts: [], annotations: [] };
}

/** The points before the change that the verdict tells of; the earlier half where no single run tells. */
function pointsBefore({ y, brackets }: ChartReading): readonly (number | null)[] {
  const bracket = brackets.at(-1);
  const firstAfter = bracket && (bracket.tone === 'toward' ? bracket.from : bracket.to + 1);
  const isWithin = firstAfter !== undefined && firstAfter > 0 && firstAfter < y.length;
  return y.slice(0, isWithin ? firstAfter : Math.floor(y.length / 2));
}

function baselineOf(reading: ChartReading): number | null {
  const first = reading.phases[0];
  if (first && first.computedTo < first.to) return first.center;
  return medianOf(presentOf(reading, pointsBefore(reading)));
}

function presentOf({ excluded }: ChartReading, values: readonly (number | null)[]): number[] {
  return values.filter((_, slot) => !excluded.has(slot)).filter((value) => value !== null);
}

/**
 * Where a measure stood on a day, by the chart of its first group; null without a goal, a wanted direction or a number.
 * "Now" is the median of the newest six points: fewer make no median (run-charts.md). A measure that shows no change
 * and has its middle at the goal was there from the beginning.
 */
export function measureStanding(
  measure: Measure,
  series: Series,
  asOf: { rules: RunChartRules; until: SchoolDay },
): MeasureStanding | null {
  const { id, name, goal, direction } = measure;
  if (goal === null || direction === 'none') return null;
  const subject = subjectUntil(measure, series, asOf);
  if (subject.rows.length === 0) return null;
  const reading = readRunChart(subject);
  const values = presentOf(reading, reading.y);
  const sign = direction === 'increase' ? 1 : -1;
  const atGoal = (value: number | null) => value !== null && (value - goal) * sign >= -slack;
  const { state, tone } = reading.verdict;
  const improved = state === 'changed' && tone === 'toward';
  const now = values.length < pointsForMedian ? null : medianOf(values.slice(-pointsForMedian));
  const standing = { measureId: id, name, tooEarly: state === 'too_early' || state === 'no_data' };
  if (!improved) {
    const there = tone !== 'away' && atGoal(now) && atGoal(medianOf(values));
    return { ...standing, improved, way: there ? 1 : 0 };
  }
  const baseline = baselineOf(reading);
  if (now === null || baseline === null) return { ...standing, improved: false, way: 0 };
  const whole = (goal - baseline) * sign;
  if (whole <= slack) return { ...standing, improved, way: atGoal(now) ? 1 : 0 };
  return { ...standing, improved, way: Math.max(0, ((now - baseline) * sign) / whole) };
}
