import type { MeasureFrequency } from '#db/vocabulary';
import { checkRelease, minimumOf, releaseSeries } from '~/features/disclosure';
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
import { formatNumber } from '~/lib/number-format';
import type { SchoolDay } from '~/lib/school-day';
import { modelOfReleased } from './released-chart';
import type { ReleasedChart, ReleasedPoint } from './released-chart';

export type ChartToRelease = {
  name: string;
  subject: ChartSubject;
  frequency: MeasureFrequency;
  /** The points with how many students are behind each, as far as that is known. */
  points: RecordedSeries['points'];
  /** Fewest students of a point when its kind does not count them; null when unknown. */
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

/** What its team is told of a refusal by the rule of series. */
function toldWhy(why: 'small_group' | 'unknown_size', policy: DisclosurePolicy) {
  if (why === 'small_group')
    return {
      why: `At least one of its numbers is of a group of fewer than ${minimumOf(policy)} students, so others see none of them.`,
      alternative:
        'They see the story, the verdict and the shape in words. Classes that count the same thing can be pooled.',
    };
  return {
    why: 'Boldline does not know how many students this measure is about, so others do not see its numbers.',
    alternative: 'Say how many students are in the group, or share the story and the shape in words.',
  };
}

type Door = {
  lanes: { ledger: Release[]; query: Release }[];
  beside: { why: string; alternative: string } | null;
  policy: DisclosurePolicy;
};

/**
 * The one way a chart leaves its team: by the small-cell rule, the rule of series and the ledger of earlier releases.
 * What may not be shown is said as a shape in words.
 * @param lanes the sets of students this chart would release, with the team's earlier releases of these students: once by
 *   the sizes that were said, once by those that were counted
 * @param beside why it may not go out beside other teams' charts; null when it may
 */
export function releaseChart(wanted: ChartToRelease, { lanes, beside, policy }: Door): ChartRelease {
  const released = releaseSeries(seriesOf(wanted), policy);
  if (released.state === 'words_only') return inWords(wanted, toldWhy(released.why, policy));
  if (beside !== null) return inWords(wanted, beside);
  if (released.points.length === 0) return inWords(wanted, null);
  for (const { ledger, query } of lanes) {
    const check = checkRelease(ledger, query, policy);
    if (!check.allow) return inWords(wanted, check);
  }
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

function seriesOf({ subject: { kind }, points, students }: ChartToRelease): RecordedSeries {
  return { kind, students, points };
}

function releasedPoint(subject: ChartSubject, { date, value, show, code }: ShownPoint): ReleasedPoint {
  if (subject.kind === 'proportion') return { date, y: value, show, isCoded: code !== null };
  // What is drawn is what is said: a quotient to its last digit would tell what was divided.
  return { date, y: Number(formatNumber(value)), show: formatMeasureValue(subject, value), isCoded: false };
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

function inWords({ subject, frequency, span }: ChartToRelease, told: ChartRelease['told']): ChartRelease {
  const reading = readRunChart(subject);
  const { state, tone, returned } = reading.verdict;
  const shape = shapeWords(reading, { frequency, span });
  return {
    ...{ chart: null, shape, told: told && { why: told.why, alternative: told.alternative } },
    hiddenWhy: subject.rows.length === 0 ? '' : hiddenToProtect,
    improved: state === 'changed' && tone === 'toward' && !returned,
  };
}
