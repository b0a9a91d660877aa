import { parseForm, readForm } from '~/platform/read-form.server';
import { redirect } from 'react-router';
import { returnForm } from '~/features/cycles/cycle-forms';
import { returnToStage } from '~/features/cycles/move-cycle.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import type { Route } from './+types/returns';

export function loader() {
  throwNotFound();
}

/** A way back to an earlier stage. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: returnForm });
  if (submission.status !== 'success') throwNotFound();
  const { version, to, reason = '' } = submission.value;
  const outcome = await returnToStage(database, actor, { cycleId: params.cycle, version, to, reason }, now);
  if (!outcome.ok && outcome.problem.kind === 'conflict') throw redirect(`/cycles/${params.cycle}`);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/cycles/${params.cycle}/${to}`);
}
