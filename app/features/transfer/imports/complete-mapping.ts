import type { Measure } from '~/features/measures/measure';
import type { ColumnFacts } from './column-facts';
import { groupNamed } from './group-names';
import { groupsOf, leftOut, mostChoices, needsDenominator, noSource, readingsFor } from './mapping';
import type { Mapping, Source } from './mapping';
import { dateColumn, measureNamed, sourceOf } from './likely-columns';

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
