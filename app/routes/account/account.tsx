import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { signedIn } from '~/features/people/request-actor.server';
import { changePasswordForm } from '~/features/people/sign-in-forms';
import type { ChangePasswordForm } from '~/features/people/sign-in-forms';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { forgetResetLinks } from '~/platform/sign-in.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { FormErrors, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/account';

export function loader({ request, context }: Route.LoaderArgs) {
  const { actor, network } = signedIn(context);
  const changed = new URL(request.url).searchParams.has('changed');
  return { name: actor.name, email: actor.email, networkName: network.name, changed };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { signIn, database, actor } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: changePasswordForm });
  if (submission.status !== 'success') return answerForm(submission);
  const body = { ...submission.value, revokeOtherSessions: true };
  const response = await signIn.api.changePassword({ body, headers: request.headers, asResponse: true });
  if (!response.ok)
    return answerProblem(submission, {
      kind: 'invalid',
      message: 'Nothing was changed.',
      fields: { currentPassword: ['This is not the password you have now.'] },
    });
  await forgetResetLinks(database, actor.personId);
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect('/account?changed', { headers });
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<ChangePasswordForm>({
    id: 'account',
    lastResult: actionData?.result ?? null,
  });
  return (
    <div className="mx-auto max-w-[820px]">
      <title>Your account · Boldline</title>
      <PageHeader
        title="Your account"
        lead={`${loaderData.name}, ${loaderData.email}. ${loaderData.networkName}.`}
      />
      {loaderData.changed ? (
        <Notice role="status">Your password is changed. Sessions on other devices have ended.</Notice>
      ) : null}
      <ul className="mt-4 flex flex-wrap gap-x-6">
        <li>
          <Link to="/account/mail" className="inline-flex min-h-11 items-center font-semibold">
            What comes by mail
          </Link>
        </li>
        <li>
          <Link to="/account/calendar" className="inline-flex min-h-11 items-center font-semibold">
            Your dates in your calendar
          </Link>
        </li>
      </ul>
      <Card className="mt-4 max-w-md" labelledBy="change-password">
        <h2 id="change-password">Change your password</h2>
        <Form method="post" {...getFormProps(form)} className="mt-4 space-y-4">
          <FormErrors errors={form.errors} />
          <TextField
            field={fields.currentPassword}
            label="The password you have now"
            type="password"
            autoComplete="current-password"
            required
          />
          <TextField
            field={fields.newPassword}
            label="New password"
            hint="At least 10 characters. A short sentence works well."
            type="password"
            autoComplete="new-password"
            required
          />
          <Button tone="primary">Change it</Button>
        </Form>
      </Card>
      <Form method="post" action="/sign-out" className="mt-6">
        <Button>Sign out</Button>
      </Form>
    </div>
  );
}
