import { data, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CommentForm } from '~/features/feed/conversation/comment-form';
import type { CommentAnswer } from '~/features/feed/conversation/conversation';
import { writeComment } from '~/features/feed/conversation/write-comment.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import { ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/comments';

const commentForm = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable().default(null),
  body: z.string().default(''),
  looked: z.string().default(''),
});

/** There is nothing here to read: the page exists for what was typed without script and did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

const goneMessage =
  'This post is no longer shared, so nothing was sent. What you typed is still here, to copy.';

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const parsed = commentForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id, parentId, body: typed, looked } = parsed.data;
  const input = { id, parentId, body: typed, looked, postId: params.post };
  const outcome = await writeComment(database, actor, input, { now, today });
  if (outcome.ok) {
    const at = `/posts/${params.post}?comment=${id}#comment-${id}`;
    if (!wantsData(request)) throw redirect(at);
    return data<CommentAnswer>({ ok: true, nextId: uuidv7(), at });
  }
  const refused = { ok: false as const, nextId: id, typed, parentId, asked: null };
  if (outcome.problem.kind === 'not_found')
    return data<CommentAnswer>({ ...refused, isGone: true, message: goneMessage }, { status: 404 });
  if (outcome.problem.kind !== 'invalid') refuse(outcome.problem);
  return data<CommentAnswer>(
    {
      ...refused,
      isGone: false,
      message: outcome.problem.message,
      asked: outcome.problem.fields?.looked?.[0] ?? null,
    },
    { status: 400 },
  );
}

export default function Comments({ params, actionData }: Route.ComponentProps) {
  const refused = actionData && !actionData.ok ? actionData : null;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Your comment · Boldline</title>
      <PageHeader
        title={refused ? 'Your comment has not been sent' : 'Nothing to read here'}
        lead={refused ? undefined : 'Comments stand beneath their post.'}
      />
      {refused ? (
        <Card>
          <CommentForm
            postId={params.post}
            parentId={refused.parentId}
            newId={refused.nextId}
            isSignedAsOrigin={false}
            posted={refused}
          />
        </Card>
      ) : null}
      <p className="mt-5">
        <ButtonLink to={refused?.isGone ? '/feed' : `/posts/${params.post}`} tone="quiet">
          {refused?.isGone ? 'To the feed' : 'Back to the post'}
        </ButtonLink>
      </p>
    </div>
  );
}
