import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { beginReview } from '~/features/coaching/reviews/begin-review.server';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { requestReview } from '~/features/coaching/reviews/request-review.server';
import { newReviewForm } from '~/features/coaching/reviews/review-form';
import { formAddress } from '~/features/coaching/reviews/review-of-form.server';
import { cycleName } from '~/features/coaching/reviews/review-places';
import { AskForm } from '~/features/coaching/reviews/step-forms';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/new-review';

export const middleware: Route.MiddlewareFunction[] = [formAddress];

const openAlready = 'A review of this cycle is open already, so no second one was begun.';

/** The team asks for a review of a cycle, or a coach begins one. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const parsed = newReviewForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id, how, asks } = parsed.data;
  const cycleId = params.cycle;
  const outcome =
    how === 'request'
      ? await requestReview(database, actor, { id, cycleId, asks }, { now, today })
      : await beginReview(database, actor, { id, cycleId }, now);
  if (outcome.ok) throw redirect(`/cycles/${cycleId}/review`);
  const { problem } = outcome;
  if (problem.kind !== 'conflict' && problem.kind !== 'invalid') refuse(problem);
  const cycle = await cycleOf(context, cycleId);
  const { coaches } = found(await findCycleTeam(database.reader, actor, cycle.teamId, today));
  const isOver = problem.kind === 'conflict';
  const message = problem.kind === 'conflict' ? openAlready : problem.message;
  const around = { coaches, cycleId, cycle: cycleName(cycle) };
  const nextId = problem.kind === 'invalid' && problem.fields?.id !== undefined ? uuidv7() : id;
  return data({ id: nextId, asks, how, message, isOver, ...around }, { status: isOver ? 409 : 400 });
}

export default function NewReview({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return null;
  const { id, asks, how, message, isOver, coaches, cycle } = actionData;
  return (
    <NotSent
      what={how === 'request' ? 'your request for a review' : 'a new review'}
      message={message}
      typed={asks}
      cycle={cycle}
      back={`/cycles/${params.cycle}/review`}
    >
      {isOver ? null : (
        <AskForm cycleId={params.cycle} newId={id} coaches={coaches} typed={{ asks, refused: { message } }} />
      )}
    </NotSent>
  );
}
