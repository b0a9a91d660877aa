import { analyseControlChart } from '../../analysis';
import type { ControlChartKind, PhaseAnalysis, Side } from '../../analysis';
import { formatNumber } from '~/lib/number-format';
import { formatMeasureValue, formatRecorded, isPercent } from '../../plotted-value';
import { xAxisFor, yAxisFor } from '../chart-axes';
import { chartBasis, phaseMarks } from '../chart-basis';
import type { ChartBasis } from '../chart-basis';
import type { ChartSubject } from '../chart-model';
import { controlChartNames, isLarge } from './control-chart-choice';
import type { ControlChartModel, ControlPhase, ControlPoint } from './control-chart-model';
import { controlChartVerdict } from './control-chart-verdict';
import type { OutsidePoint } from './control-chart-verdict';
import { phaseSignal } from '../verdict/phase-signal';
import { pointsForMedian, pointsForVerdict, toneOf } from '../verdict/run-chart-verdict';

type Analysed = { y: (number | null)[]; phases: PhaseAnalysis[] };

/** The analysis in the plotted unit, so that nothing after it needs to know of ratios. */
function analyse(kind: ControlChartKind, { slots, options, scale }: ChartBasis): Analysed {
  const scaled = (values: (number | null)[]) =>
    values.map((value) => (value === null ? null : value * scale));
  const { y, phases } = analyseControlChart(kind, slots.observations, options);
  return {
    y: scaled(y),
    phases: phases.map((phase) => ({
      ...phase,
      center: phase.center === null ? null : phase.center * scale,
      ...(phase.limits
        ? {
            limits: {
              lower: scaled(phase.limits.lower),
              upper: scaled(phase.limits.upper),
              lower95: scaled(phase.limits.lower95),
              upper95: scaled(phase.limits.upper95),
            },
          }
        : {}),
    })),
  };
}

/** A number for the end of a line, where there is room for a percent sign but for no unit in words. */
function shortNumber(subject: ChartSubject, value: number): string {
  return isPercent(subject) ? formatMeasureValue(subject, value) : formatNumber(value);
}

function modelPhase(
  subject: ChartSubject,
  { freeze, starts, excluded }: ChartBasis,
  y: (number | null)[],
  phase: PhaseAnalysis,
): ControlPhase {
  const { from, to, center, limits } = phase;
  const computedTo = freeze === undefined ? to : freeze - 1;
  const basis = y
    .slice(from, computedTo + 1)
    .filter((value, offset) => value !== null && !excluded.has(from + offset)).length;
  const line = basis < pointsForMedian ? 'none' : basis < pointsForVerdict ? 'provisional' : 'solid';
  const none = () => y.slice(from, to + 1).map(() => null);
  const name = freeze === undefined ? 'mean' : 'baseline';
  return {
    ...{ from, to, center, line, computedTo },
    label: center === null ? '' : `${name} ${shortNumber(subject, center)}`,
    reason: starts.get(from) ?? null,
    lower: line === 'none' || !limits ? none() : limits.lower,
    upper: line === 'none' || !limits ? none() : limits.upper,
  };
}

/** The points beyond a limit, in phases that have points enough for a verdict. */
function outsidePoints({ y, phases }: Analysed): OutsidePoint[] {
  return phases.flatMap(({ from, useful, outside, limits }) => {
    if (useful < pointsForVerdict || !outside || !limits) return [];
    return outside.flatMap((slot): OutsidePoint[] => {
      const value = y[slot] ?? null;
      const upper = limits.upper[slot - from] ?? null;
      const lower = limits.lower[slot - from] ?? null;
      if (value === null) return [];
      if (upper !== null && value > upper) return [{ slot, value, side: 'above', limit: upper }];
      return lower === null ? [] : [{ slot, value, side: 'below', limit: lower }];
    });
  });
}

