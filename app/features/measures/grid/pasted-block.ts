import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readDays } from '~/lib/typed-day';
import type { SchoolDay } from '~/lib/school-day';
import { mostPastedCells } from './data-grid';

export type PastedCell = { date: SchoolDay; groupId: string; text: string };
export type ReadBlock = { cells: PastedCell[]; note: string | null };

const rows = z.array(z.array(z.string()));

/** The cells of what a spreadsheet puts on the clipboard: tabs, line ends of any kind, quotes around what needs them. */
export function readClipboard(text: string): string[][] {
  try {
    const table = rows.parse(
      parse(text.replace(/\r\n?/g, '\n'), {
        delimiter: '\t',
        relax_column_count: true,
        relax_quotes: true,
        trim: true,
        bom: true,
      }),
    );
    return table.some((row) => row.some((cell) => cell !== '')) ? table : [];
  } catch {
    return text.split(/\r\n?|\n/).map((line) => line.split('\t').map((cell) => cell.trim()));
  }
}

type Grid = { days: SchoolDay[]; groups: { id: string; name: string }[]; today: SchoolDay };

/** Columns of the block by the group each names in its first row; null when that row names none. */
function namedColumns(head: string[], groups: Grid['groups']): (string | null)[] | null {
  const ids = head.map(
    (cell) => groups.find((group) => group.name.toLowerCase() === cell.toLowerCase())?.id ?? null,
  );
  return ids.some((id) => id !== null) ? ids : null;
}

/**
 * Lays a pasted block over the grid. A block whose first column holds days goes to those days, from the group where the
 * pasting began (or by the names in its first row); any other block goes down and right from that cell, day by day.
 * What does not fit is said in `note`.
 */
export function readPastedBlock(
  text: string,
  start: { date: SchoolDay; groupId: string },
  { days, groups, today }: Grid,
): ReadBlock {
  const table = readClipboard(text);
  const [head = []] = table;
  if (table.length === 0) return { cells: [], note: 'There was nothing to paste.' };
  const named = namedColumns(head, groups);
  const body = named ? table.slice(1) : table;
  const dates = readDays(body.map((row) => row[0] ?? ''));
  const dated = dates !== null && (head.length > 1 || body.length > 1);
  const shift = dated ? 1 : 0;
  const firstGroup = Math.max(
    0,
    groups.findIndex((group) => group.id === start.groupId),
  );
  const firstDay = Math.max(0, days.indexOf(start.date));
  const cells: PastedCell[] = [];
  let outside = 0;
  let late = 0;
  body.forEach((row, index) => {
    const date = dated ? (dates[index] ?? null) : (days[firstDay + index] ?? null);
    row.slice(shift).forEach((cell, column) => {
      if (cell === '') return;
      const groupId = named ? named[column + shift] : groups[firstGroup + column]?.id;
      if (date !== null && date > today) late += 1;
      else if (date === null || !groupId) outside += 1;
      else cells.push({ date, groupId, text: cell });
    });
  });
  return {
    cells: cells.slice(0, mostPastedCells),
    note: noteOf({ cells: cells.length, outside, late, dated }),
  };
}

function noteOf(counts: { cells: number; outside: number; late: number; dated: boolean }): string | null {
  const notes = [
    counts.outside > 0
      ? `${counts.outside} pasted ${counts.outside === 1 ? 'cell lies' : 'cells lie'} outside the grid and ${counts.outside === 1 ? 'was' : 'were'} left out.${counts.dated ? '' : ' Copy the days along with the numbers to paste further.'}`
      : '',
    counts.late > 0
      ? `${counts.late} ${counts.late === 1 ? 'cell is' : 'cells are'} for days still to come and ${counts.late === 1 ? 'was' : 'were'} left out.`
      : '',
    counts.cells > mostPastedCells
      ? `Only the first ${mostPastedCells} cells were taken: for more, import a file.`
      : '',
  ].filter(Boolean);
  return notes.length > 0 ? notes.join(' ') : null;
}
