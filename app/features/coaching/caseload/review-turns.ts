import type { ReviewStage } from '#db/vocabulary';

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

/** How many of them the team has not answered. */
export function openAmong(comments: AskedComment[]): number {
  return comments.filter((comment) => !isAnswered(comment)).length;
}

/** Settled by a person, answered last by somebody else than its author, or its part of the cycle was edited. */
function isAnswered({ settledAt, answeredBy, authorId, edited }: AskedComment): boolean {
  return settledAt !== null || edited || (answeredBy !== null && answeredBy !== authorId);
}

/** A step of a review; `takenAt` in UTC milliseconds. */
export type TurnStep = { id: string; toStage: ReviewStage; takenAt: number };

/** What happened since a review last came back to its team. Times in UTC milliseconds. */
export type Turn = {
  returnedAt: number;
  /** The team asked to look again after that. */
  askedAgain: boolean;
  /** The step that began this turn: the return, or the team's asking again. */
  stepId: string;
  /** Since when it waits: asked again, else begun again, else come back. */
  since: number;
};

/** The turn a review is in, by its steps, oldest first; null before it ever came back. */
export function turnOf(steps: TurnStep[]): Turn | null {
  const back = steps.findLastIndex(({ toStage }) => toStage === 'returned');
  const returned = steps[back];
  if (!returned) return null;
  const later = steps.slice(back + 1);
  const asked = later.findLast(({ toStage }) => toStage === 'requested');
  const begun = later.findLast(({ toStage }) => toStage === 'in_progress');
  return {
    returnedAt: returned.takenAt,
    askedAgain: asked !== undefined,
    stepId: (asked ?? returned).id,
    since: (asked ?? begun ?? returned).takenAt,
  };
}
