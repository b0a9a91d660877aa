import { medianOf } from '../../analysis';
import type { ControlChartKind, Observations } from '../../analysis';
import type { ChartSubject } from '../chart-model';
import { chartSlots } from '../chart-slots';

/** A way to look at the same numbers, with what it adds for a teacher. */
export type FurtherLook = { look: ControlChartKind | 'mdc'; name: string; adds: string };

/** From how many students or opportunities a point on a p chart finds too much. */
const largeDenominator = 100;
/** Making Data Count says nothing below this many points. */
export const pointsForMakingDataCount = 13;

export const controlChartNames: Record<ControlChartKind, string> = {
  i: 'i chart',
  p: 'p chart',
  pPrime: 'p prime chart',
  u: 'u chart',
  c: 'c chart',
};

const adds: Record<ControlChartKind | 'mdc', string> = {
  i: 'Shows how far single numbers usually swing, so that one unusual day stands out; a run chart only sees stretches.',
  p: 'Allows for how many students were counted each time, so that a percent of five students may swing more than a percent of thirty.',
  pPrime:
    'Like the p chart, for groups in the hundreds, where a p chart would call nearly every small swing unusual.',
  u: 'Allows for how many opportunities there were each time, so that a busy week and a quiet week are held against fair limits.',
  c: 'Shows how far a count usually swings by chance alone, so that one unusual count stands out.',
  mdc: 'Answers two questions in the words of Making Data Count, used across the health service in England: is the newest number unusual, and will the goal be met as things are?',
};

export const makingDataCountName = 'Making Data Count summary';

/** Whether points are usually out of a hundred or more. */
export function isLarge(observations: Observations): boolean {
  if ('values' in observations) return false;
  const present = observations.denominators.filter((denominator) => denominator !== null);
  return (medianOf(present) ?? 0) >= largeDenominator;
}

function kindsFor(subject: ChartSubject): ControlChartKind[] {
  const { observations } = chartSlots(subject);
  if ('values' in observations) {
    const values = observations.values.filter((value) => value !== null);
    if (values.length === 0) return [];
    if (subject.kind === 'mean') return ['i'];
    return values.every((value) => value >= 0) ? ['c'] : ['i'];
  }
  const { numerators, denominators } = observations;
  const present = denominators.filter((denominator) => denominator !== null);
  if (present.length === 0) return [];
  if (subject.kind === 'rate') return ['u'];
  const isPartOfWhole = numerators.every(
    (numerator, slot) => (numerator ?? 0) <= (denominators[slot] ?? Infinity),
  );
  if (!isPartOfWhole) return [];
  return isLarge(observations) ? ['pPrime', 'p'] : ['p'];
}

function countingPoints({ rows, excluded }: ChartSubject): number {
  const left = new Set(excluded.map(({ date }) => date));
  const counting = rows.filter(
    ({ date, value, denominator }) => !left.has(date) && (value !== null || (denominator ?? 0) > 0),
  );
  return new Set(counting.map(({ date }) => date)).size;
}

/**
 * The further looks that fit a measure and its numbers, the best fitting first: i for measurements, p for so many of so
 * many (p prime where denominators are in the hundreds), u for rates, c for counts, and Making Data Count from 13 points.
 */
export function furtherLooks(subject: ChartSubject): FurtherLook[] {
  const charts = kindsFor(subject).map((look) => ({ look, name: controlChartNames[look], adds: adds[look] }));
  if (countingPoints(subject) < pointsForMakingDataCount) return charts;
  return [...charts, { look: 'mdc', name: makingDataCountName, adds: adds.mdc }];
}
