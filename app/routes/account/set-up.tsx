import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { DoorPage } from '~/features/people/door-page';
import { findNetwork } from '~/features/people/actor-queries.server';
import { setUpNetwork } from '~/features/people/set-up-network.server';
import { setUpForm } from '~/features/people/sign-in-forms';
import type { SetUpForm } from '~/features/people/sign-in-forms';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { platformOf } from '~/platform/request-context.server';
import { Button } from '~/ui/button';
import { FormErrors, SelectField, TextField } from '~/ui/field';
import type { Route } from './+types/set-up';

const commonZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

export async function loader({ context }: Route.LoaderArgs) {
  if (await findNetwork(platformOf(context).database.reader)) throwNotFound();
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !commonZones.includes(zone));
  return { zones: [...commonZones, ...others] };
}

export async function action({ request, context }: Route.ActionArgs) {
  const platform = platformOf(context);
  const submission = parseForm(await readForm(request), { schema: setUpForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await setUpNetwork(platform, submission.value, platform.clock.now());
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  const { email, password } = submission.value;
  const response = await platform.signIn.api.signInEmail({
    body: { email, password },
    headers: request.headers,
    asResponse: true,
  });
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  throw redirect('/invitations', { headers });
}

export default function SetUp({ loaderData, actionData }: Route.ComponentProps) {
  const [form, fields] = useForm<SetUpForm>({
    id: 'set-up',
    lastResult: actionData?.result ?? null,
    defaultValue: { timeZone: 'America/New_York' },
  });
  return (
    <DoorPage
      title="Set up your network"
      lead="This installation is empty. You will be its first administrator."
    >
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <TextField
          field={fields.code}
          label="One-time code"
          hint="Printed in the server’s log when it started."
          autoComplete="off"
          required
        />
        <TextField field={fields.network} label="Name of the network" required />
        <SelectField field={fields.timeZone} label="Time zone of its schools">
          {loaderData.zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <TextField field={fields.name} label="Your name" autoComplete="name" required />
        <TextField
          field={fields.email}
          label="Your e-mail address"
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          field={fields.password}
          label="A password"
          hint="At least 10 characters. A short sentence works well."
          type="password"
          autoComplete="new-password"
          required
        />
        <Button tone="primary" className="w-full">
          Make the network
        </Button>
      </Form>
    </DoorPage>
  );
}
