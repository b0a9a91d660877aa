import { data, redirect } from 'react-router';
import { takeUpReview } from '~/features/coaching/reviews/begin-review.server';
import { endReview } from '~/features/coaching/reviews/end-review.server';
import { finishReview } from '~/features/coaching/reviews/finish-review.server';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { returnReview } from '~/features/coaching/reviews/return-review.server';
import { stepForm } from '~/features/coaching/reviews/review-form';
import { findReview } from '~/features/coaching/reviews/review-queries.server';
import type { ReviewMove } from '~/features/coaching/reviews/review-stages';
import { sendReviewBack } from '~/features/coaching/reviews/send-review-back.server';
import { HandOverForm, SendBackForm } from '~/features/coaching/reviews/step-forms';
import { withdrawRequest } from '~/features/coaching/reviews/withdraw-request.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/steps';

/** There is nothing here to read: the page exists for what was typed and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

const commands = {
  withdraw: withdrawRequest,
  send_back: sendReviewBack,
  end: endReview,
  take_up: takeUpReview,
  return: returnReview,
  finish: finishReview,
} satisfies Record<ReviewMove, typeof takeUpReview>;

const movedOn = 'The review has moved on meanwhile, so nothing was changed. See how it stands now.';

/** One move of a review: taken back, taken up, returned, finished, sent to the coach again. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = stepForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id: stepId, version, move, note } = parsed.data;
  const outcome = await commands[move](
    database,
    actor,
    { reviewId: params.review, stepId, version, note },
    now,
  );
  if (outcome.ok) throw redirect(`/cycles/${outcome.cycleId}${move === 'withdraw' ? '' : '/review'}`);
  const { problem } = outcome;
  if (problem.kind !== 'conflict' && problem.kind !== 'invalid') refuse(problem);
  const { cycleId } = found(await findReview(database.reader, actor, params.review));
  const isOver = problem.kind === 'conflict';
  const message = problem.kind === 'conflict' ? movedOn : problem.message;
  return data({ stepId, version, move, note, cycleId, isOver, message }, { status: isOver ? 409 : 400 });
}

export default function Steps({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return <NotSent message={null} typed="" back="/" />;
  const { stepId, version, move, note, message, cycleId, isOver } = actionData;
  const at = { reviewId: params.review, stepId, version };
  const isHandedOver = move === 'return' || move === 'finish';
  const typed = { note, message };
  return (
    <NotSent message={message} typed={note} back={`/cycles/${cycleId}/review`}>
      {isOver ? null : move === 'send_back' ? (
        <SendBackForm at={at} typed={typed} />
      ) : isHandedOver ? (
        <HandOverForm at={at} moves={['return', 'finish']} unread={0} typed={typed} />
      ) : null}
    </NotSent>
  );
}
