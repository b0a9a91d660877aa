import type { SchoolDay } from '~/lib/school-day';

/** What somebody took on in a meeting. */
export type Commitment = {
  id: string;
  what: string;
  byWhen: SchoolDay;
  /** A person, else a team, else those who run the meeting; in words. */
  who: string;
  personId: string | null;
  team: { id: string; name: string; schoolName: string } | null;
  cycleId: string | null;
  /** Null for who may not read the meeting: they know that it was in one, and no more. */
  meeting: { id: string; title: string; day: SchoolDay } | null;
  state: 'open' | 'kept' | 'let_go';
  /** When it was kept or let go (UTC milliseconds); null while it is open. */
  settledAt: number | null;
  letGoWhy: string;
  version: number;
  /** The item of the agenda it was made in; null where it was made outside one. */
  itemId: string | null;
  /** The reader reaches its own page: a reader of the meeting it was made in, or of its team. */
  mayOpen: boolean;
  /** The reader may say that it is kept, change it or let it go. */
  mayChange: boolean;
};
