import { compensatedMean, compensatedSum } from './compensated-sum';
import { requireCounts, requireFinite } from './plotted-slots';
import type { Observations } from './types';

/** What was recorded on a date; an absent or null number is missing. */
export interface DatedRow {
  /** YYYY-MM-DD, so that the order of text is the order of time. */
  date: string;
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
}

/** One slot per date, in order of time. */
export interface DatedObservations {
  dates: string[];
  observations: Observations;
}

function rowsByDate(rows: readonly DatedRow[]): [string, DatedRow[]][] {
  const groups = new Map<string, DatedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.date);
    if (group) group.push(row);
    else groups.set(row.date, [row]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

function meanValue(rows: readonly DatedRow[]): number | null {
  const values = rows.map((row) => row.value ?? null).filter((value) => value !== null);
  return compensatedMean(values);
}

function summedRatio(rows: readonly DatedRow[]): { numerator: number | null; denominator: number | null } {
  const numerators: number[] = [];
  const denominators: number[] = [];
  for (const { numerator = null, denominator = null } of rows) {
    if (numerator === null || denominator === null || denominator === 0) continue;
    numerators.push(numerator);
    denominators.push(denominator);
  }
  if (numerators.length === 0) return { numerator: null, denominator: null };
  return { numerator: compensatedSum(numerators), denominator: compensatedSum(denominators) };
}

/**
 * One point per date: several rows on a date become the mean of their values, or the sums of their
 * numerators and denominators. A row whose value, numerator or denominator is missing, or whose denominator
 * is 0, adds nothing; a date with no other row is a missing point and keeps its slot.
 *
 * @param rows in any order
 * @param kind which of the rows' numbers are read
 * @returns dates in ascending order, each once, and an observation for each
 * @throws RangeError when a number read is not finite, or a numerator or denominator is negative
 */
export function onePointPerDate(rows: readonly DatedRow[], kind: 'values' | 'ratios'): DatedObservations {
  const groups = rowsByDate(rows);
  const dates = groups.map(([date]) => date);
  if (kind === 'values') {
    requireFinite(
      rows.map((row) => row.value ?? null),
      'values',
    );
    return { dates, observations: { values: groups.map(([, group]) => meanValue(group)) } };
  }
  requireCounts(
    rows.map((row) => row.numerator ?? null),
    'numerators',
  );
  requireCounts(
    rows.map((row) => row.denominator ?? null),
    'denominators',
  );
  const ratios = groups.map(([, group]) => summedRatio(group));
  return {
    dates,
    observations: {
      numerators: ratios.map((ratio) => ratio.numerator),
      denominators: ratios.map((ratio) => ratio.denominator),
    },
  };
}
