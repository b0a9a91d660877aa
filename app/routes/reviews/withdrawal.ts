import { redirect } from 'react-router';
import { backPath } from '~/features/coaching/reviews/back-path';
import { withdrawComment } from '~/features/coaching/reviews/withdraw-comment.server';
import { leadToReview } from '~/features/coaching/reviews/review-of-form.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/withdrawal';

export function loader({ params, context }: Route.LoaderArgs) {
  return leadToReview(context, params);
}

/** Takes one's own comment back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  await readForm(request);
  const { review: reviewId, comment: commentId } = params;
  const outcome = await withdrawComment(database, actor, { reviewId, commentId }, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(backPath({ ...outcome, reviewId, commentId, back: 'review' }));
}
