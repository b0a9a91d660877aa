/** A comment that asks something of the team, in a review that was returned. Times in UTC milliseconds. */
export type AskedComment = {
  reviewId: string;
  authorId: string;
  settledAt: number | null;
  /** The last words beneath it, and whose they are. */
  answeredAt: number | null;
  answeredBy: string | null;
  /** The part of the cycle it hangs on reads otherwise by now. */
  edited: boolean;
};

/**
 * Since when a returned review waits for its coach: the last answer of the team, once nothing is open. Null while it is the
 * team's turn, and where nothing was asked.
 * @param returnedAt when it was returned last
 */
export function answeredSince(comments: AskedComment[], returnedAt: number): number | null {
  if (comments.length === 0 || !comments.every(isAnswered)) return null;
  const times = comments.map(({ settledAt, answeredAt }) => Math.max(settledAt ?? 0, answeredAt ?? 0));
  return Math.max(returnedAt, ...times);
}

/** Settled by a person, answered last by somebody else than its author, or its part of the cycle was edited. */
function isAnswered({ settledAt, answeredBy, authorId, edited }: AskedComment): boolean {
  return settledAt !== null || edited || (answeredBy !== null && answeredBy !== authorId);
}
