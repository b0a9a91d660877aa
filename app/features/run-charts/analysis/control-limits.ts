import { compensatedMean, compensatedSum } from './compensated-sum';
import { D2_OF_TWO, meanMovingRange } from './moving-range';
import { presentAt } from './phase-spans';
import type { PlottedSlots } from './plotted-slots';
import type { ControlChartKind, ControlLimits } from './types';

/** What the limits of one phase are computed from. */
export interface LimitBasis {
  kind: ControlChartKind;
  plotted: PlottedSlots;
  /** Indices of the slots that centre and limits come from. */
  baseline: readonly number[];
  screenMovingRanges: boolean;
}

const CLIPPED_TO: Record<ControlChartKind, readonly [number, number]> = {
  i: [-Infinity, Infinity],
  p: [0, 1],
  pPrime: [0, 1],
  u: [0, Infinity],
  c: [0, Infinity],
};

/** Centre line: the mean on i and c, the pooled ratio on p, pPrime and u; null when no slot is present. */
export function processCentre({ plotted, kind, baseline }: LimitBasis): number | null {
  if (kind === 'i' || kind === 'c' || plotted.ratio === null) {
    return compensatedMean(presentAt(plotted.y, baseline));
  }
  const numerator = compensatedSum(presentAt(plotted.ratio.numerators, baseline));
  const centre = numerator / compensatedSum(presentAt(plotted.ratio.denominators, baseline));
  return Number.isFinite(centre) ? centre : null;
}

/** Variance of a single case about the centre. Rounding of the two sums can carry a ratio of 1 past 1. */
function varianceOfOne(kind: ControlChartKind, centre: number): number {
  return kind === 'u' ? centre : Math.max(0, centre * (1 - centre));
}

function standardError(basis: LimitBasis, centre: number, index: number): number {
  const denominator = basis.plotted.ratio?.denominators[index] ?? NaN;
  return Math.sqrt(varianceOfOne(basis.kind, centre) / denominator);
}

/** Laney's σz: how much wider than binomial the points vary. Not floored at 1. */
function laneySigma(basis: LimitBasis, centre: number): number {
  const scores = basis.baseline.map((index) => {
    const value = basis.plotted.y[index] ?? null;
    const error = standardError(basis, centre, index);
    return value === null || error === 0 ? null : (value - centre) / error;
  });
  return (meanMovingRange(scores, basis.screenMovingRanges) ?? NaN) / D2_OF_TWO;
}

/** Standard deviation at each slot, as a function of its index; NaN where there is none. */
function sigmaAt(basis: LimitBasis, centre: number): (index: number) => number {
  if (basis.kind === 'i') {
    const slots = basis.baseline.map((index) => basis.plotted.y[index] ?? null);
    const sigma = (meanMovingRange(slots, basis.screenMovingRanges) ?? NaN) / D2_OF_TWO;
    return () => sigma;
  }
  if (basis.kind === 'c') return () => Math.sqrt(centre);
  const widening = basis.kind === 'pPrime' ? laneySigma(basis, centre) : 1;
  return (index) => widening * standardError(basis, centre, index);
}

/**
 * Limits of centre ± 3s, and ± 2s as 95 %, at the slots from..to, clipped to what the chart can show.
 *
 * Source: qicharts2; Montgomery, Introduction to Statistical Quality Control; Laney 2002 (pPrime).
 */
export function controlLimits(
  basis: LimitBasis,
  centre: number | null,
  from: number,
  to: number,
): ControlLimits {
  const limits: ControlLimits = { lower: [], upper: [], lower95: [], upper95: [] };
  const line = centre ?? NaN;
  const sigma = sigmaAt(basis, line);
  const [least, most] = CLIPPED_TO[basis.kind];
  const clipped = (limit: number): number | null =>
    Number.isFinite(limit) ? Math.min(most, Math.max(least, limit)) : null;
  for (let index = from; index <= to; index += 1) {
    const deviation = sigma(index);
    limits.lower.push(clipped(line - 3 * deviation));
    limits.upper.push(clipped(line + 3 * deviation));
    limits.lower95.push(clipped(line - 2 * deviation));
    limits.upper95.push(clipped(line + 2 * deviation));
  }
  return limits;
}
