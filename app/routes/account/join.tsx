import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Form, redirect } from 'react-router';
import { findNetwork } from '~/features/people/actor-queries.server';
import { DoorPage } from '~/features/people/door-page';
import { acceptInvitation, findInvitation, nameOf } from '~/features/people/invite-person.server';
import { joinForm } from '~/features/people/sign-in-forms';
import type { JoinForm } from '~/features/people/sign-in-forms';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found } from '~/platform/problem-response.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { FormErrors, TextField } from '~/ui/field';
import type { Route } from './+types/join';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, clock } = platformOf(context);
  const db = database.reader;
  const invitation = found(await findInvitation(db, params.token, clock.now()));
  const network = found(await findNetwork(db));
  return {
    name: invitation.name,
    email: invitation.email,
    invitedBy: await nameOf(db, invitation.invitedBy),
    networkName: network.name,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const platform = platformOf(context);
  const submission = parseWithZod(await request.formData(), { schema: joinForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await acceptInvitation(platform, params.token, submission.value, platform.clock.now());
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  const body = { email: outcome.email, password: submission.value.password };
  const response = await platform.signIn.api.signInEmail({
    body,
    headers: request.headers,
    asResponse: true,
  });
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect('/', { headers });
}

export default function Join({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, invitedBy, networkName } = loaderData;
  const [form, fields] = useForm<JoinForm>({
    id: 'join',
    lastResult: actionData?.result ?? null,
    defaultValue: { name },
  });
  return (
    <DoorPage title={`Welcome to ${networkName}`} lead={`${invitedBy} invited you as ${email}.`}>
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormErrors errors={form.errors} />
        <TextField field={fields.name} label="Your name" autoComplete="name" required />
        <TextField
          field={fields.password}
          label="Choose a password"
          hint="At least 10 characters. A short sentence works well."
          type="password"
          autoComplete="new-password"
          required
        />
        <Button tone="primary" className="w-full">
          Begin
        </Button>
      </Form>
    </DoorPage>
  );
}
