import { readForm } from '~/platform/read-form.server';
import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import type { PlanForm } from '~/features/cycles/cycle-forms';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { scaleWords, stageWords } from '~/features/cycles/cycle-words';
import { readPlanForm } from '~/features/cycles/plan-answer.server';
import { planDifferences } from '~/features/cycles/plan-differences';
import { PlanFields } from '~/features/cycles/plan-fields';
import { PlanReading } from '~/features/cycles/plan-reading';
import { planStart } from '~/features/cycles/plan-start';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { savePlan } from '~/features/cycles/save-plan.server';
import { ReturnForm } from '~/features/cycles/stage-header';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnceWritten, useKeptResult } from '~/features/drafts/draft-hooks';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatSpan } from '~/lib/school-day';
import { answerForm } from '~/platform/form-answer.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/plan';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  const measures = await listMeasuresOfTeam(db, actor, cycle.teamId);
  const mayWrite = worksInTeam(actor, cycle.teamId);
  const editable = mayWrite && cycle.stage === 'plan';
  if (!editable) return { cycle, measures, mayWrite, editing: null };
  const team = await findCycleTeam(db, actor, cycle.teamId, today);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('cycle-plan', cycle.id),
  );
  return {
    cycle,
    measures,
    mayWrite,
    editing: { draft, members: team?.members.map((member) => member.name) ?? [] },
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const formData = await readForm(request);
  const { submission, begin, overwrite } = readPlanForm(formData);
  if (submission.status !== 'success') return answerForm(submission);
  if (submission.value.id !== params.cycle) throwNotFound();
  const form = overwrite === null ? submission.value : { ...submission.value, version: overwrite };
  const outcome = await savePlan(database, actor, { form, begin }, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('cycle-plan', params.cycle), fields: formData },
      now,
    );
  throw redirect(`/cycles/${params.cycle}/${begin ? 'do' : 'plan?saved'}`);
}

export const shouldRevalidate = loadAgainOnceWritten;

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { cycle, measures, mayWrite, editing } = loaderData;
  return (
    <>
      <title>{`Plan · ${cycle.changeIdea} · Boldline`}</title>
      <PageHeader
        title={`Plan: ${stageWords.plan.meaning}`}
        lead={`Cycle ${cycle.number} · ${scaleWords[cycle.scale]} · ${formatSpan(cycle.plannedStart, cycle.plannedEnd)}`}
      />
      {editing ? (
        <PlanEditor
          key={formKey(cycle.version, editing.draft)}
          {...{ cycle, measures, ...editing }}
          answer={actionData ?? null}
        />
      ) : (
        <>
          <PlanReading cycle={cycle} measures={measures} />
          <ReturnForm cycle={cycle} stage="plan" mayWrite={mayWrite} />
        </>
      )}
    </>
  );
}

type EditorProps = Pick<Route.ComponentProps['loaderData'], 'cycle' | 'measures'> &
  NonNullable<Route.ComponentProps['loaderData']['editing']> & {
    answer: Route.ComponentProps['actionData'] | null;
  };

function PlanEditor({ cycle, measures, draft, members, answer }: EditorProps) {
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<PlanForm>({
    id: 'plan',
    lastResult: answer?.result ?? kept,
    defaultValue: planStart(cycle),
  });
  const here = `/cycles/${cycle.id}/plan`;
  const by = cycle.changedByName || 'Somebody';
  return (
    <Card>
      <FormProvider context={form.context}>
        <Form method="post" {...getFormProps(form)} className="space-y-6">
          <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
          {answer && isConflict(answer, cycle.version) ? (
            <DraftConflict
              by={by}
              differences={planDifferences(cycle, answer.result.initialValue ?? {})}
              version={cycle.version}
              {...{ draft, here }}
            />
          ) : null}
          <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
          <input type="hidden" name="id" value={cycle.id} />
          <input type="hidden" name="version" value={fields.version.initialValue ?? cycle.version} />
          <PlanFields {...{ form, fields, measures, members }} isNew={false} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DraftLine draft={draft} back={here} />
            <div className="flex flex-wrap gap-2">
              <Button name="step" value="save">
                Save the plan
              </Button>
              <Button tone="primary" name="step" value="begin">
                Begin the cycle
              </Button>
            </div>
          </div>
        </Form>
      </FormProvider>
    </Card>
  );
}
