import { cachedByCount } from './count-cache';
import { longestLength, runsAboutLine, totalLength } from './runs-about-line';
import type { RunsAnalysis, Slots } from './types';

const CROSSINGS_TAIL = 0.05;
/** ½ to the power of more than 1,074 is 0 in doubles; above this many points probabilities stay in logs. */
const MOST_POINTS_WITHOUT_LOGS = 1000;

/**
 * The longest run that chance seldom exceeds: round(log₂ n) + 3.
 *
 * @param useful number of useful points, at least 1
 * Source: Anhøj & Olesen 2014, PLoS ONE 9:e113825; Schilling 2012.
 */
export function longestRunMax(useful: number): number {
  return Math.round(Math.log2(useful)) + 3;
}

function smallestCountReachingTail(trials: number): number {
  let probability = 2 ** -trials;
  let total = probability;
  let count = 0;
  while (total < CROSSINGS_TAIL) {
    probability *= (trials - count) / (count + 1);
    count += 1;
    total += probability;
  }
  return count;
}

function smallestCountReachingTailInLogs(trials: number): number {
  let logProbability = -trials * Math.LN2;
  let total = Math.exp(logProbability);
  let count = 0;
  while (total < CROSSINGS_TAIL) {
    logProbability += Math.log((trials - count) / (count + 1));
    count += 1;
    total += Math.exp(logProbability);
  }
  return count;
}

/**
 * The fewest crossings of the centre line that chance seldom stays below: the smallest k with
 * P(Bin(n − 1, ½) ≤ k) ≥ 0.05.
 *
 * @param useful number of useful points, at least 1
 * Source: Anhøj & Olesen 2014, PLoS ONE 9:e113825; Chen 2010, equation 7.
 */
export const crossingsMin: (useful: number) => number = cachedByCount((useful) =>
  useful > MOST_POINTS_WITHOUT_LOGS
    ? smallestCountReachingTailInLogs(useful - 1)
    : smallestCountReachingTail(useful - 1),
);

/**
 * Anhøj's two rules about a centre line: a signal is an unusually long run or unusually few crossings.
 *
 * @param slots plotted values, null where missing or excluded
 * @param center in the unit of the slots, null when there is none
 * Source: Anhøj & Olesen 2014; Anhøj 2015.
 */
export function analyseRuns(slots: Slots, center: number | null): RunsAnalysis {
  const runs = runsAboutLine(slots, center);
  const useful = totalLength(runs);
  if (useful === 0) {
    return {
      useful,
      longestRun: null,
      longestRunMax: null,
      crossings: null,
      crossingsMin: null,
      runsSignal: false,
    };
  }
  const longestRun = longestLength(runs);
  const crossings = runs.length - 1;
  const longest = longestRunMax(useful);
  const fewest = crossingsMin(useful);
  return {
    useful,
    longestRun,
    longestRunMax: longest,
    crossings,
    crossingsMin: fewest,
    runsSignal: longestRun > longest || crossings < fewest,
  };
}
