import type { ActivityKind, NoticeUrgency } from '#db/vocabulary';

/** One thing a person is told, in words for that very person, as the inbox and the mails show it. */
export type Notice = {
  id: string;
  kind: ActivityKind;
  urgency: NoticeUrgency;
  /** Whole, without its full stop: `Lena Brandt sent questions about cycle 2 of “Sentence frames”`. */
  sentence: string;
  /** A few words of what was said, in one line; empty where there are none. Never a number of students. */
  excerpt: string;
  /** Where it is told of: `Northgate MS · Grade 6`; empty for things of no team the reader may know. */
  place: string;
  /** A path of ours that leads to the very thing. */
  path: string;
  happenedAt: number;
  read: boolean;
};
