import { counted, numberWord } from '~/lib/number-format';
import { formatDay } from '~/lib/school-day';
import type { ControlChartKind, PhaseAnalysis, Side } from '../../analysis';
import type { Tone } from '../chart-model';
import { limitSentences } from '../verdict/limit-words';
import { changeHeadline, hintSentence, ruleSentence, signalSentence } from '../verdict/signal-words';
import type { PhaseSignal } from '../verdict/phase-signal';
import { pointsForMedian, pointsForVerdict, quiet, toneOf } from '../verdict/verdict-facts';
import type { RunChartVerdict, VerdictFacts } from '../verdict/verdict-facts';
import {
  annotationsWithin,
  countFirst,
  excludedSentences,
  extremesSentences,
  onTheLineSentences,
  phaseSentences,
  runsInNumbers,
} from '../verdict/verdict-reasons';

/** A point strictly beyond a limit, as a slot of the chart, in the plotted unit. */
export type OutsidePoint = { slot: number; side: Side; value: number; limit: number };

export type ControlVerdictFacts = VerdictFacts & {
  kind: ControlChartKind;
  /** In the newest phase, in time order; excluded points are not among them. */
  outside: OutsidePoint[];
  /** How many excluded points lie beyond a limit. */
  outsideLeftOut: number;
  /** Whether points are usually out of a hundred or more. */
  large: boolean;
};

/** What a control chart says of its newest phase, in the same states as a run chart. */
export function controlChartVerdict(facts: ControlVerdictFacts): RunChartVerdict {
  const { phase } = facts;
  if (phase === null || facts.y.every((value) => value === null)) return noData(facts);
  if (phase.points >= pointsForVerdict && phase.useful === 0) return noSpread(facts, phase);
  if (phase.useful < pointsForVerdict) return tooEarly(facts, phase);
  if (facts.signal?.rule) return moved(facts, phase, facts.signal);
  if (facts.outside.length > 0) return unusual(facts, phase);
  return noClearChange(facts, phase);
}

const lineName = 'mean';
const meanWords = (facts: ControlVerdictFacts, { center }: PhaseAnalysis) =>
  `the mean of ${center === null ? '' : facts.format(center)}`;

function noData({ excluded }: ControlVerdictFacts): RunChartVerdict {
  return quiet('no_data', {
    headline: excluded === 0 ? 'No numbers yet.' : 'No number counts yet.',
    detail:
      excluded === 0 ? 'The first one starts the chart.' : 'Every number so far is left out by a person.',
    because: [
      `A verdict needs at least ${numberWord(pointsForVerdict)} points.`,
      ...excludedSentences(excluded),
    ],
  });
}

function noSpread(facts: ControlVerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const value = phase.center === null ? 'the same' : facts.format(phase.center);
  return quiet('no_spread', {
    headline: 'Every number is the same.',
    detail: `All points are ${value}, so nothing says how far they swing by chance.`,
    because: [
      'Limits come from how much numbers differ. A measure that never moves may need another way to count.',
      ...phaseSentences(phase, facts.dates),
      ...excludedSentences(facts.excluded),
      ...extremesSentences(facts.y, facts.percent),
    ],
  });
}

function tooEarly(facts: ControlVerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const counting = phase.points < pointsForMedian ? phase.points : phase.useful;
  const since = phase.from > 0 ? ' since the new phase began' : '';
  const points =
    phase.points === 0
      ? `No point is in${since}.`
      : `${countFirst(phase.points, 'point is', 'points are')} in${since}.`;
  const lines =
    (facts.frozenAt ?? phase.points) < pointsForMedian
      ? 'No middle line and no limits yet.'
      : facts.frozenAt === null
        ? 'The middle line and the limits will still move.'
        : 'The middle line and the limits come from the baseline.';
  return quiet('too_early', {
    headline: `Too early to tell: ${counted(pointsForVerdict - counting, 'more point')} needed.`,
    detail: `${points} ${lines}`,
    because: [
      `With fewer than ${numberWord(pointsForVerdict)} points that count, the limits are themselves a matter of chance.`,
      ...(phase.points < pointsForMedian ? [] : onTheLineSentences(phase, lineName)),
      ...phaseSentences(phase, facts.dates),
      ...excludedSentences(facts.excluded),
    ],
  });
}

function reasons(facts: ControlVerdictFacts, phase: PhaseAnalysis): string[] {
  return [
    ...outsideSentences(facts),
    ...runsInNumbers(phase, facts.dates, lineName),
    ...onTheLineSentences(phase, lineName),
    ...phaseSentences(phase, facts.dates),
    ...excludedSentences(facts.excluded),
    ...leftOutSentences(facts),
    ...extremesSentences(facts.y, facts.percent),
  ];
}

