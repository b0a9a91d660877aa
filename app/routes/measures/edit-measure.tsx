import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import type { FormMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Form, redirect } from 'react-router';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { draftForm } from '~/features/drafts/draft';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict, EditFoot } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { measureDifferences, teamShareDifferences } from '~/features/measures/measure-differences';
import { MeasureFields, TeamFields } from '~/features/measures/measure-fields';
import { changeAdoptedMeasure } from '~/features/measures/shared/change-adopted-measure.server';
import { adoptedMeasureForm, measureForm } from '~/features/measures/measure-form';
import type { AdoptedMeasureForm, MeasureForm } from '~/features/measures/measure-form';
import { goalHintOf } from '~/features/measures/measure-words';
import type { Measure } from '~/features/measures/measure';
import { findMeasure, listStudentGroups } from '~/features/measures/measure-queries.server';
import { loadSeries } from '~/features/measures/series-queries.server';
import { changeMeasure } from '~/features/measures/save-measure.server';
import { SharedPart } from '~/features/measures/shared/shared-part';
import { findSharedMeasure } from '~/features/measures/shared/shared-measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm } from '~/platform/form-answer.server';
import { found, refuse, throwNotFound } from '~/platform/problem-response.server';
import { Card } from '~/ui/card';
import type { Difference } from '~/ui/conflict-choice';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/edit-measure';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const measure = found(await findMeasure(db, actor, params.measure));
  if (!worksInTeam(actor, measure.teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself changes its measures.' });
  const { sharedMeasureId } = measure;
  const shared = sharedMeasureId === null ? null : await findSharedMeasure(db, actor, sharedMeasureId);
  const team = found(await findCycleTeam(db, actor, measure.teamId, today));
  const groups = await listStudentGroups(db);
  const { points } = await loadSeries(db, [measure.id]);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('measure', measure.id),
  );
  const cohort = shared && { id: shared.cohortId, name: shared.cohortName };
  return { measure, cohort, team, groups, draft, hasNumbers: points.length > 0 };
}

/** The form with the version it is to write over, when somebody chose to keep theirs. */
function writingOver<T extends { version: number }>(form: T, formData: FormData): T {
  const overwrite = formData.get('overwrite');
  return overwrite === null ? form : { ...form, version: Number(overwrite) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const measure = found(await findMeasure(database.reader, actor, params.measure));
  if (measure.sharedMeasureId !== null) {
    const submission = parseForm(formData, { schema: adoptedMeasureForm });
    if (submission.status !== 'success') return answerForm(submission);
    if (submission.value.id !== params.measure) throwNotFound();
    const form = writingOver(submission.value, formData);
    const outcome = await changeAdoptedMeasure(database, actor, form, now);
    if (!outcome.ok)
      return answerKeepingDraft(
        database,
        { submission, problem: outcome.problem },
        { personId: actor.personId, form: draftForm('measure', params.measure), fields: formData },
        now,
      );
    throw redirect(`/measures/${params.measure}`);
  }
  const submission = parseForm(formData, { schema: measureForm });
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.measure) throwNotFound();
  const form = writingOver(submission.value, formData);
  const outcome = await changeMeasure(database, actor, form, { now, today });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('measure', params.measure), fields: formData },
      now,
    );
  throw redirect(`/measures/${params.measure}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function EditMeasure(props: Route.ComponentProps) {
  const { measure, draft } = props.loaderData;
  const Editor = measure.sharedMeasureId === null ? MeasureEditor : AdoptedMeasureEditor;
  return <Editor key={formKey(measure.version, draft)} {...props} />;
}

/** The page around either form: whose measure, what ran into what, and the way back. */
function EditorPage<T extends Record<string, unknown>>({
  loaderData,
  form,
  version,
  differences,
  children,
}: Pick<Route.ComponentProps, 'loaderData'> & {
  form: FormMetadata<T>;
  version: string | number | undefined;
  /** Null unless somebody changed the measure meanwhile. */
  differences: Difference[] | null;
  children: ReactNode;
}) {
  const { measure, team, draft } = loaderData;
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
          {differences ? (
            <DraftConflict
              by="Somebody in your team"
              differences={differences}
              version={measure.version}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={measure.id} />
          <input type="hidden" name="version" value={version ?? measure.version} />
          {children}
          <EditFoot {...{ draft, here }} back={`/measures/${measure.id}`}>
            Save the measure
          </EditFoot>
        </Form>
      </Card>
    </div>
  );
}

/** Goal, goal date and collector as a form begins with them. */
function teamShareOf({ goal, goalOn, collectorId }: Measure) {
  return {
    ...(goal === null ? {} : { goal }),
    ...(goalOn === null ? {} : { goalOn }),
    ...(collectorId === null ? {} : { collectorId }),
  };
}

function MeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, team, groups, draft, hasNumbers } = loaderData;
  const { goal: _goal, goalOn: _goalOn, collectorId: _collectorId, groups: chosen, ...rest } = measure;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<MeasureForm>({
    id: 'measure',
    lastResult: actionData?.result ?? kept,
    defaultValue: { ...rest, ...teamShareOf(measure), groupIds: chosen.map((group) => group.id) },
  });
  const { members } = team;
  const typed = actionData?.result.initialValue ?? {};
  const ranInto = actionData !== undefined && isConflict(actionData, measure.version);
  return (
    <EditorPage
      {...{ loaderData, form }}
      version={fields.version.initialValue}
      differences={ranInto ? measureDifferences(measure, typed, { groups, members }) : null}
    >
      <MeasureFields {...{ fields, groups, members, kindIsFixed: hasNumbers, isNew: false }} />
    </EditorPage>
  );
}

function AdoptedMeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { measure, cohort, team, draft } = loaderData;
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<AdoptedMeasureForm>({
    id: 'measure',
    lastResult: actionData?.result ?? kept,
    defaultValue: { id: measure.id, version: measure.version, ...teamShareOf(measure) },
  });
  const { members } = team;
  const typed = actionData?.result.initialValue ?? {};
  const ranInto = actionData !== undefined && isConflict(actionData, measure.version);
  return (
    <EditorPage
      {...{ loaderData, form }}
      version={fields.version.initialValue}
      differences={ranInto ? teamShareDifferences(measure, typed, members) : null}
    >
      <SharedPart measure={measure} cohort={cohort} />
      <TeamFields {...{ fields, members, goalHint: goalHintOf(measure) }} />
    </EditorPage>
  );
}
