import type { MeasureKind } from '#db/vocabulary';
import { isSchoolDay } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { usesDenominator } from './measure';

/** What was typed, as text; a field that the kind does not use may be missing. */
export type TypedDataPoint = {
  date?: string | undefined;
  value?: string | undefined;
  numerator?: string | undefined;
  denominator?: string | undefined;
  note?: string | undefined;
};

export type DataPointValues = {
  date: SchoolDay;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
};

type Fields = Partial<Record<'date' | 'value' | 'numerator' | 'denominator' | 'note', string>>;
export type ReadDataPoint = { ok: true; values: DataPointValues } | { ok: false; fields: Fields };

const largest = 1e9;
const longestNote = 500;
/** Fewer than this is a slip of the finger, and its quotient would burst every chart. */
const fewestOpportunities = 0.01;
const number = /^[+-]?(\d+([.,]\d+)?|[.,]\d+)$/;

/** `1,234` is a thousand here and one and a bit elsewhere, so it is asked about instead of guessed. */
const thousands = /^[+-]?\d{1,3}(,\d{3})+$/;

function notANumber(text: string): string {
  const shown = `"${text.trim().slice(0, 20)}"`;
  return thousands.test(text.trim())
    ? `${shown} can be read two ways: type it without the comma.`
    : `${shown} is not a number.`;
}

/** A plain number, with a point or a comma before its decimals; null when the text is something else. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!number.test(trimmed) || thousands.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) && Math.abs(value) <= largest ? value : null;
}

function dateProblem(date: string | undefined, today: SchoolDay): string | null {
  if (!date) return 'Which day is this number from?';
  if (!isSchoolDay(date)) return 'This is not a day of the calendar.';
  if (date > today) return 'This day is still to come. Log it once it has happened.';
  return null;
}

/**
 * Checks one typed number against its measure's kind and the calendar.
 * Proportions and rates need both parts; a part of a proportion is never above its whole; nothing lies in the future.
 */
export function readDataPoint(kind: MeasureKind, typed: TypedDataPoint, today: SchoolDay): ReadDataPoint {
  const fields: Fields = {};
  const wrongDate = dateProblem(typed.date, today);
  if (wrongDate) fields.date = wrongDate;
  const note = (typed.note ?? '').trim();
  if (note.length > longestNote) fields.note = `Please keep the note under ${longestNote} characters.`;
  const read = usesDenominator(kind) ? readRatio(kind, typed, fields) : readValue(kind, typed, fields);
  if (Object.keys(fields).length > 0 || !read) return { ok: false, fields };
  return { ok: true, values: { date: typed.date ?? '', note, ...read } };
}

type Amounts = Pick<DataPointValues, 'value' | 'numerator' | 'denominator'>;

function readValue(kind: MeasureKind, typed: TypedDataPoint, fields: Fields): Amounts | null {
  const text = typed.value?.trim() ?? '';
  const value = readNumber(text);
  if (text === '') fields.value = 'Type a number.';
  else if (value === null) fields.value = notANumber(text);
  else if (kind === 'count' && value < 0) fields.value = 'A count cannot be below 0.';
  else return { value, numerator: null, denominator: null };
  return null;
}

function readRatio(kind: MeasureKind, typed: TypedDataPoint, fields: Fields): Amounts | null {
  const numerator = readPart(typed.numerator, 'Type how many.');
  const denominator = readPart(typed.denominator, 'Type out of how many.');
  if (typeof numerator === 'string') fields.numerator = numerator;
  if (typeof denominator === 'string') fields.denominator = denominator;
  if (typeof numerator === 'string' || typeof denominator === 'string') return null;
  if (kind === 'proportion' && !(Number.isInteger(numerator) && Number.isInteger(denominator))) {
    fields.numerator = 'Students are counted whole: type two whole numbers.';
    return null;
  }
  if (kind === 'proportion' && numerator > denominator) {
    fields.numerator = `${numerator} of ${denominator} cannot be: the first number is part of the second.`;
    return null;
  }
  if (kind === 'rate' && denominator < fewestOpportunities && numerator > 0) {
    fields.denominator = 'There must have been at least one opportunity.';
    return null;
  }
  return { value: null, numerator, denominator };
}

function readPart(text: string | undefined, whenEmpty: string): number | string {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return whenEmpty;
  const value = readNumber(trimmed);
  if (value === null) return notANumber(trimmed);
  return value < 0 ? 'This cannot be below 0.' : value;
}
