import { addDays } from '~/lib/school-day';
import type { ChartSubject } from '~/features/run-charts/view/chart-model';

const plain: Omit<ChartSubject, 'rows'> = {
  kind: 'mean',
  unit: '',
  direction: 'increase',
  goal: null,
  pace: { step: 7, tolerance: 11 },
  frozenThrough: null,
  excluded: [],
  phaseStarts: [],
  cycles: [],
  annotations: [],
  rules: 'anhoj',
};

/** The day of the n-th point: weeks from January 5, 2026. */
export const weekOf = (point: number) => addDays('2026-01-05', (point - 1) * 7);

/** Weekly values; null is a week without a number. */
export function valuesSubject(values: (number | null)[], part: Partial<ChartSubject> = {}): ChartSubject {
  const rows = values.flatMap((value, week) =>
    value === null
      ? []
      : [{ id: `p${week}`, date: weekOf(week + 1), value, numerator: null, denominator: null, note: '' }],
  );
  return { ...plain, rows, ...part };
}

/** Weekly shares: how many of how many. */
export function shareSubject(pairs: [number, number][], part: Partial<ChartSubject> = {}): ChartSubject {
  const rows = pairs.map(([numerator, denominator], week) => ({
    ...{ id: `p${week}`, date: weekOf(week + 1), value: null, numerator, denominator, note: '' },
  }));
  return { ...plain, kind: 'proportion', unit: '%', rows, ...part };
}

/** Ten values that change sides nearly every time. */
export const upAndDown = [40, 44, 41, 45, 40, 46, 41, 44, 39, 45];
/** A baseline of ten about 40, then nine well above it. */
export const nineUp = [33, 44, 40, 33, 50, 38, 44, 33, 40, 41, 56, 63, 60, 67, 56, 63, 67, 60, 71];
/** Upright words only: what no sentence may hold. */
export const broken = /undefined|NaN|null|\[object|–/;
export const taking = /better|worse|improv|hoped|other way|concern/i;
