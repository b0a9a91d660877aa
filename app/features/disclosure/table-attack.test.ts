import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectTable } from './protect-table';
import type { ProtectedTable } from './protect-table';
import type { Table, TableCell, TableRelation } from './table-relations';

/** Leaves first; totals are summed from them. */
type Leaf = { n: number; k: number; implied: boolean };

const size = fc.oneof(fc.nat(12), fc.integer({ min: 10, max: 60 }), fc.integer({ min: 100, max: 900 }));
const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(
    size,
    fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    fc.integer({ max: 5, min: 0 }),
  )
  .map(([n, share, rare]) => ({ n, k: Math.round(n * share), implied: rare === 0 }));

function total(id: string, parts: TableCell[]): TableCell {
  return { id, n: parts.reduce((sum, { n }) => sum + n, 0), k: parts.reduce((sum, { k }) => sum + k, 0) };
}

function adding(whole: TableCell, parts: TableCell[]): TableRelation {
  return { total: whole.id, parts: parts.map(({ id }) => id) };
}

const oneWay: fc.Arbitrary<Table> = fc.array(leaf, { minLength: 2, maxLength: 7 }).map((leaves) => {
  const parts = leaves.map((each, place) => ({ id: `p${place}`, ...each }));
  const all = total('all', parts);
  return { cells: [all, ...parts], relations: [adding(all, parts)] };
});

const nested: fc.Arbitrary<Table> = fc
  .array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 })
  .map((grades) => {
    const classes = grades.map((leaves, g) => leaves.map((each, c) => ({ id: `g${g}c${c}`, ...each })));
    const totals = classes.map((parts, g) => total(`g${g}`, parts));
    const school = total('school', totals);
    return {
      cells: [school, ...totals, ...classes.flat()],
      relations: [adding(school, totals), ...totals.map((grade, g) => adding(grade, classes[g] ?? []))],
    };
  });

const twoWay: fc.Arbitrary<Table> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(leaf, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((leaves) => {
    const rows = leaves.map((row, r) => row.map(({ n, k }, c) => ({ id: `r${r}c${c}`, n, k })));
    const columns = (rows[0] ?? []).map((_, c) => rows.flatMap((row) => row[c] ?? []));
    const rowTotals = rows.map((row, r) => total(`r${r}`, row));
    const columnTotals = columns.map((column, c) => total(`c${c}`, column));
    const all = total('all', rowTotals);
    return {
      cells: [...rows.flat(), ...rowTotals, ...columnTotals, all],
      relations: [
        ...rows.map((row, r) => adding(total(`r${r}`, row), row)),
        ...columns.map((column, c) => adding(total(`c${c}`, column), column)),
        adding(all, rowTotals),
        adding(all, columnTotals),
      ],
    };
  });

/** Everybody split in several ways: the families share nothing but their total. */
const families: fc.Arbitrary<Table> = fc
  .tuple(
    fc.array(leaf, { minLength: 2, maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 3 }),
  )
  .map(([leaves, splits]) => {
    const races = leaves.map((each, place) => ({ id: `race${place}`, ...each }));
    const all = total('all', races);
    const halves = splits.map(([a, b], place) => {
      const n = a % (all.n + 1);
      const most = Math.min(n, all.k);
      const least = Math.max(0, all.k - (all.n - n));
      const k = least + (b % (most - least + 1));
      return [
        { id: `f${place}`, n, k },
        { id: `non_f${place}`, n: all.n - n, k: all.k - k },
      ];
    });
    return {
      cells: [all, ...races, ...halves.flat()],
      relations: [adding(all, races), ...halves.map((parts) => adding(all, parts))],
    };
  });

const anyTable = fc.oneof(oneWay, nested, twoWay, families);

/** The middle zone in whole numbers, written apart from the module. */
function mayBeTold(n: number, k: number): boolean {
  if (n < 10) return false;
  if (n < 20) return 5 * k >= n && 5 * k <= 4 * n;
  if (n < 40) return 10 * k >= n && 10 * k <= 9 * n;
  return 20 * k >= n && 20 * k <= 19 * n;
}

type Fraction = [bigint, bigint];

function fraction(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = bottom < 0n ? -1n : 1n;
  return a === 0n ? [0n, 1n] : [(sign * top) / a, (sign * bottom) / a];
}

/** All directions in which the unknown counts can move without any equation noticing. */
function freedom(matrix: number[][], width: number): Fraction[][] {
  const rows = matrix.map((row) => row.map((value): Fraction => [BigInt(value), 1n]));
  const pivots: number[] = [];
  for (let column = 0; column < width; column += 1) {
    const found = rows.findIndex((row, place) => place >= pivots.length && row[column]?.[0] !== 0n);
    if (found === -1) continue;
    const top = pivots.length;
    [rows[top], rows[found]] = [rows[found] ?? [], rows[top] ?? []];
    const [p, q] = rows[top][column] ?? [1n, 1n];
    rows[top] = rows[top].map(([a, b]) => fraction(a * q, b * p));
    for (let other = 0; other < rows.length; other += 1) {
      const [c, d] = rows[other]?.[column] ?? [0n, 1n];
      if (other === top || c === 0n) continue;
      rows[other] = (rows[other] ?? []).map(([a, b], place) => {
        const [e, f] = rows[top]?.[place] ?? [0n, 1n];
        return fraction(a * d * f - c * e * b, b * d * f);
      });
    }
    pivots.push(column);
  }
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !pivots.includes(column))
    .map((free) =>
      Array.from({ length: width }, (_, column): Fraction => {
        if (column === free) return [1n, 1n];
        const [a, b] = rows[pivots.indexOf(column)]?.[free] ?? [0n, 1n];
        return pivots.includes(column) ? [-a, b] : [0n, 1n];
      }),
    );
}

