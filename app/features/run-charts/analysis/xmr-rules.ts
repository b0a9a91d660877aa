import { sideBeyondLimits, sideOfLine } from './centre-line';
import { monotoneStretches } from './monotone-stretches';
import type { Direction, Side, Slots } from './types';

/** Natural process limits, and the two-sigma lines inside them, in the unit of the values. */
export interface XmrLimits {
  lower: number;
  upper: number;
  lower2Sigma: number;
  upper2Sigma: number;
}

/** The rules a point is part of; null where it is not. */
export interface XmrFlags {
  /** A single point beyond a limit. */
  outside: Side | null;
  /** Points strictly rising or falling; a turning point keeps the trend that it ends. */
  trend: Direction | null;
  /** Two of three consecutive points beyond two sigma on one side; only those beyond are flagged. */
  twoOfThree: Side | null;
  /** Points in a row strictly on one side of the mean. */
  shift: Side | null;
}

/** The flags of a point that is part of no rule. */
export function unflagged(): XmrFlags {
  return { outside: null, trend: null, twoOfThree: null, shift: null };
}

interface PresentPoint {
  index: number;
  value: number;
}

function presentPoints(values: Slots): PresentPoint[] {
  const points: PresentPoint[] = [];
  for (const [index, value] of values.entries()) {
    if (value !== null) points.push({ index, value });
  }
  return points;
}

function flagOutside(points: readonly PresentPoint[], limits: XmrLimits, flags: XmrFlags[]): void {
  for (const { index, value } of points) {
    const flag = flags[index];
    if (flag) flag.outside = sideBeyondLimits(value, limits.lower, limits.upper);
  }
}

function flagTrends(values: Slots, pointsForRule: number, flags: XmrFlags[]): void {
  for (const { from, to, length, direction } of monotoneStretches(values, 'break')) {
    if (length < pointsForRule) continue;
    for (let index = from; index <= to; index += 1) {
      const flag = flags[index];
      if (flag && values[index] !== null) flag.trend ??= direction;
    }
  }
}

function sideBetweenSigmas(value: number, limits: XmrLimits): Side | null {
  if (sideBeyondLimits(value, limits.lower, limits.upper) !== null) return null;
  return sideBeyondLimits(value, limits.lower2Sigma, limits.upper2Sigma);
}

function flagTwoOfThree(points: readonly PresentPoint[], limits: XmrLimits, flags: XmrFlags[]): void {
  const sides = points.map(({ value }) => sideBetweenSigmas(value, limits));
  for (const [position, point] of points.entries()) {
    const side = sides[position] ?? null;
    if (side === null) continue;
    const flag = flags[point.index];
    // A window of three consecutive points holds both whenever they are at most two apart.
    const partner = [-2, -1, 1, 2].some((step) => sides[position + step] === side);
    if (flag && partner) flag.twoOfThree = side;
  }
}

function flagShifts(
  points: readonly PresentPoint[],
  mean: number,
  pointsForRule: number,
  flags: XmrFlags[],
): void {
  let run: PresentPoint[] = [];
  let runSide: Side | null = null;
  for (const point of points) {
    const side = sideOfLine(point.value, mean);
    if (side !== runSide) run = [];
    runSide = side;
    run.push(point);
    if (side === null || run.length < pointsForRule) continue;
    for (const { index } of run.length === pointsForRule ? run : [point]) {
      const flag = flags[index];
      if (flag) flag.shift = side;
    }
  }
}

/**
 * The rules of NHS Making Data Count at every slot. Missing points are skipped and break nothing; equal
 * neighbours break a trend, and a point on the mean breaks a shift.
 *
 * @param values three points or more that are not missing
 * @param limits null where no moving range exists: then only shift and trend can be flagged
 * @param pointsForRule points that make a shift or a trend
 */
export function flagXmrRules(
  values: Slots,
  mean: number,
  limits: XmrLimits | null,
  pointsForRule: number,
): XmrFlags[] {
  const flags = values.map(unflagged);
  const points = presentPoints(values);
  flagTrends(values, pointsForRule, flags);
  flagShifts(points, mean, pointsForRule, flags);
  if (limits === null) return flags;
  flagOutside(points, limits, flags);
  flagTwoOfThree(points, limits, flags);
  return flags;
}
