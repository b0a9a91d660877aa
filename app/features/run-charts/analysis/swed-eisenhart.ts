import { cachedByCount } from './count-cache';

const TAIL = 0.025;

/**
 * Chance of each number of runs (index = number of runs) among n useful points that a median splits into
 * ⌊n/2⌋ and n − ⌊n/2⌋, every order being equally likely.
 *
 * Works in logs from one even count to the next; an odd count 2k + 1 is (n − 2k)/2k times as likely as 2k.
 */
function runCountProbabilities(useful: number): Float64Array {
  const fewer = Math.floor(useful / 2);
  const more = useful - fewer;
  const probabilities = new Float64Array(useful + 1);
  let logEven = Math.LN2;
  for (let drawn = 0; drawn < fewer; drawn += 1) {
    logEven -= Math.log((useful - drawn) / (fewer - drawn));
  }
  for (let pairs = 1; pairs <= fewer; pairs += 1) {
    const even = Math.exp(logEven);
    probabilities[2 * pairs] = even;
    if (2 * pairs < useful) probabilities[2 * pairs + 1] = (even * (useful - 2 * pairs)) / (2 * pairs);
    logEven += Math.log(((fewer - pairs) / pairs) * ((more - pairs) / pairs));
  }
  return probabilities;
}

function firstBeyondTail(probabilities: Float64Array): number {
  let tail = 0;
  return probabilities.findIndex((probability) => (tail += probability) > TAIL);
}

const expectedRange = cachedByCount((useful) => {
  const probabilities = runCountProbabilities(useful);
  return {
    lower: firstBeyondTail(probabilities),
    upper: useful - firstBeyondTail(probabilities.slice().reverse()),
  };
});

/**
 * The range of the number of runs about a median that chance seldom leaves: each tail outside it holds at
 * most 2.5 %. Computed, not looked up, for any number of points.
 *
 * @param useful number of useful points, at least 2
 * Source: Swed & Eisenhart 1943, Annals of Mathematical Statistics 14:66.
 */
export function expectedRuns(useful: number): { lower: number; upper: number } {
  const { lower, upper } = expectedRange(useful);
  return { lower, upper };
}
