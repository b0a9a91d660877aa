import type { ReviewStage } from '#db/vocabulary';

/** What can be done with a review that stands, by the team or by a coach of it. */
export const reviewMoves = ['withdraw', 'send_back', 'end', 'take_up', 'return', 'finish'] as const;
export type ReviewMove = (typeof reviewMoves)[number];

/** Who a person is to a review. */
export type ReviewPart = 'team' | 'coach';

type Standing = {
  stage: ReviewStage;
  coachId: string | null;
  /** When the coach's words first came to the team; null where they have not. */
  feedbackAt: number | null;
};

/** Where each move leads to. */
export const leadsTo: Record<ReviewMove, ReviewStage> = {
  withdraw: 'withdrawn',
  send_back: 'requested',
  end: 'done',
  take_up: 'in_progress',
  return: 'returned',
  finish: 'done',
};

export const moveBelongsTo: Record<ReviewMove, ReviewPart> = {
  withdraw: 'team',
  send_back: 'team',
  end: 'team',
  take_up: 'coach',
  return: 'coach',
  finish: 'coach',
};

/** One review of a cycle is in these stages at a time. */
export const openReviewStages = [
  'requested',
  'in_progress',
  'returned',
] as const satisfies readonly ReviewStage[];

export function isOpenReview(stage: ReviewStage): boolean {
  return stage !== 'done' && stage !== 'withdrawn';
}

/**
 * Whether a move is open from where a review stands. A request is taken back only before a coach took it up; one that went
 * back among the requests with its feedback is ended by the team instead, which keeps what was said. One that another coach reads can be carried on (`take_up`); only who reads it returns or ends it. A returned one is ended
 * without another reading where nothing is left to say.
 */
export function mayMove(
  { stage, coachId, feedbackAt }: Standing,
  move: ReviewMove,
  personId: string,
): boolean {
  const isAnybodys = stage === 'requested' && coachId === null;
  if (move === 'withdraw') return isAnybodys && feedbackAt === null;
  if (move === 'end') return isAnybodys && feedbackAt !== null;
  if (move === 'send_back') return stage === 'returned';
  if (move === 'take_up')
    return stage === 'requested' || stage === 'returned' || (stage === 'in_progress' && coachId !== personId);
  const reads = stage === 'in_progress' && coachId === personId;
  return move === 'finish' ? reads || (stage === 'returned' && coachId === personId) : reads;
}

/** Whose move it is; nobody's once it has ended. */
export function whoseMove(stage: ReviewStage): ReviewPart | null {
  if (!isOpenReview(stage)) return null;
  return stage === 'returned' ? 'team' : 'coach';
}
