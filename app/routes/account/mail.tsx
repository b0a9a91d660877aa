import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { MailPreferenceFields } from '~/features/notifications/preference/mail-preference-fields';
import { mailPreferenceForm } from '~/features/notifications/preference/mail-preference-form';
import type { MailPreferenceForm } from '~/features/notifications/preference/mail-preference-form';
import { findMailPreference } from '~/features/notifications/preference/mail-preference-queries.server';
import { preferenceWords } from '~/features/notifications/preference/mail-preference-words';
import { saveMailPreference } from '~/features/notifications/preference/save-mail-preference.server';
import { timeZoneChoices } from '~/lib/time-zones';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/mail';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const preference = await findMailPreference(database.reader, actor.personId, network.timeZone);
  return {
    ...{ preference, email: actor.email },
    timeZones: timeZoneChoices([network.timeZone, preference.timeZone]),
    saved: new URL(request.url).searchParams.has('saved'),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: mailPreferenceForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await saveMailPreference(database, actor, submission.value, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect('/account/mail?saved');
}

export default function MailPreferencePage({ loaderData, actionData }: Route.ComponentProps) {
  const { preference, email, timeZones, saved } = loaderData;
  const { rhythm, hour, weekday, timeZone, immediate } = preference;
  const [form, fields] = useForm<MailPreferenceForm>({
    id: 'mail',
    lastResult: actionData?.result ?? null,
    defaultValue: { rhythm, hour, weekday, timeZone, immediate: immediate ? 'on' : '' },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>Your mail · Boldline</title>
      <PageHeader
        above={<Link to="/account">Your account</Link>}
        title="Your mail"
        lead={`It goes to ${email}.`}
      />
      <div className="mb-5">
        <Notice role={saved ? 'status' : undefined}>
          {saved ? <span className="font-semibold">Saved. </span> : null}
          {preferenceWords(preference)}
        </Notice>
      </div>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
        <Card>
          <MailPreferenceFields fields={fields} timeZones={timeZones} />
        </Card>
        <Button tone="primary">Save</Button>
      </Form>
    </div>
  );
}
