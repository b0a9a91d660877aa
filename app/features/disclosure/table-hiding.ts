import { codeCell, mayBeKnown } from './code-cell';
import type { CellState } from './code-cell';
import { sumOf } from './table-relations';
import type { ReadTable, Relation } from './table-relations';

/** How far a table has come: what each cell shows so far. Cells only ever go from shown to hidden. */
export type Hiding = { table: ReadTable; minimum: number; states: CellState[] };

/** Each cell as it would stand alone. */
export function beginHiding(table: ReadTable, minimum: number): Hiding {
  return { table, minimum, states: table.cells.map((cell) => codeCell(cell, { minimum }).state) };
}

/** Whether a reader is told nothing of this cell: it is hidden, or it is not printed at all. A cell of nobody is known. */
export function isUntold({ table, states }: Hiding, cell: number): boolean {
  return states[cell] === 'hidden' || (table.cells[cell]?.implied === true && states[cell] !== 'zero');
}

/** Whether the cell is printed with a percent or a code. */
export function isShown(hiding: Hiding, cell: number): boolean {
  return hiding.states[cell] !== 'zero' && !isUntold(hiding, cell);
}

/**
 * The next cell to hide for rule 3, null when no relation fails: of the first failing relation the smallest shown part,
 * first one that lies in another failing relation too, the total last.
 */
export function repairOfRelations(hiding: Hiding): number | null {
  const failing = new Set(hiding.table.relations.filter((relation) => fails(hiding, relation)));
  for (const relation of failing) {
    const parts = relation.parts.filter((part) => isShown(hiding, part));
    const helping = parts.filter((part) =>
      [...failing].some((other) => other !== relation && other.cells.includes(part)),
    );
    const repair = smallest(hiding, helping) ?? smallest(hiding, parts) ?? relation.total;
    if (isShown(hiding, repair)) return repair;
  }
  return null;
}

/**
 * Whether the relation gives away what may not be known. With an untold total it fixes no sum of untold parts, so only
 * the total alone can be worked out. An unprinted rest alone is worked out too, and may be when it is no small or extreme set.
 */
function fails(hiding: Hiding, relation: Relation): boolean {
  const { table, minimum, states } = hiding;
  const untold = relation.cells.filter((cell) => isUntold(hiding, cell));
  const [only] = untold;
  if (only === undefined) return false;
  if (untold.length === 1 && states[only] === 'hidden') return true;
  if (untold.length > 1 && untold.includes(relation.total)) return false;
  return !mayBeKnown(sumOf(table.cells, untold), minimum);
}

/** The cell with the fewest students, in table order among equals; null of none. */
export function smallest({ table }: Hiding, cells: readonly number[]): number | null {
  const size = (cell: number) => table.cells[cell]?.n ?? 0;
  return [...cells].sort((a, b) => size(a) - size(b) || a - b)[0] ?? null;
}

/**
 * What to hide for a trouble that began in these relations: the first of the preferences that any of them has. Where
 * they have nothing left to hide, their neighbours (relations that share a cell) are asked, then the neighbours' own.
 */
export function repairNear(
  hiding: Hiding,
  begin: readonly number[],
  preferences: ((relation: Relation) => number[])[],
): number | null {
  const { relations, relationsOf } = hiding.table;
  const reached = new Set(begin);
  for (;;) {
    const near = [...reached].sort((a, b) => a - b).flatMap((place) => relations[place] ?? []);
    for (const preference of preferences) {
      const repair = smallest(hiding, near.flatMap(preference));
      if (repair !== null) return repair;
    }
    const before = reached.size;
    near.forEach((relation) =>
      relation.cells.forEach((cell) => relationsOf[cell]?.forEach((place) => reached.add(place))),
    );
    if (reached.size === before) return null;
  }
}
