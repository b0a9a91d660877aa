import { redirect } from 'react-router';
import { withdrawComment } from '~/features/feed/conversation/withdraw-comment.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/comment-withdrawal';

export function loader() {
  throwNotFound();
}

/** Takes one's own comment back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  await readForm(request);
  const outcome = await withdrawComment(database, actor, { commentId: params.comment }, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/posts/${outcome.postId}#comments`);
}
