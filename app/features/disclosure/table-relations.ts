import { requireCounted } from './code-cell';
import type { Counted } from './code-cell';

export type TableCell = Counted & { id: string; implied?: boolean };
/** The cell `total` is the sum of the cells `parts`, for n and for k, no student in two parts. */
export type TableRelation = { total: string; parts: string[] };
export type Table = { cells: TableCell[]; relations: TableRelation[] };

/** A relation by the places of its cells in the table. */
export type Relation = { total: number; parts: number[]; cells: number[] };

/** A table that holds together: known ids, whole counts, sums that are right, no cell within itself. */
export type ReadTable = {
  cells: (Counted & { id: string; implied: boolean })[];
  relations: Relation[];
  /** For each cell the relations it lies in, as a part or as the total. */
  relationsOf: number[][];
};

/** Throws RangeError in plain words for a table that cannot be. */
export function readTable({ cells, relations }: Table): ReadTable {
  const places = new Map<string, number>();
  cells.forEach((cell, place) => {
    requireCounted(cell, `Cell ${cell.id}`);
    if (places.has(cell.id)) throw new RangeError(`Cell ${cell.id} is in the table twice.`);
    places.set(cell.id, place);
  });
  const read = relations.map((relation) => readRelation(relation, cells, places));
  const relationsOf: number[][] = cells.map(() => []);
  read.forEach((relation, place) => relation.cells.forEach((cell) => relationsOf[cell]?.push(place)));
  refuseCycles(read, cells);
  return {
    cells: cells.map(({ id, n, k, implied }) => ({ id, n, k, implied: implied ?? false })),
    relations: read,
    relationsOf,
  };
}

function readRelation(
  { total, parts }: TableRelation,
  cells: TableCell[],
  places: Map<string, number>,
): Relation {
  if (parts.length === 0) throw new RangeError(`The relation of ${total} names no parts.`);
  if (new Set([total, ...parts]).size !== parts.length + 1) {
    throw new RangeError(`The relation of ${total} names a cell twice.`);
  }
  const placeOf = (id: string) => {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`A relation names ${id}, which is no cell of the table.`);
    return place;
  };
  const read = { total: placeOf(total), parts: parts.map(placeOf) };
  const whole = cells[read.total];
  const sum = sumOf(cells, read.parts);
  if (whole?.n !== sum.n || whole.k !== sum.k) {
    throw new RangeError(`The parts of ${total} do not add up to it: name the rest as an implied cell.`);
  }
  return { ...read, cells: [read.total, ...read.parts] };
}

/** The students and the counts of several cells together. */
export function sumOf(cells: readonly Counted[], places: readonly number[]): Counted {
  let n = 0;
  let k = 0;
  for (const place of places) {
    n += cells[place]?.n ?? 0;
    k += cells[place]?.k ?? 0;
  }
  return { n, k };
}

/** Takes away, again and again, the relations whose parts are no totals: what remains goes round in a circle. */
function refuseCycles(relations: Relation[], cells: TableCell[]): void {
  let open = relations;
  for (;;) {
    const totals = new Set(open.map((relation) => relation.total));
    const still = open.filter((relation) => relation.parts.some((part) => totals.has(part)));
    const [first] = still;
    if (first === undefined) return;
    if (still.length === open.length) {
      throw new RangeError(`Cell ${cells[first.total]?.id ?? ''} is a part of itself.`);
    }
    open = still;
  }
}
