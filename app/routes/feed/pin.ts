import { redirect } from 'react-router';
import { pinPost } from '~/features/feed/moderation/pin-post.server';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/pin';

export function loader() {
  throwNotFound();
}

/** Pins a post or lets it go, as `wanted` says. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const wanted = (await readForm(request)).get('wanted');
  if (wanted !== 'pinned' && wanted !== 'unpinned') throwNotFound();
  const input = { postId: params.post, isPinned: wanted === 'pinned' };
  const outcome = await pinPost(database, actor, input, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(safeReturnPath(new URL(request.url).searchParams.get('back')));
}
