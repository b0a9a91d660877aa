import { data, redirect } from 'react-router';
import { addItem } from '~/features/meetings/agenda/add-item.server';
import type { AgendaAnswer } from '~/features/meetings/agenda/agenda-answers';
import { newItemForm } from '~/features/meetings/agenda/item-form';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import { wantsData } from '~/platform/wants-data.server';
import type { Route } from './+types/items';

export function loader() {
  throwNotFound();
}

/** Puts a protocol at the end of the agenda; one written by hand goes on to its own page. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: newItemForm });
  if (submission.status !== 'success') throwNotFound();
  const { id, protocolKey } = submission.value;
  const outcome = await addItem(database, actor, { meetingId: params.meeting, id, protocolKey });
  if (!outcome.ok) {
    if (outcome.problem.kind === 'invalid' && wantsData(request))
      return data<AgendaAnswer>({ problem: outcome.problem.message }, { status: 400 });
    refuse(outcome.problem);
  }
  tellRoom(params.meeting, { kind: 'room' });
  if (protocolKey === '') throw redirect(`/items/${id}`);
  if (wantsData(request)) return data<AgendaAnswer>({ problem: null });
  throw redirect(`/meetings/${params.meeting}/agenda#item-${id}`);
}
