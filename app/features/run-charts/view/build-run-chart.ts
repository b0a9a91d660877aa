import { analyseRunChart } from '../analysis';
import type { PhaseAnalysis, Slots } from '../analysis';
import { formatMeasureValue, formatRecorded, isPercent } from '../plotted-value';
import { xAxisFor, yAxisFor } from './chart-axes';
import type {
  ChartAnnotation,
  ChartSubject,
  ModelBracket,
  ModelPhase,
  RunChartModel,
  Tone,
} from './chart-model';
import { chartSlots } from './chart-slots';
import type { ChartSlots } from './chart-slots';
import { phaseSignal } from './phase-signal';
import type { PhaseSignal } from './phase-signal';
import { pointsForMedian, pointsForVerdict, runChartVerdict, toneOf } from './run-chart-verdict';

/** How many first slots lie within the frozen baseline; undefined when nothing comes after it. */
function slotsOfBaseline({ dates }: ChartSlots, through: string | null): number | undefined {
  if (through === null) return undefined;
  const slots = dates.filter((date) => date <= through).length;
  return slots > 0 && slots < dates.length ? slots : undefined;
}

/** The slots of excluded points, with the reason for each. */
function excludedSlots({ dates }: ChartSlots, excluded: ChartSubject['excluded']): Map<number, string> {
  if (excluded.length === 0) return new Map();
  const reasons = new Map(excluded.map(({ date, reason }) => [date, reason]));
  return new Map(
    dates.flatMap((date, slot) => {
      const reason = reasons.get(date);
      return reason === undefined ? [] : [[slot, reason] as const];
    }),
  );
}

type Analysed = {
  y: Slots;
  phases: PhaseAnalysis[];
  freeze: number | undefined;
  starts: Map<number, string>;
  excluded: Map<number, string>;
};

function analyse(subject: ChartSubject, slots: ChartSlots): Analysed {
  const scale = subject.kind === 'proportion' ? 100 : 1;
  const starts = new Map<number, string>();
  for (const { startsOn, reason } of subject.phaseStarts) {
    const index = slots.dates.findIndex((date) => date >= startsOn);
    if (index > 0) starts.set(index, reason);
  }
  const excluded = excludedSlots(slots, subject.excluded);
  const freeze = starts.size > 0 ? undefined : slotsOfBaseline(slots, subject.frozenThrough);
  const { y, phases } = analyseRunChart(slots.observations, {
    phases: [...starts.keys()],
    exclude: [...excluded.keys()],
    ...(freeze === undefined ? {} : { freeze }),
  });
  return {
    y: y.map((value) => (value === null ? null : value * scale)),
    phases: phases.map((phase) => ({
      ...phase,
      center: phase.center === null ? null : phase.center * scale,
    })),
    freeze,
    starts,
    excluded,
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

/** Where a new phase begins, named on the time axis by its reason. */
function phaseMarks({ phaseStarts }: ChartSubject, { dates }: ChartSlots): ChartAnnotation[] {
  return phaseStarts
    .filter(({ startsOn }) => startsOn > (dates[0] ?? '') && startsOn <= (dates.at(-1) ?? ''))
    .map(({ startsOn, reason }) => ({ kind: 'change', date: startsOn, text: reason }));
}

/** Every number a chart shows, worked out once on the server: what is drawn, said and tabled follows from it. */
export function buildRunChart(subject: ChartSubject): RunChartModel {
  const slots = chartSlots(subject);
  const analysed = analyse(subject, slots);
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
