import { readForm } from '~/platform/read-form.server';
import { FormProvider, getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import type { PlanForm } from '~/features/cycles/cycle-forms';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { readPlanForm } from '~/features/cycles/plan-answer.server';
import { PlanFields } from '~/features/cycles/plan-fields';
import { startCycle } from '~/features/cycles/save-plan.server';
import { draftForm } from '~/features/drafts/draft';
import { DraftLine } from '~/features/drafts/draft-line';
import { findDraft } from '~/features/drafts/draft-queries.server';
import { formKey, useKeptResult } from '~/features/drafts/draft-hooks';
import { listMeasuresOfTeam } from '~/features/measures/measure-queries.server';
import { worksInTeam } from '~/features/people/people-policy';
import { signedIn } from '~/features/people/request-actor.server';
import { addDays, nextWeekday } from '~/lib/school-day';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { found, refuse } from '~/platform/problem-response.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { FormErrors } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/new-cycle';

const teamOf = (request: Request) => new URL(request.url).searchParams.get('team') ?? '';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { database, actor, network, today } = signedIn(context);
  const db = database.reader;
  const teamId = teamOf(request);
  const team = found(await findCycleTeam(db, actor, teamId, today));
  if (!worksInTeam(actor, teamId))
    refuse({ kind: 'not_allowed', why: 'Only the team itself begins its cycles.' });
  const measures = await listMeasuresOfTeam(db, actor, teamId);
  const draft = await findDraft(
    db,
    { personId: actor.personId, timeZone: network.timeZone },
    draftForm('cycle-new', teamId),
  );
  const start = nextWeekday(today);
  return { team, measures, draft, newId: uuidv7(), start, end: addDays(start, 14) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const { submission, begin } = readPlanForm(await readForm(request));
  if (submission.status !== 'success') return answerForm(submission);
  const form = submission.value;
  const outcome = await startCycle(database, actor, { teamId: teamOf(request), form, begin }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/cycles/${form.id}/${begin ? 'do' : 'plan'}`);
}

export default function NewCycle(props: Route.ComponentProps) {
  return <NewCycleEditor key={formKey(0, props.loaderData.draft)} {...props} />;
}

function NewCycleEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { team, measures, draft, newId, start, end } = loaderData;
  const first = measures[0];
  const firstGroup = first?.groups[0];
  const kept = useKeptResult(draft);
  const [form, fields] = useForm<PlanForm>({
    id: 'plan',
    lastResult: actionData?.result ?? kept,
    defaultValue: {
      ...{ id: newId, version: 0, scale: 'small_group', plannedStart: start, plannedEnd: end },
      questions: [
        {
          ...(first && firstGroup ? { series: `${first.id}/${firstGroup.id}` } : {}),
          expects: first?.direction === 'decrease' ? 'at_most' : 'at_least',
        },
      ],
    },
  });
  return (
    <div className="mx-auto max-w-[720px]">
      <title>A new cycle · Boldline</title>
      <PageHeader
        above={`${team.schoolName} · ${team.teamName}`}
        title="Plan a small test"
        lead="One change, a few students, and what you expect to see. About three minutes."
      />
      <Card>
        <FormProvider context={form.context}>
          <Form method="post" {...getFormProps(form)} className="space-y-6">
            <button className="hidden" name="step" value="save" aria-hidden="true" tabIndex={-1} />
            <FormErrors errors={form.errors} fieldCount={Object.keys(form.allErrors).length} />
            <input type="hidden" name="id" value={fields.id.initialValue ?? newId} />
            <input type="hidden" name="version" value="0" />
            <PlanFields
              {...{ form, fields, measures }}
              members={team.members.map((member) => member.name)}
              isNew
            />
            <div className="flex flex-wrap items-center justify-between gap-3">
              <DraftLine draft={draft} version={0} back={`/cycles/new?team=${team.teamId}`} />
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
    </div>
  );
}
