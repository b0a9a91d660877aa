import { redirect } from 'react-router';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import { answerMark } from '~/features/meetings/live/answer-mark.server';
import { withdrawContribution } from '~/features/meetings/live/withdraw-contribution.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/contribution-withdrawal';

export function loader() {
  throwNotFound();
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  await readForm(request);
  const input = { contributionId: params.contribution };
  const outcome = await withdrawContribution(database, actor, input, now);
  if (!outcome.ok) return answerMark(request, outcome.problem);
  tellRoom(outcome.meetingId, { kind: 'room' });
  if (wantsData(request)) return answerMark(request);
  throw redirect(`/meetings/${outcome.meetingId}/live#said`);
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}
