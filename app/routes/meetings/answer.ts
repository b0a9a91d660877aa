import { redirect } from 'react-router';
import { answerInvitation } from '~/features/meetings/invitations/answer-invitation.server';
import { answerForm } from '~/features/meetings/invitations/people-form';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { refuse } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import type { Route } from './+types/answer';

/** Leads whoever opens this address to the meeting, where the buttons are. */
export function loader({ params }: Route.LoaderArgs) {
  throw redirect(`/meetings/${params.meeting}`);
}

/** The actor's own answer to an invitation, by one of three buttons. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: answerForm });
  if (submission.status !== 'success') refuse({ kind: 'invalid', message: 'Choose yes, maybe or no.' });
  const { answer, back } = submission.value;
  const outcome = await answerInvitation(database, actor, { meetingId: params.meeting, answer }, now);
  if (!outcome.ok) refuse(outcome.problem);
  throw redirect(back === '' ? `/meetings/${params.meeting}` : safeReturnPath(back));
}
