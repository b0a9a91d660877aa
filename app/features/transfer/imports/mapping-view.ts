import type { MeasureKind } from '#db/vocabulary';
import type { StudentGroup } from '~/features/measures/measure';
import type { ImportCounts } from './number-fate';
import type { Mapping } from './mapping';

/** A column that can be chosen. */
export type ChoosableColumn = { name: string; isDate: boolean };

export type MeasureToMap = { id: string; name: string; kind: MeasureKind; unit: string };

export type PreviewRow = {
  key: string;
  day: string;
  measureName: string;
  groupName: string;
  reads: string;
  /** What is there now. */
  before: string | null;
};

/** A reason why lines cannot be read, with the first of these lines. */
export type Refusal = { message: string; lines: number[]; count: number };

/** Everything the mapping page shows. */
export type MappingView = {
  importId: string;
  teamId: string;
  fileName: string;
  rowCount: number;
  /** Which reading this is. */
  revision: number;
  asLastTime: boolean;
  columns: ChoosableColumn[];
  /** Names of columns that seem to hold students. */
  hidden: string[];
  measures: MeasureToMap[];
  moreMeasures: boolean;
  groups: StudentGroup[];
  mapping: Mapping;
  replace: boolean;
  dateFormats: Mapping['date']['format'][];
  /** `“9/13/2026” is read as …`, for a few values. */
  dateExamples: string[];
  /** The period words that need a day. */
  dateWords: string[];
  groupValues: string[];
  longValues: string[];
  /** A list that was cut, in words. */
  cutLists: string[];
  /** The values to choose from, for each of the two filters; null when there are too many to list. */
  filterValues: (string[] | null)[];
  /** What is still to be chosen before anything can be read. */
  problem: string | null;
  counts: ImportCounts;
  /** Numbers that the button brings in. */
  importable: number;
  /** Lines that stay out because another is about the same day and group. */
  sameDayLines: number;
  rows: PreviewRow[];
  refusals: Refusal[];
  /** Reasons that are not shown. */
  moreRefusals: number;
};
