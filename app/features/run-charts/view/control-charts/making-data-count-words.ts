import type { MeasureDirection } from '#db/vocabulary';
import { formatDay, formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { numberWord } from '~/lib/number-format';
import { sideOfLine, summariseXmr } from '../../analysis';
import type { WantedChange, XmrPoint, XmrSummary, XmrVariation } from '../../analysis';
import { formatMeasureValue } from '../../plotted-value';
import { chartBasis } from '../chart-basis';
import type { ChartSubject } from '../chart-model';
import { pointsForMakingDataCount } from './control-chart-choice';
import type { Tone } from '../chart-model';
import { excludedSentences } from '../verdict/verdict-reasons';

/** What Making Data Count says of the newest number and of the goal, in whole sentences. */
export type MakingDataCountWords = {
  tone: Tone | 'early';
  headline: string;
  /** Null where no goal or no wanted direction is set, and below 13 points. */
  assurance: string | null;
  because: string[];
};

const wanted: Record<MeasureDirection, WantedChange> = {
  increase: 'increase',
  decrease: 'decrease',
  none: 'neutral',
};

/** Points that count, of the newest phase; points left out are passed over, so that moving ranges bridge them. */
type Series = { dates: SchoolDay[]; values: (number | null)[]; left: number };

function newestPhase(subject: ChartSubject): Series {
  const { slots, starts, excluded, scale } = chartBasis(subject);
  const { observations, dates } = slots;
  const from = Math.max(0, ...starts.keys());
  const kept = dates.map((_, slot) => slot).filter((slot) => slot >= from && !excluded.has(slot));
  const valueAt = (slot: number): number | null => {
    if ('values' in observations) return observations.values[slot] ?? null;
    const numerator = observations.numerators[slot] ?? null;
    const denominator = observations.denominators[slot] ?? null;
    return numerator === null || denominator === null ? null : (numerator / denominator) * scale;
  };
  return {
    dates: kept.map((slot) => dates[slot] ?? ''),
    values: kept.map(valueAt),
    left: [...excluded.keys()].filter((slot) => slot >= from).length,
  };
}

/** The Making Data Count summary of a chart's newest phase. */
export function makingDataCount(subject: ChartSubject): MakingDataCountWords {
  const series = newestPhase(subject);
  const summary = summariseXmr(series.values, {
    improvement: wanted[subject.direction],
    target: subject.goal,
  });
  const format = (value: number) => formatMeasureValue(subject, value);
  if (summary.variation === null || summary.mean === null) return tooFew(summary.points);
  return {
    tone: tones[summary.variation],
    headline: headlines[summary.variation],
    assurance: assuranceWords(summary, subject, format),
    because: [
      restsOn(series, summary, format),
      ...(summary.limits
        ? [
            `The mean is ${format(summary.mean)}; by chance alone numbers swing from ${format(possible(subject, summary.limits.lower))} to ${format(possible(subject, summary.limits.upper))}.`,
          ]
        : []),
      ...excludedSentences(series.left),
      ...(subject.frozenThrough === null
        ? []
        : ['It uses all points of the newest phase, also where the run chart has a frozen baseline.']),
      'It has rules of its own, so it can differ from the run chart. Where it does, the run chart decides.',
    ],
  };
}

/** A limit as a number that can be counted: no share beyond 0 and 100 percent, no count or rate below 0. */
function possible({ kind }: ChartSubject, limit: number): number {
  if (kind === 'mean') return limit;
  return kind === 'proportion' ? Math.min(100, Math.max(0, limit)) : Math.max(0, limit);
}

function tooFew(points: number): MakingDataCountWords {
  const needed = pointsForMakingDataCount - points;
  return {
    tone: 'early',
    headline: `Too early to tell: ${needed} more ${needed === 1 ? 'point' : 'points'} needed.`,
    assurance: null,
    because: [
      `Making Data Count says nothing below ${pointsForMakingDataCount} points; ${points === 0 ? 'none is' : points === 1 ? 'one is' : `${numberWord(points)} are`} in.`,
    ],
  };
}

const tones: Record<XmrVariation, MakingDataCountWords['tone']> = {
  common_cause: 'early',
  improvement_high: 'toward',
  improvement_low: 'toward',
  concern_high: 'away',
  concern_low: 'away',
  neutral_high: 'plain',
  neutral_low: 'plain',
};

const headlines: Record<XmrVariation, string> = {
  common_cause: 'Common cause: the newest number is as chance would have it.',
  improvement_high: 'Improvement: the newest number is unusually high, as hoped.',
  improvement_low: 'Improvement: the newest number is unusually low, as hoped.',
  concern_high: 'Concern: the newest number is unusually high, which is the other way.',
  concern_low: 'Concern: the newest number is unusually low, which is the other way.',
  neutral_high: 'Special cause: the newest number is unusually high.',
  neutral_low: 'Special cause: the newest number is unusually low.',
};

function assuranceWords(
  { assurance }: XmrSummary,
  { goal }: ChartSubject,
  format: (value: number) => string,
): string | null {
  if (assurance === null || goal === null) return null;
  if (assurance === 'consistent_pass')
    return `As things are, the goal of ${format(goal)} will be met every time: chance alone does not take numbers across it.`;
  if (assurance === 'consistent_fail')
    return `As things are, the goal of ${format(goal)} will not be met: it lies beyond what chance alone gives, so something has to change.`;
  return `As things are, the goal of ${format(goal)} will be met at some times and missed at others, by chance alone.`;
}

type Rule = 'outside' | 'trend' | 'twoOfThree' | 'shift';

/** The rule that classes a point; of several, the first in the order of Making Data Count. */
function ruleOf(flags: XmrPoint): Rule | null {
  const order: Rule[] = ['outside', 'trend', 'twoOfThree', 'shift'];
  return order.find((rule) => flags[rule] !== null) ?? null;
}

/** Which points the class of the newest number rests on. */
function restsOn(series: Series, { flags, limits }: XmrSummary, format: (value: number) => string): string {
  const { dates, values } = series;
  const newest = values.findLastIndex((value) => value !== null);
  const point = flags[newest];
  const value = values[newest] ?? null;
  const day = (slot: number) => formatDay(dates[slot] ?? '', dates.at(-1));
  if (!point || value === null) return 'No number is in.';
  const here = `The newest number, ${format(value)} on ${day(newest)},`;
  const rule = ruleOf(point);
  if (rule === null) return `${here} is part of no unusual pattern.`;
  if (rule === 'outside') {
    const [name, limit] = point.outside === 'above' ? ['upper', limits?.upper] : ['lower', limits?.lower];
    return `${here} lies ${point.outside ?? 'beyond'} the ${name} limit${limit === undefined ? '' : ` of ${format(limit)}`}.`;
  }
  if (rule === 'twoOfThree') {
    const beyond = lastPresent(values, newest, 3).filter(
      (slot) => flags[slot]?.twoOfThree === point.twoOfThree,
    );
    return `${here} is one of ${numberWord(beyond.length)} in three, ${beyond.map(day).join(' and ')}, that lie close to the ${point.twoOfThree === 'above' ? 'upper' : 'lower'} limit.`;
  }
  const from = rule === 'trend' ? trendStart(values, newest) : shiftStart(flags, values, newest);
  const points = values.slice(from, newest + 1).filter((one) => one !== null).length;
  const days = formatSpan(dates[from] ?? '', dates[newest] ?? '', dates.at(-1));
  return rule === 'trend'
    ? `${here} ends ${numberWord(points)} in a row going ${point.trend ?? 'one way'}, from ${days}.`
    : `${here} ends ${numberWord(points)} in a row ${point.shift ?? 'beside'} the mean, from ${days}.`;
}

/** The last `count` slots up to `newest` that hold a number, oldest first. */
function lastPresent(values: (number | null)[], newest: number, count: number): number[] {
  const present = values.flatMap((value, slot) => (value !== null && slot <= newest ? [slot] : []));
  return present.slice(-count);
}

function trendStart(values: (number | null)[], newest: number): number {
  const present = lastPresent(values, newest, values.length).toReversed();
  const at = (slot: number | undefined) => (slot === undefined ? null : (values[slot] ?? null));
  const step = (index: number) => {
    const later = at(present[index]);
    const earlier = at(present[index + 1]);
    return later === null || earlier === null ? null : sideOfLine(later, earlier);
  };
  const way = step(0);
  let index = 0;
  while (way !== null && step(index) === way) index += 1;
  return present[index] ?? newest;
}

function shiftStart(flags: XmrPoint[], values: (number | null)[], newest: number): number {
  const side = flags[newest]?.shift ?? null;
  let from = newest;
  for (let slot = newest; slot >= 0; slot -= 1) {
    if (values[slot] === null) continue;
    if (flags[slot]?.shift !== side) break;
    from = slot;
  }
  return from;
}
