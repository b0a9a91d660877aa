import { data, redirect } from 'react-router';
import { takeUpReview } from '~/features/coaching/reviews/begin-review.server';
import { endReview } from '~/features/coaching/reviews/end-review.server';
import { finishReview } from '~/features/coaching/reviews/finish-review.server';
import { HandOverForm, SendBackForm } from '~/features/coaching/reviews/hand-over-form';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { returnReview } from '~/features/coaching/reviews/return-review.server';
import { stepForm } from '~/features/coaching/reviews/review-form';
import { formAddress, reviewOfForm } from '~/features/coaching/reviews/review-of-form.server';
import { cycleName, unreadIn } from '~/features/coaching/reviews/review-places';
import type { ReviewMove } from '~/features/coaching/reviews/review-stages';
import { sendReviewBack } from '~/features/coaching/reviews/send-review-back.server';
import { withdrawRequest } from '~/features/coaching/reviews/withdraw-request.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/steps';

export const middleware: Route.MiddlewareFunction[] = [formAddress];

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
  const page = await reviewOfForm(context, params.review);
  const isOver = problem.kind === 'conflict';
  const message = problem.kind === 'conflict' ? movedOn : problem.message;
  const { cycle, moves } = page;
  const around = { cycleId: cycle.id, cycle: cycleName(cycle), moves, unread: unreadIn(page) };
  return data({ stepId, version, move, note, isOver, message, ...around }, { status: isOver ? 409 : 400 });
}

const moveNames: Record<ReviewMove, string> = {
  withdraw: 'taking the request back',
  send_back: 'asking to look again',
  take_up: 'taking the review up',
  return: 'giving it back to the team',
  finish: 'finishing the review',
  end: 'ending the review',
};

export default function Steps({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return null;
  const { stepId, version, move, note, message, cycle, cycleId, isOver, moves, unread } = actionData;
  const at = { reviewId: params.review, stepId, version };
  const isHandedOver = move === 'return' || move === 'finish';
  const typed = { note, refused: { message } };
  return (
    <NotSent
      what={moveNames[move]}
      message={message}
      typed={note}
      cycle={cycle}
      back={`/cycles/${cycleId}/review`}
    >
      {isOver ? null : move === 'send_back' ? (
        <SendBackForm at={at} typed={typed} />
      ) : isHandedOver ? (
        <HandOverForm at={at} moves={moves} unread={unread} typed={typed} />
      ) : null}
    </NotSent>
  );
}
