import type { Measure, StudentGroup } from '~/features/measures/measure';
import { usesDenominator } from '~/features/measures/measure';
import { mostValues, plainName } from './column-facts';
import type { ColumnFacts } from './column-facts';
import type { DateFormat } from './date-formats';
import { groupNamed } from './group-names';
import { groupsOf, leftOut, needsDenominator, noSource, readingsFor } from './mapping';
import type { HowRead, Mapping, Source } from './mapping';

const names = {
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

const isCalled = (column: ColumnFacts, list: readonly string[]) => list.includes(plainName(column.name));

/** More values than this are not listed one by one for choosing. */
export const mostChoices = 40;

const certainty: Record<DateFormat, number> = {
  ...{ iso: 9, month_first: 9, day_first: 9, month_name: 9, compact: 8, excel: 8 },
  ...{ month: 6, school_year: 4, year: 3, words: 2 },
};

function dateColumn(columns: ColumnFacts[]): ColumnFacts | undefined {
  const score = ({ name, dateFormats: [format] }: ColumnFacts) =>
    format === undefined
      ? 0
      : certainty[format] + (/\b(date|day|week|fecha|datum|when)\b/.test(plainName(name)) ? 5 : 0);
  return columns.reduce<ColumnFacts | undefined>(
    (best, column) => (score(column) > (best ? score(best) : 0) ? column : best),
    undefined,
  );
}

function groupColumn(columns: ColumnFacts[], measures: Measure[]): ColumnFacts | undefined {
  const groups = groupsOf(measures);
  const few = columns.filter(
    ({ distinct, isNumber }) => distinct > 0 && distinct <= mostChoices && !isNumber,
  );
  const known = ({ values }: ColumnFacts) =>
    values.filter((text) => groupNamed(text, groups)).length / Math.max(1, values.length);
  return few.find((column) => isCalled(column, names.group)) ?? few.find((column) => known(column) >= 0.5);
}

/** The measure a name means: its own name, however it is written. */
export function measureNamed(text: string, measures: Measure[]): Measure | null {
  const wanted = plainName(text);
  return measures.find((measure) => plainName(measure.name) === wanted) ?? null;
}

const onlyGroup = (groups: StudentGroup[]) =>
  groups.length === 1 ? groups[0] : groups.find(({ key }) => key === 'all');

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

/** Where a measure's number stands, by the names of the columns; `alone` trusts names such as “value”. */
function sourceOf(measure: Measure, columns: ColumnFacts[], alone: boolean): Source | null {
  const own = plainName(measure.name);
  const called = (list: readonly string[]) =>
    columns.find(({ name }) => list.some((word) => plainName(name) === `${own} ${word}`)) ??
    (alone ? columns.find((column) => isCalled(column, list)) : undefined);
  const denominator = called(names.denominator);
  if (usesDenominator(measure.kind)) {
    const numerator = called(names.numerator);
    if (numerator && denominator && !numerator.isMark)
      return { how: 'parts', column: numerator.name, of: denominator.name };
  }
  const other = columns.filter((column) => column !== denominator);
  const numeric = other.filter(({ isNumber, isRatio, isMark }) => isNumber || isRatio || isMark);
  const main =
    other.find(({ name }) => plainName(name) === own) ??
    called(names.value) ??
    (alone && usesDenominator(measure.kind) ? called(names.numerator) : undefined) ??
    (alone
      ? (numeric.find(({ name }) => /%|pct|percent|rate|score|mean/i.test(name)) ?? numeric[0])
      : undefined);
  if (!main) return null;
  const how = likelyHow(measure, main, denominator !== undefined);
  return { how, column: main.name, of: needsDenominator(how) ? (denominator?.name ?? '') : '' };
}

function longOf(columns: ColumnFacts[], measures: Measure[]): Mapping['long'] | null {
  const column = columns.find(
    ({ values, distinct }) => distinct <= mostValues && values.some((text) => measureNamed(text, measures)),
  );
  if (!column) return null;
  const rest = columns.filter((other) => other !== column);
  const found = measures.find((measure) => column.values.some((text) => measureNamed(text, [measure])));
  const source = found ? sourceOf(found, rest, true) : null;
  return { column: column.name, values: {}, source: source ?? noSource };
}

/** How a file is probably meant, from its column names and values. `preferred` is the measure a person came from. */
export function suggestMapping(
  columns: ColumnFacts[],
  measures: Measure[],
  preferred: string | null,
): Mapping {
  const open = columns.filter(({ holdsStudents }) => !holdsStudents);
  const date = dateColumn(open);
  const groups = groupsOf(measures);
  const group = groupColumn(
    open.filter((column) => column !== date),
    measures,
  );
  const note = open.find((column) => isCalled(column, names.note));
  const rest = open.filter((column) => ![date, group, note].includes(column));
  const numbers = rest.filter(({ dateFormats: [format] }) => format === undefined || format === 'year');
  const long = measures.length > 0 ? longOf(rest, measures) : null;
  const wanted = measures.length === 1 ? measures[0]?.id : preferred;
  const sources = measures.flatMap((measure) => {
    const source = sourceOf(measure, numbers, measure.id === wanted);
    return source ? [[measure.id, source] as const] : [];
  });
  const place = rest.find(
    ({ name, distinct }) =>
      distinct > 1 &&
      distinct <= mostValues &&
      /\b(school|district|site|campus|building)( name)?$/.test(plainName(name)),
  );
  const only = onlyGroup(groups);
  return completeMapping(
    {
      date: { column: date?.name ?? '', format: date?.dateFormats[0] ?? 'iso', days: {} },
      group: { column: group?.name ?? '', fixed: only?.id ?? '', values: {} },
      layout: long ? 'long' : 'wide',
      measures: Object.fromEntries(sources),
      long: long ?? { column: '', values: {}, source: noSource },
      note: note?.name ?? '',
      filters: place ? [{ column: place.name, value: '' }] : [],
      sameDay: columns.some(({ holdsStudents }) => holdsStudents) ? 'combine' : 'refuse',
    },
    columns,
    measures,
  );
}

/** A mapping with nothing in it that the file or the team does not have, and the values it does not name yet matched. */
export function completeMapping(mapping: Mapping, columns: ColumnFacts[], measures: Measure[]): Mapping {
  const open = columns.filter(({ holdsStudents }) => !holdsStudents);
  const byName = new Map(open.map((column) => [column.name.toLowerCase(), column]));
  const find = (name: string) => byName.get(name.toLowerCase());
  const known = (name: string) => find(name)?.name ?? '';
  const dates = find(mapping.date.column)?.dateFormats.length ? find(mapping.date.column) : dateColumn(open);
  const formats = dates?.dateFormats ?? [];
  const groups = groupsOf(measures);
  const group = find(mapping.group.column);
  const long = mapping.layout === 'long' ? find(mapping.long.column) : undefined;
  const fitted = (source: Source): Source => ({
    how: source.how,
    column: known(source.column),
    of: needsDenominator(source.how) ? known(source.of) : '',
  });
  const numbers = open.filter((column) => column !== dates && column !== group);
  const filledIn = (measure: Measure, source: Source): Source => {
    const fit = fitted(source);
    const lacks = fit.column === '' || (needsDenominator(fit.how) && fit.of === '');
    const likely = lacks ? sourceOf(measure, numbers, true) : null;
    const sameWay = likely !== null && needsDenominator(likely.how) === needsDenominator(fit.how);
    return {
      ...fit,
      column: fit.column || (sameWay ? likely.column : ''),
      of: fit.of || (sameWay && needsDenominator(fit.how) ? likely.of : ''),
    };
  };
  const chosen =
    (column: ColumnFacts | undefined, said: Record<string, string>, ids: string[]) =>
    (match: (text: string) => string | undefined) =>
      Object.fromEntries(
        (column?.values ?? []).slice(0, mostChoices).flatMap((text) => {
          const id = said[text];
          const value = id === leftOut || (id !== undefined && ids.includes(id)) ? id : match(text);
          return value === undefined ? [] : [[text, value]];
        }),
      );
  return {
    date: {
      column: dates?.name ?? '',
      format: formats.includes(mapping.date.format) ? mapping.date.format : (formats[0] ?? 'iso'),
      days: Object.fromEntries(
        (formats.includes('words') ? (dates?.values ?? []) : []).flatMap((word) => {
          const day = mapping.date.days[word];
          return day === undefined ? [] : [[word, day]];
        }),
      ),
    },
    group: {
      column: group?.name ?? '',
      fixed: !group && groups.some(({ id }) => id === mapping.group.fixed) ? mapping.group.fixed : '',
      values: chosen(
        group,
        mapping.group.values,
        groups.map(({ id }) => id),
      )((text) => groupNamed(text, groups)?.id),
    },
    layout: mapping.layout,
    measures: Object.fromEntries(
      (mapping.layout === 'wide' ? measures : []).flatMap((measure) => {
        const source = mapping.measures[measure.id];
        const fits = source && source.how !== null && readingsFor(measure).includes(source.how);
        return fits ? [[measure.id, filledIn(measure, source)]] : [];
      }),
    ),
    long: {
      column: long?.name ?? '',
      values: chosen(
        long,
        mapping.long.values,
        measures.map(({ id }) => id),
      )((text) => measureNamed(text, measures)?.id),
      source: mapping.layout === 'long' ? fitted(mapping.long.source) : noSource,
    },
    note: known(mapping.note),
    filters: mapping.filters
      .map(({ column, value }) => ({ column: known(column), value }))
      .filter(({ column }) => column !== '')
      .slice(0, 2),
    sameDay: mapping.sameDay,
  };
}
