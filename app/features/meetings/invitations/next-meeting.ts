import type { Meeting } from '../meeting';

/** The meeting that comes next for its reader. */
export type NextMeeting = {
  meeting: Meeting;
  /** The reader's own time zone. */
  ownZone: string;
  takesAnswers: boolean;
  isRoomOpen: boolean;
};
