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
  /** Others that ask the reader for an answer, or whose answer they gave a moment ago. */
  waiting: Meeting[];
};
