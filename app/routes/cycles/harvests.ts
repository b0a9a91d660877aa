import { redirect } from 'react-router';
import { harvest } from '~/features/feed/syntheses/harvest.server';
import { harvestForm } from '~/features/feed/syntheses/synthesis-form';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import type { Route } from './+types/harvests';

export function loader() {
  throwNotFound();
}

/** Collects a cycle for one of the facilitator's syntheses. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: harvestForm });
  if (submission.status !== 'success') refuse({ kind: 'invalid', message: 'Choose a synthesis.' });
  const input = { harvested: { cycleId: params.cycle }, synthesisId: submission.value.synthesisId };
  const outcome = await harvest(database, actor, input, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/cycles/${params.cycle}`);
}
