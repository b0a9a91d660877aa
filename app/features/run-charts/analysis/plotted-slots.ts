import type { Observations, Slots } from './types';

/** Plotted values; on ratios, with the numerators and denominators they come from, missing together. */
export interface PlottedSlots {
  y: (number | null)[];
  ratio: { numerators: (number | null)[]; denominators: (number | null)[] } | null;
}

/** @throws RangeError when a value that is not missing is NaN or infinite */
export function requireFinite(slots: Slots, name: string): void {
  for (const [index, slot] of slots.entries()) {
    if (slot !== null && !Number.isFinite(slot)) {
      throw new RangeError(`${name}[${index}] is ${slot}: expected a finite number, or null when missing`);
    }
  }
}

/** @throws RangeError when a value that is not missing is NaN, infinite or negative */
export function requireCounts(slots: Slots, name: string): void {
  requireFinite(slots, name);
  for (const [index, slot] of slots.entries()) {
    if (slot !== null && slot < 0) throw new RangeError(`${name}[${index}] is ${slot}: expected 0 or more`);
  }
}

function plotRatios(numerators: Slots, denominators: Slots): PlottedSlots {
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `numerators and denominators differ in length: ${numerators.length} and ${denominators.length}`,
    );
  }
  requireCounts(numerators, 'numerators');
  requireCounts(denominators, 'denominators');
  const y: (number | null)[] = [];
  const ratio: { numerators: (number | null)[]; denominators: (number | null)[] } = {
    numerators: [],
    denominators: [],
  };
  for (const [index, numerator] of numerators.entries()) {
    const denominator = denominators[index] ?? null;
    const missing = numerator === null || denominator === null || denominator === 0;
    y.push(missing ? null : numerator / denominator);
    ratio.numerators.push(missing ? null : numerator);
    ratio.denominators.push(missing ? null : denominator);
  }
  requireFinite(y, 'numerators / denominators');
  return { y, ratio };
}

/**
 * The plotted value of every slot: the value itself, or numerator / denominator as a plain number. A ratio
 * is missing where its numerator or denominator is missing or its denominator is 0.
 *
 * @throws RangeError when a number is not finite, a numerator or denominator is negative, or their lengths
 * differ
 */
export function plotObservations(data: Observations): PlottedSlots {
  if ('values' in data) {
    requireFinite(data.values, 'values');
    return { y: [...data.values], ratio: null };
  }
  return plotRatios(data.numerators, data.denominators);
}
