import { parseForm, readForm } from '~/platform/read-form.server';
import { getFormProps, useForm } from '@conform-to/react';
import { Form, redirect } from 'react-router';
import { stopForm } from '~/features/cycles/cycle-forms';
import type { StopForm } from '~/features/cycles/cycle-forms';
import { stopCycle } from '~/features/cycles/move-cycle.server';
import { isOpen } from '~/features/cycles/cycle-stages';
import { ownCycleOf } from '~/features/cycles/request-cycle.server';
import { signedIn } from '~/features/people/request-actor.server';
import { answerForm, answerProblem } from '~/platform/form-answer.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { FormErrors, TextAreaField } from '~/ui/field';
import { PageHeader } from '~/ui/page-header';
import { isConflict, loadAgainOnConflict } from '~/features/drafts/draft-hooks';
import { TypedOnDevice } from '~/features/drafts/typed-on-device';
import type { Route } from './+types/stop';

export async function loader({ params, context }: Route.LoaderArgs) {
  const cycle = await ownCycleOf(context, params.cycle);
  if (!isOpen(cycle.stage)) throw redirect(`/cycles/${cycle.id}`);
  return { cycle };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: stopForm });
  if (submission.status !== 'success') return answerForm(submission);
  const outcome = await stopCycle(database, actor, { cycleId: params.cycle, ...submission.value }, now);
  if (!outcome.ok) return answerProblem(submission, outcome.problem);
  throw redirect(`/cycles/${params.cycle}`);
}

export const shouldRevalidate = loadAgainOnConflict;

export default function Stop({ loaderData, actionData }: Route.ComponentProps) {
  const { cycle } = loaderData;
  const [form, fields] = useForm<StopForm>({ id: 'stop', lastResult: actionData?.result ?? null });
  return (
    <>
      <title>{`Stop · ${cycle.changeIdea} · Boldline`}</title>
      <PageHeader
        title="Stop this cycle"
        lead={`${cycle.changeIdea} · Cycle ${cycle.number}. Stopping is no failure: what was written stays, and the reason helps the next team.`}
      />
      <Card>
        <Form method="post" {...getFormProps(form)} className="space-y-5">
          {actionData && isConflict(actionData, cycle.version) ? (
            <Notice tone="attention" role="alert">
              Somebody changed this cycle meanwhile. Send it again to stop it all the same.
            </Notice>
          ) : null}
          <FormErrors errors={form.errors} />
          <input type="hidden" name="version" value={cycle.version} />
          <TextAreaField field={fields.reason} label="Why does it stop here?" rows={3} />
          <TypedOnDevice name={`cycles/${cycle.id}/stop`} />
          <div className="flex flex-wrap gap-2">
            <Button tone="primary">Stop the cycle</Button>
            <ButtonLink to={`/cycles/${cycle.id}`}>Go on with it</ButtonLink>
          </div>
        </Form>
      </Card>
    </>
  );
}
