import type { CycleText } from '~/features/cycles/cycle-texts';
import { textKeyOf } from './comment-anchor';
import type { ReviewComment } from './review';

export const commentStates = ['open', 'answered', 'changed', 'settled'] as const;
export type CommentState = (typeof commentStates)[number];

/** How far a comment has come, with the text it hung on before and now where that has been edited since. */
export type CommentStanding = { state: CommentState; edit: { before: string; now: string } | null };

type Stated = Pick<
  ReviewComment,
  'stage' | 'field' | 'questionId' | 'point' | 'saidThen' | 'answers' | 'settled' | 'author'
>;

/**
 * A person's word (settled) comes before an edit of the very text, an edit before an answer by somebody else. A part
 * that is no longer in the cycle says nothing now.
 */
export function commentStanding(comment: Stated, texts: readonly CycleText[]): CommentStanding {
  const edit = editSince(comment, texts);
  if (comment.settled !== null) return { state: 'settled', edit };
  if (edit !== null) return { state: 'changed', edit };
  const isAnswered = comment.answers.some(({ author }) => author.id !== comment.author.id);
  return { state: isAnswered ? 'answered' : 'open', edit: null };
}

function editSince(comment: Stated, texts: readonly CycleText[]): CommentStanding['edit'] {
  const key = textKeyOf(comment);
  if (key === null || comment.point !== null) return null;
  const now = texts.find((text) => text.key === key)?.text ?? '';
  return now === comment.saidThen ? null : { before: comment.saidThen, now };
}