function modelPoints(
  subject: ChartSubject,
  { slots, excluded }: ChartBasis,
  y: (number | null)[],
  sides: Map<number, Side>,
): ControlPoint[] {
  return y.map((value, slot) => {
    const rows = slots.rows[slot] ?? [];
    const single = rows.length === 1 ? rows[0] : undefined;
    const outside = sides.get(slot) ?? null;
    return {
      ...{ date: slots.dates[slot] ?? '', y: value, outside },
      label: value === null ? '' : formatMeasureValue(subject, value),
      recorded: single && single.value === null ? formatRecorded(single) : '',
      note: rows
        .map((row) => row.note)
        .filter(Boolean)
        .join(' · '),
      tone: outside === null || excluded.has(slot) ? null : toneOf(outside, subject.direction),
      excluded: excluded.get(slot) ?? null,
      rowId: single?.id ?? null,
    };
  });
}

/** The newest phase's lines, named where they end. */
function lineEnds(subject: ChartSubject, phase: ControlPhase | undefined): ControlChartModel['ends'] {
  if (!phase || phase.line === 'none') return { center: null, upper: null, lower: null };
  const end = (values: (number | null)[], name: string) => {
    const y = values.findLast((value) => value !== null) ?? null;
    return y === null ? null : { y, label: `${name} ${shortNumber(subject, y)}` };
  };
  return {
    center: phase.center === null ? null : { y: phase.center, label: phase.label },
    upper: end(phase.upper, 'upper limit'),
    lower: end(phase.lower, 'lower limit'),
  };
}

/**
 * Every number a control chart shows, in the plotted unit, worked out once on the server. `kind` is one that
 * `furtherLooks` offers for the subject.
 *
 * @throws RangeError when the numbers do not fit the kind, as analyseControlChart says
 */
export function buildControlChart(subject: ChartSubject, kind: ControlChartKind): ControlChartModel {
  const basis = chartBasis(subject);
  const { slots, excluded, freeze } = basis;
  const analysed = analyse(kind, basis);
  const { y, phases } = analysed;
  const counting = y.map((value, slot) => (excluded.has(slot) ? null : value));
  const outside = outsidePoints(analysed);
  const modelPhases = phases.map((phase) => modelPhase(subject, basis, y, phase));
  const newest = phases.at(-1) ?? null;
  const percent = isPercent(subject);
  const format = (value: number) => formatMeasureValue(subject, value);
  const heights = [
    ...[...y, subject.goal],
    ...modelPhases.flatMap(({ line, center, lower, upper }) =>
      line === 'none' ? [] : [center, ...lower, ...upper],
    ),
  ].filter((value) => value !== null);
  return {
    ...{ kind, name: controlChartNames[kind] },
    points: modelPoints(subject, basis, y, new Map(outside.map(({ slot, side }) => [slot, side]))),
    phases: modelPhases,
    ends: lineEnds(subject, modelPhases.at(-1)),
    goal:
      subject.goal === null ? null : { y: subject.goal, label: `goal ${shortNumber(subject, subject.goal)}` },
    bands: subject.cycles,
    annotations: [...subject.annotations, ...phaseMarks(subject, slots)],
    yAxis: yAxisFor(heights, percent),
    xAxis: xAxisFor(
      slots.dates.filter((_, slot) => y[slot] !== null),
      subject.cycles.map((band) => band.from),
    ),
    verdict: controlChartVerdict({
      ...{ kind, y: counting, dates: slots.dates, phase: newest, percent, format },
      signal: newest ? phaseSignal(counting, newest, 'anhoj') : null,
      outside: outside.filter(({ slot }) => newest !== null && slot >= newest.from && !excluded.has(slot)),
      outsideLeftOut: outside.filter(({ slot }) => excluded.has(slot)).length,
      direction: subject.direction,
      frozenAt:
        freeze === undefined ? null : counting.slice(0, freeze).filter((value) => value !== null).length,
      excluded: excluded.size,
      lostBaseline: basis.lostBaseline,
      annotations: subject.annotations,
      large: isLarge(slots.observations),
    }),
  };
}
