import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { beginReview } from '~/features/coaching/reviews/begin-review.server';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { requestReview } from '~/features/coaching/reviews/request-review.server';
import { newReviewForm } from '~/features/coaching/reviews/review-form';
import { AskForm } from '~/features/coaching/reviews/step-forms';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/new-review';

/** There is nothing here to read: the page exists for what was typed and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

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
  if (problem.kind === 'conflict')
    return data({ id, asks, message: openAlready, isOver: true }, { status: 409 });
  if (problem.kind !== 'invalid') refuse(problem);
  const nextId = problem.fields?.id === undefined ? id : uuidv7();
  return data({ id: nextId, asks, message: problem.message, isOver: false }, { status: 400 });
}

export default function NewReview({ params, actionData }: Route.ComponentProps) {
  return (
    <NotSent
      message={actionData?.message ?? null}
      typed={actionData?.asks ?? ''}
      back={actionData ? `/cycles/${params.cycle}/review` : '/'}
    >
      {actionData && !actionData.isOver ? (
        <AskForm cycleId={params.cycle} newId={actionData.id} coaches={[]} typed={actionData} />
      ) : null}
    </NotSent>
  );
}
