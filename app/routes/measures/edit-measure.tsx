import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { DiscardButton } from '~/features/drafts/discard-button';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { measureDifferences } from '~/features/measures/measure-differences';
import { MeasureFields } from '~/features/measures/measure-fields';
import { measureForm } from '~/features/measures/measure-form';
import type { MeasureForm } from '~/features/measures/measure-form';
import { findMeasure, listStudentGroups } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { changeMeasure } from '~/features/measures/save-measure.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ConflictChoice } from '~/ui/conflict-choice';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-measure';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  if (!worksInTeam(actor, measure.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself changes its measures.' });
  const team = found(await findCycleTeam(db, actor, measure.teamId, today));
  const groups = await listStudentGroups(db);
  const { points } = await loadSeries(db, [measure.id]);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('measure', measure.id),
  );
  return { measure, team, groups, draft, hasNumbers: points.length > 0 };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: measureForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.measure) throwNotFound();
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await changeMeasure(database, actor, form, { now, today });
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/measures/${params.measure}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function EditMeasure(props: Route.ComponentProps) {
  return <MeasureEditor key={formKey(props.loaderData.measure.version, props.loaderData.draft)} {...props} />;
}

function MeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, team, groups, draft, hasNumbers } = loaderData;
  const { goal, goalOn, collectorId, groups: chosen, ...rest } = measure;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<MeasureForm>({
    id: 'measure',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...rest,
      ...(goal === null ? {} : { goal }),
      ...(goalOn === null ? {} : { goalOn }),
      ...(collectorId === null ? {} : { collectorId }),
      groupIds: chosen.map((group) => group.id),
    },
  });
  const here = `/measures/${measure.id}/edit`;
  return (
    <div className="mx-auto max-w-[720px]">
      <title>{`Change ${measure.name} · Boldline`}</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="Change the measure"
        lead={measure.name}
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          {actionData && isConflict(actionData, measure.version) ? (
            <ConflictChoice
              by="Somebody in your team"
              differences={measureDifferences(measure, actionData.result.initialValue ?? {}, groups)}
              version={measure.version}
              takeTheirs={
                <DiscardButton draft={draft} back={here}>
                  Take theirs
                </DiscardButton>
              }
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={measure.id} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? measure.version} />
          <MeasureFields
            {...{ fields, groups, members: team.members, kindIsFixed: hasNumbers, isNew: false }}
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} version={measure.version} back={here} />
            <div className="flex gap-2">
              <ButtonLink to={`/measures/${measure.id}`} tone="quiet">
                Back
              </ButtonLink>
              <Button tone="primary">Save the measure</Button>
            </div>
          </div>
        </Form>
      </Card>
    </div>
  );
}
