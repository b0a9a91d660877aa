import { redirect } from 'react-router';
import { withdrawPost } from '~/features/feed/sharing/withdraw-post.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/withdrawal';

export function loader() {
  throwNotFound();
}

/** Takes an own post back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  await readForm(request);
  const outcome = await withdrawPost(database, actor, params.post, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/posts/${params.post}`);
}
