import { minimumOf } from './policy';
import type { DisclosurePolicy } from './policy';
import { protectTable } from './protect-table';
import { complementOf, countsOn, datesOf, isEverybody } from './release';
import type { Release, ReleaseDecision, ReleasedCount } from './release';
import { refusalOf } from './release-words';
import type { Refusal } from './release-words';
import type { TableCell, TableRelation } from './table-relations';

/**
 * Whether the percents of a chart may stand beside those released before of the same students: the table of both, with the
 * unprinted rests as implied cells, may hide neither the cell asked for nor one that is out already. Dates whose k is not
 * known are not looked at.
 */
export function protectedWith(
  ledger: readonly Release[],
  query: Release,
  policy?: DisclosurePolicy,
): ReleaseDecision {
  const minimum = minimumOf(policy);
  for (const date of datesOf(query)) {
    for (const count of countsOn([query], query, date)) {
      const refusal = refusalBeside(countsOn(ledger, query, date), count, minimum);
      if (refusal !== null) return refusalOf(refusal, date, minimum);
    }
  }
  return { allow: true };
}

function refusalBeside(released: ReleasedCount[], query: ReleasedCount, minimum: number): Refusal | null {
  if (query.k === null) return null;
  const printed = new Map<string, PrintedCell>();
  for (const { unit, group, n, k } of [...released, query]) {
    if (unit === query.unit && k !== null)
      printed.set(isEverybody(group) ? 'all' : group.key, { group, n, k });
  }
  const table = tableOf([...printed].map(([id, cell]) => ({ id, ...cell })));
  if (table === null) return 'does_not_fit';
  const { cells } = protectTable(table, { minimum });
  const asked = isEverybody(query.group) ? 'all' : query.group.key;
  const hidden = cells.filter(({ id, state }) => printed.has(id) && state === 'hidden');
  if (hidden.length === 0) return null;
  return hidden.some(({ id }) => id === asked) ? 'share_hidden' : 'share_uncovers';
}

type PrintedCell = { group: ReleasedCount['group']; n: number; k: number };
type Printed = PrintedCell & { id: string };

/**
 * The groups of one set of students with their rests: of each family the relation to everybody. Everybody is implied
 * where only two halves are printed. Null when the counts do not fit together.
 */
function tableOf(printed: Printed[]): { cells: TableCell[]; relations: TableRelation[] } | null {
  const cells: TableCell[] = printed.map(({ id, n, k }) => ({ id, n, k }));
  const families = byFamily(printed);
  const everybody = printed.find(({ id }) => id === 'all') ?? everybodyOf(families);
  if (everybody === null) return { cells, relations: [] };
  if (!cells.some(({ id }) => id === 'all')) cells.push({ ...everybody, id: 'all', implied: true });
  const relations: TableRelation[] = [];
  for (const [family, groups] of families) {
    const parts = groups.map(({ id }) => id);
    const n = everybody.n - sumBy(groups, 'n');
    const k = everybody.k - sumBy(groups, 'k');
    if (n < 0 || k < 0 || k > n) return null;
    if (n > 0) {
      parts.push(`rest of ${family}`);
      cells.push({ id: `rest of ${family}`, n, k, implied: true });
    }
    relations.push({ total: 'all', parts });
  }
  return { cells, relations };
}

function byFamily(printed: Printed[]): Map<string, Printed[]> {
  const families = new Map<string, Printed[]>();
  for (const cell of printed) {
    if (isEverybody(cell.group)) continue;
    families.set(cell.group.family, [...(families.get(cell.group.family) ?? []), cell]);
  }
  return families;
}

/** Everybody as the sum of two halves, null when no family has both. */
function everybodyOf(families: Map<string, Printed[]>): { n: number; k: number } | null {
  for (const groups of families.values()) {
    const halves = groups.filter(({ group }) => complementOf(group) !== null);
    if (halves.length === 2) return { n: sumBy(halves, 'n'), k: sumBy(halves, 'k') };
  }
  return null;
}

function sumBy(cells: { n: number; k: number }[], key: 'n' | 'k'): number {
  return cells.reduce((sum, cell) => sum + cell[key], 0);
}
