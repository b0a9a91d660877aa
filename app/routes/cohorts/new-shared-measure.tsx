import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { draftForm } from '~/features/drafts/draft';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { defineSharedMeasure } from '~/features/measures/shared/define-shared-measure.server';
import { DefinitionFields, LevelFields } from '~/features/measures/measure-fields';
import { sharedMeasureForm } from '~/features/measures/measure-form';
import type { SharedMeasureForm } from '~/features/measures/measure-form';
import { listStudentGroups } from '~/features/measures/measure-queries.server';
import { findCohort } from '~/features/people/cohort-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-shared-measure';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const cohort = found(await findCohort(db, actor, params.cohort));
  if (!facilitates(actor, cohort.id))
    refuse({ kind: 'not_allowed', why: 'Only the facilitators of the cohort define its shared measures.' });
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('shared-measure-new', cohort.id),
  );
  return { cohort, groups: await listStudentGroups(db), draft, newId: uuidv7() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: sharedMeasureForm });
  if (submission.status !== 'success') return answerForm(submission);
  const { value: form } = submission;
  const outcome = await defineSharedMeasure(database, actor, { cohortId: params.cohort, form }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/cohorts/${params.cohort}`);
}

export default function NewSharedMeasure(props: Route.ComponentProps) {
  return <NewSharedMeasureEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewSharedMeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { cohort, groups, draft, newId } = loaderData;
  const swd = groups.find((group) => group.key === 'swd');
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<SharedMeasureForm>({
    id: 'shared-measure',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      id: newId,
      version: 0,
      level: 'outcome',
      kind: 'proportion',
      direction: 'increase',
      frequency: 'weekly',
      groupIds: swd ? [swd.id] : [],
    },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A new shared measure · Boldline</title>
      <PageHeader
        above={
          <Link to={`/cohorts/${cohort.id}`} className="inline-block min-h-6">
            {cohort.name}
          </Link>
        }
        title="A new shared measure"
        lead="Teams adopt it as it is: define it so that every school would count the same."
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
          <input type="hidden" name="version" value="0" />
          <DefinitionFields {...{ fields, groups, kindIsFixed: false, isNew: true }} />
          <LevelFields fields={fields} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back={`/cohorts/${cohort.id}/shared-measures/new`} />
            <Button tone="primary">Add the shared measure</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
