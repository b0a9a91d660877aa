import { parseForm, readForm } from '~/platform/read-form.server';
import { useForm, getFormProps } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { findNetwork } from '~/features/people/actor-queries.server';
import { safeReturnPath } from '~/features/people/request-actor.server';
import { signInForm } from '~/features/people/sign-in-forms';
import type { SignInForm } from '~/features/people/sign-in-forms';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { FormErrors, TextField } from '~/ui/field';
import { DoorPage } from '~/features/people/door-page';
import { DemoRoles } from '~/features/people/demo-roles';
import { demoPeople } from '#db/seed/demo-people';
import type { Route } from './+types/sign-in';

export async function loader({ request, context }: Route.LoaderArgs) {
  const platform = platformOf(context);
  const network = await findNetwork(platform.database.reader);
  if (!network) throw redirect('/set-up');
  const session = await platform.signIn.sessionOf(request.headers, platform.clock.now());
  const params = new URL(request.url).searchParams;
  const to = safeReturnPath(params.get('to'));
  if (session.person) throw redirect(to);
  return {
    networkName: network.name,
    to,
    passwordChanged: params.has('changed'),
    demo: platform.environment.demo ? demoPeople : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { signIn, clock } = platformOf(context);
  const submission = parseForm(await readForm(request), { schema: signInForm });
  if (submission.status !== 'success') return answerForm(submission);
  const { email, password, to } = submission.value;
  const now = clock.now();
  if (signIn.failures.isSpent(email, now))
    return answerProblem(submission, {
      kind: 'invalid',
      message:
        'There were too many tries for this address. Please wait a quarter of an hour, or choose a new password.',
    });
  const response = await signIn.api.signInEmail({
    body: { email, password },
    headers: request.headers,
    asResponse: true,
  });
  if (!response.ok) {
    signIn.failures.failed(email, now);
    const message =
      'This e-mail address and password do not belong together. Check both, or choose a new password.';
    return answerProblem(submission, { kind: 'invalid', message });
  }
  signIn.failures.succeeded(email);
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect(safeReturnPath(to ?? null), { headers });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<SignInForm>({ id: 'sign-in', lastResult: actionData?.result ?? null });
  return (
    <DoorPage title="Sign in" lead={loaderData.networkName}>
      {loaderData.passwordChanged ? (
        <p role="status">Your password is changed. Sign in with the new one.</p>
      ) : null}
      {loaderData.demo ? <DemoRoles people={loaderData.demo} /> : null}
      <Form method="post" {...getFormProps(form)} className="mt-6 space-y-4">
        <FormErrors errors={form.errors} />
        <input type="hidden" name="to" value={loaderData.to} />
        <TextField
          field={fields.email}
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          field={fields.password}
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button tone="primary" className="w-full">
          Sign in
        </Button>
        <p className="text-sm">
          <Link to="/forgotten-password">I have forgotten my password</Link>
        </p>
      </Form>
    </DoorPage>
  );
}
