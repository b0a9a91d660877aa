import { useMemo } from 'react';
import { data, Link, redirect } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { tellRoom } from '~/features/meetings/live/room-news.server';
import { notesOfMeeting } from '~/features/meetings/notes/note-events';
import { paragraphForm } from '~/features/meetings/notes/note-form';
import { notePace } from '~/features/meetings/notes/note-pace.server';
import { writesNotes } from '~/features/meetings/notes/note-policy';
import { findItemOfMeeting, loadNote, loadNotesClosing } from '~/features/meetings/notes/note-queries.server';
import { SharedNote } from '~/features/meetings/notes/shared-note';
import { addToNotes } from '~/features/meetings/notes/write-note.server';
import { safeReturnPath, signedIn } from '~/features/people/request-actor.server';
import { found, refuse } from '~/platform/problem-response.server';
import { readForm } from '~/platform/read-form.server';
import { PageHeader } from '~/ui/page-header';
import type { Route } from './+types/notes';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor } = signedIn(context);
  const db = database.reader;
  const where = { meetingId: params.meeting, itemId: params.item };
  const { meeting, item } = found(await findItemOfMeeting(db, actor, where));
  const { words } = await loadNote(db, item.id);
  const closing = await loadNotesClosing(db, meeting.id);
  return {
    ...{ item, note: { ...where, words }, mayWrite: writesNotes(meeting, closing) },
    ...{ meeting: { id: meeting.id, title: meeting.title }, formId: uuidv7() },
  };
}

function wordsOf(typed: FormDataEntryValue | undefined): string {
  return typeof typed === 'string' ? typed : '';
}

/** Adds a paragraph to the notes: the form that works without script. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { database, actor, now } = signedIn(context);
  const { meeting: meetingId, item: itemId } = params;
  const typed = Object.fromEntries(await readForm(request));
  const parsed = paragraphForm.safeParse(typed);
  if (!parsed.success) {
    found(await findItemOfMeeting(database.reader, actor, { meetingId, itemId }));
    const message = parsed.error.issues.map((issue) => issue.message)[0] ?? '';
    return data({ formId: uuidv7(), words: wordsOf(typed.words), message }, { status: 400 });
  }
  const { formId, words: paragraph } = parsed.data;
  if (!notePace.allows(actor.personId, paragraph.length, now)) {
    const message = 'Please wait a minute, then add it again.';
    return data({ formId, words: paragraph, message }, { status: 429 });
  }
  const written = await addToNotes(database, actor, { meetingId, itemId, formId, paragraph }, now);
  if (!written.ok) {
    const { problem } = written;
    if (problem.kind !== 'invalid') refuse(problem);
    return data({ formId, words: paragraph, message: problem.message }, { status: 400 });
  }
  const { news, edition } = written;
  const update = news ? Buffer.from(news).toString('base64') : '';
  if (news) tellRoom(meetingId, { kind: 'note', itemId, update, edition });
  const back = new URL(request.url).searchParams.get('back');
  const path = `/meetings/${meetingId}/notes/${itemId}`;
  throw redirect(`${back === null ? path : safeReturnPath(back)}#notes-${itemId}`);
}

export default function Notes({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, item, note, mayWrite, formId } = loaderData;
  const subscribe = useMemo(() => notesOfMeeting(meeting.id), [meeting.id]);
  const path = `/meetings/${meeting.id}/notes/${item.id}`;
  return (
    <div className="mx-auto max-w-[640px]">
      <title>{`Notes on ${item.title} · Boldline`}</title>
      <PageHeader
        above={<Link to={`/meetings/${meeting.id}/live`}>{meeting.title}</Link>}
        title={`Notes on ${item.title}`}
      />
      <SharedNote
        key={item.id}
        {...{ note, mayWrite, formId, subscribe }}
        title={item.title}
        back={path}
        refused={actionData}
      />
    </div>
  );
}
