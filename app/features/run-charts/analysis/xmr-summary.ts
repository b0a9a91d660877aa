import { presentValues, sideOfLine } from './centre-line';
import { compensatedMean } from './compensated-sum';
import { meanMovingRange } from './moving-range';
import { requireFinite } from './plotted-slots';
import type { Slots } from './types';
import { flagXmrRules, unflagged, type XmrFlags, type XmrLimits } from './xmr-rules';

export type WantedChange = 'increase' | 'decrease' | 'neutral';

export type XmrVariation =
  | 'common_cause'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low';

export type XmrAssurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

export interface XmrOptions {
  improvement: WantedChange;
  /** In the unit of the values. */
  target?: number | null;
  /** Points that make a shift or a trend. Default 7. */
  pointsForRule?: 6 | 7;
}

export interface XmrPoint extends XmrFlags {
  /** Class of the point; null where it is missing, and below 13 points. */
  variation: XmrVariation | null;
}

export interface XmrSummary {
  /** Number of points that are not missing. */
  points: number;
  /** One per slot, missing slots included; nothing is flagged below 13 points. */
  flags: XmrPoint[];
  mean: number | null;
  limits: XmrLimits | null;
  /** Class of the last point that is not missing; null below 13 points. */
  variation: XmrVariation | null;
  /** Null below 13 points, without limits or a target, and where no change is wanted. */
  assurance: XmrAssurance | null;
}

const FEWEST_POINTS = 13;
/** Three sigmas of 1/1.128 mean moving ranges each, rounded as Making Data Count does. */
const LIMIT_FACTOR = 2.66;

function naturalLimits(values: Slots, mean: number): XmrLimits | null {
  const range = meanMovingRange(values, false);
  if (range === null) return null;
  const width = LIMIT_FACTOR * range;
  const width2Sigma = (2 * width) / 3;
  const lower = mean - width;
  const upper = mean + width;
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return null;
  return { lower, upper, lower2Sigma: mean - width2Sigma, upper2Sigma: mean + width2Sigma };
}

/** High or low by the first rule that the point is part of, a trend by its direction; null if by none. */
function specialCause({ outside, trend, twoOfThree, shift }: XmrFlags): 'high' | 'low' | null {
  if (outside !== null) return outside === 'above' ? 'high' : 'low';
  if (trend !== null) return trend === 'up' ? 'high' : 'low';
  const side = twoOfThree ?? shift;
  if (side === null) return null;
  return side === 'above' ? 'high' : 'low';
}

function variationOf(flags: XmrFlags, improvement: WantedChange): XmrVariation {
  const cause = specialCause(flags);
  if (cause === null) return 'common_cause';
  if (improvement === 'neutral') return `neutral_${cause}`;
  const wanted = improvement === 'increase' ? 'high' : 'low';
  return cause === wanted ? `improvement_${cause}` : `concern_${cause}`;
}

/** A target on a limit is always met or always missed; where both limits are the target, it is met. */
function assuranceOf(limits: XmrLimits | null, options: XmrOptions): XmrAssurance | null {
  const { target = null, improvement } = options;
  if (limits === null || target === null || improvement === 'neutral') return null;
  const above = sideOfLine(target, limits.upper) !== 'below';
  const below = sideOfLine(target, limits.lower) !== 'above';
  const [met, missed] = improvement === 'increase' ? [below, above] : [above, below];
  if (met) return 'consistent_pass';
  return missed ? 'consistent_fail' : 'inconsistent';
}

/**
 * The variation and assurance of an XmR chart as NHS England's Making Data Count reads them: mean, limits of
 * mean ± 2.66 mean moving ranges (unscreened), rules flagged per point, the class of the last point, and the
 * target against the limits. Below 13 points nothing is said.
 *
 * A point under several rules is classed by the first of: outside, trend, two of three, shift.
 *
 * @param values plotted values in time order, null where missing
 * @throws RangeError when a value or the target is not finite
 * Source: NHS England, Making Data Count; NHSRplotthedots (order of the rules).
 */
export function summariseXmr(values: Slots, options: XmrOptions): XmrSummary {
  const { improvement, target = null, pointsForRule = 7 } = options;
  requireFinite(values, 'values');
  requireFinite([target], 'target');
  const present = presentValues(values);
  const mean = compensatedMean(present);
  if (mean === null || present.length < FEWEST_POINTS) {
    const flags = values.map(() => ({ ...unflagged(), variation: null }));
    return { points: present.length, flags, mean: null, limits: null, variation: null, assurance: null };
  }
  const limits = naturalLimits(values, mean);
  const flags = flagXmrRules(values, mean, limits, pointsForRule).map((point, index) => ({
    ...point,
    variation: values[index] === null ? null : variationOf(point, improvement),
  }));
  return {
    points: present.length,
    flags,
    mean,
    limits,
    variation: flags.filter((point) => point.variation !== null).at(-1)?.variation ?? null,
    assurance: assuranceOf(limits, options),
  };
}
