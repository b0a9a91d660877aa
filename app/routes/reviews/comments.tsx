import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { CommentForm } from '~/features/coaching/reviews/comment-form';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { commentForm } from '~/features/coaching/reviews/review-form';
import { formAddress, reviewOfForm } from '~/features/coaching/reviews/review-of-form.server';
import { cycleName, placeAt } from '~/features/coaching/reviews/review-places';
import { writeComment } from '~/features/coaching/reviews/write-comment.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/comments';

export const middleware: Route.MiddlewareFunction[] = [formAddress];

const notReading =
  'You are not reading this cycle at the moment: the review has moved on, or another coach took it up. What you typed is not kept; copy it if you want to.';

/** What the reading coach says about a part of the cycle. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now, today } = signedIn(context);
  const parsed = commentForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const typed = parsed.data;
  const outcome = await writeComment(
    database,
    actor,
    { ...typed, reviewId: params.review },
    { rules: network.runChartRules, now, today },
  );
  if (outcome.ok) throw redirect(`/cycles/${outcome.cycleId}/review#comment-${typed.id}`);
  const { problem } = outcome;
  if (problem.kind !== 'conflict' && problem.kind !== 'invalid') refuse(problem);
  const page = await reviewOfForm(context, params.review);
  const isOver = problem.kind === 'conflict';
  const message = problem.kind === 'conflict' ? notReading : problem.message;
  const isSecond = problem.kind === 'invalid' && problem.fields?.id !== undefined;
  const id = isSecond ? uuidv7() : typed.id;
  const around = { place: placeAt(page, typed.about), cycleId: page.cycle.id, cycle: cycleName(page.cycle) };
  return data({ ...typed, ...around, id, isOver, message }, { status: isOver ? 409 : 400 });
}

export default function Comments({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return null;
  const { id, about, kind, body, pointOn, message, place, cycle, cycleId, isOver } = actionData;
  return (
    <NotSent
      what={`your comment on ${place.label}`}
      message={message}
      typed={body}
      cycle={cycle}
      back={`/cycles/${cycleId}/review`}
    >
      {isOver ? null : (
        <CommentForm
          key={id}
          reviewId={params.review}
          anchor={about}
          newId={id}
          {...place}
          typed={{ kind, body, pointOn, refused: { message } }}
        />
      )}
    </NotSent>
  );
}
