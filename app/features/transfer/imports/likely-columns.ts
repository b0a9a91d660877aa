import { usesDenominator } from '~/features/measures/measure';
import type { Measure } from '~/features/measures/measure';
import { plainName } from './column-facts';
import type { ColumnFacts } from './column-facts';
import type { DateFormat } from '~/lib/date-formats';
import { groupNamed } from './group-names';
import { groupsOf, mostChoices, needsDenominator, readingsFor } from './mapping';
import type { HowRead, Source } from './mapping';

/** What columns are called, in plain words. */
export const columnNames = {
  value: [
    'value',
    'score',
    'number',
    'count',
    'mean',
    'average',
    'result',
    'percent',
    'pct',
    '%',
    'rate',
    'proportion',
    'share',
  ],
  numerator: ['numerator', 'num', 'how many', 'met', 'yes', 'successes', 'count met', 'number met', 'n met'],
  denominator: [
    'denominator',
    'den',
    'of',
    'out of',
    'out of how many',
    'total',
    'n',
    'n tested',
    'n students',
    'students',
    'enrolled',
    'enrollment',
    'opportunities',
    'tested',
  ],
  group: ['group', 'student group', 'student groups', 'subgroup', 'students', 'meal group', 'demographic'],
  measure: ['measure', 'indicator', 'metric', 'name of measure', 'measure name', 'subject'],
  note: ['note', 'notes', 'comment', 'comments', 'remark'],
} as const;

export const isCalled = (column: ColumnFacts, list: readonly string[]) =>
  list.includes(plainName(column.name));

const certainty: Record<DateFormat, number> = {
  ...{ iso: 9, month_first: 9, day_first: 9, month_name: 9, compact: 8, excel: 8 },
  ...{ month: 6, school_year: 4, year: 3, words: 2 },
};

/** The column that is most likely the date. */
export function dateColumn(columns: ColumnFacts[]): ColumnFacts | undefined {
  const score = ({ name, dateFormats: [format] }: ColumnFacts) =>
    format === undefined
      ? 0
      : certainty[format] + (/\b(date|day|week|fecha|datum|when)\b/.test(plainName(name)) ? 5 : 0);
  return columns.reduce<ColumnFacts | undefined>(
    (best, column) => (score(column) > (best ? score(best) : 0) ? column : best),
    undefined,
  );
}

/** The column that is most likely the student group. */
export function groupColumn(columns: ColumnFacts[], measures: Measure[]): ColumnFacts | undefined {
  const groups = groupsOf(measures);
  const few = columns.filter(
    ({ distinct, isNumber }) => distinct > 0 && distinct <= mostChoices && !isNumber,
  );
  const known = ({ values }: ColumnFacts) =>
    values.filter((text) => groupNamed(text, groups)).length / Math.max(1, values.length);
  return (
    few.find((column) => isCalled(column, columnNames.group)) ?? few.find((column) => known(column) >= 0.5)
  );
}

/** The measure a name means: its own name, however it is written. */
export function measureNamed(text: string, measures: Measure[]): Measure | null {
  const wanted = plainName(text);
  return measures.find((measure) => plainName(measure.name) === wanted) ?? null;
}

function likelyHow(measure: Measure, column: ColumnFacts, hasOther: boolean): HowRead {
  const possible = readingsFor(measure);
  if (possible.includes('ratio') && column.isRatio) return 'ratio';
  if (measure.kind === 'proportion') {
    if (column.isMark) return 'students';
    if (/%|pct|percent|rate/i.test(column.name) || (column.values[0] ?? '').endsWith('%')) return 'percent';
    if (hasOther && column.largest !== null && column.largest <= 1 && column.distinct > 2) return 'portion';
    return 'parts';
  }
  const isShare = possible.includes('share') && column.largest !== null && column.largest <= 1;
  return isShare && !column.values.some((text) => text.endsWith('%')) ? 'share' : (possible[0] ?? 'value');
}

/** What a column may be called after a measure: its unit, or its initials (`wcpm`). */
function shortNamesOf({ name, unit }: Measure): string[] {
  const initials = plainName(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
  return [plainName(unit), initials.length > 2 ? initials : ''].filter((text) => /\p{L}{2}/u.test(text));
}

/** Where a measure's number stands, by the names of the columns; `alone` trusts names such as “value”. */
export function sourceOf(measure: Measure, columns: ColumnFacts[], alone: boolean): Source | null {
  const own = plainName(measure.name);
  const called = (list: readonly string[]) =>
    columns.find(({ name }) => list.some((word) => plainName(name) === `${own} ${word}`)) ??
    (alone ? columns.find((column) => isCalled(column, list)) : undefined);
  const denominator = called(columnNames.denominator);
  if (usesDenominator(measure.kind)) {
    const numerator = called(columnNames.numerator);
    if (numerator && denominator && !numerator.isMark)
      return { how: 'parts', column: numerator.name, of: denominator.name };
  }
  const other = columns.filter((column) => column !== denominator);
  const numeric = other.filter(({ isNumber, isRatio, isMark }) => isNumber || isRatio || isMark);
  const main =
    other.find(({ name }) => plainName(name) === own) ??
    numeric.find(({ name }) => shortNamesOf(measure).includes(plainName(name))) ??
    called(columnNames.value) ??
    (alone && usesDenominator(measure.kind) ? called(columnNames.numerator) : undefined) ??
    (alone
      ? (numeric.find(({ name }) => /%|pct|percent|rate|score|mean/i.test(name)) ?? numeric[0])
      : undefined);
  if (!main) return null;
  const how = likelyHow(measure, main, denominator !== undefined);
  return { how, column: main.name, of: needsDenominator(how) ? (denominator?.name ?? '') : '' };
}
