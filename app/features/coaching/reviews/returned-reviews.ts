/** A review that came back to a team of this person. */
export type ReturnedReview = {
  reviewId: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  coachName: string;
  stage: 'returned' | 'done';
  /** Questions and suggestions that are not settled. */
  questions: number;
  at: number;
};
