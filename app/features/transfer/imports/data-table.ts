import { parse } from 'csv-parse';
import { z } from 'zod';

export type FileRow = { cells: string[]; line: number };

/** A file as columns with names of their own and rows with their line; empty rows are left out. */
export type DataTable = { columns: string[]; rows: FileRow[] };
export type ReadTable = { ok: true; table: DataTable } | { ok: false; message: string };

export const mostRows = 50_000;
const mostColumns = 120;
const longestName = 80;
/** Characters between two pauses, so that a large file does not hold up everybody else. */
const chunk = 64 * 1024;

function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? '';
  const counts = [';', '\t', ','].map((sign) => ({ sign, n: head.split(sign).length }));
  return counts.reduce((one, other) => (other.n > one.n ? other : one)).sign;
}

/** Column names, shortened, each once. */
function namesOf(header: string[]): string[] {
  const names: string[] = [];
  const taken = new Set<string>();
  for (const [index, cell] of header.entries()) {
    const plain = cell.replaceAll(/\s+/g, ' ').trim().slice(0, longestName) || `Column ${index + 1}`;
    let name = plain;
    for (let turn = 2; taken.has(name.toLowerCase()); turn += 1) name = `${plain} (${turn})`;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

/** More than any date, number or note has; what is longer is cut before anything looks at it. */
const longestCell = 1000;
const csvRecord = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

async function recordsOf(text: string, pause: () => Promise<void>): Promise<FileRow[]> {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const rows: FileRow[] = [];
  const parser = parse({
    ...{ delimiter: declared?.[1] ?? delimiterOf(body), relax_column_count: true, trim: true, bom: true },
    ...{ info: true, skip_empty_lines: true, skip_records_with_empty_values: true },
    ...{ to: mostRows + 2, max_record_size: 50_000 },
  });
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('data', (one: unknown) => {
      const { record, info } = csvRecord.parse(one);
      rows.push({
        cells: record.map((cell) => cell.slice(0, longestCell)),
        line: info.lines + (declared ? 1 : 0),
      });
    });
    parser.on('error', reject);
    parser.on('end', resolve);
  });
  ended.catch(() => undefined);
  for (let at = 0; at < body.length && rows.length < mostRows + 2 && !parser.destroyed; at += chunk) {
    parser.write(body.slice(at, at + chunk));
    await pause();
  }
  if (!parser.destroyed) parser.end();
  await ended;
  return rows;
}

/**
 * Reads CSV text: comma, semicolon, tab, or what `sep=` says; the first line names the columns.
 * @param pause awaited between pieces, so that other work gets its turn
 */
export async function readDataTable(
  text: string,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<ReadTable> {
  const refused = (message: string): ReadTable => ({ ok: false, message });
  const records = await recordsOf(text, pause).catch(() => null);
  if (!records)
    return refused(
      'A quotation mark in this file is never closed, or a line is far too long. Save it as CSV again, or remove stray quotation marks.',
    );
  const [header, ...rows] = records;
  if (!header || rows.length === 0) return refused('There is no row of numbers below the first line.');
  if (rows.length > mostRows)
    return refused(
      `Up to ${mostRows.toLocaleString('en-US')} rows are read at once; this file has more. Split it by year or by school.`,
    );
  if (header.cells.length > mostColumns)
    return refused(`Up to ${mostColumns} columns are read; this file has ${header.cells.length}.`);
  if (header.cells.every((cell) => !/\p{L}/u.test(cell)))
    return refused(
      'The first line must name the columns, such as “date” and “value”; here it holds numbers.',
    );
  return { ok: true, table: { columns: namesOf(header.cells), rows } };
}
