import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { findAim, saveAim } from '~/features/theory/aim.server';
import { aimForm } from '~/features/theory/aim-form';
import type { AimForm } from '~/features/theory/aim-form';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { addDays } from '~/lib/school-day';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors, TextAreaField, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/aim';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const team = found(await findCycleTeam(db, actor, params.team, today));
  if (!worksInTeam(actor, params.team))
    refuse({ kind: 'not_allowed', why: 'Only the team itself writes its aim.' });
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('aim', params.team),
  );
  return { team, aim: await findAim(db, actor, params.team), draft, usual: addDays(today, 180) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: aimForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await saveAim(database, actor, params.team, form, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('aim', params.team), fields: formData },
      now,
    );
  throw redirect(`/teams/${params.team}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function AimPage(props: Route.ComponentProps) {
  return <AimEditor key={formKey(props.loaderData.aim?.version ?? 0, props.loaderData.draft)} {...props} />;
}

function AimEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { team, aim, draft, usual } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<AimForm>({
    id: 'aim',
    lastResult: actionData?.result ?? kept,
    defaultValue: aim ?? { byWhen: usual, version: 0 },
  });
  const typed = actionData?.result.initialValue ?? {};
  const words = { what: 'What', forWhom: 'For whom', howMuch: 'How much', byWhen: 'By when' } as const;
  const names = ['what', 'forWhom', 'howMuch', 'byWhen'] as const;
  const differences = names.flatMap((name) => {
    const said = typed[name];
    const mine = typeof said === 'string' ? said : '';
    const theirs = aim?.[name] ?? '';
    return mine === theirs ? [] : [{ label: words[name], theirs, mine }];
  });
  const here = `/teams/${team.teamId}/aim`;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Our aim · Boldline</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="Our aim"
        lead="One sentence that says when you have arrived: what, for whom, how much, by when."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-5">
          {actionData && isConflict(actionData, aim?.version ?? 0) ? (
            <DraftConflict
              by={aim?.changedByName ?? 'Somebody'}
              differences={differences}
              version={aim?.version ?? 0}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? 0} />
          <TextAreaField
            rows={2}
            field={fields.what}
            label="What will be different?"
            hint="“Students write a complete paragraph on their own.”"
          />
          <TextField field={fields.forWhom} label="For whom?" hint="“Fourth graders with disabilities.”" />
          <TextField field={fields.howMuch} label="How much?" hint="“From 3 in 10 to 6 in 10.”" />
          <TextField field={fields.byWhen} label="By when?" type="date" inputClassName="max-w-52" />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back={here} />
            <Button tone="primary">Save the aim</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
