import { analyseRunChart } from '../analysis';
import type { PhaseAnalysis, Slots } from '../analysis';
import { formatMeasureValue, isPercent } from '../plotted-value';
import { chartBasis } from './chart-basis';
import type { ChartBasis } from './chart-basis';
import type { ChartSubject, ModelBracket, ModelPhase, Tone } from './chart-model';
import type { ChartSlots } from './chart-slots';
import { phaseSignal } from './verdict/phase-signal';
import type { PhaseSignal } from './verdict/phase-signal';
import { pointsForMedian, pointsForVerdict, runChartVerdict, toneOf } from './verdict/run-chart-verdict';
import type { RunChartVerdict } from './verdict/run-chart-verdict';

type Analysed = Pick<ChartBasis, 'freeze' | 'starts' | 'excluded'> & { y: Slots; phases: PhaseAnalysis[] };

/** The analysis in the plotted unit. */
function analyse({ slots, options, scale, freeze, starts, excluded }: ChartBasis): Analysed {
  const { y, phases } = analyseRunChart(slots.observations, options);
  const scaled = (value: number | null) => (value === null ? null : value * scale);
  return {
    y: y.map(scaled),
    phases: phases.map((phase) => ({ ...phase, center: scaled(phase.center) })),
    ...{ freeze, starts, excluded },
  };
}

function modelPhase(
  subject: ChartSubject,
  { freeze, starts, y, excluded }: Analysed,
  phase: PhaseAnalysis,
): ModelPhase {
  const computedTo = freeze === undefined ? phase.to : freeze - 1;
  const present = y
    .slice(phase.from, computedTo + 1)
    .filter((value, offset) => value !== null && !excluded.has(phase.from + offset)).length;
  const line = present < pointsForMedian ? 'none' : present < pointsForVerdict ? 'provisional' : 'solid';
  const name = freeze === undefined ? 'median' : 'baseline';
  const label = phase.center === null ? '' : `${name} ${formatMeasureValue(subject, phase.center)}`;
  return {
    from: phase.from,
    to: phase.to,
    center: phase.center,
    label,
    line,
    computedTo,
    reason: starts.get(phase.from) ?? null,
  };
}

function bracketOf(
  signal: PhaseSignal,
  direction: ChartSubject['direction'],
  lineName: string,
): ModelBracket[] {
  if (signal.span === null) return [];
  const { from, to, length, side } = signal.span;
  const shortWords = `${length} in a row ${side}`;
  return [{ from, to, shortWords, words: `${shortWords} the ${lineName}`, tone: toneOf(side, direction) }];
}

/** Which points are filled: those of a run that is a signal, on its own side of the line. */
function tonesOf(brackets: ModelBracket[], y: Slots, phases: PhaseAnalysis[]): (Tone | null)[] {
  const tones: (Tone | null)[] = y.map(() => null);
  for (const { from, to, tone, shortWords } of brackets) {
    const center = phases.find((phase) => phase.from <= from && to <= phase.to)?.center ?? null;
    const above = shortWords.endsWith('above');
    for (let index = from; index <= to; index += 1) {
      const value = y[index] ?? null;
      if (value !== null && center !== null && (above ? value >= center : value <= center))
        tones[index] = tone;
    }
  }
  return tones;
}

/** What a chart says, before anything is laid out to be drawn. */
export type ChartReading = {
  slots: ChartSlots;
  /** In the plotted unit, one per slot. */
  y: Slots;
  /** Which points are part of a signal, one per slot. */
  tones: (Tone | null)[];
  phases: ModelPhase[];
  brackets: ModelBracket[];
  /** Excluded slots, with the reason for each. */
  excluded: Map<number, string>;
  verdict: RunChartVerdict;
};

/** The analysis of a chart and its verdict. */
export function readRunChart(subject: ChartSubject): ChartReading {
  const basis = chartBasis(subject);
  const { slots } = basis;
  const analysed = analyse(basis);
  const { y, phases, freeze, excluded } = analysed;
  const counting = excluded.size === 0 ? y : y.map((value, slot) => (excluded.has(slot) ? null : value));
  const signals = phases.map((phase) => ({ phase, signal: phaseSignal(counting, phase, subject.rules) }));
  const lineName = freeze === undefined ? 'median' : 'baseline';
  const brackets = signals.flatMap(({ phase, signal }) =>
    phase.useful >= pointsForVerdict && signal.rule ? bracketOf(signal, subject.direction, lineName) : [],
  );
  const frozenAt =
    freeze === undefined ? null : counting.slice(0, freeze).filter((value) => value !== null).length;
  const newest = signals.at(-1);
  return {
    ...{ slots, y, brackets, excluded },
    tones: tonesOf(brackets, counting, phases),
    phases: phases.map((phase) => modelPhase(subject, analysed, phase)),
    verdict: runChartVerdict({
      ...{ y: counting, dates: slots.dates, direction: subject.direction, frozenAt },
      ...{ phase: newest?.phase ?? null, signal: newest?.signal ?? null },
      percent: isPercent(subject),
      format: (value) => formatMeasureValue(subject, value),
      ...{ excluded: excluded.size, lostBaseline: basis.lostBaseline },
      annotations: subject.annotations,
    }),
  };
}
