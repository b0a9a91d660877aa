import { data, Form, Link, redirect } from 'react-router';
import { reasonNames } from '~/features/coaching/caseload/caseload-words';
import { RestFields } from '~/features/coaching/caseload/rest-fields';
import { restDay, restForm, typedRest } from '~/features/coaching/caseload/rest-form';
import { findTeamToRest, restReasons, showAgain } from '~/features/coaching/caseload/rest-reason.server';
import { followsTeams } from '~/features/people/people-policy';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { Button, ButtonLink } from '~/ui/button';
import { Card, Notice } from '~/ui/card';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/rests';

/** Leads whoever opens this address to the caseload: the page exists for a rest whose day did not go through. */
const toCaseload: Route.MiddlewareFunction = ({ request, context }, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return next();
  if (!followsTeams(signedIn(context).actor)) throwNotFound();
  throw redirect(backOf(request));
};
export const middleware: Route.MiddlewareFunction[] = [toCaseload];

/** The caseload as it was looked at. */
function backOf(request: Request): string {
  return safeReturnPath(new URL(request.url).searchParams.get('back') ?? '/coaching');
}

/** Lays reasons of a team aside until a day, or shows one again. */
export async function action({ request, context }: Route.ActionArgs) {
  const { database, actor, now, today } = signedIn(context);
  if (!followsTeams(actor)) throwNotFound();
  const back = backOf(request);
  const form = await readForm(request);
  const again = form.get('again');
  if (typeof again === 'string') {
    const shown = await showAgain(database, actor, again);
    if (!shown.ok) refuse(shown.problem);
    throw redirect(back);
  }
  const submission = parseForm(form, { schema: restForm });
  const wrong = async (message: string) => {
    const typed = typedRest(form);
    const place = await findTeamToRest(database.reader, actor, typed.team);
    return data({ ...typed, message, place, back }, { status: 400 });
  };
  if (submission.status !== 'success') return wrong('Choose what is not for now, and how long.');
  const { team: teamId, what: things } = submission.value;
  const day = restDay(submission.value, today);
  if (!day.ok) return wrong(day.message);
  const outcome = await restReasons(database, actor, { teamId, things, until: day.until }, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(back);
}

export default function Rests({ actionData }: Route.ComponentProps) {
  if (!actionData) return null;
  const { team, things, place, back, message } = actionData;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>Not now · Boldline</title>
      <PageHeader
        above={
          <Link to={back} className="inline-block min-h-6">
            Your caseload
          </Link>
        }
        title="Not now, until…"
        lead={place ?? undefined}
      />
      {place === null || things.length === 0 ? (
        <Notice role="alert">{message}</Notice>
      ) : (
        <Card>
          <Form method="post" className="space-y-4">
            <RestFields
              teamId={team}
              things={things.map(({ key, reason }) => ({ key, label: reasonNames[reason] }))}
              typed={actionData}
              message={message}
            />
            <Button tone="primary">Let it rest</Button>
          </Form>
        </Card>
      )}
      <p className="mt-5">
        <ButtonLink to={back} tone="quiet">
          Back to your caseload
        </ButtonLink>
      </p>
    </div>
  );
}
