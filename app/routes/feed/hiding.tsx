import { data, redirect } from 'react-router';
import { decideAboutPost } from '~/features/feed/moderation/hide-post.server';
import { HideForm } from '~/features/feed/moderation/hide-form';
import type { HidingAnswer } from '~/features/feed/moderation/moderation';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/hiding';

/** There is nothing here to read: the page exists for a reason that was typed without script and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

/** Hides a post with a reason, or lets it stand and shows it again, as `wanted` says. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const form = await readForm(request);
  const wanted = form.get('wanted');
  if (wanted !== 'hidden' && wanted !== 'shown') throwNotFound();
  const typed = form.get('reason');
  const reason = typeof typed === 'string' ? typed : '';
  const outcome = await decideAboutPost(database, actor, { postId: params.post, wanted, reason }, now);
  if (outcome.ok) throw redirect(safeReturnPath(new URL(request.url).searchParams.get('back')));
  if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
  return data<HidingAnswer>({ message: outcome.problem.message, typed: reason }, { status: 400 });
}

export default function Hiding({ params, actionData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Hide a post · Boldline</title>
      <PageHeader
        title={actionData ? 'The post is still shown' : 'Nothing to read here'}
        lead={actionData ? undefined : 'A post is hidden on its own page or among the reports.'}
      />
      {actionData ? (
        <Card>
          <HideForm postId={params.post} back={`/posts/${params.post}`} posted={actionData} />
        </Card>
      ) : null}
    </div>
  );
}
