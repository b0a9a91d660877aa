import type { Hiding } from './table-hiding';
import type { ReadTable } from './table-relations';

/**
 * The inside of each two-way table: a cell that is a part of exactly two relations, once in its row and once in its column.
 * Rows and columns meet in one cell at most and both have at least two; relations that share inner cells belong together.
 */
export function twoWayInsides({ cells, relations }: ReadTable): number[][] {
  const partOf = cells.map((_, cell) =>
    [...relations.keys()].filter((place) => relations[place]?.parts.includes(cell)),
  );
  const crossed = [...cells.keys()].filter((cell) => partOf[cell]?.length === 2);
  const insides: number[][] = [];
  const open = new Set(crossed);
  for (const first of crossed) {
    if (!open.delete(first)) continue;
    const inside = [first];
    for (const cell of inside) {
      for (const other of open) {
        if (!partOf[other]?.some((place) => partOf[cell]?.includes(place))) continue;
        open.delete(other);
        inside.push(other);
      }
    }
    if (isTwoWay(inside, partOf)) insides.push(inside.sort((a, b) => a - b));
  }
  return insides;
}

/** Whether the relations of these cells fall into rows and columns, no two of one kind sharing a cell. */
function isTwoWay(inside: number[], partOf: number[][]): boolean {
  const side = new Map<number, boolean>();
  const [first = -1] = inside;
  const begin = partOf[first]?.[0];
  if (begin === undefined) return false;
  side.set(begin, true);
  const meetings = new Set<string>();
  for (const cell of inside) {
    const [a = -1, b = -1] = partOf[cell] ?? [];
    const known = side.get(a) ?? opposite(side.get(b));
    if (known === undefined || side.get(b) === known) return false;
    side.set(a, known);
    side.set(b, !known);
    meetings.add(`${a}/${b}`);
  }
  const rows = [...side.values()].filter((isRow) => isRow).length;
  return meetings.size === inside.length && rows >= 2 && side.size - rows >= 2;
}

function opposite(side: boolean | undefined): boolean | undefined {
  return side === undefined ? undefined : !side;
}

/** The insides of which more than two thirds of the printed, non-empty cells are hidden (rule 6). */
export function insidesToWithhold({ table, states }: Hiding, insides: readonly number[][]): number[][] {
  return insides.filter((inside) => {
    const filled = inside.filter((cell) => states[cell] !== 'zero' && table.cells[cell]?.implied === false);
    const hidden = filled.filter((cell) => states[cell] === 'hidden');
    return 3 * hidden.length > 2 * filled.length;
  });
}
