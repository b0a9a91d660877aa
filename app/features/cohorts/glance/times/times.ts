import type { SchoolDay } from '~/lib/school-day';

/** How many numbers were typed in so many days after their day. */
export type LagCount = { days: number; n: number };

/** A request for feedback and, once there was some, when. */
export type FeedbackRow = {
  reviewId: string;
  cycleId: string;
  cycleNumber: number;
  changeIdea: string;
  teamName: string;
  schoolName: string;
  askedOn: SchoolDay;
  /** Milliseconds until the first words came back; null while none have. */
  waited: number | null;
};

/** Half of the numbers were in within `days`; `numbers`: of how many. */
export type TimeToLog = { days: number; numbers: number };
export type TimeToFeedback = { ms: number; answered: number; asked: number };
