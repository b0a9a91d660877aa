import { compensatedMean } from './compensated-sum';
import type { Slots } from './types';

/** Mean moving range of two over standard deviation, for normal data (Montgomery, d₂ for n = 2). */
export const D2_OF_TWO = 1.128;
/** Upper limit of moving ranges of two over their mean (D₄ for n = 2). */
const D4_OF_TWO = 3.267;

/** Distances between neighbouring slots; a missing slot has none to either side. */
export function movingRanges(slots: Slots): number[] {
  const ranges: number[] = [];
  let previous: number | null = null;
  for (const slot of slots) {
    if (slot !== null && previous !== null) ranges.push(Math.abs(slot - previous));
    previous = slot;
  }
  return ranges;
}

/**
 * Mean moving range in the unit of the slots; null when none is left. Screened, ranges of 3.267 times their
 * mean or more are dropped once, so that a constant series has none left.
 *
 * Source: Nelson 1982, Journal of Quality Technology 14:172.
 */
export function meanMovingRange(slots: Slots, screen: boolean): number | null {
  const ranges = movingRanges(slots);
  const mean = compensatedMean(ranges);
  if (mean === null || !screen) return mean;
  return compensatedMean(ranges.filter((range) => range < D4_OF_TWO * mean));
}
