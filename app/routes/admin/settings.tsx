import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { changeNetworkSettings } from '~/features/people/network-settings.server';
import { networkSettingsForm } from '~/features/people/network-settings-form';
import type { NetworkSettings } from '~/features/people/network-settings-form';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField, FormErrors, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/settings';

export function loader({ request, context }: Route.LoaderArgs) {
  const { actor, network } = signedIn(context);
  if (!actor.isAdministrator) throwNotFound();
  return { network, saved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor } = signedIn(context);
  if (!actor.isAdministrator) throwNotFound();
  const submission = parseForm(await readForm(request), { schema: networkSettingsForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await changeNetworkSettings(database, actor, submission.value);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect('/admin/settings?saved');
}

const choices = [
  {
    value: 'anhoj',
    label: 'The standard rules',
    hint: 'A run that is too long, or too few crossings of the middle line. With no change at all, about 3 of 100 charts of 24 points give a false alarm.',
  },
  {
    value: 'ihi',
    label: 'The IHI rules',
    hint: 'Six in a row on one side, five in a row rising or falling, too few or too many runs. Many coaches teach them; about 37 of 100 charts give a false alarm.',
  },
] as const;

export default function Settings({ loaderData, actionData }: Route.ComponentProps) {
  const { network, saved } = loaderData;
  const [form, fields] = useForm<NetworkSettings>({
    id: 'settings',
    lastResult: actionData?.result ?? null,
    defaultValue: { rules: network.runChartRules, minimumGroup: network.minimumGroup },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>Settings · Boldline</title>
      <PageHeader above={network.name} title="Settings" lead="They hold for everybody in the network." />
      {saved ? (
        <div className="mb-5">
          <Notice role="status">Saved. They hold from now on.</Notice>
        </div>
      ) : null}
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <Card labelledBy="rules">
          <h2 id="rules">When is it more than chance?</h2>
          <p className="mt-1 mb-4 max-w-[65ch] text-soft">
            The rules behind the sentence above every run chart. Changing them changes what charts say, never
            the numbers.
          </p>
          <ChoiceField field={fields.rules} label="Rules for run charts" choices={choices} />
        </Card>
        <Card labelledBy="small-groups">
          <h2 id="small-groups">How small a group may be shown?</h2>
          <p className="mt-1 mb-4 max-w-[65ch] text-soft">
            Outside a team, numbers about fewer students than this are never shown, and none from which they
            could be worked out. Posts that are already shared stay as they are.
          </p>
          <TextField
            field={fields.minimumGroup}
            label="Fewest students"
            hint="Ten or more."
            inputMode="numeric"
            autoComplete="off"
            inputClassName="max-w-28"
          />
        </Card>
        <Button tone="primary">Save the settings</Button>
      </Form>
      <ul className="mt-6 space-y-3">
        <li>
          <Link to="/admin/coaches" className="inline-flex min-h-6 items-center font-semibold">
            Coaches
          </Link>
          <span className="block text-soft">Who coaches which team, and handing a team over.</span>
        </li>
        <li>
          <Link to="/admin/days-off" className="inline-flex min-h-6 items-center font-semibold">
            Days off
          </Link>
          <span className="block text-soft">When schools rest, so that nobody is called late or quiet.</span>
        </li>
        <li>
          <Link to="/admin/mail" className="inline-flex min-h-6 items-center font-semibold">
            Mail
          </Link>
          <span className="block text-soft">Whether mails reach people, and what runs by the clock.</span>
        </li>
      </ul>
    </div>
  );
}
