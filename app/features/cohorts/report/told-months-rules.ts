import { groupedBy } from '~/lib/grouped-by';
import type { SchoolDay } from '~/lib/school-day';
import { formatMonth, lastDayOf, monthOf } from '~/lib/school-month';
import type { DaySpan } from '../time-span';

/** What is said of the inside of cycles is said of so many teams and schools together, or not at all. */
export const fewestTogether = 3;

export type TeamPlace = { teamId: string; schoolId: string };

const countOf = <T>(rows: readonly T[], key: (row: T) => string) => new Set(rows.map(key)).size;

/** Whether rows are of enough teams of enough schools that none of them can be told apart. */
export function isTogether(rows: readonly TeamPlace[]): boolean {
  return (
    countOf(rows, ({ teamId }) => teamId) >= fewestTogether &&
    countOf(rows, ({ schoolId }) => schoolId) >= fewestTogether
  );
}

type Block<Row> = { from: SchoolDay; through: SchoolDay; rows: Row[] };

/** Months from the cohort's first row on, as many to a block as it takes until the block's rows are together. */
function blocksOf<Row extends TeamPlace & { on: SchoolDay }>(
  rows: readonly Row[],
  today: SchoolDay,
): Block<Row>[] {
  const over = rows.filter(({ on }) => monthOf(on) < monthOf(today));
  const months = [...groupedBy(over, ({ on }) => monthOf(on)).entries()].toSorted(([one], [other]) =>
    one.localeCompare(other),
  );
  const blocks: Block<Row>[] = [];
  for (const [month, ofMonth] of months) {
    const last = blocks.at(-1);
    const through = lastDayOf(month);
    if (!last || isTogether(last.rows)) blocks.push({ from: month, through, rows: [...ofMonth] });
    else Object.assign(last, { through, rows: [...last.rows, ...ofMonth] });
  }
  return blocks.filter(({ rows: together }) => isTogether(together));
}

/** What a span tells of: rows of whole months, and the days from the first of these months to the last. */
export type Told<Row> = { rows: Row[]; months: DaySpan };

/**
 * The rows that a report of `span` tells of; null where there are none.
 *
 * Reports of two spans can be subtracted from each other. So time is cut into blocks of whole months that are over, each with rows
 * of three teams of three schools, and the same whichever span is asked for; a span tells of the blocks that lie in it whole. What
 * any two spans differ in is then whole blocks. A later month changes no earlier block.
 */
export function toldMonths<Row extends TeamPlace & { on: SchoolDay }>(
  rows: readonly Row[],
  { from, through }: DaySpan,
  today: SchoolDay,
): Told<Row> | null {
  const told = blocksOf(rows, today).filter((block) => block.from >= from && block.through <= through);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  return { rows: told.flatMap((block) => block.rows), months: { from: first.from, through: last.through } };
}

/** `October 2026`; `September to November 2026`; `November 2026 to January 2027`. */
export function monthsWords({ from, through }: DaySpan): string {
  const [first, last] = [formatMonth(monthOf(from)), formatMonth(monthOf(through))];
  if (first === last) return first;
  return from.slice(0, 4) === through.slice(0, 4)
    ? `${first.slice(0, first.lastIndexOf(' '))} to ${last}`
    : `${first} to ${last}`;
}
