import type { ContributionKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { ClockTime } from '~/lib/wall-clock';

/** The minutes of a meeting as they are stored. */
export type Minutes = {
  body: string;
  version: number;
  changedByName: string;
  /** UTC milliseconds. */
  changedAt: number;
  /** How often they were sent, and what went out last. */
  edition: number;
  sent: { body: string; byName: string; at: number } | null;
};

export type SaidInRoom = { kind: ContributionKind; body: string; votes: number; takenUp: boolean };

/** One item of the agenda as the room saw it. */
export type ItemFacts = {
  title: string;
  minutes: number;
  /** False where the meeting ended before it. */
  reached: boolean;
  /** `School one · Own team, “Sentence frames”, cycle 3`, or a post as it is signed; empty where nothing was presented. */
  presented: string;
  focus: string;
  notes: string;
  said: SaidInRoom[];
};

export type ComerGroup = { name: string; present: string[]; apologies: string[] };

/** What is known of a meeting that minutes may tell. */
export type MeetingFacts = {
  title: string;
  ofName: string;
  /** When it was held, on the clocks of `timeZone`. */
  day: SchoolDay;
  time: ClockTime;
  timeZone: string;
  place: string;
  /** Teams, then those who came without one. */
  comers: ComerGroup[];
  items: ItemFacts[];
  commitments: { who: string; what: string; byWhen: SchoolDay }[];
};
