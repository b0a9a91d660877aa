import { redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { adoptSharedMeasure } from '~/features/measures/shared/adopt-shared-measure.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/adoptions';

export function loader() {
  throwNotFound();
}

/** Adopts a shared measure of one of the team's cohorts. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const sharedMeasureId = (await readForm(request)).get('sharedMeasureId');
  if (typeof sharedMeasureId !== 'string') throwNotFound();
  const input = { teamId: params.team, sharedMeasureId, measureId: uuidv7() };
  const outcome = await adoptSharedMeasure(database, actor, input, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/measures/${outcome.measureId}`);
}
