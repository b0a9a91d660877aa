import type { CommentView } from './review-page';

/** Where a cycle's review stands, for its own pages. */
export type ReviewStanding = {
  cycleId: string;
  /** One sentence; empty where there was no review. */
  sentence: string;
  on: string;
  /** The names of those who may be asked; empty for anybody but the team, or while a review is open. */
  askable: string[];
  mayBegin: boolean;
  newReviewId: string;
  /** What came back and is not settled, stage by stage. */
  comments: CommentView[];
  mayAnswer: boolean;
};
