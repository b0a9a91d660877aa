import { reduceEquations } from './elimination';
import type { Reduced } from './elimination';
import { exactly } from './exact-integers';
import type { Integers } from './exact-integers';

/** A set that the equations give: its columns, and what the last column of the equations adds up to for it. */
export type DerivedSet = { columns: number[]; total: number };

export type Search = {
  /** One row per equation: `width` columns of whole coefficients and one more for what they add up to. */
  equations: number[][];
  width: number;
  /** Columns before this one may not be in the set. */
  from: number;
  /** How much each column weighs at least, and how much the whole set may weigh. */
  lightest?: { weights: number[]; atMost: number };
  /** How many steps to take before giving up on one block of more than 12 equations; smaller ones are tried whole. */
  steps: number;
  wanted(set: DerivedSet): boolean;
};

export type Found =
  { kind: 'none' } | { kind: 'set'; set: DerivedSet } | { kind: 'contradiction' } | { kind: 'too_many' };

/**
 * Looks for a wanted set of columns whose sum the equations determine: its indicator (1 in the set, 0 outside) is a sum of
 * multiples of equations, with any rational factors. In reduced form that is a sum of whole rows, since each pivot column is 1 or 0.
 *
 * Only sets within one block of rows that share columns are tried: a set of several blocks is made of the sets of each.
 */
export function findDerivedSet(search: Search): Found {
  return exactly<Found>({
    run: (integers) => {
      const reduced = reduceEquations(search.equations, search.width, integers);
      if (reduced.contradictory) return { kind: 'contradiction' };
      let tooMany = false;
      for (const block of blocksOf(reduced, search, integers)) {
        const found = searchBlock(block, reduced.one, search, integers);
        if (found.kind === 'set') return found;
        tooMany ||= found.kind === 'too_many';
      }
      return tooMany ? { kind: 'too_many' } : { kind: 'none' };
    },
  });
}

/** Blocks of so many equations have at most 2^13 steps. */
const triedWhole = 12;

/** A row of the reduced equations by the columns it touches; `total` is what it adds up to. */
type Row<T> = { pivot: number; values: Map<number, T>; total: T };

/** The rows that may be used, in blocks that share no column. */
function blocksOf<T>(reduced: Reduced<T>, { from, width }: Search, integers: Integers<T>): Row<T>[][] {
  let blocks: { rows: Row<T>[]; columns: Set<number> }[] = [];
  reduced.rows.forEach((whole, place) => {
    const pivot = reduced.pivots[place] ?? 0;
    if (pivot < from) return;
    const values = new Map<number, T>();
    whole.slice(0, width).forEach((value, column) => {
      if (!integers.isZero(value)) values.set(column, value);
    });
    const touching = blocks.filter((block) => [...values.keys()].some((column) => block.columns.has(column)));
    blocks = blocks.filter((block) => !touching.includes(block));
    blocks.push({
      rows: [
        ...touching.flatMap((block) => block.rows),
        { pivot, values, total: whole[width] ?? integers.zero },
      ],
      columns: new Set([...touching.flatMap((block) => [...block.columns]), ...values.keys()]),
    });
  });
  return blocks.map((block) => block.rows.sort((a, b) => a.pivot - b.pivot));
}

/**
 * Takes or leaves one row after the other, turning back as soon as a column that no later row touches is neither 0 nor
 * 1. Ends: every step settles one row.
 */
function searchBlock<T>(rows: Row<T>[], one: T, search: Search, integers: Integers<T>): Found {
  const lastRow = new Map<number, number>();
  rows.forEach((row, place) => [...row.values.keys()].forEach((column) => lastRow.set(column, place)));
  const columns = [...lastRow.keys()].sort((a, b) => a - b);
  const dense = rows.map((row) => columns.map((column) => row.values.get(column) ?? integers.zero));
  const closing = rows.map((_, place) =>
    [...columns.keys()].filter((index) => lastRow.get(columns[index] ?? -1) === place),
  );
  const { weights = [], atMost = Infinity } = search.lightest ?? {};
  const mostSteps = rows.length > triedWhole ? search.steps : Infinity;
  let steps = 0;

  const closes = (sum: T[], place: number) =>
    (closing[place] ?? []).every((index) => {
      const value = sum[index] ?? integers.zero;
      return integers.isZero(value) || integers.equal(value, one);
    });
  const judge = (sum: T[], total: T): Found => {
    const inSet = columns.filter((_, index) => !integers.isZero(sum[index] ?? integers.zero));
    const set = { columns: inSet, total: integers.ratio(total, one) };
    return inSet.length > 0 && search.wanted(set) ? { kind: 'set', set } : { kind: 'none' };
  };
  const visit = (place: number, sum: T[], total: T, weight: number): Found => {
    const row = rows[place];
    if (row === undefined) return judge(sum, total);
    if ((steps += 1) > mostSteps) return { kind: 'too_many' };
    const heavier = weight + (weights[row.pivot] ?? 0);
    if (heavier <= atMost) {
      const taken = sum.map((value, index) => integers.plus(value, dense[place]?.[index] ?? integers.zero));
      if (closes(taken, place)) {
        const found = visit(place + 1, taken, integers.plus(total, row.total), heavier);
        if (found.kind !== 'none') return found;
      }
    }
    return closes(sum, place) ? visit(place + 1, sum, total, weight) : { kind: 'none' };
  };

  return visit(
    0,
    columns.map(() => integers.zero),
    integers.zero,
    0,
  );
}
