import type { MeasureFrequency } from '#db/vocabulary';
import { checkRelease, releaseSeries } from '~/features/disclosure';
import type {
  DisclosurePolicy,
  RecordedSeries,
  Release,
  ReleasedPoint as ShownPoint,
} from '~/features/disclosure';
import { formatMeasureValue } from '~/features/run-charts/plotted-value';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';
import { readRunChart } from '~/features/run-charts/view/read-run-chart';
import { shapeWords } from '~/features/run-charts/view/verdict/shape-words';
import type { SchoolDay } from '~/lib/school-day';
import { modelOfReleased } from './released-chart';
import type { ReleasedChart, ReleasedPoint } from './released-chart';

export type ChartToRelease = {
  name: string;
  subject: ChartSubject;
  frequency: MeasureFrequency;
  /** How many students the sharer says the group has; null when unknown. */
  students: number | null;
  /** The cycle's days. */
  span: { from: SchoolDay; to: SchoolDay } | null;
};

/** What others will see of a chart, and in `told` what its team is told about it. */
export type ChartRelease = {
  chart: ReleasedChart | null;
  shape: string;
  hiddenWhy: string;
  improved: boolean;
  told: { why: string; alternative: string } | null;
};

/** One sentence for every reason: a reader must not be able to tell which was the small group. */
export const hiddenToProtect = 'Numbers are not shown, to protect a small group of students.';

const toldWhy = {
  small_group: {
    why: 'The group is too small for others to see its numbers: fewer students than a number may tell about.',
    alternative:
      'They see the story, the verdict and the shape in words. Classes that count the same thing can be pooled.',
  },
  unknown_size: {
    why: 'Boldline does not know how many students this measure is about, so others do not see its numbers.',
    alternative: 'Say how many students are in the group, or share the story and the shape in words.',
  },
};

/**
 * The one way a chart leaves its team: by the small-cell rule, the rule of series and the ledger of earlier releases.
 * What may not be shown is said as a shape in words.
 * @param ledger every earlier release of the same thing measured in the same school
 * @param query the set of students this chart would release, by date
 */
export function releaseChart(
  wanted: ChartToRelease,
  { ledger, query, policy }: { ledger: Release[]; query: Release; policy: DisclosurePolicy },
): ChartRelease {
  const released = releaseSeries(seriesOf(wanted), policy);
  if (released.state === 'words_only') return inWords(wanted, toldWhy[released.why]);
  const check = checkRelease(ledger, query, policy);
  if (!check.allow) return inWords(wanted, check);
  const chart = releasedChart(
    wanted,
    released.points.map((point) => releasedPoint(wanted.subject, point)),
  );
  const { verdict } = modelOfReleased(chart);
  return {
    ...{ chart, shape: '', hiddenWhy: '', told: null },
    improved: verdict.state === 'changed' && verdict.tone === 'toward' && !verdict.returned,
  };
}

function seriesOf({ subject: { kind, rows }, students }: ChartToRelease): RecordedSeries {
  return { kind, students, points: rows };
}

function releasedPoint(subject: ChartSubject, { date, value, show, code }: ShownPoint): ReleasedPoint {
  const words = subject.kind === 'proportion' ? show : formatMeasureValue(subject, value);
  return { date, y: value, show: words, isCoded: code !== null };
}

function releasedChart({ name, subject, span }: ChartToRelease, points: ReleasedPoint[]): ReleasedChart {
  const { kind, direction, pace, goal, frozenThrough, rules } = subject;
  return {
    ...{ name, direction, pace, goal, frozenThrough, rules, points },
    unit: kind === 'proportion' ? '%' : subject.unit,
    phaseStarts: subject.phaseStarts.map(({ startsOn }) => startsOn),
    leftOut: subject.excluded.map(({ date }) => date),
    cycle: span,
  };
}

function inWords(
  { subject, frequency, span }: ChartToRelease,
  { why, alternative }: { why: string; alternative: string },
): ChartRelease {
  const reading = readRunChart(subject);
  const { state, tone, returned } = reading.verdict;
  const shape = shapeWords(reading, { frequency, span });
  return {
    ...{ chart: null, shape, told: { why, alternative } },
    hiddenWhy: subject.rows.length === 0 ? '' : hiddenToProtect,
    improved: state === 'changed' && tone === 'toward' && !returned,
  };
}
