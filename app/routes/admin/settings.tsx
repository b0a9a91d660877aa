import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { runChartRules } from '#db/vocabulary';
import { chooseRunChartRules } from '~/features/people/network-settings.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/settings';

export function loader({ request, context }: Route.LoaderArgs) {
  const { actor, network } = signedIn(context);
  if (!actor.isAdministrator) throwNotFound();
  return { network, saved: new URL(request.url).searchParams.has('saved') };
}

const settingsForm = z.object({ rules: z.enum(runChartRules) });

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor } = signedIn(context);
  if (!actor.isAdministrator) throwNotFound();
  const parsed = settingsForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) return data({ errors: ['Choose one of the two.'] }, { status: 400 });
  const outcome = await chooseRunChartRules(database, actor, parsed.data.rules);
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
  return (
    <div className="mx-auto max-w-[720px]">
      <title>Settings · Boldline</title>
      <PageHeader above={network.name} title="Settings" lead="They hold for everybody in the network." />
      {saved ? (
        <div className="mb-5">
          <Notice role="status">Saved. Every chart is judged by these rules from now on.</Notice>
        </div>
      ) : null}
      <Card labelledBy="rules">
        <h2 id="rules">When is it more than chance?</h2>
        <p className="mt-1 mb-4 max-w-[65ch] text-soft">
          The rules behind the sentence above every run chart. Changing them changes what charts say, never
          the numbers.
        </p>
        <Form method="post" className="space-y-5">
          <ChoiceField
            field={{
              id: 'rules-choice',
              name: 'rules',
              initialValue: network.runChartRules,
              errors: actionData?.errors,
            }}
            label="Rules for run charts"
            choices={choices}
          />
          <Button tone="primary">Save the settings</Button>
        </Form>
      </Card>
    </div>
  );
}
