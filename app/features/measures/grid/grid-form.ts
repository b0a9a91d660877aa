import { isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { gridFields } from './data-grid';
import type { TypedCell } from './data-grid';

export type GridForm =
  | { kind: 'cells'; cells: TypedCell[]; of: Record<string, string> }
  | {
      kind: 'block';
      text: string;
      start: { date: SchoolDay; groupId: string };
      /** The days as they stood on the page, and what its cells said. */
      days: SchoolDay[];
      was: Record<string, string>;
      of: Record<string, string>;
    };

const longestText = 60;
const longestBlock = 20_000;
const mostDays = 100;

function placeOf(key: string): { date: SchoolDay; groupId: string } | null {
  const [date = '', groupId = ''] = key.split('/');
  return isSchoolDay(date) && groupId !== '' ? { date, groupId } : null;
}

function withPrefix(form: FormData, prefix: string): [string, string][] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string'
      ? [[name.slice(prefix.length), value.slice(0, longestText)] as [string, string]]
      : [],
  );
}

/** The cells or the block that a grid form brings; null when it is none. Cells that say what they said are left out. */
export function readGridForm(form: FormData): GridForm | null {
  const of = Object.fromEntries(withPrefix(form, gridFields.of));
  const text = form.get('paste');
  if (typeof text === 'string') {
    const from = form.get('from');
    const start = typeof from === 'string' ? placeOf(from) : null;
    const shown = form.get('days');
    const days = (typeof shown === 'string' ? shown : '').split(',').filter(isSchoolDay).slice(0, mostDays);
    const was = Object.fromEntries(withPrefix(form, gridFields.was));
    return start ? { kind: 'block', text: text.slice(0, longestBlock), start, days, was, of } : null;
  }
  const was = new Map(withPrefix(form, gridFields.was));
  const cells: TypedCell[] = [];
  for (const [key, typed] of withPrefix(form, gridFields.cell)) {
    const place = placeOf(key);
    if (!place) return null;
    const before = was.get(key) ?? '';
    if (typed.trim() !== before) cells.push({ ...place, text: typed, was: before });
  }
  return { kind: 'cells', cells, of };
}
