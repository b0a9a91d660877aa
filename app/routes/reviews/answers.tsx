import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { answerComment } from '~/features/coaching/reviews/answer-comment.server';
import { AnswerForm } from '~/features/coaching/reviews/answer-form';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { backPath } from '~/features/coaching/reviews/back-path';
import { answerForm } from '~/features/coaching/reviews/review-form';
import { findReview } from '~/features/coaching/reviews/review-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/answers';

/** There is nothing here to read: the page exists for what was typed and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

/** Words beneath a comment. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = answerForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id, body, back } = parsed.data;
  const { review: reviewId, comment: commentId } = params;
  const outcome = await answerComment(database, actor, { reviewId, commentId, id, body }, now);
  if (outcome.ok) throw redirect(backPath({ ...outcome, reviewId, commentId, back }));
  const { problem } = outcome;
  if (problem.kind !== 'invalid') refuse(problem);
  const { cycleId } = found(await findReview(database.reader, actor, reviewId));
  const nextId = problem.fields?.id === undefined ? id : uuidv7();
  return data({ id: nextId, body, back, cycleId, message: problem.message }, { status: 400 });
}

export default function Answers({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return <NotSent message={null} typed="" back="/" />;
  const { id, body, back, cycleId, message } = actionData;
  return (
    <NotSent message={message} typed={body} back={`/cycles/${cycleId}/review`}>
      <AnswerForm
        key={id}
        reviewId={params.review}
        commentId={params.comment}
        newId={id}
        back={back}
        typed={{ body, message }}
      />
    </NotSent>
  );
}
