import { describe, expect, it } from 'vitest';
import { feedbackTimeWords, medianFeedback } from './median-feedback';

const hour = 3_600_000;
const span = (hours: number) => ({ beganAt: 1_000, feedbackAt: 1_000 + hours * hour });

describe('the middle time to feedback', () => {
  it.each([
    { hours: [], median: null },
    { hours: [5], median: 5 },
    { hours: [30, 2, 9], median: 9 },
    { hours: [2, 4, 100, 6], median: 5 },
  ])('of $hours hours', ({ hours, median }) => {
    expect(medianFeedback(hours.map(span))).toBe(median === null ? null : median * hour);
  });

  it.each([
    { hours: 0.4, words: 'less than an hour' },
    { hours: 1.2, words: '1 hour' },
    { hours: 47, words: '47 hours' },
    { hours: 48, words: '2 days' },
    { hours: 60, words: '2.5 days' },
  ])('$hours hours: $words', ({ hours, words }) => {
    expect(feedbackTimeWords(hours * hour)).toBe(words);
  });
});
