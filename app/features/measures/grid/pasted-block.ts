import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { dateReading, fittingDateFormats, readDate } from '~/lib/date-formats';
import { daysBetween } from '~/lib/school-day';
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

type Grid = {
  /** The days as the person who pasted saw them, one under the other. */
  days: SchoolDay[];
  groups: { id: string; name: string }[];
  today: SchoolDay;
};

/** Columns of the block by the group each names in its first row; null when that row names none. */
function namedColumns(head: string[], groups: Grid['groups']): (string | null)[] | null {
  const ids = head.map(
    (cell) => groups.find((group) => group.name.toLowerCase() === cell.toLowerCase())?.id ?? null,
  );
  return ids.some((id) => id !== null) ? ids : null;
}

type Days = { dates: (SchoolDay | null)[]; note: string };

const wholeDays = ['iso', 'month_first', 'day_first', 'month_name'] as const;

/** The first column as days, all in one form; null when it holds something else. */
function daysOf(texts: string[]): Days | null {
  const filled = texts.filter((text) => text !== '');
  const fitting = fittingDateFormats('date', new Map(filled.map((text) => [text, 1])));
  const formats = wholeDays.filter((format) => fitting.includes(format));
  const format = formats.find((one) => filled.every((text) => readDate(one, text) !== null));
  if (format === undefined || filled.length === 0) return null;
  const first = filled[0] ?? '';
  const day = readDate(format, first);
  const unsure = formats.length > 1 && day !== null ? `The first day, ${dateReading(first, day)}.` : '';
  return { dates: texts.map((text) => (text === '' ? null : readDate(format, text))), note: unsure };
}

const usualSteps = [1, 2, 3, 4, 7, 14];

/** A column such as 9/11, 9/18, 9/25: days without a year look like parts of wholes, but step like a calendar. */
function seemsDaysWithoutYear(texts: string[]): boolean {
  const days = texts.flatMap((text) => {
    const match = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
    return match ? [readDate('month_first', `${match[1] ?? ''}/${match[2] ?? ''}/2023`)] : [null];
  });
  if (days.length < 3) return false;
  return days.every((day, index) => {
    const before = days[index - 1];
    return day !== null && (index === 0 || (before != null && usualSteps.includes(daysBetween(before, day))));
  });
}

const nothing = (note: string): ReadBlock => ({ cells: [], note });

/**
 * Lays a pasted block over the grid. A block whose first column holds days goes to those days, from the group where the
 * pasting began (or by the names in its first row); any other block goes down and right from that cell, day by day.
 * A block that would not stand where it was meant to is not taken at all; what else is left out is said in `note`.
 */
export function readPastedBlock(
  text: string,
  start: { date: SchoolDay; groupId: string },
  { days, groups, today }: Grid,
): ReadBlock {
  const table = readClipboard(text);
  const [head = []] = table;
  if (table.length === 0) return nothing('There was nothing to paste.');
  const firstGroup = groups.findIndex((group) => group.id === start.groupId);
  const firstDay = days.indexOf(start.date);
  if (firstGroup < 0 || firstDay < 0)
    return nothing('The grid has changed meanwhile, so nothing was pasted. Choose the first cell again.');
  const named = namedColumns(head, groups);
  const body = named ? table.slice(1) : table;
  const width = Math.max(...body.map((row) => row.length), 0);
  const firstColumn = body.map((row) => row[0] ?? '');
  const dated = width > 1 ? daysOf(firstColumn) : null;
  if (!dated && width > 1 && seemsDaysWithoutYear(firstColumn))
    return nothing(
      `The first column looks like days without a year (${firstColumn[0] ?? ''}), so nothing was pasted. Write them as 9/11/2026, or copy the numbers alone.`,
    );
  const shift = dated ? 1 : 0;
  if (!named && width - shift > groups.length - firstGroup)
    return nothing(
      `The block is ${width} columns wide and does not fit from this cell on, so nothing was pasted. Days in its first column are understood as 9/11/2026, 2026-09-11 or Sep 11, 2026.`,
    );
  const cells: PastedCell[] = [];
  let outside = 0;
  let late = 0;
  body.forEach((row, index) => {
    const date = dated ? (dated.dates[index] ?? null) : (days[firstDay + index] ?? null);
    row.slice(shift).forEach((cell, column) => {
      if (cell === '') return;
      const groupId = named ? named[column + shift] : groups[firstGroup + column]?.id;
      if (date !== null && date > today) late += 1;
      else if (date === null || !groupId) outside += 1;
      else cells.push({ date, groupId, text: cell });
    });
  });
  const left = { cells: cells.length, outside, late, dated: dated !== null };
  return { cells: cells.slice(0, mostPastedCells), note: noteOf(left, dated?.note ?? '') };
}

type LeftOut = { cells: number; outside: number; late: number; dated: boolean };

function noteOf({ cells, outside, late, dated }: LeftOut, days: string): string | null {
  const notes = [
    days,
    outside > 0
      ? `${outside} pasted ${outside === 1 ? 'cell lies' : 'cells lie'} outside the grid and ${outside === 1 ? 'was' : 'were'} left out.${dated ? '' : ' Copy the days along with the numbers to paste further.'}`
      : '',
    late > 0
      ? `${late} ${late === 1 ? 'cell is' : 'cells are'} for days still to come and ${late === 1 ? 'was' : 'were'} left out.`
      : '',
    cells > mostPastedCells
      ? `Only the first ${mostPastedCells} cells were taken: for more, import a file.`
      : '',
  ].filter(Boolean);
  return notes.length > 0 ? notes.join(' ') : null;
}
