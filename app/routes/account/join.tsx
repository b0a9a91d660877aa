import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { data, Form, Link, redirect } from 'react-router';
import { findNetwork } from '~/features/people/actor-queries.server';
import { DoorPage } from '~/features/people/door-page';
import { findPersonByEmail } from '~/features/people/account.server';
import { acceptInvitation } from '~/features/people/accept-invitation.server';
import { findInvitation, nameOf } from '~/features/people/invitation-queries.server';
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
  const invitation = await findInvitation(db, params.token, clock.now());
  const network = found(await findNetwork(db));
  if (!invitation) return data({ isGood: false as const, networkName: network.name }, { status: 404 });
  return data({
    isGood: true as const,
    hasAccount: (await findPersonByEmail(db, invitation.email)) !== null,
    name: invitation.name,
    email: invitation.email,
    invitedBy: await nameOf(db, invitation.invitedBy),
    networkName: network.name,
  });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const platform = platformOf(context);
  const submission = parseForm(await readForm(request), { schema: joinForm });
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
  if (loaderData.isGood) return <JoinForm invited={loaderData} result={actionData?.result ?? null} />;
  return (
    <DoorPage title="This invitation is not good any more" lead={loaderData.networkName}>
      <p>
        It was used, or two weeks have passed. If you have joined already, sign in; else ask whoever invited
        you for another one.
      </p>
      <p className="mt-4">
        <Link to="/sign-in">Sign in</Link>
      </p>
    </DoorPage>
  );
}

type Invited = Extract<Route.ComponentProps['loaderData'], { isGood: true }>;

function JoinForm({ invited, result }: { invited: Invited; result: SubmissionResult | null }) {
  const { name, email, invitedBy, networkName, hasAccount } = invited;
  const [form, fields] = useForm<JoinForm>({
    id: 'join',
    lastResult: result,
    defaultValue: { name },
  });
  return (
    <DoorPage title={`Welcome to ${networkName}`} lead={`${invitedBy} invited you as ${email}.`}>
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormErrors errors={form.errors} />
        <TextField field={fields.name} label="Your name" autoComplete="name" required />
        <TextField
          field={fields.password}
          label={hasAccount ? 'The password you use now' : 'Choose a password'}
          hint={
            hasAccount
              ? 'You have an account already.'
              : 'At least 10 characters. A short sentence works well.'
          }
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          required
        />
        <Button tone="primary" className="w-full">
          Begin
        </Button>
      </Form>
    </DoorPage>
  );
}
