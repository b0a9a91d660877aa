import { capitalised, counted, numberWord } from '~/lib/number-format';
import { formatDay, formatSpan } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { PhaseAnalysis, Slots } from '../../analysis';
import type { ChartAnnotation } from '../chart-model';
import type { PhaseSignal } from './phase-signal';
import { warnBaselineBelow } from './verdict-facts';
import type { VerdictFacts } from './verdict-facts';

/** `One point`, `12 points`: a count that begins a sentence. */
export function countFirst(count: number, one: string, many = `${one}s`): string {
  return `${capitalised(numberWord(count))} ${count === 1 ? one : many}`;
}

/** A person's own words as a sentence of ours: it ends in a full stop, whatever they typed. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? `${trimmed.replace(/[.!?…]+$/, '')}.` : `${trimmed}.`;
}

/** How many points the rules rest on, and from when. */
function countedPoints(phase: PhaseAnalysis, dates: SchoolDay[]): string {
  const last = dates[phase.to] ?? '';
  const counting = `${countFirst(phase.useful, 'point')} ${phase.useful === 1 ? 'counts' : 'count'}`;
  return `${counting}, from ${formatSpan(dates[phase.from] ?? '', last, last)}.`;
}

/** The rules in numbers, of the set that the network has chosen. */
export function rulesInNumbers(
  phase: PhaseAnalysis,
  dates: SchoolDay[],
  { lineName, signal }: { lineName: string; signal: PhaseSignal | null },
): string[] {
  if (signal?.rules !== 'ihi') return runsInNumbers(phase, dates, lineName);
  return [
    countedPoints(phase, dates),
    `The longest run on one side is ${phase.longestRun ?? 0}.`,
    ...ihiInNumbers(signal),
  ];
}

/** The rules of runs about a line, in numbers: what was found, and what chance seldom goes beyond. */
export function runsInNumbers(phase: PhaseAnalysis, dates: SchoolDay[], lineName: string): string[] {
  return [
    countedPoints(phase, dates),
    `The longest run on one side is ${phase.longestRun ?? 0}; chance seldom gives more than ${phase.longestRunMax ?? 0}.`,
    `The line crosses the ${lineName} ${counted(phase.crossings ?? 0, 'time')}; chance seldom gives fewer than ${phase.crossingsMin ?? 0}.`,
  ];
}

/** The rules of the IHI set in numbers, where a network has chosen it. */
function ihiInNumbers(signal: PhaseSignal): string[] {
  const { count, lower, upper } = signal.runs;
  const set =
    'This network uses the IHI rules: six or more in a row on one side are a shift, five or more going the same way are a trend. They call a change more often by chance than the standard rules do.';
  if (lower === null || upper === null) return [set];
  return [set, `There ${count === 1 ? 'is 1 run' : `are ${count} runs`}; chance gives ${lower} to ${upper}.`];
}

export function onTheLineSentences(phase: PhaseAnalysis, lineName: string): string[] {
  const on = phase.points - phase.useful;
  if (on <= 0) return [];
  return [`${countFirst(on, 'point')} exactly on the ${lineName} ${on === 1 ? 'does' : 'do'} not count.`];
}

export function phaseSentences({ from }: PhaseAnalysis, dates: SchoolDay[]): string[] {
  if (from === 0) return [];
  return [`This is about the newest phase, which begins on ${formatDay(dates[from] ?? '', dates.at(-1))}.`];
}

export function excludedSentences(excluded: number): string[] {
  if (excluded === 0) return [];
  if (excluded === 1)
    return ['One point is left out by a person, with a reason: it is drawn and does not count.'];
  return [
    `${countFirst(excluded, 'point')} are left out by a person, with a reason: they are drawn and do not count.`,
  ];
}

export function freezeSentences({
  frozenAt,
  lostBaseline,
}: Pick<VerdictFacts, 'frozenAt' | 'lostBaseline'>): string[] {
  if (lostBaseline)
    return [
      'The baseline was frozen and no longer holds: its points have become too few, or show a change of their own. The median of all points stands instead.',
    ];
  if (frozenAt === null) return [];
  const first = frozenAt === 1 ? 'the first point' : `the first ${frozenAt} points`;
  const small = frozenAt < warnBaselineBelow ? ` It rests on only ${counted(frozenAt, 'point')}.` : '';
  return [
    `The baseline is the median of ${first}, carried forward. A frozen baseline alarms more easily.${small}`,
  ];
}

/** What people noted from just before a stretch until its end. */
export function annotationsWithin(
  annotations: ChartAnnotation[],
  dates: SchoolDay[],
  span: { from: number; to: number } | null,
): string[] {
  if (span === null) return [];
  const from = dates[Math.max(0, span.from - 1)] ?? '';
  const to = dates[span.to] ?? '';
  return annotations
    .filter(({ date }) => date >= from && date <= to)
    .map(({ date, text }) => asSentence(`Noted on ${formatDay(date, to)}: ${text}`));
}

/** Said of percents only: a chart full of zeros or hundreds has little room to move. */
export function extremesSentences(y: Slots, percent: boolean): string[] {
  if (!percent) return [];
  const present = y.filter((value) => value !== null);
  const extremes = present.filter((value) => value <= 0 || value >= 100).length;
  if (extremes * 4 <= present.length) return [];
  return [
    'More than a quarter of the points are 0% or 100%, so few points can show a change. Counting the misses, or another measure, may show more.',
  ];
}
