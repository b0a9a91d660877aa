import { possibleCounts } from './code-cell';
import type { Range } from './code-cell';
import { isUntold, repairNear, smallest } from './table-hiding';
import type { Hiding } from './table-hiding';
import type { Relation } from './table-relations';

/**
 * The next cell to hide for rule 4, null when every hidden or coded count keeps at least two possible values: the
 * smallest published part of the relation that leaves one value only, else its smallest coded part, else its total.
 */
export function repairOfBounds(hiding: Hiding): number | null {
  const settledBy = tightenBounds(hiding);
  const pinned = [...settledBy.keys()].filter((cell) => {
    const state = hiding.states[cell];
    return state === 'hidden' || (state === 'coded' && !isUntold(hiding, cell));
  });
  const first = smallest(hiding, pinned);
  const relation = first === null ? undefined : settledBy.get(first);
  if (relation === undefined) return null;
  return repairNear(
    hiding,
    [relation],
    [partsThatAre(hiding, 'published'), partsThatAre(hiding, 'coded'), totalIfShown(hiding)],
  );
}

function partsThatAre(hiding: Hiding, state: 'published' | 'coded') {
  return (relation: Relation) =>
    relation.parts.filter((part) => hiding.states[part] === state && !isUntold(hiding, part));
}

export function totalIfShown(hiding: Hiding) {
  return ({ total }: Relation) => (isUntold(hiding, total) || hiding.states[total] === 'zero' ? [] : [total]);
}

/**
 * Bounds on every count, tightened over all relations until stable. Gives the cells that came down to one value, each
 * with the relation that did it.
 *
 * Ends: the true counts always fit, so no range becomes empty, and every round but the last takes a whole number from one.
 */
function tightenBounds(hiding: Hiding): Map<number, number> {
  const { cells, relations } = hiding.table;
  const ranges = cells.map((cell, place) =>
    possibleCounts(cell, isUntold(hiding, place) ? 'hidden' : (hiding.states[place] ?? 'hidden')),
  );
  const settledBy = new Map<number, number>();
  for (let changed = true; changed;) {
    changed = false;
    relations.forEach((relation, place) => {
      for (const [cell, range] of tightened(relation, ranges)) {
        ranges[cell] = range;
        changed = true;
        if (range.low === range.high) settledBy.set(cell, place);
      }
    });
  }
  return settledBy;
}

/** The ranges that one relation narrows, all from the ranges before it, so that the order of parts is nothing to it. */
function tightened({ total, parts }: Relation, ranges: Range[]): [number, Range][] {
  const rangeOf = (cell: number) => ranges[cell] ?? { low: 0, high: 0 };
  const whole = rangeOf(total);
  let low = 0;
  let high = 0;
  for (const part of parts) {
    low += rangeOf(part).low;
    high += rangeOf(part).high;
  }
  const narrowed: [number, Range][] = [[total, within(whole, { low, high })]];
  for (const part of parts) {
    const old = rangeOf(part);
    const others = { low: low - old.low, high: high - old.high };
    narrowed.push([part, within(old, { low: whole.low - others.high, high: whole.high - others.low })]);
  }
  return narrowed.filter(([cell, range]) => {
    const old = rangeOf(cell);
    return range.low !== old.low || range.high !== old.high;
  });
}

function within(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}
