import { analyseRuns } from './anhoj-rules';
import { presentValues, sideBeyondLimits } from './centre-line';
import { controlLimits, processCentre } from './control-limits';
import { baselineSlots, phaseSpans, withoutExcluded } from './phase-spans';
import { plotObservations, requireCounts, type PlottedSlots } from './plotted-slots';
import type {
  ChartAnalysis,
  ControlChartKind,
  ControlChartOptions,
  ControlLimits,
  Observations,
  Slots,
} from './types';

function requireProportions({ ratio }: PlottedSlots): void {
  if (ratio === null) return;
  for (const [index, numerator] of ratio.numerators.entries()) {
    const denominator = ratio.denominators[index] ?? null;
    if (numerator === null || denominator === null || numerator <= denominator) continue;
    throw new RangeError(`numerators[${index}] is ${numerator}, more than its denominator ${denominator}`);
  }
}

/** What a chart of this kind plots, once its data are fit for it. */
function plotFor(kind: ControlChartKind, data: Observations): PlottedSlots {
  const plotted = plotObservations(data);
  if (kind === 'i') return plotted;
  if (kind === 'c') {
    const counts = plotted.ratio?.numerators ?? plotted.y;
    requireCounts(counts, 'values');
    return { y: counts, ratio: null };
  }
  if (plotted.ratio === null) {
    throw new RangeError(`a ${kind} chart needs numerators and denominators, not values`);
  }
  if (kind !== 'u') requireProportions(plotted);
  return plotted;
}

function pointsOutside(y: Slots, limits: ControlLimits, from: number): number[] {
  const outside: number[] = [];
  for (const [offset, lower] of limits.lower.entries()) {
    const value = y[from + offset] ?? null;
    const upper = limits.upper[offset] ?? null;
    if (value !== null && sideBeyondLimits(value, lower, upper) !== null) outside.push(from + offset);
  }
  return outside;
}

/**
 * A control chart: centre, 3-sigma limits (2-sigma as 95 %), points outside them, and Anhøj's rules about
 * the centre, for each phase.
 *
 * Kinds: i (individual values or ratios), p (x of n), pPrime (Laney, large n), u (counts per opportunity),
 * c (counts: the values, or the numerators alone). Limits have one entry per slot of the phase, null where
 * there is none; on p, pPrime and u a missing point has none. `outside` holds chart indices. Options are as
 * lenient as on run charts.
 *
 * @throws RangeError when a number is not finite; a numerator, a denominator or a count (c) is negative;
 * lengths differ; a numerator exceeds its denominator (p, pPrime); p, pPrime or u are given plain values
 * Source: qicharts2; Laney 2002 (pPrime); Nelson 1982 (screened moving ranges).
 */
export function analyseControlChart(
  kind: ControlChartKind,
  data: Observations,
  options: ControlChartOptions = {},
): ChartAnalysis {
  const plotted = plotFor(kind, data);
  const { y } = plotted;
  const { screenMovingRanges = true } = options;
  const exclude = new Set(options.exclude);
  const used = withoutExcluded(y, exclude);
  const phases = phaseSpans(y.length, options).map((span) => {
    const { from, to } = span;
    const basis = { kind, plotted, baseline: baselineSlots(span, exclude), screenMovingRanges };
    const center = processCentre(basis);
    const slots = used.slice(from, to + 1);
    const limits = controlLimits(basis, center, from, to);
    const outside = pointsOutside(y, limits, from);
    const points = presentValues(slots).length;
    return { from, to, center, points, ...analyseRuns(slots, center), limits, outside };
  });
  return { y, phases };
}
