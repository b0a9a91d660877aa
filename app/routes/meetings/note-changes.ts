import { data } from 'react-router';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import type { NoteAnswer, NoteRefusal } from '~/features/meetings/notes/note';
import { catchUpForm, changeForm } from '~/features/meetings/notes/note-form';
import { notePace } from '~/features/meetings/notes/note-pace.server';
import { catchUpOnNote, findItemOfMeeting } from '~/features/meetings/notes/note-queries.server';
import { writeNote } from '~/features/meetings/notes/write-note.server';
import { signedIn } from '~/features/people/request-actor.server';
import { formatClock } from '~/lib/school-day';
import { found, throwNotFound } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import type { Route } from './+types/note-changes';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What somebody who was away has missed of a note. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { database, actor, network } = signedIn(context);
  const where = { meetingId: params.meeting, itemId: params.item };
  found(await findItemOfMeeting(database.reader, actor, where));
  const asked = catchUpForm.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { itemId } = where;
  return data<NoteAnswer>(await catchUpOnNote(database.reader, { ...asked, itemId }, network.timeZone));
}

const nothing = { update: new Uint8Array(), vector: new Uint8Array(), edition: 0, writer: '' };
const someoneElse = 'Somebody else has signed in here since, so this was not saved.';

/** Takes what somebody typed, as they type, and tells the room. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, network, now } = signedIn(context);
  const { meeting: meetingId, item: itemId } = params;
  const sent = changeForm.safeParse(Object.fromEntries(await readForm(request)));
  const { writer, ...input } = sent.success ? sent.data : nothing;
  if (writer !== '' && writer !== actor.personId)
    return data<NoteRefusal>({ why: someoneElse, vector: null }, { status: 403 });
  if (!notePace.allows(actor.personId, input.update.length, now))
    return data<NoteRefusal>({ why: 'Too many changes at once.', vector: null }, { status: 429 });
  const written = await writeNote(database, actor, { meetingId, itemId, ...input }, now);
  if (!written.ok) {
    const { problem, vector } = written;
    if (problem.kind === 'not_found') throwNotFound();
    const refused = (status: number, why: string) =>
      data<NoteRefusal>({ why, vector: vector ? base64(vector) : null }, { status });
    if (problem.kind === 'not_allowed') return refused(403, problem.why);
    return refused(vector ? 409 : 400, problem.kind === 'invalid' ? problem.message : '');
  }
  const { edition, news, lacks } = written;
  if (news) tellRoom(meetingId, { kind: 'note', itemId, update: base64(news), edition });
  return data<NoteAnswer>({ edition, update: base64(lacks), clock: formatClock(now, network.timeZone) });
}