/** What the attacker works out: sets of untold and coded cells whose count the published ones determine. */
function workedOut(table: Table, released: ProtectedTable): TableCell[][] {
  const unknown = table.cells.filter(
    (cell, place) =>
      cell.n > 0 && (released.cells[place]?.show === null || released.cells[place]?.state !== 'published'),
  );
  const matrix = table.relations.map(({ total: whole, parts }) =>
    unknown.map(({ id }) => (id === whole ? -1 : parts.includes(id) ? 1 : 0)),
  );
  const directions = freedom(matrix, unknown.length);
  const moves = (places: number[]) =>
    directions.some((direction) => {
      let sum: Fraction = [0n, 1n];
      for (const place of places) {
        const [a, b] = direction[place] ?? [0n, 1n];
        sum = fraction(sum[0] * b + a * sum[1], sum[1] * b);
      }
      return sum[0] !== 0n;
    });
  const singles = unknown.map((_, place) => [place]);
  const subsets =
    unknown.length > 11
      ? singles
      : Array.from({ length: 2 ** unknown.length - 1 }, (_, bits) =>
          [...unknown.keys()].filter((place) => ((bits + 1) >> place) & 1),
        );
  return subsets
    .filter((places) => !moves(places))
    .map((places) => places.flatMap((place) => unknown[place] ?? []));
}

