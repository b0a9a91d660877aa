import { capitalised, counted, numberWord } from '~/lib/number-format';
import { formatDay, formatSpan } from '~/lib/school-day';
import type { PhaseAnalysis, RunSpan } from '../../analysis';
import type { PhaseSignal, SignalRule } from './phase-signal';
import type { Tone } from '../chart-model';
import type { VerdictFacts } from './verdict-facts';
import { countFirst } from './verdict-reasons';

type SignalFacts = Pick<VerdictFacts, 'y' | 'dates'> & {
  /** `median`, `baseline` or `mean`. */
  lineName: string;
  /** `the median of 44%` */
  line: string;
};

/** The sentence of a change: where it went, against what is wanted, and that it is more than chance. */
export function changeHeadline(tone: Tone, signal: PhaseSignal): string {
  const { side, returned } = signal;
  if (returned) return `It moved ${side === 'above' ? 'up' : 'down'} for a while, and has come back.`;
  if (tone === 'toward')
    return `${side === 'above' ? 'Going up' : 'Coming down'}, as hoped, and it is more than chance.`;
  if (tone === 'away')
    return `Going ${side === 'above' ? 'up' : 'down'}, which is the other way, and it is more than chance.`;
  if (side !== null) return `It has moved ${side === 'above' ? 'up' : 'down'}, and it is more than chance.`;
  if (signal.rule === 'runs' && signal.runs.verdict === 'too_many')
    return 'The points change sides more often than chance would make them.';
  return 'More than chance is at work, in no one direction.';
}

/** What the signal rests on, in one line with its dates. */
export function signalSentence(facts: SignalFacts, phase: PhaseAnalysis, signal: PhaseSignal): string {
  const { span } = signal;
  if (span !== null)
    return signal.lastRun?.from === span.from
      ? runUntilNow(facts, phase, span)
      : pastRun(facts, span, signal);
  if (signal.rule === 'trend' && signal.hint.trend !== null) {
    const { length, direction, from, to } = signal.hint.trend;
    const days = formatSpan(facts.dates[from] ?? '', facts.dates[to] ?? '', facts.dates.at(-1));
    return `${countFirst(length, 'point')} in a row went ${direction}, from ${days}.`;
  }
  if (signal.rule === 'runs') return runsSentence(facts, signal);
  return `The line crosses ${facts.line} only ${counted(phase.crossings ?? 0, 'time')}, where chance seldom gives fewer than ${phase.crossingsMin ?? 0}.`;
}

const dayOf = ({ dates }: SignalFacts, index: number) => formatDay(dates[index] ?? '', dates.at(-1));

function runUntilNow(facts: SignalFacts, phase: PhaseAnalysis, span: RunSpan): string {
  const present = facts.y.slice(span.from, phase.to + 1).filter((value) => value !== null).length;
  const on = present - span.length;
  const since = `Since ${dayOf(facts, span.from)}`;
  if (on <= 0) return `${since} all ${numberWord(span.length)} points lie ${span.side} ${facts.line}.`;
  const across = span.side === 'above' ? 'below' : 'above';
  return `${since} ${numberWord(span.length)} points lie ${span.side} ${facts.line}, ${numberWord(on)} on it and none ${across}.`;
}

function pastRun(facts: SignalFacts, span: RunSpan, signal: PhaseSignal): string {
  const { dates } = facts;
  const days = formatSpan(dates[span.from] ?? '', dates[span.to] ?? '', dates.at(-1));
  const run = `${countFirst(span.length, 'point')} in a row lay ${span.side} ${facts.line}, from ${days}.`;
  if (signal.returned) return `${run} Since then they go up and down around it again.`;
  if (signal.side !== span.side) return `${run} Since then most lie ${signal.side ?? 'across'} it.`;
  return run;
}

function runsSentence({ line }: SignalFacts, { runs }: PhaseSignal): string {
  const bound =
    runs.verdict === 'too_many'
      ? `seldom gives more than ${runs.upper ?? 0}`
      : `seldom gives fewer than ${runs.lower ?? 0}`;
  return `The points make ${counted(runs.count, 'run')} about ${line}, where chance ${bound}.`;
}

const rules: Record<SignalRule, string> = {
  run: 'a run on one side that is longer than chance gives',
  crossings: 'too few crossings of the middle line',
  shift: 'a shift, six or more in a row on one side',
  trend: 'a trend, five or more in a row going the same way',
  runs: 'the number of runs',
};

/** Names the rule that called the change, with the days of the run where it rests on one. */
export function ruleSentence({ dates }: SignalFacts, signal: PhaseSignal): string[] {
  if (signal.rule === null) return [];
  const span = signal.span ?? (signal.rule === 'trend' ? signal.hint.trend : null);
  const days = span ? `, from ${formatSpan(dates[span.from] ?? '', dates[span.to] ?? '', dates.at(-1))}` : '';
  return [`The rule that calls it: ${rules[signal.rule]}${days}.`];
}

/** A long run or a trend that is no signal: worth watching, no more. */
export function hintSentence({ y, lineName }: SignalFacts, signal: PhaseSignal | null): string | null {
  const run = signal?.hint.run;
  if (run)
    return `${capitalised(numberWord(run.length))} in a row ${run.side} the ${lineName}: keep watching.`;
  const trend = signal?.hint.trend;
  const newest = y.findLastIndex((value) => value !== null);
  if (trend && trend.to >= newest)
    return `${capitalised(numberWord(trend.length))} in a row going ${trend.direction}: keep watching.`;
  return null;
}
