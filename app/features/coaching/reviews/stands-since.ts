import type { Review, ReviewComment } from './review';

type Stood = Pick<Review, 'stage' | 'beganAt' | 'feedbackAt' | 'endedAt' | 'requestedBy'>;

/**
 * The instant from which a review stands as its sentence says; null where that is not known from the review itself.
 * `waiting`: what waits for the team's answer.
 */
export function standsSince(
  { stage, beganAt, feedbackAt, endedAt, requestedBy }: Stood,
  waiting: readonly Pick<ReviewComment, 'handedAt'>[],
): number | null {
  if (stage === 'done') return endedAt;
  if (stage === 'returned')
    return waiting.length === 0 ? null : Math.max(...waiting.map(({ handedAt }) => handedAt ?? 0));
  if (feedbackAt !== null) return null;
  return stage === 'requested' || requestedBy === null ? beganAt : null;
}
