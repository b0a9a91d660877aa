import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/**
 * A table as a CSV file that spreadsheets open as it is: UTF-8 with its mark, Windows line ends. Text that a spreadsheet
 * would take for a formula begins with an apostrophe; numbers stay numbers.
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
