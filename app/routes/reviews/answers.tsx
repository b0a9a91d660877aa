import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { answerComment } from '~/features/coaching/reviews/answer-comment.server';
import { AnswerForm } from '~/features/coaching/reviews/answer-form';
import { backPath } from '~/features/coaching/reviews/back-path';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { answerForm } from '~/features/coaching/reviews/review-form';
import { formAddress, reviewOfForm } from '~/features/coaching/reviews/review-of-form.server';
import { commentWith, cycleName } from '~/features/coaching/reviews/review-places';
import { commentVerbs } from '~/features/coaching/reviews/review-words';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/answers';

export const middleware: Route.MiddlewareFunction[] = [formAddress];

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
  const page = await reviewOfForm(context, reviewId);
  const comment = found(commentWith(page, commentId));
  const nextId = problem.fields?.id === undefined ? id : uuidv7();
  const around = { comment, cycleId: page.cycle.id, cycle: cycleName(page.cycle) };
  return data({ id: nextId, body, back, message: problem.message, ...around }, { status: 400 });
}

export default function Answers({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return null;
  const { id, body, back, comment, cycle, cycleId, message } = actionData;
  return (
    <NotSent
      what={`your answer about ${comment.about}`}
      message={message}
      typed={body}
      cycle={cycle}
      back={`/cycles/${cycleId}/review?review=${params.review}#comment-${params.comment}`}
    >
      <p className="text-sm text-soft">
        <bdi className="font-semibold text-ink">{comment.by}</bdi> {commentVerbs[comment.kind]}
      </p>
      <blockquote dir="auto" className="mt-1 mb-4 wrap-anywhere whitespace-pre-line">
        {comment.body}
      </blockquote>
      <AnswerForm key={id} comment={comment} newId={id} back={back} typed={{ body, refused: { message } }} />
    </NotSent>
  );
}
