import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { decisions } from '#db/vocabulary';
import type { ActForm } from '~/features/cycles/cycle-forms';
import { actForm } from '~/features/cycles/cycle-forms';
import { decisionWords, stageWords, verdictWords } from '~/features/cycles/cycle-words';
import { decideCycle } from '~/features/cycles/decide-cycle.server';
import { listRampSteps } from '~/features/cycles/cycle-queries.server';
import { cycleOf } from '~/features/cycles/request-cycle.server';
import { ShareCard } from '~/features/cycles/share-card';
import { isAhead } from '~/features/cycles/stage-header';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { answerKeepingDraft } from '~/features/drafts/answer-keeping-draft.server';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, isConflict, loadAgainOnConflict, useKeptResult } from '~/features/drafts/draft-hooks';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { formatDay, schoolDayAt } from '~/lib/school-day';
import { answerForm } from '~/platform/form-answer.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { ChoiceField, FormErrors, TextAreaField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/act';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const cycle = await cycleOf(context, params.cycle);
  if (isAhead(cycle, 'act')) throw redirect(`/cycles/${cycle.id}`);
  const steps = await listRampSteps(db, cycle.rampId);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('cycle-act', cycle.id),
  );
  return {
    cycle,
    draft,
    nextId: uuidv7(),
    mayWrite: worksInTeam(actor, cycle.teamId),
    successor: steps.find((step) => step.number === cycle.number + 1) ?? null,
    decidedOn: cycle.decision
      ? formatDay(schoolDayAt(cycle.decision.decidedAt, network.timeZone), today)
      : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  const formData = await readForm(request);
  const submission = parseForm(formData, { schema: actForm });
  if (submission.status !== 'success') return answerForm(submission);
  const overwrite = formData.get('overwrite');
  const form = overwrite === null ? submission.value : { ...submission.value, version: Number(overwrite) };
  const outcome = await decideCycle(database, actor, { cycleId: params.cycle, form }, { now, today });
  if (!outcome.ok)
    return answerKeepingDraft(
      database,
      { submission, problem: outcome.problem },
      { personId: actor.personId, form: draftForm('cycle-act', params.cycle), fields: formData },
      now,
    );
  throw redirect(
    outcome.nextCycleId === null ? `/cycles/${params.cycle}/act` : `/cycles/${outcome.nextCycleId}/plan`,
  );
}

export const shouldRevalidate = loadAgainOnConflict;

export default function Act({ loaderData, actionData }: Route.ComponentProps) {
  const { cycle, mayWrite, draft } = loaderData;
  return (
    <>
      <title>{`Act · ${cycle.changeIdea} · Boldline`}</title>
      <PageHeader
        title={`Act: ${stageWords.act.meaning}`}
        lead={`${cycle.changeIdea} · Cycle ${cycle.number}`}
      />
      <div className="space-y-5">
        <Card>
          <h2>What we know now</h2>
          <ul className="mt-2 space-y-2">
            {cycle.questions.map((question) => (
              <li key={question.id}>
                {question.question}{' '}
                <span className="font-semibold">
                  {question.verdict ? `${verdictWords[question.verdict]}.` : ''}
                </span>
              </li>
            ))}
          </ul>
          {cycle.learned ? (
            <p className="mt-3 border-t border-line pt-3 whitespace-pre-line">{cycle.learned}</p>
          ) : null}
        </Card>
        {cycle.decision && cycle.stage === 'complete' ? (
          <>
            <Decided {...loaderData} />
            {mayWrite ? <ShareCard cycleId={cycle.id} decision={cycle.decision.decision} /> : null}
          </>
        ) : mayWrite && cycle.stage === 'act' ? (
          <ActEditor key={formKey(cycle.version, draft)} {...loaderData} answer={actionData ?? null} />
        ) : (
          <p className="text-soft">Not decided yet.</p>
        )}
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Decided({ cycle, successor, decidedOn }: Loaded) {
  if (!cycle.decision) return null;
  return (
    <Card>
      <h2>{decisionWords[cycle.decision.decision].past}</h2>
      <p className="mt-2 whitespace-pre-line">{cycle.decision.why}</p>
      <p className="mt-2 text-sm text-soft">
        {cycle.decision.decidedByName}, {decidedOn}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {successor ? (
          <ButtonLink to={`/cycles/${successor.id}`} tone="primary">
            Open cycle {successor.number}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/cycles/${cycle.id}/print`}>One-page storyboard</ButtonLink>
        <ButtonLink to={`/teams/${cycle.teamId}`}>Back to the team</ButtonLink>
      </div>
    </Card>
  );
}

function ActEditor({
  cycle,
  draft,
  nextId,
  answer,
}: Loaded & { answer: Route.ComponentProps['actionData'] | null }) {
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<ActForm>({
    id: 'act',
    lastResult: answer?.result ?? kept,
    defaultValue: { version: cycle.version, nextCycleId: nextId },
  });
  return (
    <Card>
      <Form method="post" {...getFormProps(form)} className="space-y-5">
        {answer && isConflict(answer, cycle.version) ? (
          <Notice tone="attention" role="alert">
            Somebody in your team changed this cycle while you were deciding. Your words are still here; look
            at what is above, then{' '}
            <Button name="overwrite" value={cycle.version} className="ml-1">
              decide all the same
            </Button>
          </Notice>
        ) : null}
        <FormErrors errors={form.errors} />
        <input type="hidden" name="version" value={fields.version.initialValue ?? cycle.version} />
        <input type="hidden" name="nextCycleId" value={fields.nextCycleId.initialValue ?? nextId} />
        <ChoiceField
          field={fields.decision}
          label="What now?"
          choices={decisions.map((value) => ({
            value,
            label: decisionWords[value].name,
            hint: decisionWords[value].meaning,
          }))}
        />
        <TextAreaField
          field={fields.why}
          label="Why?"
          hint="For the next team that wants to try this."
          rows={3}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <DraftLine draft={draft} back={`/cycles/${cycle.id}/act`} />
          <Button tone="primary">Finish the cycle</Button>
        </div>
      </Form>
    </Card>
  );
}
