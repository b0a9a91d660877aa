import { expect, it } from 'vitest';
import { limitSteps } from './limit-steps';

const ends = { left: 0, right: 1 };

it('one level stretch where the limit is the same', () =>
  expect(limitSteps([0.1, 0.5, 0.9], [7, 7, 7], ends)).toEqual([{ left: 0, right: 1, y: 7 }]));

it('a step in the middle between two points', () =>
  expect(limitSteps([0.2, 0.4, 0.8], [7, 7, 9], ends)).toEqual([
    { left: 0, right: expect.closeTo(0.6) as number, y: 7 },
    { left: expect.closeTo(0.6) as number, right: 1, y: 9 },
  ]));

it('nothing where there is no limit', () => {
  expect(limitSteps([0.2, 0.4, 0.8], [7, null, 7], ends).map(({ left, right }) => [left, right])).toEqual([
    [0, expect.closeTo(0.3)],
    [expect.closeTo(0.6), 1],
  ]);
  expect(limitSteps([], [], ends)).toEqual([]);
});
