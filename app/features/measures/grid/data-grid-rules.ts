import type { MeasureFrequency, MeasureKind } from '#db/vocabulary';
import { addDays, weekday } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { readNumber } from '../data-point-rules';
import type { TypedDataPoint } from '../data-point-rules';
import { periodOf } from '../due-rules';
import { usesDenominator } from '../measure';

type Recorded = { value: number | null; numerator: number | null; denominator: number | null };

/** A number without the exponent that very small ones are written with. */
const plainNumber = (value: number) =>
  /e/i.test(String(value)) ? value.toFixed(20).replace(/\.?0+$/, '') : String(value);

/** What a cell says of a recorded number: `17/20`, `46.5`. */
export function cellText(point: Recorded): string {
  if (point.value !== null) return plainNumber(point.value);
  return `${point.numerator ?? 0}/${point.denominator ?? 0}`;
}

type Parts = Pick<TypedDataPoint, 'value' | 'numerator' | 'denominator'>;
export type ReadCell = { ok: true; parts: Parts } | { ok: false; message: string };

const refused = (message: string): ReadCell => ({ ok: false, message });
const percent = /^(\d+(?:[.,](\d+))?)\s*%$/;
const fraction = /^([^/]+?)\s*(?:\/|\bof\b|\bin\b)\s*(.+)$/i;

/** The whole number of students that a typed percent of `of` can only mean; null when it means none. */
export function countOfPercent(text: string, of: number): number | null {
  const match = percent.exec(text.trim());
  if (!match?.[1] || of <= 0) return null;
  const typed = Number(match[1].replace(',', '.'));
  const count = Math.round((typed / 100) * of);
  const half = 0.5 * 10 ** -(match[2]?.length ?? 0);
  const fits = (one: number, within: number) => Math.abs((one / of) * 100 - typed) <= within;
  const several = fits(count - 1, half - 1e-9) || fits(count + 1, half - 1e-9);
  return fits(count, half + 1e-9) && !several ? count : null;
}

function readRatioCell(text: string, kind: MeasureKind, of: string): ReadCell {
  const parts = fraction.exec(text);
  if (parts) return { ok: true, parts: { numerator: parts[1] ?? '', denominator: parts[2] ?? '' } };
  if (of === '')
    return refused(
      kind === 'proportion'
        ? `Out of how many? Type it as 17/20, or say above how many there usually are.`
        : `In how many? Type it as 12/5, or say above how many there usually are.`,
    );
  if (!percent.test(text)) return { ok: true, parts: { numerator: text, denominator: of } };
  if (kind === 'rate') return refused('A rate is counted, not a percent: type it as 12/5.');
  const count = countOfPercent(text, readNumber(of) ?? 0);
  if (count === null)
    return refused(`${text} of ${of} is not one whole number of students. Type it as 17/20.`);
  return { ok: true, parts: { numerator: String(count), denominator: of } };
}

/**
 * Reads the text of a cell: `17/20`, `17 of 20`, `17` or `85%` of the usual number for counted parts; `46.5`, `46,5`, with
 * its unit or without, for plain values. What the parts say is checked by `readDataPoint`.
 * @param of how many there usually are, as typed; may be empty
 */
export function readCell(
  typed: string,
  { kind, unit, of }: { kind: MeasureKind; unit: string; of: string },
): ReadCell {
  const text = typed.trim();
  if (usesDenominator(kind)) return readRatioCell(text, kind, of.trim());
  const named = unit.trim().toLowerCase();
  const bare =
    named !== '' && text.toLowerCase().endsWith(named) ? text.slice(0, -named.length).trim() : text;
  if (percent.test(bare)) return refused(`${text} is a percent, and this measure is not.`);
  return { ok: true, parts: { value: bare } };
}

const mostRows = 40;
const mostCells = 160;

/** How many days a grid shows at once; a form of all its cells stays within what a form may hold. */
export function gridLength(groups: number): number {
  return Math.max(4, Math.min(mostRows, Math.floor(mostCells / Math.max(1, groups))));
}

/** The weekday that most numbers stand on, 1 Monday to 5 Friday; Friday while there are none. */
function usualWeekday(dates: SchoolDay[]): number {
  const counts = new Map<number, number>();
  for (const date of dates) counts.set(weekday(date), (counts.get(weekday(date)) ?? 0) + 1);
  let usual = 5;
  for (const [day, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = day;
  return usual;
}

/** The day on which a number of this period would usually stand, and never a day to come. */
function usualDay(frequency: MeasureFrequency, period: { from: SchoolDay; to: SchoolDay }, usual: number) {
  if (frequency === 'daily') return period.from;
  if (frequency === 'monthly') return period.to;
  return addDays(period.from, (usual + 6) % 7);
}

/**
 * The days of a grid, oldest first: every day that has a number, and one for each period that has none, back from `until`.
 * @param dates the days with numbers, in any order
 */
export function gridDays(
  frequency: MeasureFrequency,
  dates: SchoolDay[],
  { until, length }: { until: SchoolDay; length: number },
): SchoolDay[] {
  const usual = usualWeekday(dates);
  const there = new Set(dates.filter((date) => date <= until));
  const days: SchoolDay[] = [];
  let day = until;
  while (days.length < length) {
    const period = periodOf(frequency, day);
    const within = [...there].filter((date) => date >= period.from && date <= period.to);
    const weekend = frequency === 'daily' && [0, 6].includes(weekday(day));
    const suggested = usualDay(frequency, period, usual);
    if (within.length > 0) days.push(...within.toSorted().toReversed());
    else if (!weekend) days.push(suggested > until ? until : suggested);
    day = addDays(period.from, -1);
  }
  return days.slice(0, length).toReversed();
}
