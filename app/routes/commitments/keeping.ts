import { data, redirect } from 'react-router';
import { keepCommitment } from '~/features/meetings/commitments/change-commitment.server';
import { keepingForm } from '~/features/meetings/commitments/commitment-form';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/keeping';

export function loader() {
  throwNotFound();
}

/** Marks a commitment as kept, or takes that back. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: keepingForm });
  if (submission.status !== 'success') throwNotFound();
  const { wanted, at } = submission.value;
  const commitmentId = params.commitment;
  const outcome = await keepCommitment(database, actor, { commitmentId, wanted }, now);
  if (!outcome.ok) refuse(outcome.problem);
  const { meetingId, teamId, cycleId, rooms } = outcome;
  for (const room of rooms) tellRoom(room, { kind: 'room' });
  if (wantsData(request)) return data({ ok: true });
  const own = `/commitments/${commitmentId}`;
  const places = {
    commitment: own,
    week: '/',
    team: teamId === null ? own : `/teams/${teamId}#commitments`,
    cycle: cycleId === null ? own : `/cycles/${cycleId}`,
    coaching: teamId === null ? own : `/coaching/${teamId}#commitments`,
    meeting: `/meetings/${meetingId}`,
    commitments: `/meetings/${meetingId}/commitments`,
  };
  throw redirect(places[at]);
}
