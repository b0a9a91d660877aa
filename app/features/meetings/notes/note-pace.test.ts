import { expect, it } from 'vitest';
import { keepPace } from './note-pace.server';

it('takes six hundred changes of a person in a minute, and goes on after it', () => {
  const pace = keepPace();
  const taken = Array.from({ length: 700 }, () => pace.allows('one', 40, 1000)).filter(Boolean);
  expect([taken.length, pace.allows('other', 40, 1000)]).toEqual([600, true]);
  expect([pace.allows('one', 40, 60_999), pace.allows('one', 40, 61_000)]).toEqual([false, true]);
});

it('counts a long change for several', () => {
  const pace = keepPace();
  const taken = Array.from({ length: 100 }, () => pace.allows('one', 200_000, 0)).filter(Boolean);
  expect(taken).toHaveLength(46);
});
