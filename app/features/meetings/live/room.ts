import type { ContributionKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';
import type { LastTimeTeam } from '../commitments/last-time';

/** The clock as it is stored: the time left follows from it and the present instant. All in milliseconds. */
export type RoomClock = {
  state: 'waiting' | 'running' | 'paused' | 'ended';
  /** The step the room is in; null before the start and after the end. */
  stepId: string | null;
  /** What the step may take: its minutes and what was added. */
  allowed: number;
  /** What it has had, without the stretch that runs now. */
  elapsed: number;
  /** Since when it runs (server's clock); null while it stands still. */
  runningSince: number | null;
};

export type RoomContribution = {
  id: string;
  itemId: string;
  kind: ContributionKind;
  body: string;
  authorId: string;
  authorName: string;
  writtenAt: number;
  votes: number;
  takenUp: boolean;
};

export type RoomCommitment = {
  id: string;
  itemId: string | null;
  what: string;
  /** Who took it on: a person, else a team, else those who run the meeting; in words. */
  who: string;
  teamId: string | null;
  personId: string | null;
  byWhen: SchoolDay;
  isKept: boolean;
};

/**
 * What everybody in the room sees, the same for all: nothing in it depends on the reader. It goes out with each change, and is
 * what a reload shows.
 */
export type RoomState = {
  edition: number;
  /** Which agenda its steps are of: where a page holds another, it asks again. */
  agendaVersion: number;
  isCancelled: boolean;
  /** The server's clock when this was made. */
  now: number;
  clock: RoomClock;
  contributions: RoomContribution[];
  commitments: RoomCommitment[];
  /** What was taken on before and still stands, while the room goes through it; empty else. */
  lastTime: LastTimeTeam[];
  /** Who is here, by name. */
  present: { personId: string; name: string }[];
};
