import { redirect } from 'react-router';
import { publishSynthesis } from '~/features/feed/syntheses/publish-synthesis.server';
import { publicationForm } from '~/features/feed/syntheses/synthesis-form';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import type { Route } from './+types/publication';

export function loader() {
  throwNotFound();
}

/** Publishes a synthesis, or takes it back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: publicationForm });
  if (submission.status !== 'success') throwNotFound();
  const input = { synthesisId: params.synthesis, wanted: submission.value.wanted };
  const outcome = await publishSynthesis(database, actor, input, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(`/syntheses/${params.synthesis}`);
}
