import { formatNumber } from '~/lib/number-format';
import { formatMeasureValue, isPercent } from '../../plotted-value';
import { withinSentence } from '../verdict/gap-words';
import { buildRunChart } from '../build-run-chart';
import { xAxisFor, yAxisFor } from '../chart-axes';
import type { ChartRow, ChartSubject, RunChartModel } from '../chart-model';
import type { ChartLine, LinesModel } from './lines-model';

export type NamedSubject = { name: string; subject: ChartSubject; model: RunChartModel };

/** Two groups on one scale, and the gap between them as a chart of its own. */
export type GapChart = {
  lines: LinesModel;
  /** Above 0 the group is behind its complement, seen from the wanted direction. */
  gap: RunChartModel;
  /** How the gap is counted, in words. */
  gapName: string;
  /** What a number above 0 means. */
  aboveZero: string;
};

function lineOf({ name, model }: NamedSubject, strong: boolean): ChartLine {
  return { label: name, strong, points: model.points.map(({ date, y, label }) => ({ date, y, label })) };
}

/** Days on which both have a number, with the difference. */
function gapRows(group: NamedSubject, complement: NamedSubject): ChartRow[] {
  const other = new Map(complement.model.points.map((point) => [point.date, point.y]));
  const sign = group.subject.direction === 'decrease' ? -1 : 1;
  return group.model.points.flatMap(({ date, y }) => {
    const beside = other.get(date) ?? null;
    if (y === null || beside === null) return [];
    const value = sign * (beside - y);
    return [{ id: '', date, value, numerator: null, denominator: null, note: '' }];
  });
}

/** What both charts mark on their time axes. */
function sharedStarts(one: ChartSubject, other: ChartSubject): ChartSubject['phaseStarts'] {
  return one.phaseStarts.filter((start) =>
    other.phaseStarts.some((same) => same.startsOn === start.startsOn),
  );
}

/**
 * The gap between a group and its complement: complement minus group where more is wanted (or no direction is set), group
 * minus complement where less is. Only days that both have count; it is wanted to become smaller.
 */
export function buildGapChart(group: NamedSubject, complement: NamedSubject): GapChart {
  const { subject } = group;
  const percent = isPercent(subject);
  const gap = buildRunChart({
    ...subject,
    kind: 'mean',
    unit: percent ? 'points' : subject.unit,
    direction: subject.direction === 'none' ? 'none' : 'decrease',
    goal: null,
    frozenThrough: null,
    rows: gapRows(group, complement),
    phaseStarts: sharedStarts(subject, complement.subject),
    excluded: [...subject.excluded, ...complement.subject.excluded],
  });
  const heights = [group, complement].flatMap(({ model }) => model.points.map(({ y }) => y));
  const dates = [
    ...new Set([group, complement].flatMap(({ model }) => model.points.map(({ date }) => date))),
  ];
  const yAxis = yAxisFor(
    heights.filter((value) => value !== null),
    percent,
  );
  const xAxis = xAxisFor(dates.toSorted());
  return {
    lines: { lines: [lineOf(group, true), lineOf(complement, false)], yAxis, xAxis },
    gap: gap.points.length > 0 ? { ...gap, xAxis } : gap,
    aboveZero:
      subject.direction === 'none'
        ? `Above 0, ${withinSentence(complement.name)} lie higher.`
        : `Above 0, ${withinSentence(group.name)} are behind.`,
    gapName:
      subject.direction === 'decrease'
        ? `${group.name} minus ${withinSentence(complement.name)}`
        : `${complement.name} minus ${withinSentence(group.name)}`,
  };
}

/** A gap as people say it: `12 points`, `3.4 words`. */
export function gapWords(subject: ChartSubject, value: number): string {
  return isPercent(subject) ? `${formatNumber(value)} points` : formatMeasureValue(subject, value);
}
