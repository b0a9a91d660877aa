import type { ReportPart } from '#db/vocabulary';
import type { MarkdownBlock } from '~/lib/plain-markdown';
import type { FigureLine } from './figure-lines';
import type { LearnedFigures, MeasureFigures, PostFigures } from './report-figures';

export type PartToRead = {
  part: ReportPart;
  blocks: MarkdownBlock[];
  /** Empty where its figures do not show. */
  lines: FigureLine[];
};

/** A report as it is read and printed. */
export type ReportToRead = {
  id: string;
  cohortId: string;
  cohortName: string;
  networkName: string;
  title: string;
  /** `Sep 1 to Nov 22, 2026` */
  time: string;
  /** The day its figures are of. */
  on: string;
  /** The least number of students a number may tell about. */
  minimum: number;
  parts: PartToRead[];
  /** The parts it does not have, for its facilitators. */
  leftOut: ReportPart[];
  /** What stands beneath the words beside tables; empty where a part's figures do not show. */
  syntheses: LearnedFigures['syntheses'];
  posts: PostFigures['posts'];
  measures: MeasureFigures[];
  /** Chosen posts that may not be shown any more, where posts are shown. */
  fallenOut: number;
};
