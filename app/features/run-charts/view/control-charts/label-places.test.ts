import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './label-places';

const room = { apart: 15, top: 0, bottom: 300 };
const label = (y: number) => ({ y, label: `at ${y}`, strong: false });
const heightsOf = (ys: number[]) => placeLabels(ys.map(label), room).map(({ y }) => y);

it('leaves labels alone that have room', () => expect(heightsOf([40, 80, 160])).toEqual([40, 80, 160]));

it('moves close labels apart, evenly about their middle', () => {
  expect(heightsOf([100, 106])).toEqual([95.5, 110.5]);
  expect(heightsOf([100, 100, 100])).toEqual([85, 100, 115]);
});

it('keeps inside the picture', () => {
  expect(heightsOf([0, 2])).toEqual([0, 15]);
  expect(heightsOf([299, 300])).toEqual([285, 300]);
});

it('never lets two touch, and keeps their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }), (ys) => {
      const placed = placeLabels(ys.map(label), room);
      expect(placed.map((one) => one.label)).toEqual(
        ys.toSorted((one, other) => one - other).map((y) => `at ${y}`),
      );
      for (const [index, { y }] of placed.entries())
        expect(y - (placed[index - 1]?.y ?? -Infinity)).toBeGreaterThanOrEqual(15 - 1e-9);
    }),
  );
});
