import { stringify } from 'csv-stringify/sync';
import type { ImportOutcome } from '#db/vocabulary';
import type { Measure } from '~/features/measures/measure';
import { formatRecorded } from '~/features/run-charts/plotted-value';
import { groupsOf } from './mapping';
import type { Fate, ImportCounts } from './number-fate';
import type { FileReading } from './read-numbers';

export const outcomeWords: Record<ImportOutcome, string> = {
  added: 'added',
  replaced: 'replaced what was there',
  same: 'was there already',
  kept: 'left as it was: another number is there',
  empty: 'empty',
  left_out: 'left out as chosen',
  refused: 'cannot be read',
};

const header = ['line', 'what became of it', 'measure', 'group', 'date', 'number', 'why'];
const rowsAtOnce = 2000;

/** A line of the report for a line of the file, whatever a cell held. */
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

type ReportRow = { line: number; cells: string[] };

function rowsOf({ numbers, notes }: FileReading, fates: Fate[], measures: Measure[]): ReportRow[] {
  const names = new Map(measures.map(({ id, name }) => [id, name]));
  const groups = new Map(groupsOf(measures).map(({ id, name }) => [id, name]));
  const read = numbers.flatMap((number, index) => {
    const fate = fates[index] ?? 'same';
    const cells = [
      outcomeWords[fate],
      names.get(number.measureId) ?? '',
      groups.get(number.groupId) ?? '',
      number.date,
      formatRecorded(number),
      number.lines.length > 1 ? `one number of ${number.lines.length} lines` : '',
    ];
    return number.lines.map((line) => ({ line, cells }));
  });
  const others = notes.map(({ line, outcome, measureId, message }) => ({
    line,
    cells: [outcomeWords[outcome], names.get(measureId ?? '') ?? '', '', '', '', oneLine(message)],
  }));
  return [...read, ...others].sort((one, other) => one.line - other.line);
}

/**
 * What became of each line, as CSV. It holds no cell of a column that was not chosen, and nothing a spreadsheet would run.
 * @param pause awaited between pieces
 */
export async function importReport(
  reading: FileReading,
  fates: Fate[],
  measures: Measure[],
  pause: () => Promise<void>,
): Promise<string> {
  const rows = rowsOf(reading, fates, measures);
  let text = stringify([header]);
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const piece = rows.slice(at, at + rowsAtOnce).map(({ line, cells }) => [String(line), ...cells]);
    text += stringify(piece, { escape_formulas: true });
    await pause();
  }
  return text;
}

/** How many lines of the file each outcome has in a report. */
export function linesInReport(report: string): ImportCounts {
  const lines = new Map<string, Set<string>>();
  for (const row of report.split('\n')) {
    const [line = '', words = ''] = row.split(',', 2);
    const known = lines.get(words) ?? new Set<string>();
    lines.set(words, known.add(line));
  }
  const count = (outcome: ImportOutcome) => lines.get(outcomeWords[outcome])?.size ?? 0;
  return {
    ...{ added: count('added'), replaced: count('replaced'), same: count('same'), kept: count('kept') },
    ...{ empty: count('empty'), left_out: count('left_out'), refused: count('refused') },
  };
}
