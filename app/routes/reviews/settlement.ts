import { redirect } from 'react-router';
import { backPath } from '~/features/coaching/reviews/back-path';
import { settlementForm } from '~/features/coaching/reviews/review-form';
import { settleComment } from '~/features/coaching/reviews/settle-comment.server';
import { leadToReview } from '~/features/coaching/reviews/review-of-form.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/settlement';

export function loader({ params, context }: Route.LoaderArgs) {
  return leadToReview(context, params);
}

/** A comment is settled, or opened again. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = settlementForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { settled, back } = parsed.data;
  const { review: reviewId, comment: commentId } = params;
  const outcome = await settleComment(
    database,
    actor,
    { reviewId, commentId, isSettled: settled === 'yes' },
    now,
  );
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(backPath({ ...outcome, reviewId, commentId, back }));
}
