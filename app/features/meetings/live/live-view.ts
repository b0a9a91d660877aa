import type { SchoolDay } from '~/lib/school-day';
import type { AgendaItem } from '../agenda/agenda';
import type { Meeting } from '../meeting';
import type { RoomState } from './room';
import type { InRoom } from './voice-rules';

export type LiveReader = InRoom & {
  personId: string;
  /** Keeps the clock. */
  keeps: boolean;
  /** Notes who is here and what was taken up. */
  leads: boolean;
  takesPart: boolean;
};

/** What the pages of a room come with. */
export type LiveView = {
  meeting: Meeting;
  agenda: AgendaItem[];
  room: RoomState;
  reader: LiveReader;
  /** What the reader wants taken up, by id. */
  votes: string[];
  /** Who is invited, for those who note who is here; empty for others. */
  invited: { personId: string; name: string }[];
  /** Who opens the page now is here: the meeting is about to begin, or under way. */
  isMeetingTime: boolean;
  /** The day the meeting is planned for, where that is not today (in its time zone); else null. */
  otherDay: SchoolDay | null;
  /** Ids of what is pressed and written next. */
  ids: { press: string; say: string };
};
