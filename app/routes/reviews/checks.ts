import { redirect } from 'react-router';
import { markCheck } from '~/features/coaching/reviews/mark-check.server';
import { checkForm } from '~/features/coaching/reviews/review-form';
import { findReview } from '~/features/coaching/reviews/review-queries.server';
import { leadToReview } from '~/features/coaching/reviews/review-of-form.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/checks';

export function loader({ params, context }: Route.LoaderArgs) {
  return leadToReview(context, params);
}

/** The reading coach's mark on a line of the checklist. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = checkForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const reviewId = params.review;
  const outcome = await markCheck(database, actor, { ...parsed.data, reviewId }, now);
  if (outcome.ok) throw redirect(`/cycles/${outcome.cycleId}/review#checklist`);
  if (outcome.problem.kind !== 'conflict') refuse(outcome.problem);
  const { cycleId } = found(await findReview(database.reader, actor, reviewId));
  throw redirect(`/cycles/${cycleId}/review`);
}
