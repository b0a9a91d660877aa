import { codeCell, hiddenSign } from './code-cell';
import type { CellState } from './code-cell';
import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';
import { repairOfSums } from './table-audit';
import { repairOfBounds } from './table-bounds';
import { beginHiding, isShown, repairOfRelations } from './table-hiding';
import type { Hiding } from './table-hiding';
import { readTable } from './table-relations';
import type { Table } from './table-relations';
import { insidesToWithhold, twoWayInsides } from './two-way-tables';

export type CellReason = 'primary' | 'complementary' | 'coded' | 'published' | 'zero';

/** What of one cell may be seen. `show` is null where nothing is printed: an implied cell, or one withheld. */
export type ProtectedCell = { id: string; show: string | null; state: CellState; reason: CellReason };

/** `withheld`: the inside of a two-way table is not printed, its margins are. */
export type ProtectedTable = { cells: ProtectedCell[]; withheld: boolean };

/**
 * What a table of counts may show so that no small or extreme group can be worked out from it (rules 1 to 6). Cells come
 * back in the table's order. Throws RangeError for a table that does not hold together.
 */
export function protectTable(table: Table, policy?: DisclosurePolicy): ProtectedTable {
  const minimum = minimumOf(policy);
  const hiding = beginHiding(readTable(table), minimum);
  const insides = twoWayInsides(hiding.table);
  // Ends: every round hides a cell that was shown, no cell is shown again, and a table has finitely many.
  for (let next = nextToHide(hiding, insides); next.length > 0; next = nextToHide(hiding, insides)) {
    next.forEach((cell) => {
      hiding.states[cell] = 'hidden';
    });
  }
  const withheld = insidesToWithhold(hiding, insides);
  const unprinted = new Set(withheld.flat());
  return {
    cells: hiding.states.map((_, cell) => outcomeOf(hiding, cell, unprinted.has(cell))),
    withheld: withheld.length > 0,
  };
}

/** The cells to hide next: each rule is asked only when those before it are content; none when all are. */
function nextToHide(hiding: Hiding, insides: readonly number[][]): number[] {
  const repair = repairOfRelations(hiding) ?? repairOfBounds(hiding) ?? repairOfSums(hiding);
  if (repair !== null) return [repair];
  return insidesToWithhold(hiding, insides)
    .flat()
    .filter((cell) => isShown(hiding, cell));
}

function outcomeOf({ table, states, minimum }: Hiding, place: number, unprinted: boolean): ProtectedCell {
  const cell = table.cells[place];
  const state = states[place];
  if (cell === undefined || state === undefined) throw new RangeError('No such cell.');
  const alone = codeCell(cell, { minimum });
  const hiddenFor = alone.state === 'hidden' ? 'primary' : 'complementary';
  const show = state === 'hidden' ? hiddenSign : alone.show;
  return {
    id: cell.id,
    show: cell.implied || unprinted ? null : show,
    state,
    reason: state === 'hidden' ? hiddenFor : state,
  };
}
