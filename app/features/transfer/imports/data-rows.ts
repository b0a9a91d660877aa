import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { MeasureKind } from '#db/vocabulary';
import { readDataPoint } from '~/features/measures/data-point-rules';
import type { DataPointValues } from '~/features/measures/data-point-rules';
import { usesDenominator } from '~/features/measures/measure';
import type { StudentGroup } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';

export type ImportRow = DataPointValues & { groupId: string; groupName: string; line: number };
export type RowMessage = { line: number; message: string };

/** What a file says: all its rows, or every message that keeps it from being imported. Empty cells are skipped rows. */
export type ReadRows = { rows: ImportRow[]; messages: RowMessage[]; skipped: number };

const mostRows = 10_000;
const mostMessages = 50;

const names = {
  date: ['date', 'day', 'week', 'week_start', 'week start', 'week of', 'datum', 'fecha'],
  value: ['value', 'score', 'number', 'count', 'mean', 'result', 'attendance_pct', 'percent', 'pct', '%'],
  numerator: ['numerator', 'num', 'how many', 'met', 'yes', 'successes'],
  denominator: ['denominator', 'den', 'of', 'out of', 'total', 'n', 'opportunities'],
  group: ['group', 'student group', 'students', 'subgroup'],
  note: ['note', 'notes', 'comment', 'comments'],
} as const;
type Column = keyof typeof names;

function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', '\t', ','].map((sign) => ({ sign, n: head.split(sign).length }));
  return counts.reduce((one, other) => (other.n > one.n ? other : one)).sign;
}

function columnsOf(header: string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  const titles = header.map((title) => title.trim().toLowerCase());
  for (const column of Object.keys(names) as Column[]) {
    const known: readonly string[] = names[column];
    const index = titles.findIndex((title) => known.includes(title));
    if (index >= 0) found.set(column, index);
  }
  return found;
}

const twoDigits = (text: string) => text.padStart(2, '0');

/** `2026-01-12`, `1/12/2026` (month first) or `12.1.2026` (day first) as a school day; other text as it stands. */
export function readDay(text: string): string {
  const trimmed = text.trim().replace(/[T ]\d{1,2}:.*$/, '');
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (american) return `${american[3] ?? ''}-${twoDigits(american[1] ?? '')}-${twoDigits(american[2] ?? '')}`;
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed);
  if (european) return `${european[3] ?? ''}-${twoDigits(european[2] ?? '')}-${twoDigits(european[1] ?? '')}`;
  return trimmed;
}

const bare = (text: string | undefined) => (text ?? '').trim().replace(/\s*%$/, '');

function missingColumns(kind: MeasureKind, columns: Map<Column, number>): string | null {
  const needed: Column[] = usesDenominator(kind) ? ['date', 'numerator', 'denominator'] : ['date', 'value'];
  const missing = needed.filter((column) => !columns.has(column));
  if (missing.length === 0) return null;
  const list = needed.map((column) => `“${column}”`).join(', ');
  return `The first line must name the columns ${list}. Missing: ${missing.map((column) => `“${column}”`).join(', ')}.`;
}

function groupOf(name: string, groups: StudentGroup[]): StudentGroup | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === '' && groups.length === 1) return groups[0] ?? null;
  return (
    groups.find(
      (group) => group.name.toLowerCase() === wanted || group.key === wanted.replaceAll(' ', '_'),
    ) ?? null
  );
}

type Target = { kind: MeasureKind; groups: StudentGroup[]; today: SchoolDay };

/**
 * Reads a CSV text for one measure: a header line, then a date with a value (or numerator and denominator), optionally a
 * group and a note. Delimiter comma, semicolon or tab. Every row that cannot be taken has a message with its line.
 */
export function readDataRows(text: string, target: Target): ReadRows {
  const table = parseTable(text);
  if (typeof table === 'string') return { rows: [], messages: [{ line: 1, message: table }], skipped: 0 };
  const [first, ...body] = table;
  const header = first?.cells;
  if (header && columnsOf(header).size === 0)
    return {
      rows: [],
      messages: [{ line: 1, message: missingColumns(target.kind, new Map()) ?? '' }],
      skipped: 0,
    };
  if (!header || body.length === 0)
    return {
      rows: [],
      messages: [{ line: 1, message: 'There is no row of numbers below the first line.' }],
      skipped: 0,
    };
  const columns = columnsOf(header);
  const missing = missingColumns(target.kind, columns);
  if (missing) return { rows: [], messages: [{ line: 1, message: missing }], skipped: 0 };
  if (body.length > mostRows)
    return {
      rows: [],
      messages: [{ line: 1, message: `Up to ${mostRows} rows are read at once; this file has more.` }],
      skipped: 0,
    };
  const read = { rows: [], messages: [], skipped: 0 } as ReadRows;
  const seen = new Map<string, number>();
  for (const { cells, line } of body) readRow(cells, line, { columns, target, seen, read });
  const more = read.messages.length - mostMessages;
  if (more > 0)
    read.messages = [...read.messages.slice(0, mostMessages), { line: 0, message: `And ${more} more.` }];
  return read;
}

type FileRow = { cells: string[]; line: number };

const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The table of a CSV text, empty rows left out, each row with its line in the file. */
function parseTable(text: string): FileRow[] | string {
  try {
    const parsed: unknown = parse(text.replace(/^sep=.\r?\n/i, ''), {
      ...{ delimiter: delimiterOf(text), relax_column_count: true, trim: true, bom: true, info: true },
      ...{
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        to: mostRows + 2,
        max_record_size: 20_000,
      },
    });
    return csvRecords.parse(parsed).map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch {
    return 'A quotation mark in this file is never closed, or a line is far too long. Save it as CSV again, or remove stray quotation marks.';
  }
}

type Reading = { columns: Map<Column, number>; target: Target; seen: Map<string, number>; read: ReadRows };

function readRow(cells: string[], line: number, { columns, target, seen, read }: Reading): void {
  const cell = (column: Column) => {
    const index = columns.get(column);
    return index === undefined ? '' : (cells[index] ?? '');
  };
  const amounts = usesDenominator(target.kind) ? [cell('numerator'), cell('denominator')] : [cell('value')];
  if (amounts.every((amount) => amount.trim() === '')) {
    read.skipped += 1;
    return;
  }
  const group = groupOf(cell('group'), target.groups);
  if (!group) {
    const known = target.groups.map((one) => one.name).join(', ');
    const said = cell('group').trim();
    read.messages.push({
      line,
      message: said
        ? `“${said.slice(0, 40)}” is not a group of this measure. Its groups: ${known}.`
        : `Name the group in a column “group”. Groups of this measure: ${known}.`,
    });
    return;
  }
  const typed = {
    date: readDay(cell('date')),
    value: bare(cell('value')),
    numerator: bare(cell('numerator')),
    denominator: bare(cell('denominator')),
    note: cell('note'),
  };
  const point = readDataPoint(target.kind, typed, target.today);
  if (!point.ok) {
    const what = typed.date === '' ? '' : `${cell('date').trim()}: `;
    read.messages.push({ line, message: what + Object.values(point.fields).join(' ') });
    return;
  }
  const key = `${group.id} ${point.values.date}`;
  const before = seen.get(key);
  if (before !== undefined) {
    read.messages.push({
      line,
      message: `${cell('date').trim()} is in this file twice (line ${before}). Keep one of the two.`,
    });
    return;
  }
  seen.set(key, line);
  read.rows.push({ ...point.values, groupId: group.id, groupName: group.name, line });
}
