import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import { Button } from '~/ui/button';
import { counted } from '~/lib/number-format';
import type { LiveView } from './live-view';
import { MarkForm } from './mark-form';
import type { RoomState } from './room';

const awayKey = (meetingId: string) => `away ${meetingId}`;

/** Notes once, while the page is open, that its reader is here. */
function useOwnArrival({ meeting: { id } }: LiveView, arrives: boolean): void {
  const { submit } = useFetcher();
  const said = useRef(false);
  useEffect(() => {
    if (!arrives || said.current) return;
    said.current = true;
    if (sessionStorage.getItem(awayKey(id)) !== null) return;
    void submit({ wanted: 'here' }, { method: 'post', action: `/meetings/${id}/attendances` });
  }, [arrives, id, submit]);
}

const quiet = 'inline-flex min-h-11 items-center px-1 text-sm text-soft underline hover:text-ink';

export type OwnPresence = {
  /** The reader may say so, and has not. */
  maySay: boolean;
  /** It is asked at the top of the page. */
  comesIn: boolean;
};

/** Whether the reader is here; opening the page during the meeting, or staying until it begins, says so by itself. */
export function usePresence(view: LiveView, room: RoomState): OwnPresence {
  const { meeting, reader } = view;
  const isHere = room.present.some(({ personId }) => personId === reader.personId);
  const maySay = reader.takesPart && meeting.announcedAt !== null && !room.isCancelled && !isHere;
  const isOn = view.isMeetingTime && room.clock.state !== 'ended';
  useOwnArrival(view, maySay && (isRunning(room) || (isOn && meeting.mine !== null)));
  return { maySay, comesIn: maySay && room.clock.state !== 'ended' };
}

const isRunning = ({ clock: { state } }: RoomState) => state === 'running' || state === 'paused';

/** Asks whoever opens the room to say that they are here. */
export function ComeIn({ meetingId }: { meetingId: string }) {
  return (
    <MarkForm action={`/meetings/${meetingId}/attendances`} fields={{ wanted: 'here' }} className="mb-4">
      {() => <Button>I’m here</Button>}
    </MarkForm>
  );
}

type Props = { view: LiveView; room: RoomState; presence: OwnPresence };

/** Who is here, by name; people note it themselves, or the facilitator does. */
export function Presence({ view, room, presence }: Props) {
  const { meeting, reader, invited } = view;
  const here = new Set(room.present.map(({ personId }) => personId));
  const action = `/meetings/${meeting.id}/attendances`;
  const absent = invited.filter(({ personId }) => !here.has(personId));
  const mayNote = meeting.cancelledAt === null && meeting.announcedAt !== null;
  return (
    <section id="here" aria-labelledby="here-title" className="scroll-mt-4">
      <h2 id="here-title">Who is here</h2>
      <p className="mt-1 text-soft">
        {room.present.length === 0
          ? 'Nobody has signed in yet.'
          : `${counted(room.present.length, 'person', 'people')} here.`}
      </p>
      {presence.maySay && !presence.comesIn ? (
        <MarkForm action={action} fields={{ wanted: 'here' }} className="mt-2">
          {() => <Button>I’m here</Button>}
        </MarkForm>
      ) : null}
      {room.present.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {room.present.map(({ personId, name }) => (
            <li key={personId} className="inline-flex min-h-6 flex-wrap items-center gap-x-1">
              {name}
              {mayNote && (personId === reader.personId ? reader.takesPart : reader.leads) ? (
                <MarkForm action={action} fields={{ wanted: 'away', personId }}>
                  {() => (
                    <button
                      className={quiet}
                      aria-label={`${name} is not here`}
                      onClick={() => {
                        if (personId === reader.personId) sessionStorage.setItem(awayKey(meeting.id), '1');
                      }}
                    >
                      not here
                    </button>
                  )}
                </MarkForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayNote && absent.length > 0 ? (
        <details className="mt-2" suppressHydrationWarning>
          <summary className="min-h-6 font-semibold">Not here yet ({absent.length})</summary>
          <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
            {absent.map(({ personId, name }) => (
              <li key={personId} className="flex items-center justify-between gap-3">
                <span className="min-w-0 truncate">{name}</span>
                <MarkForm action={action} fields={{ wanted: 'here', personId }}>
                  {() => (
                    <button className={quiet} aria-label={`${name} is here`}>
                      is here
                    </button>
                  )}
                </MarkForm>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
