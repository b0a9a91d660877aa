import { capitalised, counted, numberWord } from '~/lib/number-format';
import type { PhaseAnalysis } from '../../analysis';
import type { PhaseSignal } from './phase-signal';
import { changeHeadline, hintSentence, ruleSentence, signalSentence } from './signal-words';
import { pointsForMedian, pointsForVerdict, quiet, toneOf } from './verdict-facts';
import type { RunChartVerdict, VerdictFacts } from './verdict-facts';
import {
  annotationsWithin,
  countFirst,
  excludedSentences,
  extremesSentences,
  freezeSentences,
  onTheLineSentences,
  phaseSentences,
  rulesInNumbers,
} from './verdict-reasons';

export { pointsForMedian, pointsForVerdict, toneOf } from './verdict-facts';
export type { RunChartVerdict, VerdictFacts, VerdictState } from './verdict-facts';

/** The verdict on a chart's newest phase, in the states of run-charts.md, "What teachers are shown". */
export function runChartVerdict(facts: VerdictFacts): RunChartVerdict {
  const { phase } = facts;
  if (phase === null || facts.y.every((value) => value === null)) return noData(facts);
  if (phase.center !== null && phase.points >= pointsForVerdict && phase.useful === 0)
    return noSpread(facts, phase, phase.center);
  if (phase.useful < pointsForVerdict) return tooEarly(facts, phase);
  if (facts.signal?.rule) return changed(facts, phase, facts.signal);
  return noClearChange(facts, phase);
}

const lineNameOf = (facts: VerdictFacts) => (facts.frozenAt === null ? 'median' : 'baseline');
const valueOf = (facts: VerdictFacts, { center }: PhaseAnalysis) =>
  center === null ? '' : facts.format(center);

function signalFacts(facts: VerdictFacts, phase: PhaseAnalysis) {
  const lineName = lineNameOf(facts);
  return { ...facts, lineName, line: `the ${lineName} of ${valueOf(facts, phase)}` };
}

function noData({ excluded }: VerdictFacts): RunChartVerdict {
  const because = [`A verdict needs at least ${numberWord(pointsForVerdict)} points.`];
  if (excluded === 0)
    return quiet('no_data', {
      headline: 'No numbers yet.',
      detail: 'The first one starts the chart.',
      because,
    });
  return quiet('no_data', {
    headline: 'No number counts yet.',
    detail: 'Every number so far is left out by a person.',
    because: [...excludedSentences(excluded), ...because],
  });
}

function noSpread(facts: VerdictFacts, phase: PhaseAnalysis, center: number): RunChartVerdict {
  const since = phase.from > 0 ? ' since the new phase began' : '';
  return quiet('no_spread', {
    headline: 'Every number is the same.',
    detail: `All points${since} are ${facts.format(center)}, so nothing can show a change.`,
    because: [
      'Points on the middle line do not count. A measure that never moves may need another way to count.',
      ...phaseSentences(phase, facts.dates),
      ...excludedSentences(facts.excluded),
      ...extremesSentences(facts.y, facts.percent),
    ],
  });
}

/** While there is no middle line every point counts; later those on the line do not, and that is said. */
function pointsNeeded(phase: PhaseAnalysis): { needed: number; onTheLine: number } {
  if (phase.points < pointsForMedian) return { needed: pointsForVerdict - phase.points, onTheLine: 0 };
  return { needed: pointsForVerdict - phase.useful, onTheLine: phase.points - phase.useful };
}

function pointsIn(phase: PhaseAnalysis): string {
  const since = phase.from > 0 ? ' since the new phase began' : '';
  return phase.points === 0
    ? `No point is in${since}.`
    : `${countFirst(phase.points, 'point is', 'points are')} in${since}.`;
}

/** Whether there is a middle line, and whether it will move. */
function middleLine(facts: VerdictFacts, phase: PhaseAnalysis): string {
  const basis = facts.frozenAt ?? phase.points;
  if (basis < pointsForMedian) return 'No middle line yet.';
  const value = valueOf(facts, phase);
  if (facts.frozenAt !== null) return `The baseline, ${value}, is carried forward.`;
  return basis < pointsForVerdict
    ? `The middle line, ${value}, will still move.`
    : `The middle line is ${value}.`;
}

function tooEarly(facts: VerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const { needed, onTheLine: on } = pointsNeeded(phase);
  const uncounted =
    on > 0 ? ` ${capitalised(numberWord(on))} on the line ${on === 1 ? 'does' : 'do'} not count.` : '';
  const hint = hintSentence(signalFacts(facts, phase), facts.signal);
  return quiet('too_early', {
    headline: `Too early to tell: ${counted(needed, 'more point')} needed.`,
    detail: `${pointsIn(phase)} ${middleLine(facts, phase)}${uncounted}`,
    because: [
      `With fewer than ${numberWord(pointsForVerdict)} points that count, chance alone makes patterns that look like a change.`,
      ...(hint === null || phase.points < pointsForMedian ? [] : [hint]),
      ...phaseSentences(phase, facts.dates),
      ...excludedSentences(facts.excluded),
      ...freezeSentences(facts),
      ...extremesSentences(facts.y, facts.percent),
    ],
  });
}

/** Under every verdict: what was counted, what was not, and what the lines rest on. */
function countedAndNot(facts: VerdictFacts, phase: PhaseAnalysis): string[] {
  return [
    ...onTheLineSentences(phase, lineNameOf(facts)),
    ...phaseSentences(phase, facts.dates),
    ...excludedSentences(facts.excluded),
    ...freezeSentences(facts),
    ...extremesSentences(facts.y, facts.percent),
  ];
}

function noClearChange(facts: VerdictFacts, phase: PhaseAnalysis): RunChartVerdict {
  const hint = hintSentence(signalFacts(facts, phase), facts.signal);
  const around = facts.frozenAt === null ? 'their middle' : 'the baseline';
  return quiet('no_clear_change', {
    headline: 'No clear change so far.',
    detail:
      hint ??
      `${countFirst(phase.points, 'point')} go up and down around ${around}, ${valueOf(facts, phase)}, as chance would.`,
    because: [
      ...(hint === null
        ? []
        : ['Chance alone often makes such a stretch, so it is a hint and not yet a change.']),
      ...rulesInNumbers(phase, facts.dates, { lineName: lineNameOf(facts), signal: facts.signal }),
      ...countedAndNot(facts, phase),
    ],
  });
}

function changed(facts: VerdictFacts, phase: PhaseAnalysis, signal: PhaseSignal): RunChartVerdict {
  const tone = signal.returned ? 'plain' : toneOf(signal.side, facts.direction);
  const about = signalFacts(facts, phase);
  return {
    ...{ state: 'changed', tone, side: signal.side, returned: signal.returned },
    headline: changeHeadline(tone, signal),
    detail: signalSentence(about, phase, signal),
    because: [
      ...ruleSentence(about, signal),
      ...rulesInNumbers(phase, facts.dates, { lineName: lineNameOf(facts), signal }),
      ...annotationsWithin(facts.annotations, facts.dates, signal.span),
      ...countedAndNot(facts, phase),
    ],
  };
}
