import { counted } from '~/lib/number-format';
import type { LagCount, TimeToLog } from './times';

/** The middle of the days between a number's own day and its typing, the lower of two; null without numbers. */
export function medianLag(counts: readonly LagCount[]): TimeToLog | null {
  const numbers = counts.reduce((sum, { n }) => sum + n, 0);
  let passed = 0;
  for (const { days, n } of counts.toSorted((one, other) => one.days - other.days)) {
    passed += n;
    if (numbers > 0 && passed * 2 >= numbers) return { days, numbers };
  }
  return null;
}

const stretches = [
  // A number may come before the day it counts for, such as a week's Friday.
  { words: 'on their own day', from: -Infinity, to: 0 },
  { words: 'the day after', from: 1, to: 1 },
  { words: 'two or three days after', from: 2, to: 3 },
  { words: 'within a week', from: 4, to: 7 },
  { words: 'within two weeks', from: 8, to: 14 },
  { words: 'later', from: 15, to: Infinity },
];

/** How many numbers came in when, in stretches that people speak of. */
export function lagStretches(counts: readonly LagCount[]): { words: string; n: number }[] {
  return stretches.map(({ words, from, to }) => ({
    words,
    n: counts.reduce((sum, { days, n }) => (days >= from && days <= to ? sum + n : sum), 0),
  }));
}

/** `were logged on their own day`, `were logged within 2 days`. */
export function middleWords(days: number): string {
  return `were logged ${days <= 0 ? 'on their own day' : `within ${counted(days, 'day')}`}`;
}

/** `the same day`, `2 days`. */
export function lagWords(days: number): string {
  return days <= 0 ? 'the same day' : counted(days, 'day');
}
