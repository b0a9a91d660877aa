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

/** What the facilitators wrote of one part; no words let the drafted ones stand, which follow the figures. */
export type PartText = { words: string; showsFigures: boolean };

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
