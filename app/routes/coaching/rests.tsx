import { data, Form, redirect } from 'react-router';
import { reasonNames } from '~/features/coaching/caseload/caseload-words';
import { RestFields } from '~/features/coaching/caseload/rest-fields';
import { restDay, restForm, typedRest } from '~/features/coaching/caseload/rest-form';
import { restReasons, showAgain } from '~/features/coaching/caseload/rest-reason.server';
import { followsTeams } from '~/features/people/people-policy';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/rests';

/** There is nothing here to read: the page exists for a rest whose day did not go through. */
export function loader() {
  return data(null, { status: 404 });
}

/** Lays reasons of a team aside until a day, or shows one again. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  if (!followsTeams(actor)) throwNotFound();
  const back = safeReturnPath(new URL(request.url).searchParams.get('back') ?? '/coaching');
  const form = await readForm(request);
  const again = form.get('again');
  if (typeof again === 'string') {
    const shown = await showAgain(database, actor, again);
    if (!shown.ok) refuse(shown.problem);
    throw redirect(back);
  }
  const submission = parseForm(form, { schema: restForm });
  const wrong = (message: string) => data({ ...typedRest(form), message }, { status: 400 });
  if (submission.status !== 'success') return wrong('Choose what is not for now, and how long.');
  const { team: teamId, what: things } = submission.value;
  const day = restDay(submission.value, today);
  if (!day.ok) return wrong(day.message);
  const outcome = await restReasons(database, actor, { teamId, things, until: day.until }, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(back);
}

export default function Rests({ actionData }: Route.ComponentProps) {
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Not now · Boldline</title>
      <PageHeader
        title={actionData ? 'Not now, until…' : 'Nothing to read here'}
        lead={actionData ? undefined : 'What is not for now is chosen in your caseload.'}
      />
      {actionData && actionData.things.length > 0 ? (
        <Card>
          <Form method="post" className="space-y-4">
            <RestFields
              teamId={actionData.team}
              things={actionData.things.map(({ key, reason }) => ({ key, label: reasonNames[reason] }))}
              typed={actionData}
              message={actionData.message}
            />
            <Button tone="primary">Let it rest</Button>
          </Form>
        </Card>
      ) : (
        <ButtonLink to="/coaching">Your caseload</ButtonLink>
      )}
    </div>
  );
}
