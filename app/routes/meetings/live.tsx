import { v7 as uuidv7 } from 'uuid';
import { LiveRoom } from '~/features/meetings/live/live-room';
import { loadLiveRoom } from '~/features/meetings/live/live-queries.server';
import { writesNotes } from '~/features/meetings/notes/note-policy';
import { loadNotes, loadNotesClosing } from '~/features/meetings/notes/note-queries.server';
import { RoomNotes } from '~/features/meetings/notes/room-notes';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/live';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, clock } = signedIn(context);
  const db = database.reader;
  const view = found(await loadLiveRoom(db, actor, params.meeting, clock.now()));
  const mayWriteNotes = writesNotes(view.meeting, await loadNotesClosing(db, view.meeting.id));
  return { view, mayWriteNotes, notes: await loadNotes(db, view.meeting), noteFormId: uuidv7() };
}

export const shouldRevalidate = notWhileUnreached;

export default function Live({ loaderData }: Route.ComponentProps) {
  const { view, notes, mayWriteNotes, noteFormId } = loaderData;
  return (
    <>
      <title>{`${view.meeting.title}, live · Boldline`}</title>
      <LiveRoom
        key={view.meeting.id}
        view={view}
        slots={{
          notes: (item, subscribe) => (
            <RoomNotes
              meetingId={view.meeting.id}
              mayWrite={mayWriteNotes}
              formId={noteFormId}
              {...{ item, notes, subscribe }}
            />
          ),
        }}
      />
    </>
  );
}
