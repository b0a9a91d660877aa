import { usesDenominator } from '~/features/measures/measure';
import type { Measure, StudentGroup } from '~/features/measures/measure';
import type { DateFormat } from '~/lib/date-formats';

/** How a file's cells become a measure's number. */
export const readings = ['value', 'share', 'parts', 'ratio', 'percent', 'portion', 'students'] as const;
export type HowRead = (typeof readings)[number];

export type Source = {
  how: HowRead | null;
  /** The column of the number, of the numerator, or of the mark of each student. */
  column: string;
  /** The column of the denominator. */
  of: string;
};

/** More values than this are not listed one by one for choosing. */
export const mostChoices = 40;

/** Stands for a group or a measure where rows stay out. */
export const leftOut = 'out';

/** How a file is read. Columns go by name, so that their order does not matter. */
export type Mapping = {
  /** `days` holds the day of each period word. */
  date: { column: string; format: DateFormat; days: Record<string, string> };
  /** With no column every row is of the group `fixed`; else `values` holds a group's id, or `out`, for each value. */
  group: { column: string; fixed: string; values: Record<string, string> };
  layout: 'wide' | 'long';
  /** Wide: where each measure's number stands; a measure that is not here is not in the file. */
  measures: Record<string, Source>;
  /** Long: one column names the measure, another holds its number. */
  long: { column: string; values: Record<string, string>; source: Source };
  note: string;
  filters: { column: string; value: string }[];
  sameDay: 'refuse' | 'combine';
};

export const noSource: Source = { how: null, column: '', of: '' };

/** The ways in which a measure of this kind can stand in a file, the plainest first. */
export function readingsFor({ kind, unit }: Pick<Measure, 'kind' | 'unit'>): HowRead[] {
  if (kind === 'proportion') return ['parts', 'ratio', 'percent', 'portion', 'students'];
  if (kind === 'rate') return ['parts', 'ratio'];
  return unit.trim() === '%' ? ['value', 'share'] : ['value'];
}

export const readingWords: Record<HowRead, string> = {
  value: 'A number, as it stands',
  share: 'A proportion such as 0.85, shown as percent',
  parts: 'How many, and out of how many: two columns',
  ratio: 'Both in one column: 17/20',
  percent: 'A percent, and out of how many: two columns',
  portion: 'A proportion such as 0.85, and out of how many: two columns',
  students: 'One row per student: yes or no, 1 or 0',
};

export const needsDenominator = (how: HowRead | null) =>
  how === 'parts' || how === 'percent' || how === 'portion';

/** The groups of these measures, each once, in order. */
export function groupsOf(measures: Measure[]): StudentGroup[] {
  const groups = new Map<string, StudentGroup>();
  for (const measure of measures) for (const group of measure.groups) groups.set(group.id, group);
  return [...groups.values()];
}

/** In a file with a column of measures, how the number of one of them stands there. */
export function longSource(measure: Pick<Measure, 'kind' | 'unit'>, source: Source): Source {
  const fits = source.how !== null && readingsFor(measure).includes(source.how);
  if (fits) return source;
  return { ...source, how: usesDenominator(measure.kind) ? 'parts' : 'value' };
}

/** What keeps a mapping from reading anything; null when it can be tried. */
/** Rows times measures: a reading holds a record of each, and the process has other work. */
export const mostReadings = 60_000;

export function mappingProblem(chosen: Mapping, measures: Measure[], rowCount: number): string | null {
  if (chosen.group.column === '' && chosen.group.fixed === '')
    return 'Choose which group of students the numbers are about.';
  if (chosen.date.format === 'words' && Object.keys(chosen.date.days).length === 0)
    return `Type the day for each word of “${chosen.date.column}”.`;
  if (chosen.layout === 'long') {
    if (chosen.long.column === '') return 'Choose the column that names the measure.';
    if (chosen.long.source.column === '') return 'Choose the column that holds the numbers.';
    const named = Object.values(chosen.long.values).some((id) => id !== leftOut);
    return named ? null : `Choose which measure each name in “${chosen.long.column}” is.`;
  }
  const sources = Object.entries(chosen.measures);
  if (sources.length === 0) return 'Choose at least one measure and its column.';
  if (sources.length * rowCount > mostReadings)
    return `${rowCount.toLocaleString('en-US')} rows for ${sources.length} measures are too much to read at once. Choose fewer measures, import them, then choose the file again.`;
  for (const [id, { how, column, of }] of sources) {
    const name = measures.find((measure) => measure.id === id)?.name ?? '';
    if (column === '') return `Choose the column of “${name}”.`;
    if (needsDenominator(how) && of === '')
      return `Choose the column that says out of how many, for “${name}”.`;
    if (needsDenominator(how) && of === column)
      return `For “${name}” the two columns are the same. Choose another for out of how many.`;
  }
  return null;
}
