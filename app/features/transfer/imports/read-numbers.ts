import type { MeasureKind } from '#db/vocabulary';
import { readDataPoint, readNumber } from '~/features/measures/data-point-rules';
import type { DataPointValues } from '~/features/measures/data-point-rules';
import type { Measure } from '~/features/measures/measure';
import { usesDenominator } from '~/features/measures/measure';
import type { SchoolDay } from '~/lib/school-day';
import { isMissing } from './column-facts';
import { readAmounts } from './read-amounts';
import type { Amounts } from './read-amounts';
import type { DataTable, FileRow } from './data-table';
import { readDate } from '~/lib/date-formats';
import { leftOut, longSource } from './mapping';
import type { Mapping, Source } from './mapping';

/** A number that the file gives, with the lines it rests on. */
export type ReadNumber = DataPointValues & {
  measureId: string;
  kind: MeasureKind;
  groupId: string;
  lines: number[];
};

/** Why a line, or a measure's cell in it, gives no number. */
export type LineNote = {
  line: number;
  measureId: string | null;
  outcome: 'empty' | 'left_out' | 'refused';
  message: string;
  /** Another line is about the same measure, group and day. */
  sameDay?: true;
};

export type FileReading = { numbers: ReadNumber[]; notes: LineNote[] };

type Target = { measures: Measure[]; today: SchoolDay };
type Part = { line: number; said: string; note: string; amounts: Amounts };
type Place = { measure: Measure; groupId: string; date: SchoolDay; parts: Part[] };

const quoted = (text: string) => `“${text.slice(0, 40)}”`;
const longestNote = 500;

/** Rounded to four decimals, without trailing zeros. */
const rounded = (value: number) => String(Number(value.toFixed(4)));

/** The text that `readDataPoint` judges, made of the parts of one day. */
function combined(kind: MeasureKind, parts: Part[]): Record<string, string> {
  const sum = (read: (amounts: Amounts) => number) =>
    parts.reduce((total, { amounts }) => total + read(amounts), 0);
  const notes = [...new Set(parts.map(({ note }) => note).filter((note) => note !== ''))].join('; ');
  const note = notes.slice(0, longestNote);
  const only = parts[0];
  if (only && parts.length === 1 && !('met' in only.amounts)) return { ...only.amounts, note: only.note };
  if (usesDenominator(kind))
    return {
      numerator: rounded(sum((one) => ('met' in one ? Number(one.met) : number(one.numerator)))),
      denominator: rounded(sum((one) => ('met' in one ? 1 : number(one.denominator)))),
      note,
    };
  const total = sum((one) => ('met' in one ? 0 : number(one.value)));
  return { value: rounded(kind === 'count' ? total : total / parts.length), note };
}

const number = (text: string | undefined) => readNumber(text ?? '') ?? 0;

