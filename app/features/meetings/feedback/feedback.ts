import type { ContributionKind } from '#db/vocabulary';
import type { SchoolDay } from '~/lib/school-day';

/** Something somebody said in the room about what a team presented. */
export type Said = { id: string; kind: ContributionKind; body: string; authorName: string };

/** What a team was told about one item of a meeting in which it presented. */
export type Feedback = {
  itemId: string;
  /** Null for who may not read the meeting itself. */
  itemTitle: string | null;
  /** Null for who may not read the meeting itself. */
  meeting: { id: string; title: string; day: SchoolDay } | null;
  /** The title of the post it was about; null where the team presented by name. */
  postTitle: string | null;
  said: Said[];
  /** The room's notes of the item; empty where none were written. */
  notes: string;
};
