import type { Integers } from './exact-integers';

/**
 * Equations in reduced echelon form: each row has the value `one` in its own pivot column, where every other row has 0.
 * Columns from the width on go along without being solved for.
 */
export type Reduced<T> = {
  rows: T[][];
  pivots: number[];
  one: T;
  /** Some equation came down to 0 = something else. */
  contradictory: boolean;
};

/**
 * Solves whole-number equations exactly, by elimination without fractions. Pivots go to the first columns that can have
 * them, so a row whose pivot lies in column c is 0 in every column before c.
 */
export function reduceEquations<T>(matrix: number[][], width: number, integers: Integers<T>): Reduced<T> {
  const rows = matrix.map((row) => row.map((value) => integers.of(value)));
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column += 1) {
    const top = pivots.length;
    const found = rows.findIndex((row, place) => place >= top && !isZeroAt(row, column, integers));
    const pivotRow = rows[found];
    if (pivotRow === undefined) continue;
    rows[found] = rows[top] ?? pivotRow;
    rows[top] = pivotRow;
    rows.forEach((row, place) => {
      if (place !== top && !isZeroAt(row, column, integers)) clearColumn(row, pivotRow, column, integers);
    });
    pivots.push(column);
  }
  const contradictory = rows.slice(pivots.length).some((row) => row.some((value) => !integers.isZero(value)));
  return { ...alignPivots(rows.slice(0, pivots.length), pivots, integers), pivots, contradictory };
}

function isZeroAt<T>(row: T[], column: number, integers: Integers<T>): boolean {
  return integers.isZero(row[column] ?? integers.zero);
}

/** row := row·p − pivotRow·q, with the common divisor taken out, so that numbers stay small. */
function clearColumn<T>(row: T[], pivotRow: T[], column: number, integers: Integers<T>): void {
  const p = pivotRow[column] ?? integers.zero;
  const q = row[column] ?? integers.zero;
  let divisor = integers.zero;
  row.forEach((old, place) => {
    const value = integers.crossed(old, p, pivotRow[place] ?? integers.zero, q);
    row[place] = value;
    if (!integers.isZero(value)) divisor = integers.commonDivisor(value, divisor);
  });
  if (integers.isZero(divisor)) return;
  row.forEach((value, place) => {
    row[place] = integers.over(value, divisor);
  });
}

/** Multiplies rows until all pivots are the same number, their smallest common multiple. */
function alignPivots<T>(rows: T[][], pivots: number[], integers: Integers<T>): { rows: T[][]; one: T } {
  const values = rows.map((row, place) => row[pivots[place] ?? 0] ?? integers.zero);
  const one = values.reduce<T>((multiple, value) => {
    const common = integers.over(integers.times(multiple, value), integers.commonDivisor(multiple, value));
    return integers.isNegative(common) ? integers.times(common, integers.of(-1)) : common;
  }, integers.of(1));
  const aligned = rows.map((row, place) => {
    const factor = integers.over(one, values[place] ?? one);
    return row.map((value) => integers.times(value, factor));
  });
  return { rows: aligned, one };
}