/** Reads a file's rows one after the other, then gives every number and why each other row gives none. */
export function beginReading({ columns }: DataTable, mapping: Mapping, { measures, today }: Target) {
  const notes: LineNote[] = [];
  const places = new Map<string, Place>();
  const days = new Map<string, SchoolDay | null>();
  const index = new Map(columns.map((name, at) => [name, at]));
  const cellOf = (row: FileRow, column: string) => row.cells[index.get(column) ?? -1] ?? '';
  const filters = mapping.filters.filter(({ column, value }) => column !== '' && value !== '');
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const wide = Object.entries(mapping.measures).flatMap(([id, source]) => {
    const measure = byId.get(id);
    return measure ? [{ measure, source }] : [];
  });
  const several = mapping.layout === 'long' || wide.length > 1;
  const noteOf = (
    line: number,
    outcome: LineNote['outcome'],
    message: string,
    measure?: Measure,
  ): LineNote => ({
    ...{ line, outcome, measureId: measure?.id ?? null },
    message: several && measure && message !== '' ? `${measure.name}: ${message}` : message,
  });
  const add = (...said: Parameters<typeof noteOf>) => void notes.push(noteOf(...said));

  function dayOf(text: string): SchoolDay | null {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day =
      mapping.date.format === 'words'
        ? (mapping.date.days[text] ?? null)
        : readDate(mapping.date.format, text);
    days.set(text, day);
    return day;
  }

  /** The measures of a row; a message when its name is of none, null when the row is left out. */
  function sourcesOf(row: FileRow): { measure: Measure; source: Source }[] | string | null {
    if (mapping.layout === 'wide') return wide;
    const name = cellOf(row, mapping.long.column);
    const id = mapping.long.values[name];
    if (id === leftOut) return null;
    const measure = byId.get(id ?? '');
    if (!measure)
      return `${quoted(name)} is not a measure of this team. Choose which one it is, or leave it out.`;
    return [{ measure, source: longSource(measure, mapping.long.source) }];
  }

  function groupOf(row: FileRow): { id: string; said: string } | null {
    if (mapping.group.column === '') return { id: mapping.group.fixed, said: '' };
    const said = cellOf(row, mapping.group.column);
    const id = mapping.group.values[said];
    return id === leftOut ? null : { id: id ?? '', said };
  }

  function take(row: FileRow): void {
    const { line } = row;
    if (filters.some(({ column, value }) => cellOf(row, column) !== value)) return add(line, 'left_out', '');
    const sources = sourcesOf(row);
    if (sources === null) return add(line, 'left_out', '');
    const group = groupOf(row);
    if (group === null) return add(line, 'left_out', '');
    if (typeof sources === 'string') return add(line, 'refused', sources);
    const filled = sources.filter(({ source }) => {
      const cells = [cellOf(row, source.column), ...(source.of === '' ? [] : [cellOf(row, source.of)])];
      return source.how === 'percent' || source.how === 'portion'
        ? !isMissing(cells[0] ?? '')
        : cells.some((cell) => !isMissing(cell));
    });
    if (filled.length === 0)
      return add(line, 'empty', '', sources.length === 1 ? sources[0]?.measure : undefined);
    const said = cellOf(row, mapping.date.column);
    const date = said === '' ? '' : dayOf(said);
    if (date === null)
      return add(
        line,
        'refused',
        mapping.date.format === 'words'
          ? `${quoted(said)} has no day yet. Type one for it.`
          : `${quoted(said)} is not read as a day in the chosen form.`,
      );
    const note = mapping.note === '' ? '' : cellOf(row, mapping.note);
    for (const { measure, source } of sources) {
      if (!filled.some((one) => one.measure === measure)) add(line, 'empty', '', measure);
      else takeNumber({ measure, source, group, date, row, said, note });
    }
  }

  type Cell = {
    measure: Measure;
    source: Source;
    group: { id: string; said: string };
    date: SchoolDay;
    row: FileRow;
    said: string;
    note: string;
  };

  function takeNumber({ measure, source, group, date, row, said, note }: Cell): void {
    const { line } = row;
    const known = measure.groups.find(({ id }) => id === group.id);
    if (!known) {
      const names = measure.groups.map(({ name }) => name).join(', ');
      return add(
        line,
        'refused',
        group.said === ''
          ? `No group is named. Groups of this measure: ${names}.`
          : `${quoted(group.said)} is not a group of this measure. Choose which one it is, or leave its rows out. Groups of this measure: ${names}.`,
        measure,
      );
    }
    const amounts = readAmounts(source, cellOf(row, source.column), cellOf(row, source.of));
    if (typeof amounts === 'string') return add(line, 'refused', `${said}: ${amounts}`, measure);
    const typed = 'met' in amounts ? { numerator: '1', denominator: '1' } : amounts;
    const judged = readDataPoint(measure.kind, { date, note, ...typed }, today);
    if (!judged.ok)
      return add(
        line,
        'refused',
        `${said === '' ? '' : `${said}: `}${Object.values(judged.fields).join(' ')}`,
        measure,
      );
    const key = `${measure.id} ${group.id} ${date}`;
    const part = { line, said, note, amounts };
    const there = places.get(key);
    if (there) there.parts.push(part);
    else places.set(key, { measure, groupId: group.id, date, parts: [part] });
  }

  function finish(): FileReading {
    const numbers: ReadNumber[] = [];
    for (const { measure, groupId, date, parts } of places.values()) {
      const [first, second] = parts;
      const isCount = first !== undefined && 'met' in first.amounts;
      if (first && second && mapping.sameDay === 'refuse' && !isCount) {
        const times = parts.length === 2 ? 'twice' : `${parts.length} times`;
        const more = parts.length > 2 ? ', …' : '';
        for (const { line, said } of parts) {
          const message = `${said} is in this file ${times} for the same group (line ${first.line} and line ${second.line}${more}). Keep one of them, read only some rows, or choose “Make one number of them”.`;
          notes.push({ ...noteOf(line, 'refused', message, measure), sameDay: true });
        }
        continue;
      }
      const judged = readDataPoint(measure.kind, { date, ...combined(measure.kind, parts) }, today);
      const lines = parts.map(({ line }) => line);
      if (judged.ok)
        numbers.push({ ...judged.values, measureId: measure.id, kind: measure.kind, groupId, lines });
      else for (const line of lines) add(line, 'refused', Object.values(judged.fields).join(' '), measure);
    }
    return { numbers, notes: notes.toSorted((one, other) => one.line - other.line) };
  }

  return { take, finish };
}

/** The whole file at once. */
export function readNumbers(table: DataTable, mapping: Mapping, target: Target): FileReading {
  const reading = beginReading(table, mapping, target);
  for (const row of table.rows) reading.take(row);
  return reading.finish();
}
