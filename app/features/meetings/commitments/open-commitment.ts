import type { SchoolDay } from '~/lib/school-day';

/** A commitment as This week shows it. */
export type OpenCommitment = {
  id: string;
  what: string;
  byWhen: SchoolDay;
  who: string;
  isMine: boolean;
  /** The reader has just said so. */
  isKept: boolean;
  /** Null for who may not read the meeting. */
  meetingTitle: string | null;
};
