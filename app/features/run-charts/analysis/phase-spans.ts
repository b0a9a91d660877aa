import type { ChartOptions, Slots } from './types';

/** A phase's slots, and the last of those that its centre and limits come from; all ends are inside. */
export interface PhaseSpan {
  from: number;
  to: number;
  baselineTo: number;
}

/**
 * Last slot that a frozen centre comes from. A freeze that is not a whole number from 1 to slots − 1 is no
 * freeze: the last slot of all.
 */
export function baselineEnd(slots: number, freeze: number | undefined): number {
  if (freeze === undefined || !Number.isInteger(freeze)) return slots - 1;
  return freeze >= 1 && freeze < slots ? freeze - 1 : slots - 1;
}

function laterStarts(slots: number, phases: readonly number[]): number[] {
  const inside = phases.filter((start) => Number.isInteger(start) && start > 0 && start < slots);
  return [...new Set(inside)].sort((one, other) => one - other);
}

/**
 * The phases of a chart, in order, covering every slot once; none when there is no slot. Start indices may
 * come unsorted and repeated; those that are not whole numbers from 1 to slots − 1 are dropped. Where any
 * later phase is left, freeze has no effect.
 */
export function phaseSpans(slots: number, options: ChartOptions): PhaseSpan[] {
  if (slots === 0) return [];
  const later = laterStarts(slots, options.phases ?? []);
  if (later.length === 0) {
    return [{ from: 0, to: slots - 1, baselineTo: baselineEnd(slots, options.freeze) }];
  }
  return [0, ...later].map((from, phase) => {
    const to = (later[phase] ?? slots) - 1;
    return { from, to, baselineTo: to };
  });
}

/** The slots with the excluded ones made missing. Indices outside the chart have no effect. */
export function withoutExcluded(slots: Slots, exclude: ReadonlySet<number>): (number | null)[] {
  return slots.map((slot, index) => (exclude.has(index) ? null : slot));
}

/** Indices of the slots of a phase that its centre and limits come from: not excluded, missing ones kept. */
export function baselineSlots(span: PhaseSpan, exclude: ReadonlySet<number>): number[] {
  const indices: number[] = [];
  for (let index = span.from; index <= span.baselineTo; index += 1) {
    if (!exclude.has(index)) indices.push(index);
  }
  return indices;
}

/** The numbers at some indices that are not missing, in the order of the indices. */
export function presentAt(slots: Slots, indices: readonly number[]): number[] {
  const present: number[] = [];
  for (const index of indices) {
    const slot = slots[index];
    if (slot !== null && slot !== undefined) present.push(slot);
  }
  return present;
}
