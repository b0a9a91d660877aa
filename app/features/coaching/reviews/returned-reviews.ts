import type { Asked } from './asked-words';

/** A review that came back to a team of this person. */
export type ReturnedReview = {
  reviewId: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  coachName: string;
  stage: 'returned' | 'done';
  /** Questions and suggestions that are neither settled nor answered by somebody else. */
  asked: Asked;
  at: number;
};
