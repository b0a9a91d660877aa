import type { Meeting } from '../meeting';

/** The meeting that comes next for its reader. */
export type NextMeeting = {
  meeting: Meeting;
  /** The reader's own time zone. */
  ownZone: string;
  takesAnswers: boolean;
  isRoomOpen: boolean;
  /** It is held today, where the reader is. */
  isToday: boolean;
  /** Later ones that the reader has not answered yet. */
  unanswered: Meeting[];
};
