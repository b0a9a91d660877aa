import type { ReportPart } from '#db/vocabulary';
import type { DaySpan } from '../time-span';

/** A report in a list. */
export type ReportSummary = {
  id: string;
  title: string;
  span: DaySpan;
  changedByName: string;
  changedAt: number;
};

/**
 * What the facilitators wrote of one part; no words let the drafted ones stand, which follow the figures. What is left out
 * keeps its words, and nothing of the part is read, printed or written to a file.
 */
export type PartText = { words: string; showsFigures: boolean; isLeftOut: boolean };

export const showsFiguresOf = ({ showsFigures, isLeftOut }: PartText) => showsFigures && !isLeftOut;

export type CohortReport = {
  id: string;
  cohortId: string;
  cohortName: string;
  title: string;
  span: DaySpan;
  version: number;
  changedByName: string;
  changedAt: number;
  parts: Record<ReportPart, PartText>;
  /** The chosen posts in their order, whether they may still be shown or not. */
  postIds: string[];
};