describe('attack: solving the published equations', () => {
  it('determines no count of a small or extreme group, nor of several together', () => {
    let solved = 0;
    fc.assert(
      fc.property(anyTable, (table) => {
        const released = protectTable(table);
        for (const cells of workedOut(table, released)) {
          const n = cells.reduce((sum, cell) => sum + cell.n, 0);
          const k = cells.reduce((sum, cell) => sum + cell.k, 0);
          solved += 1;
          if (!mayBeTold(n, k)) {
            expect.fail(`${cells.map(({ id }) => id).join(' + ')} is ${k} of ${n}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    // The attacker does find sums; none of them is one to protect.
    expect(solved).toBeGreaterThan(100);
  });

  it('would succeed where each cell is only coded by itself', () => {
    const alone = fc.sample(anyTable, { numRuns: 200, seed: 1 }).filter((table) => {
      const released = {
        withheld: false,
        cells: protectTable({ ...table, relations: [] }).cells,
      };
      return workedOut(table, released).some((cells) => {
        const sum = total('', cells);
        return !mayBeTold(sum.n, sum.k);
      });
    });
    expect(alone.length).toBeGreaterThan(20);
  });

  it('leaves two possible counts to every hidden or coded cell of one relation', () => {
    const small = fc.array(
      fc.integer({ min: 1, max: 14 }).chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) })),
      { minLength: 2, maxLength: 4 },
    );
    fc.assert(
      fc.property(small, (leaves) => {
        const parts = leaves.map((each, place) => ({ id: `p${place}`, ...each }));
        const all = total('all', parts);
        const released = protectTable({ cells: [...parts, all], relations: [adding(all, parts)] });
        // What each show can mean, by trying every count: the reader knows n.
        const meanings = [...parts, all].map(({ n }, place) => {
          const { state, show } = released.cells[place] ?? { state: 'zero', show: null };
          const counts = Array.from({ length: n + 1 }, (_, k) => k);
          return state === 'hidden'
            ? counts
            : counts.filter(
                (k) => protectTable({ cells: [{ id: 'x', n, k }], relations: [] }).cells[0]?.show === show,
              );
        });
        const sums = meanings.pop() ?? [];
        let worlds: number[][] = [[]];
        for (const counts of meanings) worlds = worlds.flatMap((world) => counts.map((k) => [...world, k]));
        const possible = worlds
          .map((world) => [...world, world.reduce((a, b) => a + b, 0)])
          .filter((world) => sums.includes(world.at(-1) ?? -1));
        released.cells.forEach(({ state }, place) => {
          if (state !== 'hidden' && state !== 'coded') return;
          expect(new Set(possible.map((world) => world[place])).size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('any table', () => {
  it('shows nothing of fewer than ten, no counts, and one sign for every hidden cell', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        protectTable(table).cells.forEach(({ id, show, state, reason }, place) => {
          const cell = table.cells[place];
          expect(id).toBe(cell?.id);
          if (cell === undefined || show === null) return;
          expect(cell.implied ?? false).toBe(false);
          if (cell.n === 0) expect(show).toBe('no students');
          else if (cell.n < 10) expect([show, reason]).toEqual(['*', 'primary']);
          else expect(show).toMatch(/^(\*|[<>]?\d{1,2}%)$/);
          expect(show === '*').toBe(state === 'hidden');
        });
      }),
    );
  });

  it('comes out the same every time, and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const copy = structuredClone(table);
        const released = protectTable(table);
        expect(table).toEqual(copy);
        expect(protectTable(copy)).toEqual(released);
      }),
    );
  });

  it('depends on the order of its cells only where two are of one size', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyTable, fc.integer(), (table, seed) => {
        const sizes = table.cells.map(({ n }) => n).filter((n) => n > 0);
        if (new Set(sizes).size !== sizes.length) return;
        compared += 1;
        const cells = [...table.cells].sort((a, b) => mixed(a.id, seed) - mixed(b.id, seed));
        const byId = ({ cells: all }: ProtectedTable) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(protectTable({ ...table, cells }))).toEqual(byId(protectTable(table)));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('of 200 cells is protected, and what is hidden in it has no lone cell', () => {
    const rows = Array.from({ length: 13 }, (_, r) =>
      Array.from({ length: 13 }, (_, c) => {
        const n = (mixed(`${r}/${c}`, 5) % 97) + 1;
        return { id: `r${r}c${c}`, n, k: mixed(`${c}/${r}`, 6) % (n + 1) };
      }),
    );
    const columns = Array.from({ length: 13 }, (_, c) => rows.flatMap((row) => row[c] ?? []));
    const rowTotals = rows.map((row, r) => total(`r${r}`, row));
    const columnTotals = columns.map((column, c) => total(`c${c}`, column));
    const all = total('all', rowTotals);
    const table = {
      cells: [...rows.flat(), ...rowTotals, ...columnTotals, all],
      relations: [
        ...rowTotals.map((whole, r) => adding(whole, rows[r] ?? [])),
        ...columnTotals.map((whole, c) => adding(whole, columns[c] ?? [])),
        ...[adding(all, rowTotals), adding(all, columnTotals)],
      ],
    };
    const { cells } = protectTable(table);
    const isHidden = new Map(cells.map(({ id, state }) => [id, state === 'hidden']));
    for (const { total: whole, parts } of table.relations)
      expect([whole, ...parts].filter((id) => isHidden.get(id)).length).not.toBe(1);
  });
});

function mixed(text: string, seed: number): number {
  let state = seed >>> 0;
  for (const letter of text) state = Math.imul(state ^ letter.charCodeAt(0), 2654435761) >>> 0;
  return (state ^ (state >>> 15)) >>> 0;
}
