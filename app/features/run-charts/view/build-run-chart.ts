import { analyseRunChart } from '../analysis';
import type { PhaseAnalysis, Slots } from '../analysis';
import { formatMeasureValue, formatRecorded, isPercent } from '../plotted-value';
import { xAxisFor, yAxisFor } from './chart-axes';
import { chartBasis, phaseMarks } from './chart-basis';
import type { ChartBasis } from './chart-basis';
import type { ChartSubject, ModelBracket, ModelPhase, RunChartModel, Tone } from './chart-model';

import { phaseSignal } from './phase-signal';
import type { PhaseSignal } from './phase-signal';
import { pointsForMedian, pointsForVerdict, runChartVerdict, toneOf } from './run-chart-verdict';

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

/** Every number a chart shows, worked out once on the server: what is drawn, said and tabled follows from it. */
export function buildRunChart(subject: ChartSubject): RunChartModel {
  const basis = chartBasis(subject);
  const { slots } = basis;
  const analysed = analyse(basis);
  const { y, phases, freeze, excluded } = analysed;
  const counting = y.map((value, slot) => (excluded.has(slot) ? null : value));
  const signals = phases.map((phase) =>
    phase.useful < pointsForVerdict
      ? { phase, signal: null }
      : { phase, signal: phaseSignal(counting, phase, subject.rules) },
  );
  const lineName = freeze === undefined ? 'median' : 'baseline';
  const brackets = signals.flatMap(({ signal }) =>
    signal?.rule ? bracketOf(signal, subject.direction, lineName) : [],
  );
  const tones = tonesOf(brackets, counting, phases);
  const newest = phases.at(-1) ?? null;
  const percent = isPercent(subject);
  const format = (value: number) => formatMeasureValue(subject, value);
  const frozenAt =
    freeze === undefined ? null : counting.slice(0, freeze).filter((value) => value !== null).length;
  const heights = [...y, subject.goal, ...phases.map((phase) => phase.center)].filter(
    (value) => value !== null,
  );
  return {
    points: y.map((value, index) => {
      const rows = slots.rows[index] ?? [];
      const single = rows.length === 1 ? rows[0] : undefined;
      return {
        date: slots.dates[index] ?? '',
        y: value,
        label: value === null ? '' : format(value),
        recorded: single && single.value === null ? formatRecorded(single) : '',
        note: rows
          .map((row) => row.note)
          .filter(Boolean)
          .join(' · '),
        tone: tones[index] ?? null,
        excluded: excluded.get(index) ?? null,
        rowId: single?.id ?? null,
      };
    }),
    phases: phases.map((phase) => modelPhase(subject, analysed, phase)),
    brackets,
    goal: subject.goal === null ? null : { y: subject.goal, label: `goal ${format(subject.goal)}` },
    bands: subject.cycles,
    annotations: [...subject.annotations, ...phaseMarks(subject, slots)],
    yAxis: yAxisFor(heights, percent),
    xAxis: xAxisFor(
      slots.dates.filter((_, index) => y[index] !== null),
      subject.cycles.map((band) => band.from),
    ),
    verdict: runChartVerdict({
      ...{
        y: counting,
        dates: slots.dates,
        phase: newest,
        direction: subject.direction,
        frozenAt,
        percent,
        format,
      },
      signal: newest ? phaseSignal(counting, newest, subject.rules) : null,
      excluded: excluded.size,
      annotations: subject.annotations,
    }),
    headroom: false,
    thinned: null,
  };
}
