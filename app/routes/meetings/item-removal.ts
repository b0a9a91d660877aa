import { redirect } from 'react-router';
import { removeItem } from '~/features/meetings/agenda/arrange-agenda.server';
import { removalForm } from '~/features/meetings/agenda/item-form';
import { findItemToChange } from '~/features/meetings/agenda/item-queries.server';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { signedIn } from '~/features/people/request-actor.server';
import { refuse, throwNotFound } from '~/platform/problem-response.server';
import { parseForm, readForm } from '~/platform/read-form.server';
import type { Route } from './+types/item-removal';

export function loader() {
  throwNotFound();
}

/** Takes an item out of its agenda; where the agenda changed meanwhile, the newest is shown with a word about it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor } = signedIn(context);
  const submission = parseForm(await readForm(request), { schema: removalForm });
  if (submission.status !== 'success') throwNotFound();
  const { agendaVersion } = submission.value;
  const outcome = await removeItem(database, actor, { itemId: params.item, agendaVersion });
  if (outcome.ok) {
    tellRoom(outcome.meetingId, { kind: 'room' });
    throw redirect(`/meetings/${outcome.meetingId}/agenda`);
  }
  if (outcome.problem.kind === 'conflict' || outcome.problem.kind === 'invalid') {
    const own = await findItemToChange(database.reader, actor, params.item);
    if (!own.ok) refuse(own.problem);
    const why = outcome.problem.kind === 'conflict' ? 'meanwhile' : 'stays';
    throw redirect(`/meetings/${own.meetingId}/agenda?${why}`);
  }
  refuse(outcome.problem);
}