function noClearChange(facts: ControlVerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const limits = limitSentences(facts, phase);
  const hint = hintSentence({ ...facts, lineName, line: '' }, facts.signal);
  const where = limits.none ? '' : 'lie within the limits and ';
  const steady = `${countFirst(phase.points, 'point')} ${where}go up and down around ${meanWords(facts, phase)}, as chance would.`;
  return quiet('no_clear_change', {
    headline: 'No clear change so far.',
    detail: [hint ?? steady, ...limits.first].join(' '),
    because: [...limits.because, ...reasons(facts, phase)],
  });
}

/** The runs about the mean say that it has moved; points outside are told beside. */
function moved(facts: ControlVerdictFacts, phase: PhaseAnalysis, signal: PhaseSignal): RunChartVerdict {
  const tone = signal.returned ? 'plain' : toneOf(signal.side, facts.direction);
  const about = { ...facts, lineName, line: meanWords(facts, phase) };
  const limits = limitSentences(facts, phase);
  const count = facts.outside.length;
  const beside =
    count === 0
      ? limits.none
        ? []
        : ['No single number lies outside the limits.']
      : [`${countFirst(count, 'number')} also ${count === 1 ? 'lies' : 'lie'} outside the limits.`];
  return {
    ...{ state: 'changed', tone, side: signal.side, returned: signal.returned },
    headline: changeHeadline(tone, signal),
    detail: [signalSentence(about, phase, signal), ...beside].join(' '),
    because: [
      ...ruleSentence(about, signal),
      ...annotationsWithin(facts.annotations, facts.dates, signal.span),
      ...[...limits.first, ...limits.because],
      ...reasons(facts, phase),
    ],
  };
}

const against: Record<Tone, string> = { toward: ', as hoped', away: ', which is the other way', plain: '' };

/** Single numbers beyond the limits, with no run to say that the whole has moved. */
function unusual(facts: ControlVerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const { outside } = facts;
  const side = outside.every((point) => point.side === outside[0]?.side) ? (outside[0]?.side ?? null) : null;
  const tone = toneOf(side, facts.direction);
  const numbers = `${countFirst(outside.length, 'number')} ${outside.length === 1 ? 'is' : 'are'}`;
  const limits = limitSentences(facts, phase);
  return {
    ...{ state: 'changed', tone, side, returned: false },
    headline:
      side === null
        ? `${countFirst(outside.length, 'number')} lie outside what chance gives, on both sides.`
        : `${numbers} ${side === 'above' ? 'higher' : 'lower'} than chance gives${against[tone]}.`,
    detail: [unusualDetail(facts), ...limits.first].join(' '),
    because: [
      'The rule that calls it: a number beyond a limit. It tells of single days, not that the whole has moved.',
      ...limits.because,
      ...reasons(facts, phase),
    ],
  };
}

const dayOf = ({ dates }: ControlVerdictFacts, slot: number) => formatDay(dates[slot] ?? '', dates.at(-1));

function unusualDetail(facts: ControlVerdictFacts): string {
  const newest = facts.outside.at(-1);
  if (!newest) return '';
  const beyond = `${newest.side} the ${newest.side === 'above' ? 'upper' : 'lower'} limit of ${facts.format(newest.limit)}`;
  const which = facts.outside.length === 1 ? 'It' : 'The newest of them';
  return `${which} is ${facts.format(newest.value)} on ${dayOf(facts, newest.slot)}, ${beyond}.`;
}

const mostNamed = 8;

/** Each number outside, newest first, and what was noted about its day. */
function outsideSentences(facts: ControlVerdictFacts): string[] {
  const { outside } = facts;
  const named = outside.toReversed().slice(0, mostNamed);
  const sentences = named.flatMap(({ slot, side, value, limit }) => [
    `${dayOf(facts, slot)}: ${facts.format(value)}, ${side} the ${side === 'above' ? 'upper' : 'lower'} limit of ${facts.format(limit)}.`,
    ...annotationsWithin(facts.annotations, facts.dates, { from: slot, to: slot }),
  ]);
  const rest = outside.length - named.length;
  if (rest <= 0) return sentences;
  return [
    ...sentences,
    `${countFirst(rest, 'earlier number')} ${rest === 1 ? 'lies' : 'lie'} outside too; the table has them all.`,
  ];
}

function leftOutSentences({ outsideLeftOut: count }: ControlVerdictFacts): string[] {
  if (count === 0) return [];
  return [
    `${countFirst(count, 'point')} left out ${count === 1 ? 'lies' : 'lie'} outside the limits; ${count === 1 ? 'it is' : 'they are'} not part of this verdict.`,
  ];
}
