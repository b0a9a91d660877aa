import { describe, expect, it } from 'vitest';
import { tallyPredictions } from './prediction-list';

describe('hits and misses', () => {
  it('are counted over all, and by how sure teams were', () => {
    const tally = tallyPredictions([
      { confidence: null, outcome: 'open', n: 1 },
      { confidence: 4, outcome: 'as_predicted', n: 2 },
      { confidence: 2, outcome: 'not_as_predicted', n: 3 },
      { confidence: 4, outcome: 'partly', n: 5 },
    ]);
    expect(tally.totals).toEqual({ as_predicted: 2, partly: 5, not_as_predicted: 3, open: 1 });
    expect(tally.byConfidence.map(({ confidence }) => confidence)).toEqual([2, 4, null]);
    expect(tally.byConfidence[1]?.counts).toMatchObject({ as_predicted: 2, partly: 5, open: 0 });
  });
});
