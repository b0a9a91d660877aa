import type { CycleText } from '~/features/cycles/cycle-texts';
import { textKeyOf } from './comment-anchor';
import type { ReviewComment } from './review';

export const commentStates = ['open', 'answered', 'changed', 'settled'] as const;
export type CommentState = (typeof commentStates)[number];

/** How far a comment has come, with the text it hung on before and now where that has been edited since. */
export type CommentStanding = { state: CommentState; edit: { before: string; now: string } | null };

export type TakingBack = 'at_once' | 'asked' | 'no';

type Stated = Pick<
  ReviewComment,
  'stage' | 'field' | 'questionId' | 'point' | 'saidThen' | 'answers' | 'settled' | 'author'
>;

/** Words of its author alone are no answer. */
export function isAnsweredByOthers({ answers, author }: Pick<ReviewComment, 'answers' | 'author'>): boolean {
  return answers.some((answer) => answer.author.id !== author.id);
}

/**
 * A person's word (settled) comes before an edit of the very text, an edit before an answer by somebody else. A part
 * that is no longer in the cycle says nothing now.
 */
export function commentStanding(comment: Stated, texts: readonly CycleText[]): CommentStanding {
  const edit = editSince(comment, texts);
  if (comment.settled !== null) return { state: 'settled', edit };
  if (edit !== null) return { state: 'changed', edit };
  return { state: isAnsweredByOthers(comment) ? 'answered' : 'open', edit: null };
}

/** What waits for the team's word. What is celebrated asks nothing of anybody. */
export function waitsForTeam({
  kind,
  handedAt,
  isWithdrawn,
  standing,
}: Pick<ReviewComment, 'kind' | 'handedAt' | 'isWithdrawn'> & { standing: CommentStanding }): boolean {
  return kind !== 'celebrate' && handedAt !== null && !isWithdrawn && standing.state === 'open';
}

/**
 * How its author takes a comment back: at once before the team has read it, after another look (`asked`) while nobody
 * else has answered it and it is not settled, and not at all afterwards.
 */
export function takingBack({
  handedAt,
  isAnswered,
  isSettled,
}: {
  handedAt: number | null;
  isAnswered: boolean;
  isSettled: boolean;
}): TakingBack {
  if (handedAt === null) return 'at_once';
  return isAnswered || isSettled ? 'no' : 'asked';
}

function editSince(comment: Stated, texts: readonly CycleText[]): CommentStanding['edit'] {
  const key = textKeyOf(comment);
  if (key === null || comment.point !== null) return null;
  const now = texts.find((text) => text.key === key)?.text ?? '';
  return now === comment.saidThen ? null : { before: comment.saidThen, now };
}
