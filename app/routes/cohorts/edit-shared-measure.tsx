import { getFormProps, useForm } from '@conform-to/react';
import { Form, Link, redirect } from 'react-router';
import { draftForm } from '~/features/drafts/draft';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { changeSharedMeasure } from '~/features/measures/shared/change-shared-measure.server';
import { definitionDifferences } from '~/features/measures/measure-differences';
import { DefinitionFields, LevelFields } from '~/features/measures/measure-fields';
import { sharedMeasureForm } from '~/features/measures/measure-form';
import type { SharedMeasureForm } from '~/features/measures/measure-form';
import { listStudentGroups } from '~/features/measures/measure-queries.server';
import {
  findSharedMeasure,
  sharedMeasureHasNumbers,
} from '~/features/measures/shared/shared-measure-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-shared-measure';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const db = database.reader;
  const measure = found(await findSharedMeasure(db, actor, params.sharedMeasure));
  if (!facilitates(actor, measure.cohortId))
    refuse({ kind: 'not_allowed', why: 'Only the facilitators of the cohort define its shared measures.' });
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('shared-measure', measure.id),
  );
  const hasNumbers = await sharedMeasureHasNumbers(db, measure.id);
  return { measure, groups: await listStudentGroups(db), draft, hasNumbers };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: sharedMeasureForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.sharedMeasure) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeSharedMeasure(database, actor, form, { now, today });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('shared-measure', params.sharedMeasure), fields: formData },
      now,
    );
  throw redirect(`/cohorts/${outcome.cohortId}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function EditSharedMeasure(props: Route.ComponentProps) {
  const { measure, draft } = props.loaderData;
  return <SharedMeasureEditor key={formKey(measure.version, draft)} {...props} />;
}

function SharedMeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, groups, draft, hasNumbers } = loaderData;
  const { groups: chosen, ...rest } = measure;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<SharedMeasureForm>({
    id: 'shared-measure',
    lastResult: actionData?.result ?? kept,
    defaultValue: { ...rest, groupIds: chosen.map((group) => group.id) },
  });
  const here = `/shared-measures/${measure.id}/edit`;
  const cohortPath = `/cohorts/${measure.cohortId}`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`Change ${measure.name} · Boldline`}</title>
      <PageHeader
        above={
          <Link to={cohortPath} className="inline-block min-h-6">
            {measure.cohortName}
          </Link>
        }
        title="Change the shared measure"
        lead={`${measure.name}. What you change here changes for every team that adopted it.`}
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          {actionData && isConflict(actionData, measure.version) ? (
            <DraftConflict
              by="Another facilitator"
              differences={definitionDifferences(measure, actionData.result.initialValue ?? {}, groups)}
              version={measure.version}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={measure.id} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? measure.version} />
          <DefinitionFields {...{ fields, groups, kindIsFixed: hasNumbers, isNew: false }} />
          <LevelFields fields={fields} />
          <EditFoot {...{ draft, here }} back={cohortPath}>
            Save the shared measure
          </EditFoot>
        </Form>
      </Card>
    </div>
  );
}
