import { data, redirect } from 'react-router';
import { changedMeanwhile } from '~/features/meetings/agenda/agenda-answers';
import type { AgendaAnswer } from '~/features/meetings/agenda/agenda-answers';
import { moveItem } from '~/features/meetings/agenda/arrange-agenda.server';
import { positionForm } from '~/features/meetings/agenda/item-form';
import { findItemToChange } from '~/features/meetings/agenda/item-queries.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/item-position';

export function loader() {
  throwNotFound();
}

/** Moves an item; where the agenda changed meanwhile, the newest is shown with a word about it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: positionForm });
  if (submission.status !== 'success') throwNotFound();
  const outcome = await moveItem(database, actor, { ...submission.value, itemId: params.item });
  if (outcome.ok) {
    tellRoom(outcome.meetingId, { kind: 'room' });
    if (wantsData(request)) return data<AgendaAnswer>({ problem: null });
    throw redirect(`/meetings/${outcome.meetingId}/agenda#item-${params.item}`);
  }
  const { problem } = outcome;
  if (problem.kind === 'invalid' && wantsData(request))
    return data<AgendaAnswer>({ problem: problem.message }, { status: 400 });
  if (problem.kind !== 'conflict') refuse(problem);
  if (wantsData(request)) return data<AgendaAnswer>({ problem: changedMeanwhile }, { status: 409 });
  const own = await findItemToChange(database.reader, actor, params.item);
  if (!own.ok) refuse(own.problem);
  throw redirect(`/meetings/${own.meetingId}/agenda?meanwhile`);
}
