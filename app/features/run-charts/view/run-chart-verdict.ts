import type { MeasureDirection } from '#db/vocabulary';
import { capitalised, counted, numberWord } from '~/lib/number-format';
import { formatDay, formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { PhaseAnalysis, Slots } from '../analysis';
import type { ChartAnnotation, Tone } from './chart-model';
import type { PhaseSignal } from './phase-signal';

export type VerdictState = 'no_data' | 'too_early' | 'no_spread' | 'no_clear_change' | 'changed';

/** What a chart says: one sentence, one line beneath it, and how we know. */
export type RunChartVerdict = {
  state: VerdictState;
  tone: Tone | 'early';
  /** Where the points have gone. */
  side: 'above' | 'below' | null;
  headline: string;
  detail: string;
  /** Sentences under "How do we know?", each complete. */
  because: string[];
};

export type VerdictFacts = {
  y: Slots;
  dates: SchoolDay[];
  /** The newest phase, which the verdict is about. */
  phase: PhaseAnalysis | null;
  signal: PhaseSignal | null;
  direction: MeasureDirection;
  /** How many first points the baseline was frozen at; null when the median moves with every point. */
  frozenAt: number | null;
  percent: boolean;
  /** How many points were excluded by a person; `y` has none of them. */
  excluded: number;
  annotations: ChartAnnotation[];
  /** Writes a plotted value with its unit. */
  format: (value: number) => string;
};

/** No verdict before this many useful points; no middle line before `pointsForMedian`. */
export const pointsForVerdict = 10;
export const pointsForMedian = 6;
const warnBaselineBelow = 12;

export function toneOf(side: 'above' | 'below' | null, direction: MeasureDirection): Tone {
  if (side === null || direction === 'none') return 'plain';
  return (side === 'above') === (direction === 'increase') ? 'toward' : 'away';
}

/** The verdict on a chart's newest phase, in the states of run-charts.md, "What teachers are shown". */
export function runChartVerdict(facts: VerdictFacts): RunChartVerdict {
  const { phase } = facts;
  const present = facts.y.filter((value) => value !== null);
  if (present.length === 0 || phase === null || phase.center === null)
    return {
      ...{ state: 'no_data', tone: 'early', side: null },
      headline: 'No numbers yet.',
      detail: 'The first one starts the chart.',
      because: [`A verdict needs at least ${pointsForVerdict} points.`],
    };
  if (phase.points >= pointsForVerdict && phase.useful === 0) return noSpread(facts, phase.center);
  if (phase.useful < pointsForVerdict) return tooEarly(facts, phase);
  if (facts.signal?.rule) return changed(facts, phase, facts.signal);
  return noClearChange(facts, phase);
}

const lineName = (facts: VerdictFacts) => (facts.frozenAt === null ? 'median' : 'baseline');
const centerWords = (facts: VerdictFacts, phase: PhaseAnalysis) =>
  `the ${lineName(facts)} of ${phase.center === null ? '' : facts.format(phase.center)}`;

function noSpread(facts: VerdictFacts, center: number): RunChartVerdict {
  return {
    ...{ state: 'no_spread', tone: 'early', side: null },
    headline: 'Every number is the same.',
    detail: `All points are ${facts.format(center)}, so nothing can show a change.`,
    because: [
      'Points on the middle line do not count. A measure that never moves may need another way to count.',
    ],
  };
}

/** While there is no middle line every point counts; later those on the line do not, and that is said. */
function pointsNeeded(phase: PhaseAnalysis): { needed: number; onTheLine: number } {
  if (phase.points < pointsForMedian) return { needed: pointsForVerdict - phase.points, onTheLine: 0 };
  return { needed: pointsForVerdict - phase.useful, onTheLine: phase.points - phase.useful };
}

function tooEarly(facts: VerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const { needed, onTheLine: on } = pointsNeeded(phase);
  const center = phase.center === null ? '' : facts.format(phase.center);
  const line =
    phase.points < pointsForMedian ? 'No middle line yet.' : `The middle line, ${center}, will still move.`;
  const uncounted =
    on > 0 ? ` ${capitalised(numberWord(on))} on the line ${on === 1 ? 'does' : 'do'} not count.` : '';
  const where = phase.from > 0 ? ' since the new phase' : '';
  return {
    ...{ state: 'too_early', tone: 'early', side: null },
    headline: `Too early to tell: ${counted(needed, 'more point')} needed.`,
    detail: `${capitalised(numberWord(phase.points))} ${phase.points === 1 ? 'point is' : 'points are'} in${where}. ${line}${uncounted}`,
    because: [
      `With fewer than ${pointsForVerdict} points, chance alone makes patterns that look like a change.`,
      ...hintSentences(facts, facts.signal),
      ...excludedSentences(facts),
      ...manyExtremes(facts),
    ],
  };
}

function noClearChange(facts: VerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const hint = hintSentences(facts, facts.signal)[0];
  return {
    ...{ state: 'no_clear_change', tone: 'early', side: null },
    headline: 'No clear change so far.',
    detail:
      hint ??
      `${capitalised(numberWord(phase.points))} points go up and down around ${facts.frozenAt === null ? 'their middle' : 'the baseline'}, ${phase.center === null ? '' : facts.format(phase.center)}, as chance would.`,
    because: [
      ...rulesInNumbers(facts, phase),
      ...onTheLine(phase),
      ...excludedSentences(facts),
      ...freezeSentences(facts),
      ...manyExtremes(facts),
    ],
  };
}

const headlines: Record<Tone, (side: 'above' | 'below' | null, direction: MeasureDirection) => string> = {
  toward: (side) =>
    side === 'above'
      ? 'Going up, as hoped, and it is more than chance.'
      : 'Coming down, as hoped, and it is more than chance.',
  away: (side) =>
    side === 'above'
      ? 'Going up, which is the other way, and it is more than chance.'
      : 'Going down, which is the other way, and it is more than chance.',
  plain: (side) => {
    if (side === 'above') return 'It has moved up, and it is more than chance.';
    if (side === 'below') return 'It has moved down, and it is more than chance.';
    return 'It moves more than chance would, in no one direction.';
  },
};

function changed(facts: VerdictFacts, phase: PhaseAnalysis, signal: PhaseSignal): RunChartVerdict {
  const tone = signal.returned ? 'plain' : toneOf(signal.side, facts.direction);
  const cameBack = `It moved ${signal.side === 'above' ? 'up' : 'down'} for a while, and has come back.`;
  return {
    ...{ state: 'changed', tone, side: signal.side },
    headline: signal.returned ? cameBack : headlines[tone](signal.side, facts.direction),
    detail: signalSentence(facts, phase, signal),
    because: [
      ...rulesInNumbers(facts, phase),
      ...annotationsWithin(facts, signal),
      ...onTheLine(phase),
      ...excludedSentences(facts),
      ...freezeSentences(facts),
      ...manyExtremes(facts),
    ],
  };
}

function signalSentence(facts: VerdictFacts, phase: PhaseAnalysis, signal: PhaseSignal): string {
  const { span } = signal;
  const day = (index: number) => formatDay(facts.dates[index] ?? '', facts.dates.at(-1));
  if (span !== null) {
    const reachesNow = signal.lastRun?.from === span.from;
    if (reachesNow)
      return `Since ${day(span.from)} all ${numberWord(span.length)} points lie ${span.side} ${centerWords(facts, phase)}.`;
    const days = formatSpan(facts.dates[span.from] ?? '', facts.dates[span.to] ?? '', facts.dates.at(-1));
    return `${capitalised(numberWord(span.length))} points in a row lay ${span.side} ${centerWords(facts, phase)}, ${days}.`;
  }
  if (signal.rule === 'trend' && signal.hint.trend !== null) {
    const { length, direction, from } = signal.hint.trend;
    return `${capitalised(numberWord(length))} points in a row go ${direction}, from ${day(from)} on.`;
  }
  return `The line crosses ${centerWords(facts, phase)} only ${counted(phase.crossings ?? 0, 'time')}, where chance seldom gives fewer than ${phase.crossingsMin ?? 0}.`;
}

function rulesInNumbers(facts: VerdictFacts, phase: PhaseAnalysis): string[] {
  const first = facts.dates[phase.from] ?? '';
  const last = facts.dates[phase.to] ?? '';
  const counts = `${counted(phase.useful, 'point')} not on the ${lineName(facts)}, ${formatSpan(first, last, last)}.`;
  const run = `The longest run on one side is ${phase.longestRun ?? 0}; chance seldom gives more than ${phase.longestRunMax ?? 0}.`;
  const crossings = `The line crosses the ${lineName(facts)} ${counted(phase.crossings ?? 0, 'time')}; chance seldom gives fewer than ${phase.crossingsMin ?? 0}.`;
  return [capitalised(counts), run, crossings];
}

function hintSentences(facts: VerdictFacts, signal: PhaseSignal | null): string[] {
  const run = signal?.hint.run;
  if (run)
    return [
      `${capitalised(numberWord(run.length))} in a row ${run.side} the ${lineName(facts)}: keep watching.`,
    ];
  const trend = signal?.hint.trend;
  const newest = facts.y.findLastIndex((value) => value !== null);
  if (trend && trend.to >= newest)
    return [`${capitalised(numberWord(trend.length))} in a row going ${trend.direction}: keep watching.`];
  return [];
}

function onTheLine(phase: PhaseAnalysis): string[] {
  const on = phase.points - phase.useful;
  return on > 0
    ? [`${capitalised(counted(on, 'point'))} exactly on the line ${on === 1 ? 'is' : 'are'} not counted.`]
    : [];
}

function excludedSentences({ excluded }: VerdictFacts): string[] {
  if (excluded === 0) return [];
  return [
    `${capitalised(counted(excluded, 'point'))} left out by a person, with a reason: drawn, not counted.`,
  ];
}

function freezeSentences(facts: VerdictFacts): string[] {
  if (facts.frozenAt === null) return [];
  const small = facts.frozenAt < warnBaselineBelow ? ` It rests on only ${facts.frozenAt} points.` : '';
  return [
    `The baseline is the median of the first ${facts.frozenAt} points, carried forward. A frozen baseline alarms more easily.${small}`,
  ];
}

function annotationsWithin(facts: VerdictFacts, signal: PhaseSignal): string[] {
  const { span } = signal;
  if (span === null) return [];
  const from = facts.dates[Math.max(0, span.from - 1)] ?? '';
  const to = facts.dates[span.to] ?? '';
  return facts.annotations
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, text }) => `Noted on ${formatDay(date, to)}: ${text}`);
}

function manyExtremes(facts: VerdictFacts): string[] {
  if (!facts.percent) return [];
  const present = facts.y.filter((value) => value !== null);
  const extremes = present.filter((value) => value <= 0 || value >= 100).length;
  if (extremes * 4 <= present.length) return [];
  return [
    'More than a quarter of the points are 0% or 100%, so few points can show a change. Counting the misses, or another measure, may show more.',
  ];
}
