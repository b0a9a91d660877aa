import { medianOf, presentValues } from './centre-line';
import { monotoneStretches } from './monotone-stretches';
import { baselineEnd } from './phase-spans';
import { requireFinite } from './plotted-slots';
import { longestLength, runsAboutLine, totalLength } from './runs-about-line';
import { expectedRuns } from './swed-eisenhart';
import type { IhiRules, Slots } from './types';

const SHIFT_POINTS = 6;
const TREND_POINTS = 5;
const FEWEST_POINTS_FOR_RUNS = 10;

function trendRule(values: Slots): IhiRules['trend'] {
  const stretches = monotoneStretches(values, 'count_once');
  const spans = stretches.filter((stretch) => stretch.length >= TREND_POINTS);
  const anyPoint = values.some((value) => value !== null);
  const longest = Math.max(longestLength(stretches), anyPoint ? 1 : 0);
  return { signal: spans.length > 0, longest, spans };
}

function runsRule(count: number, useful: number): IhiRules['runs'] {
  if (useful < FEWEST_POINTS_FOR_RUNS) {
    return { count, lower: null, upper: null, verdict: 'not_enough_points' };
  }
  const { lower, upper } = expectedRuns(useful);
  if (count < lower) return { count, lower, upper, verdict: 'too_few' };
  return { count, lower, upper, verdict: count > upper ? 'too_many' : 'expected' };
}

/**
 * The run chart rules taught by the Institute for Healthcare Improvement: shift (6 or more useful points on
 * one side of the median), trend (5 or more points all rising or all falling) and number of runs (from 10
 * useful points on). An astronomical point is for a person to mark.
 *
 * Spans hold chart indices; their ends are points of the span and their length counts points, so that a
 * span over missing points, points on the median or equal neighbours is wider than its length.
 *
 * @param values plotted values in time order, null where missing
 * @param options freeze: the median is that of the first `freeze` slots
 * @throws RangeError when a value is not finite
 * Source: Perla, Provost & Murray 2011, BMJ Qual Saf 20:46; Swed & Eisenhart 1943.
 */
export function detectIhiRules(values: Slots, options: { freeze?: number } = {}): IhiRules {
  requireFinite(values, 'values');
  const baseline = values.slice(0, baselineEnd(values.length, options.freeze) + 1);
  const median = medianOf(presentValues(baseline));
  const runs = runsAboutLine(values, median);
  const useful = totalLength(runs);
  const shifts = runs.filter((run) => run.length >= SHIFT_POINTS);
  return {
    median,
    useful,
    shift: { signal: shifts.length > 0, longest: longestLength(runs), spans: shifts },
    trend: trendRule(values),
    runs: runsRule(runs.length, useful),
  };
}
