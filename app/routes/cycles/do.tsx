import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { carriedOutAnswers } from '#db/vocabulary';
import type { DoForm, ObservationForm } from '~/features/cycles/cycle-forms';
import { doForm, observationForm } from '~/features/cycles/cycle-forms';
import { carriedOutWords, stageWords } from '~/features/cycles/cycle-words';
import { addObservation, removeObservation, saveDo, setTaskDone } from '~/features/cycles/do-cycle.server';
import { ObservationList } from '~/features/cycles/observation-list';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { isAhead, ReturnForm } from '~/features/cycles/stage-header';
import { TaskList } from '~/features/cycles/task-list';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { DraftConflict } from '~/features/drafts/edit-frame';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { listQuickLog } from '~/features/measures/quick-log/quick-log-queries.server';
import { QuickLogRow } from '~/features/measures/quick-log/quick-log-row';
import { rowKey } from '~/features/measures/quick-log/quick-log';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatSpan } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { ChoiceField, FormErrors, TextAreaField, TextField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/do';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  if (isAhead(cycle, 'do')) throw redirect(`/cycles/${cycle.id}`);
  const mayWrite = worksInTeam(actor, cycle.teamId);
  const who = { personId: actor.personId, timeZone: network.timeZone };
  const planned = new Set(cycle.dataPlan.map((row) => row.measureId));
  const due = mayWrite ? await listQuickLog(db, actor, { today, timeZone: network.timeZone }) : [];
  const measures = await listMeasuresOfTeam(db, actor, cycle.teamId);
  return {
    cycle,
    mayWrite,
    today,
    due: due.filter((item) => planned.has(item.measureId)),
    collected: measures.filter((measure) => planned.has(measure.id)).map(({ id, name }) => ({ id, name })),
    draft: await findDraft(db, who, draftForm('cycle-do', cycle.id)),
    observationDraft: await findDraft(db, who, draftForm('observation', cycle.id)),
    newObservationId: uuidv7(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const cycleId = params.cycle;
  const here = `/cycles/${cycleId}/do`;
  const formData = await readForm(request);
  const taskId = formData.get('taskId');
  if (typeof taskId === 'string') {
    const outcome = await setTaskDone(
      database,
      actor,
      { cycleId, taskId, done: formData.get('done') === 'yes' },
      now,
    );
    if (!outcome.ok) refuse(outcome.problem);
    throw redirect(here);
  }
  const removed = formData.get('removeObservation');
  if (typeof removed === 'string') {
    const outcome = await removeObservation(database, actor, { cycleId, observationId: removed });
    if (!outcome.ok) refuse(outcome.problem);
    throw redirect(here);
  }
  if (formData.has('observationId')) {
    const submission = parseForm(formData, { schema: observationForm });
    if (submission.status !== 'success') return answerForm(submission);
    const outcome = await addObservation(
      database,
      actor,
      { cycleId, form: submission.value },
      { now, today },
    );
    if (!outcome.ok) return answerProblem(submission, outcome.problem);
    throw redirect(here);
  }
  const submission = parseForm(formData, { schema: doForm });
  if (submission.status !== 'success') return answerForm(submission);
  const finish = formData.get('step') === 'finish';
  const overwrite = formData.get('overwrite');
  if (overwrite !== null && Number.isNaN(Number(overwrite))) throwNotFound();
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await saveDo(database, actor, { cycleId, form, finish }, now);
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('cycle-do', params.cycle), fields: formData },
      now,
    );
  throw redirect(finish ? `/cycles/${cycleId}/study` : `${here}?saved`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function Do({ loaderData, actionData }: Route.ComponentProps) {
  const { cycle, mayWrite, today, due, collected } = loaderData;
  const editable = mayWrite && cycle.stage === 'do';
  const forObservation = actionData?.result.initialValue?.observationId !== undefined;
  return (
    <>
      <title>{`Do · ${cycle.changeIdea} · Boldline`}</title>
      <PageHeader
        title={`Do: ${stageWords.do.meaning}`}
        lead={`${cycle.changeIdea} · ${formatSpan(cycle.plannedStart, cycle.plannedEnd, today)}`}
      />
      <div className="space-y-5">
        {editable && due.length > 0 ? (
          <Card labelledBy="numbers" className="pb-1!">
            <h2 id="numbers" className="pb-3">
              Numbers due now
            </h2>
            {due.map((item) => (
              <QuickLogRow key={rowKey(item)} item={item} back={`/cycles/${cycle.id}/do`} posted={null} />
            ))}
          </Card>
        ) : null}
        {collected.length > 0 ? (
          <p className="text-sm text-soft">
            Collected in this cycle:{' '}
            {collected.map((measure, index) => (
              <span key={measure.id}>
                {index > 0 ? ', ' : ''}
                <ButtonLink to={`/measures/${measure.id}`} tone="quiet" className="min-h-6! p-0! text-sm">
                  {measure.name}
                </ButtonLink>
              </span>
            ))}
          </p>
        ) : null}
        {cycle.tasks.length > 0 ? (
          <TaskList
            tasks={cycle.tasks}
            editable={mayWrite && (cycle.stage === 'do' || cycle.stage === 'plan')}
            today={today}
          />
        ) : null}
        <Card labelledBy="noticed">
          <h2 id="noticed">What we noticed</h2>
          <ObservationList observations={cycle.observations} editable={editable} today={today} />
          {editable ? (
            <ObservationEditor
              key={loaderData.newObservationId}
              {...loaderData}
              answer={forObservation ? actionData : null}
            />
          ) : null}
        </Card>
        {editable ? (
          <DoEditor
            key={formKey(cycle.version, loaderData.draft)}
            {...loaderData}
            answer={forObservation ? null : (actionData ?? null)}
          />
        ) : (
          <Card labelledBy="carried-out">
            <h2 id="carried-out">Carried out as planned?</h2>
            <p className="mt-1">
              {cycle.carriedOut === null
                ? 'Not said yet.'
                : `${carriedOutWords[cycle.carriedOut]}. ${cycle.carriedOutNote}`}
            </p>
          </Card>
        )}
      </div>
      <ReturnForm cycle={cycle} stage="do" mayWrite={mayWrite} />
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];
type Answer = { answer: Route.ComponentProps['actionData'] | null };

function ObservationEditor({ cycle, today, observationDraft, newObservationId, answer }: Loaded & Answer) {
  const kept = useKeptResult(observationDraft);
  const [form, fields] = useForm<ObservationForm>({
    id: 'observation',
    lastResult: answer?.result ?? kept,
    defaultValue: { observationId: newObservationId, kind: 'observation', observedOn: today },
  });
  return (
    <Form
      method="post"
      {...getFormProps(form)}
      preventScrollReset
      className="mt-4 space-y-4 border-t border-line pt-4"
    >
      <FormErrors errors={form.errors} />
      <input
        type="hidden"
        name="observationId"
        value={fields.observationId.initialValue ?? newObservationId}
      />
      <TextAreaField
        field={fields.text}
        label="Add what you noticed"
        hint="What did students do or say? No names, please."
        rows={2}
      />
      <div className="flex flex-wrap items-end gap-4">
        <ChoiceField
          field={fields.kind}
          label={<span className="sr-only">Kind</span>}
          choices={[
            { value: 'observation', label: 'Observation' },
            { value: 'unexpected_event', label: 'Unexpected event' },
          ]}
        />
        <TextField field={fields.observedOn} label="Day" type="date" className="w-44" />
        <Button>Add</Button>
      </div>
      <DraftLine draft={observationDraft} back={`/cycles/${cycle.id}/do`} />
    </Form>
  );
}

function DoEditor({ cycle, draft, answer }: Loaded & Answer) {
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<DoForm>({
    id: 'do',
    lastResult: answer?.result ?? kept,
    defaultValue: {
      version: cycle.version,
      carriedOutNote: cycle.carriedOutNote,
      ...(cycle.carriedOut === null ? {} : { carriedOut: cycle.carriedOut }),
    },
  });
  const typed = answer?.result.initialValue ?? {};
  const here = `/cycles/${cycle.id}/do`;
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  const differences = [
    { label: 'Carried out as planned?', theirs: cycle.carriedOut ?? '', mine: words(typed.carriedOut) },
    { label: 'Note', theirs: cycle.carriedOutNote, mine: words(typed.carriedOutNote) },
  ].filter((row) => row.theirs !== row.mine);
  return (
    <Card labelledBy="carried-out">
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
        <h2 id="carried-out">When it is over</h2>
        {answer && isConflict(answer, cycle.version) ? (
          <DraftConflict
            by={cycle.changedByName || 'Somebody'}
            differences={differences}
            version={cycle.version}
            {...{ draft, here }}
          />
        ) : null}
        <FormErrors errors={form.errors} />
        <input type="hidden" name="version" value={fields.version.initialValue ?? cycle.version} />
        <ChoiceField
          field={fields.carriedOut}
          label="Was it carried out as planned?"
          choices={carriedOutAnswers.map((value) => ({ value, label: carriedOutWords[value] }))}
        />
        <TextAreaField field={fields.carriedOutNote} label="What was different?" rows={2} optional />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <DraftLine draft={draft} back={here} />
          <div className="flex flex-wrap gap-2">
            <Button name="step" value="save">
              Save
            </Button>
            <Button tone="primary" name="step" value="finish">
              Go on to Study
            </Button>
          </div>
        </div>
      </Form>
    </Card>
  );
}
