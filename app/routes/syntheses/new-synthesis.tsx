import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { newSynthesisDraft, startSynthesis } from '~/features/feed/syntheses/start-synthesis.server';
import { SynthesisHeadFields } from '~/features/feed/syntheses/synthesis-fields';
import { newSynthesisForm } from '~/features/feed/syntheses/synthesis-form';
import type { NewSynthesisForm } from '~/features/feed/syntheses/synthesis-form';
import { findCohort, listCohorts } from '~/features/people/cohort-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors, SelectField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-synthesis';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const { searchParams: asked, search } = new URL(request.url);
  const cohortId = asked.get('cohort');
  if (cohortId !== null) {
    const cohort = found(await findCohort(db, actor, cohortId));
    if (!facilitates(actor, cohort.id))
      refuse({ kind: 'not_allowed', why: 'Only the facilitators of the cohort write its syntheses.' });
  }
  const own = (await listCohorts(db, actor)).filter(({ id }) => facilitates(actor, id));
  const cohorts = own.map(({ id, name }) => ({ id, name }));
  if (cohorts.length === 0) throwNotFound();
  const [postId, cycleId] = [asked.get('post') ?? undefined, asked.get('cycle') ?? undefined];
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    newSynthesisDraft({ postId, cycleId }),
  );
  const chosen = cohortId ?? (cohorts.length === 1 ? (cohorts[0]?.id ?? null) : null);
  return { ...{ cohorts, chosen, postId, cycleId, draft }, here: `/syntheses/new${search}`, newId: uuidv7() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: newSynthesisForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await startSynthesis(database, actor, submission.value, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/syntheses/${submission.value.id}/edit`);
}

export default function NewSynthesis(props: Route.ComponentProps) {
  return <NewSynthesisEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewSynthesisEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { cohorts, chosen, postId, cycleId, draft, here, newId } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<NewSynthesisForm>({
    id: 'synthesis',
    lastResult: actionData?.result ?? kept,
    defaultValue: { id: newId, audience: 'cohort', ...(chosen === null ? {} : { cohortId: chosen }) },
  });
  const cohort = cohorts.find(({ id }) => id === chosen);
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A new synthesis · Boldline</title>
      <PageHeader
        above={
          <Link to="/syntheses" className="inline-block min-h-6">
            Syntheses
          </Link>
        }
        title="A new synthesis"
        lead="A page of what several tests show together. It stays a draft for the cohort’s facilitators until you publish it; claims come next."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
          {postId === undefined ? null : <input type="hidden" name="postId" value={postId} />}
          {cycleId === undefined ? null : <input type="hidden" name="cycleId" value={cycleId} />}
          {cohort ? (
            <input type="hidden" name="cohortId" value={cohort.id} />
          ) : (
            <SelectField field={fields.cohortId} label="Which cohort is it about?">
              <option value="">Choose</option>
              {cohorts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <SynthesisHeadFields fields={fields} cohortName={cohort?.name ?? 'The cohort'} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back={here} />
            <Button tone="primary">Begin the synthesis</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
