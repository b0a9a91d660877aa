import { redirect } from 'react-router';
import { orUnreached } from '~/features/meetings/live/or-unreached';
import { answerMark } from '~/features/meetings/live/answer-mark.server';
import { takeUpContribution } from '~/features/meetings/live/take-up-contribution.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/contribution-taking-up';

export function loader() {
  throwNotFound();
}

/** Sets it to what is wanted: `wanted` is `on` or `off`. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const wanted = (await readForm(request)).get('wanted');
  if (wanted !== 'on' && wanted !== 'off') throwNotFound();
  const input = { contributionId: params.contribution, isOn: wanted === 'on' };
  const outcome = await takeUpContribution(database, actor, input, now);
  if (!outcome.ok) return answerMark(request, outcome.problem);
  tellRoom(outcome.meetingId, { kind: 'room' });
  if (wantsData(request)) return answerMark(request);
  throw redirect(`/meetings/${outcome.meetingId}/live#said`);
}

/** The page stays, with what was typed, when the server cannot be reached. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return orUnreached(() => serverAction());
}
