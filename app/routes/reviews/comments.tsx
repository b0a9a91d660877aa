import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { CommentForm } from '~/features/coaching/reviews/comment-form';
import { NotSent } from '~/features/coaching/reviews/not-sent';
import { commentForm } from '~/features/coaching/reviews/review-form';
import { findReview } from '~/features/coaching/reviews/review-queries.server';
import { writeComment } from '~/features/coaching/reviews/write-comment.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/comments';

/** There is nothing here to read: the page exists for what was typed and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

const notReading =
  'You are not reading this cycle at the moment: the review has moved on, or another coach took it up. Nothing was kept.';

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
  const { cycleId } = found(await findReview(database.reader, actor, params.review));
  const isOver = problem.kind === 'conflict';
  const message = problem.kind === 'conflict' ? notReading : problem.message;
  const isSecond = problem.kind === 'invalid' && problem.fields?.id !== undefined;
  const id = isSecond ? uuidv7() : typed.id;
  return data({ ...typed, id, cycleId, isOver, message }, { status: isOver ? 409 : 400 });
}

export default function Comments({ params, actionData }: Route.ComponentProps) {
  if (!actionData) return <NotSent message={null} typed="" back="/" />;
  const { id, about, kind, body, pointOn, message, cycleId, isOver } = actionData;
  return (
    <NotSent message={message} typed={body} back={`/cycles/${cycleId}/review`}>
      {isOver ? null : (
        <CommentForm
          key={id}
          reviewId={params.review}
          anchor={about}
          stage="plan"
          label="this part"
          newId={id}
          {...(pointOn === '' ? {} : { points: [{ on: pointOn, words: pointOn }] })}
          typed={{ kind, body, pointOn, message }}
        />
      )}
    </NotSent>
  );
}
