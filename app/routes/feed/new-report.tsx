import { data, Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { reportPost } from '~/features/feed/moderation/report-post.server';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import { findPostPage } from '~/features/feed/posts/post-page-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { TextAreaField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-report';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const clock = { timeZone: network.timeZone, today };
  const { card, hasReported } = found(await findPostPage(database.reader, actor, params.post, clock));
  if (card.standing !== 'shared') throwNotFound();
  if (card.isOwn)
    refuse({ kind: 'not_allowed', why: 'This is your own team’s post. You can edit or withdraw it.' });
  return { newId: uuidv7(), title: card.title, hasReported };
}

const reportForm = z.object({ id: z.uuid(), reason: z.string().default('') });
const goneMessage = 'This post is no longer shared, so there is nothing left to report.';

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const parsed = reportForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) throwNotFound();
  const { id, reason } = parsed.data;
  const outcome = await reportPost(database, actor, { id, reason, postId: params.post }, now);
  if (outcome.ok) throw redirect(`/posts/${params.post}?reported`);
  const { problem } = outcome;
  if (problem.kind === 'not_found') return data({ message: goneMessage, typed: reason }, { status: 404 });
  if (problem.kind !== 'invalid') refuse(problem);
  return data({ message: problem.message, typed: reason }, { status: 400 });
}

export default function NewReport({ loaderData, actionData, params }: Route.ComponentProps) {
  const { newId, title, hasReported } = loaderData;
  const field = {
    id: 'reason',
    name: 'reason',
    initialValue: actionData?.typed,
    errors: actionData ? [actionData.message] : undefined,
  };
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Report a post · Boldline</title>
      <PageHeader above={<span dir="auto">{title}</span>} title="Report this post" />
      {hasReported ? (
        <Notice>You told the facilitators about this post already.</Notice>
      ) : (
        <Card>
          <Form method="post" className="space-y-4">
            <input type="hidden" name="id" value={newId} />
            <TextAreaField
              field={field}
              label="What is wrong with it?"
              hint="For example: a student could be recognised. A facilitator reads this with your name; its team does not."
              dir="auto"
            />
            <TypedOnDevice name={`posts/${params.post}/reports`} />
            <Button tone="primary">Tell the facilitators</Button>
          </Form>
        </Card>
      )}
      <p className="mt-5">
        <ButtonLink to={`/posts/${params.post}`} tone="quiet">
          Back to the post
        </ButtonLink>
      </p>
    </div>
  );
}
