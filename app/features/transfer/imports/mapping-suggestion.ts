import type { Measure, StudentGroup } from '~/features/measures/measure';
import { mostValues, plainName } from './column-facts';
import type { ColumnFacts } from './column-facts';
import { completeMapping } from './complete-mapping';
import { columnNames, dateColumn, groupColumn, isCalled, measureNamed, sourceOf } from './likely-columns';
import { groupsOf, noSource } from './mapping';
import type { Mapping } from './mapping';

const onlyGroup = (groups: StudentGroup[]) =>
  groups.length === 1 ? groups[0] : groups.find(({ key }) => key === 'all');

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
  const group = groupColumn(
    open.filter((column) => column !== date),
    measures,
  );
  const note = open.find((column) => isCalled(column, columnNames.note));
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
  const found = measures.filter(({ id }) => id === wanted || sources.some(([sourceId]) => sourceId === id));
  const only = onlyGroup(groupsOf(long ? measures : found));
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

/**
 * How a file with these columns was read before, as far as the team's measures still allow. Somebody who comes from the
 * page of a measure that was not in that file means this measure.
 */
export function mappingAsBefore(
  before: Mapping,
  columns: ColumnFacts[],
  measures: Measure[],
  preferred: string | null,
): Mapping {
  const wanted = measures.find(({ id }) => id === preferred);
  if (!wanted || before.layout === 'long' || before.measures[wanted.id])
    return completeMapping(before, columns, measures);
  const likely = suggestMapping(columns, [wanted], wanted.id);
  const knowsGroup = before.group.column !== '' || wanted.groups.some(({ id }) => id === before.group.fixed);
  return completeMapping(
    { ...before, measures: likely.measures, group: knowsGroup ? before.group : likely.group },
    columns,
    measures,
  );
}
