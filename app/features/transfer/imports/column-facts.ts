import { withoutPercent } from '~/lib/percent-text';
import { readNumber } from '~/features/measures/data-point-rules';
import type { DataTable } from './data-table';
import { fittingDateFormats } from '~/lib/date-formats';
import type { DateFormat } from '~/lib/date-formats';

/** What a file's column seems to hold, from its name and its values. */
export type ColumnFacts = {
  name: string;
  /** Its values that say something, in order of appearance, at most `mostValues` of them. */
  values: string[];
  distinct: number;
  filled: number;
  dateFormats: DateFormat[];
  /** Nearly all of its values are numbers, with or without a percent sign. */
  isNumber: boolean;
  /** The largest number; null when there is none. */
  largest: number | null;
  isRatio: boolean;
  isMark: boolean;
  /** It names or numbers students, so nothing of it is read or kept. */
  holdsStudents: boolean;
};

/** More distinct values than this are not listed for choosing. */
export const mostValues = 300;
/** Students differ from each other in more than half of the rows. */
const mostlyDistinct = 0.5;
const nearlyAll = 0.9;
/** A list of yes and no has a few answers of other kinds. */
const mostly = 0.75;

/** Signs of a value that is not there; a value withheld for privacy (`*`) is one of them. */
export const isMissing = (text: string) =>
  /^(|na|n\/a|null|none|nan|\.|-+|–|—|\*+|#n\/a)$/i.test(text.trim());

const ratio = /^(\d+)\s*(?:\/|of|out of)\s*(\d+)$/i;

/** The parts of `17/20` or `17 of 20`, as text; null for anything else. */
export function readRatioText(text: string): { numerator: string; denominator: string } | null {
  const match = ratio.exec(text.trim());
  return match ? { numerator: match[1] ?? '', denominator: match[2] ?? '' } : null;
}

const yes = /^(yes|y|1|true|t|x|met|pass|passed|proficient|present|✓)$/i;
const no = /^(no|n|0|false|f|not met|fail|failed|not proficient|absent)$/i;

/** Whether a student met what is counted; null when the cell does not say. */
export function readMark(text: string): boolean | null {
  const trimmed = text.trim();
  return yes.test(trimmed) ? true : no.test(trimmed) ? false : null;
}

export const plainName = (name: string) =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

const person = 'student|learner|pupil|child|kid|scholar';
const surelyStudents = new RegExp(
  `^(?:(?:${person})s?(?: s)?(?: (?:id|ids|no|nr|num|number|name|names|code|key|first name|last name|initials|email))|${person}|(?:first|last|given|family|middle|full) ?name|surname|ssid|sasid|state id|lasid|e ?mail|date of birth|dob|birth ?date|birthday)$`,
);
const maybeStudents = /^(id|ids|name|names|initials|nr|no|number|local id|roster)$/;

/** A plural such as “students” is a count; “student” and “student id” are somebody. */
function seemsStudents(name: string, distinct: number, filled: number): boolean {
  const plain = plainName(name);
  if (surelyStudents.test(plain)) return true;
  return maybeStudents.test(plain) && filled > 1 && distinct / filled > mostlyDistinct;
}

function factsOf(name: string, counts: Map<string, number>): ColumnFacts {
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const share = (test: (text: string) => boolean) =>
    filled === 0 ? 0 : [...counts].reduce((sum, [text, n]) => sum + (test(text) ? n : 0), 0) / filled;
  const numbers = [...counts.keys()].flatMap((text) => readNumber(withoutPercent(text)) ?? []);
  const holdsStudents = seemsStudents(name, counts.size, filled);
  return {
    name,
    values: holdsStudents ? [] : [...counts.keys()].slice(0, mostValues),
    distinct: counts.size,
    filled,
    dateFormats: holdsStudents ? [] : fittingDateFormats(name, counts),
    isNumber: share((text) => readNumber(withoutPercent(text)) !== null) >= nearlyAll,
    largest: numbers.length === 0 ? null : numbers.reduce((one, other) => Math.max(one, other)),
    isRatio: share((text) => readRatioText(text) !== null) >= nearlyAll,
    isMark: share((text) => readMark(text) !== null) >= mostly,
    holdsStudents,
  };
}

/** What each column of a file seems to hold. */
export function lookAtColumns({ columns, rows }: DataTable): ColumnFacts[] {
  return columns.map((name, index) => {
    const counts = new Map<string, number>();
    for (const { cells } of rows) {
      const text = cells[index] ?? '';
      if (!isMissing(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return factsOf(name, counts);
  });
}

/** Why a file without any date cannot be read, naming its columns; null when it has one. */
export function noDatesMessage(columns: ColumnFacts[], fileName: string): string | null {
  if (columns.some((column) => column.dateFormats.length > 0)) return null;
  const shown = columns.slice(0, 40).map(({ name }) => `“${name}”`);
  const more = columns.length > shown.length ? ` and ${columns.length - shown.length} more` : '';
  return `No column of ${fileName} can be read as dates, and a run chart needs a date for each number. Add a column such as “date” with the day or week each number is from, then choose the file again. Its columns are ${shown.join(', ')}${more}.`;
}
