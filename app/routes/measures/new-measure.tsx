import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { AdoptableMeasures } from '~/features/measures/shared/adoptable-measures';
import { MeasureFields } from '~/features/measures/measure-fields';
import { measureForm } from '~/features/measures/measure-form';
import type { MeasureForm } from '~/features/measures/measure-form';
import { listStudentGroups } from '~/features/measures/measure-queries.server';
import { createMeasure } from '~/features/measures/save-measure.server';
import { listAdoptableMeasures } from '~/features/measures/shared/shared-measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-measure';

const teamOf = (request: Request) => new URL(request.url).searchParams.get('team') ?? '';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const teamId = teamOf(request);
  const team = found(await findCycleTeam(db, actor, teamId, today));
  if (!worksInTeam(actor, teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself adds measures.' });
  const groups = await listStudentGroups(db);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('measure-new', teamId),
  );
  return { team, groups, adoptable: await listAdoptableMeasures(db, actor, teamId), draft, newId: uuidv7() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: measureForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await createMeasure(
    database,
    actor,
    { teamId: teamOf(request), form: submission.value },
    now,
  );
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/measures/${submission.value.id}`);
}

export default function NewMeasure(props: Route.ComponentProps) {
  return <NewMeasureEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewMeasureEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { team, groups, adoptable, draft, newId } = loaderData;
  const swd = groups.find((group) => group.key === 'swd');
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<MeasureForm>({
    id: 'measure',
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
    <div className="mx-auto max-w-[720px] space-y-6">
      <title>A new measure · Boldline</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="A new measure"
        lead="Something small you can count often, that would move if the change works."
      />
      <AdoptableMeasures teamId={team.teamId} measures={adoptable} />
      <Card>
        {adoptable.length > 0 ? (
          <h2 id="own-measure" className="mb-4 scroll-mt-4">
            Or a measure of your own
          </h2>
        ) : null}
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
          <input type="hidden" name="version" value="0" />
          <MeasureFields {...{ fields, groups, members: team.members, kindIsFixed: false, isNew: true }} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back={`/measures/new?team=${team.teamId}`} />
            <Button tone="primary">Add the measure</Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}
