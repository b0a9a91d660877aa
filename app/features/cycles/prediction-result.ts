import type { PredictionVerdict } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { Prediction } from './prediction';

/** Plotted values in date order; null is a missing one. */
export type DatedValue = { date: SchoolDay; value: number | null };

export type PredictionResult = {
  /** The values within the cycle's dates. */
  within: { date: SchoolDay; value: number }[];
  medianWithin: number | null;
  medianBefore: number | null;
  /** How many values the median before rests on. */
  pointsBefore: number;
};

function medianOf(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** The points within a cycle's first and last day, and the medians within and before. */
export function resultWithin(series: DatedValue[], from: SchoolDay, to: SchoolDay): PredictionResult {
  const present = series.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
  const within = present.filter(({ date }) => date >= from && date <= to);
  const before = present.filter(({ date }) => date < from);
  return {
    within,
    medianWithin: medianOf(within.map(({ value }) => value)),
    medianBefore: medianOf(before.map(({ value }) => value)),
    pointsBefore: before.length,
  };
}

export type SuggestedVerdict = { verdict: PredictionVerdict; why: string };

const slack = 1e-9;
/** A move smaller than this share of the level before counts as staying the same. */
const sameShare = 0.05;

/**
 * A verdict for a person to confirm or change; null when there is nothing to compare.
 * A predicted value: reached is "as predicted"; at least half of the way from the median before is "partly".
 * A predicted direction: moved that way is "as predicted". No change: within a twentieth of the median before.
 * @param format writes a distance in the measure's unit
 * @param sameWithin a distance that counts as no change however small the level
 */
export function suggestVerdict(
  prediction: Prediction,
  result: PredictionResult,
  format: (value: number) => string,
  sameWithin = 0,
): SuggestedVerdict | null {
  const { medianWithin: now, medianBefore: before } = result;
  if (now === null) return null;
  if (prediction.expectedComparison !== null && prediction.expectedValue !== null)
    return againstValue(
      prediction.expectedComparison === 'at_least' ? 1 : -1,
      prediction.expectedValue,
      now,
      before,
      format,
    );
  if (prediction.expectedDirection === null || before === null) return null;
  const moved = now - before;
  if (prediction.expectedDirection === 'no_change') {
    const stayed = Math.abs(moved) <= Math.max(sameWithin, sameShare * Math.abs(before)) + slack;
    return stayed
      ? { verdict: 'as_predicted', why: 'it stayed where it was' }
      : { verdict: 'not_as_predicted', why: `it moved by ${format(Math.abs(moved))}` };
  }
  const wanted = prediction.expectedDirection === 'increase' ? 1 : -1;
  if (moved * wanted > slack)
    return {
      verdict: 'as_predicted',
      why: `it went ${wanted > 0 ? 'up' : 'down'} by ${format(Math.abs(moved))}`,
    };
  return {
    verdict: 'not_as_predicted',
    why:
      Math.abs(moved) <= slack
        ? 'it did not move'
        : `it went ${wanted > 0 ? 'down' : 'up'} by ${format(Math.abs(moved))}`,
  };
}

function againstValue(
  sign: 1 | -1,
  expected: number,
  now: number,
  before: number | null,
  format: (value: number) => string,
): SuggestedVerdict {
  const short = (expected - now) * sign;
  if (short <= slack) return { verdict: 'as_predicted', why: 'the median reached it' };
  const why = `${format(short)} short`;
  const wayToGo = before === null ? null : (expected - before) * sign;
  const halfway = wayToGo !== null && wayToGo > slack && short <= wayToGo / 2 + slack;
  return { verdict: halfway ? 'partly' : 'not_as_predicted', why };
}
