import { mayBeKnown } from './code-cell';
import { findDerivedSet } from './derived-sets';
import { isShown, isUntold, repairNear } from './table-hiding';
import type { Hiding } from './table-hiding';
import { totalIfShown } from './table-bounds';
import { sumOf } from './table-relations';

/**
 * How far the sums of one large block of equations are tried. Blocks with up to 12 untold cells have at most 12 equations
 * and are tried whole.
 */
const stepsPerBlock = 1_000;

/**
 * The next cell to hide for rule 5, null when all that can be worked out may be known: a sum of untold and coded counts
 * that the relations together determine must have enough students and lie in the middle zone.
 */
export function repairOfSums(hiding: Hiding): number | null {
  const { table } = hiding;
  const found = determinedSum(hiding);
  if (found === null) return null;
  const near = new Set(found.flatMap((cell) => table.relationsOf[cell] ?? []));
  return repairNear(
    hiding,
    [...near],
    [(relation) => relation.parts.filter((part) => isShown(hiding, part)), totalIfShown(hiding)],
  );
}

/** The cells of a sum that is determined and may not be known; null when there is none. */
function determinedSum(hiding: Hiding): number[] | null {
  const { cells, relations } = hiding.table;
  const isCoded = (cell: number) => hiding.states[cell] === 'coded' && !isUntold(hiding, cell);
  const coded = bySize(hiding, [...cells.keys()].filter(isCoded));
  const untold = bySize(
    hiding,
    [...cells.keys()].filter((cell) => isUntold(hiding, cell)),
  );
  const search = (columns: number[], from: number) => {
    const equations = relations.flatMap(({ total, parts }) => {
      const partsOf = new Set(parts);
      const row = columns.map((cell) => (cell === total ? -1 : partsOf.has(cell) ? 1 : 0));
      return row.some((value) => value !== 0) ? [[...row, 0]] : [];
    });
    const found = findDerivedSet({
      ...{ equations, from, width: columns.length, steps: stepsPerBlock },
      wanted: ({ columns: sum }) =>
        !mayBeKnown(
          sumOf(
            cells,
            sum.map((column) => columns[column] ?? -1),
          ),
          hiding.minimum,
        ),
    });
    return found.kind === 'set' ? found.set.columns.map((column) => columns[column] ?? -1) : found.kind;
  };

  const ofAll = search([...untold, ...coded], 0);
  if (Array.isArray(ofAll)) return ofAll;
  const ofUntold = ofAll === 'too_many' ? search([...coded, ...untold], coded.length) : ofAll;
  return Array.isArray(ofUntold) ? ofUntold : null;
}

/** By number of students, so that the order of the table decides among equals only. */
function bySize({ table }: Hiding, cells: number[]): number[] {
  return cells.sort((a, b) => (table.cells[a]?.n ?? 0) - (table.cells[b]?.n ?? 0) || a - b);
}
