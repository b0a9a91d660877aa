import { v7 as uuidv7 } from 'uuid';
import { loadCommitmentFormFacts } from '~/features/meetings/commitments/commitment-form-facts.server';
import { lastTimeProtocol } from '~/features/meetings/commitments/last-time';
import { listLastTimeToOpen } from '~/features/meetings/commitments/last-time-queries.server';
import { LateLastTime, lastTimeArrives } from '~/features/meetings/commitments/late-last-time';
import { CommitmentForm } from '~/features/meetings/commitments/new-commitment';
import { LiveRoom } from '~/features/meetings/live/live-room';
import { loadLiveRoom } from '~/features/meetings/live/live-queries.server';
import { writesNotes } from '~/features/meetings/notes/note-policy';
import { loadNotes, loadNotesClosing } from '~/features/meetings/notes/note-queries.server';
import { RoomNotes } from '~/features/meetings/notes/room-notes';
import { sheetsArrive, ShownSheet } from '~/features/meetings/presenters/shown-sheet';
import { loadShown } from '~/features/meetings/presenters/shown-queries.server';
import { signedIn } from '~/features/people/request-actor.server';
import { notWhileUnreached } from '~/lib/unreached';
import { found } from '~/platform/problem-response.server';
import type { Route } from './+types/live';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { database, actor, clock, today } = signedIn(context);
  const db = database.reader;
  const view = found(await loadLiveRoom(db, actor, params.meeting, clock.now()));
  const { meeting, reader } = view;
  await Promise.all([sheetsArrive(), lastTimeArrives()]);
  return {
    view,
    shown: await loadShown(db, meeting),
    lastTimeToOpen: await listLastTimeToOpen(db, actor, meeting, view.agenda),
    notes: await loadNotes(db, meeting),
    mayWriteNotes: writesNotes(meeting, await loadNotesClosing(db, meeting.id)),
    noteFormId: uuidv7(),
    promising: reader.takesPart ? await loadCommitmentFormFacts(db, actor, meeting, today) : null,
  };
}

export const shouldRevalidate = notWhileUnreached;

export default function Live({ loaderData }: Route.ComponentProps) {
  const { view, shown, lastTimeToOpen, notes, mayWriteNotes, noteFormId, promising } = loaderData;
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
          presentation: ({ id, protocolKey }, { lastTime }) =>
            protocolKey === lastTimeProtocol ? (
              <LateLastTime teams={lastTime} toOpen={lastTimeToOpen} />
            ) : (
              <ShownSheet shown={shown[id] ?? { kind: 'nothing' }} />
            ),
          ...(promising === null
            ? {}
            : {
                commitment: (item) => (
                  <CommitmentForm
                    facts={promising}
                    item={item && { id: item.id, title: item.title }}
                    items={view.agenda.map(({ id, title }) => ({ id, title }))}
                    at="live"
                  />
                ),
              }),
        }}
      />
    </>
  );
}
