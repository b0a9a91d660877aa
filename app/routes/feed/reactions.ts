import { data, redirect } from 'react-router';
import { reactionKinds } from '#db/vocabulary';
import type { ReactionAnswer } from '~/features/feed/conversation/post-footer';
import { reactToPost } from '~/features/feed/conversation/react-to-post.server';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/reactions';

export function loader() {
  throwNotFound();
}

/** Sets one reaction: `on` or `off` names its kind. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const form = await readForm(request);
  const [on, off] = ['on', 'off'].map((wanted) => reactionKinds.find((kind) => kind === form.get(wanted)));
  const kind = on ?? off;
  if (kind === undefined || (on !== undefined && off !== undefined)) throwNotFound();
  const input = { postId: params.post, kind, isOn: on !== undefined };
  const outcome = await reactToPost(database, actor, input, now);
  if (!outcome.ok && outcome.problem.kind === 'not_found' && wantsData(request))
    return data<ReactionAnswer>({ isGone: true }, { status: 404 });
  if (!outcome.ok) refuse(outcome.problem);
  if (wantsData(request)) return data<ReactionAnswer>({ isGone: false });
  throw redirect(safeReturnPath(new URL(request.url).searchParams.get('back')));
}
