import type { MeasureKind } from '#db/vocabulary';
import { formatNumber } from '~/lib/number-format';
import { withoutPercent } from '~/lib/percent-text';
import { codeOf, requireCounted, showCode, wholePercent } from './code-cell';
import type { CellState } from './code-cell';
import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';

/**
 * One recorded point. `students` is how many students are behind this one point where that is known to be less than the
 * series says, as in a pool.
 */
export type RecordedPoint = {
  date: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  students?: number;
};

/** A measure's points for one group. `students`: the group's size as the sharer says it, null when nobody said. */
export type RecordedSeries = { kind: MeasureKind; students: number | null; points: RecordedPoint[] };

/** `value`: a whole percent for a proportion, the bound where the point is coded, else the number as recorded. */
export type ReleasedPoint = { date: string; value: number; show: string; code: '<' | '>' | null };

export type ReleasedSeries =
  { state: 'shown'; points: ReleasedPoint[] } | { state: 'words_only'; why: 'small_group' | 'unknown_size' };

/**
 * What a chart may show outside its team (rule 8): all its points or, when one of them is hidden, none. Proportions are
 * coded by their share; of the other kinds only the number of students decides. Points of nobody, and points without a
 * number, are missing. A rate's value is its quotient. Throws RangeError for counts that cannot be.
 */
export function releaseSeries(series: RecordedSeries, policy?: DisclosurePolicy): ReleasedSeries {
  const minimum = minimumOf(policy);
  requireStudents(series.students);
  series.points.forEach((point) => requireStudents(point.students ?? null));
  const points: ReleasedPoint[] = [];
  for (const point of series.points) {
    const value = recordedValue(series.kind, point);
    if (value === null) continue;
    const n = studentsBehind(series, point);
    if (n === null) return { state: 'words_only', why: 'unknown_size' };
    if (n === 0) continue;
    if (n < minimum) return { state: 'words_only', why: 'small_group' };
    points.push(series.kind === 'proportion' ? releaseShare(point, n) : releaseValue(point.date, value));
  }
  return { state: 'shown', points };
}

function requireStudents(students: number | null): void {
  if (students !== null && (!Number.isSafeInteger(students) || students < 0)) {
    throw new RangeError('Students are counted whole, from 0 on.');
  }
}

/** The number of a point, null when it is missing. Only whether there is one counts for a proportion. */
function recordedValue(kind: MeasureKind, { value, numerator, denominator }: RecordedPoint): number | null {
  if (kind === 'mean' || kind === 'count') return value;
  if (kind === 'rate' && value !== null) return value;
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

/** n of a point; null when nobody said how many students there are. */
export function studentsBehind({ kind, students }: RecordedSeries, point: RecordedPoint): number | null {
  const said = [students, point.students].filter((size) => size !== null && size !== undefined);
  if (kind === 'proportion') return Math.min(point.denominator ?? 0, ...said);
  return said.length === 0 ? null : Math.min(...said);
}

/** The share is that of the recorded numbers; how extreme it may be is decided by the students behind it. */
function releaseShare({ date, numerator, denominator }: RecordedPoint, students: number): ReleasedPoint {
  const share = { n: denominator ?? 0, k: numerator ?? 0 };
  requireCounted(share, 'A point');
  const code = codeOf(share, students);
  if (code !== null) return { date, value: code.bound, show: showCode(code), code: code.sign };
  const percent = wholePercent(share);
  return { date, value: percent, show: `${percent}%`, code: null };
}

function releaseValue(date: string, value: number): ReleasedPoint {
  return { date, value, show: formatNumber(value), code: null };
}

/** A cell as it is shown to a reader. */
export type ShownCell = { state: CellState; show: string | null };

/**
 * The second percent minus the first, in points, of two cells as they are shown (rule 8). Null when either is hidden, withheld,
 * coded or of nobody. Only what is printed goes in, so nothing more can come out.
 */
export function differenceOf(a: ShownCell, b: ShownCell): number | null {
  if (a.state !== 'published' || b.state !== 'published' || a.show === null || b.show === null) return null;
  return Number(withoutPercent(b.show)) - Number(withoutPercent(a.show));
}
