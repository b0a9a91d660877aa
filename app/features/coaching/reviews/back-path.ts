import type { BackTo } from './review-form';

/** The page that a form stood on, at the comment it was about. */
export function backPath({
  cycleId,
  reviewId,
  commentId,
  back,
}: {
  cycleId: string;
  reviewId: string;
  commentId: string;
  back: BackTo;
}): string {
  const page = back === 'review' ? `review?review=${reviewId}` : back;
  return `/cycles/${cycleId}/${page}#comment-${commentId}`;
}
