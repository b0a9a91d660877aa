import type { PostCard } from '../post';

/** A post on its own page, with what its reader may do there. */
export type PostPage = {
  card: PostCard;
  /** Why a facilitator hid it, for its team and for facilitators; null while it is not hidden. */
  hiddenBecause: string | null;
  /** The cycle it came from, for its own team only. */
  cycleId: string | null;
  mayModerate: boolean;
  hasReported: boolean;
};
