import { z } from 'zod';
import { isSchoolDay } from '~/lib/school-day';
import { dateFormats } from '~/lib/date-formats';
import { leftOut, readings } from './mapping';
import type { Mapping, Source } from './mapping';

const text = z.string().max(500).optional();
const sourceFields = { how: z.enum(readings).optional(), column: text, of: text };
const pairs = z.array(z.object({ value: text, choice: text })).optional();

/** The mapping page's form. Names of columns and values travel as they stand in the file. */
export const mappingForm = z.object({
  step: z.enum(['read', 'import']).optional(),
  /** The reading that the person sees. */
  revision: z.coerce.number().optional(),
  existing: z.enum(['keep', 'replace']).optional(),
  dateColumn: text,
  dateFormat: z.enum(dateFormats).optional(),
  days: pairs,
  /** `all:` and a group's id, or `column:` and a column's name. */
  group: text,
  groupValues: pairs,
  layout: z.enum(['wide', 'long']).optional(),
  measures: z.array(z.object({ id: text, ...sourceFields })).optional(),
  longColumn: text,
  longValues: pairs,
  long: z.object(sourceFields).optional(),
  note: text,
  filters: z.array(z.object({ column: text, value: text, was: text })).optional(),
  sameDay: z.enum(['refuse', 'combine']).optional(),
});
export type MappingForm = z.output<typeof mappingForm>;

const record = (list: MappingForm['days']): Record<string, string> =>
  Object.fromEntries(
    (list ?? []).flatMap(({ value, choice }) =>
      value === undefined || choice === undefined ? [] : [[value, choice]],
    ),
  );

const source = ({
  how,
  column,
  of,
}: {
  how?: Source['how'] | undefined;
  column?: string | undefined;
  of?: string | undefined;
}): Source => ({
  how: how ?? null,
  column: column ?? '',
  of: of ?? '',
});

const after = (name: string | undefined, start: string) =>
  name?.startsWith(start) ? name.slice(start.length) : '';

/** The mapping that was chosen on the page. */
export function mappingOf(form: MappingForm): Mapping {
  const days = record(form.days);
  return {
    date: {
      column: form.dateColumn ?? '',
      format: form.dateFormat ?? 'iso',
      days: Object.fromEntries(Object.entries(days).filter(([, day]) => isSchoolDay(day))),
    },
    group: {
      column: after(form.group, 'column:'),
      fixed: after(form.group, 'all:'),
      values: record(form.groupValues),
    },
    layout: form.layout ?? 'wide',
    measures: Object.fromEntries(
      (form.measures ?? []).flatMap(({ id, ...rest }) =>
        id === undefined || rest.how === undefined ? [] : [[id, source(rest)]],
      ),
    ),
    long: {
      column: form.longColumn ?? '',
      values: record(form.longValues),
      source: source(form.long ?? {}),
    },
    note: form.note ?? '',
    // A value belongs to the column it was chosen for.
    filters: (form.filters ?? []).flatMap(({ column, value, was }) =>
      column === undefined
        ? []
        : [{ column, value: was === undefined || was === column ? (value ?? '') : '' }],
    ),
    sameDay: form.sameDay ?? 'refuse',
  };
}

/** Every id of a measure or a group that the form names. */
export function idsIn({ group, layout, long, measures }: Mapping): { measures: string[]; groups: string[] } {
  const real = (values: Record<string, string>) => Object.values(values).filter((id) => id !== leftOut);
  return {
    measures: [...Object.keys(measures), ...(layout === 'long' ? real(long.values) : [])],
    groups: [...real(group.values), ...(group.fixed === '' ? [] : [group.fixed])],
  };
}
