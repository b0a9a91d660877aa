import type { SchoolDay } from '~/lib/school-day';

/** A group of the measure: one column of the grid. */
export type GridColumn = {
  groupId: string;
  name: string;
  /** How many there usually are, for cells that name only the part; empty where the kind has no whole. */
  of: string;
};

/** One day, with what each group's cell says: `17/20`, `46.5`; empty where there is no number. */
export type GridRow = { date: SchoolDay; texts: Record<string, string> };

export type CellKey = `${string}/${string}`;
export const cellKey = (date: SchoolDay, groupId: string): CellKey => `${date}/${groupId}`;

/** One typed cell, and what it said when the typing began. */
export type TypedCell = { date: SchoolDay; groupId: string; text: string; was: string };

/** What a change was, so that it can be taken back: the cell said `before`, and now says `after`. */
export type CellChange = { key: CellKey; before: string; after: string };

/** What saving came to, cell by cell. */
export type GridAnswer = {
  saved: CellChange[];
  /** Cells that could not be read: nothing was changed there, and what was typed stays. */
  problems: Record<CellKey, { typed: string; message: string }>;
  /** Cells that somebody else has changed since: a person chooses. */
  conflicts: Record<CellKey, { typed: string; there: string }>;
  /** What did not fit, or how the block was read. */
  note: string | null;
  /** `12:04` in the network's own time. */
  clock: string;
};

export const gridFields = { cell: 'cell/', was: 'was/', of: 'of/' } as const;
export const mostPastedCells = 200;
