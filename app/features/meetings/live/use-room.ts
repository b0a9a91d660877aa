import { useEffect, useState, useSyncExternalStore } from 'react';
import { useRevalidator } from 'react-router';
import { timeLeft, untilNextSecond } from './clock-rules';
import type { RoomClock, RoomState } from './room';
import { RoomLink } from './room-link';
import type { LinkState } from './room-link';

export type UsedRoom = { room: RoomState; state: LinkState; link: RoomLink };

/** Pages of a whole room do not all ask at the same instant. */
const spreadMs = 1500;

/** The room as it stands, kept in step while the page is open. `loaded` is what the page came with, or was loaded again with. */
export function useRoom(meetingId: string, loaded: RoomState): UsedRoom {
  const [link] = useState(() => new RoomLink(`/meetings/${meetingId}/live/events`, loaded));
  const [first] = useState(() => link.get());
  const { room, link: state } = useSyncExternalStore(link.watch, link.get, () => first);
  useEffect(() => link.connect(), [link]);
  useEffect(() => link.take(loaded), [link, loaded]);
  useLoadedPage(room.agendaVersion !== loaded.agendaVersion || room.isCancelled !== loaded.isCancelled);
  return { room, state, link };
}

/** The agenda, and why a meeting was cancelled, are not part of what the stream tells: a page asks for them. */
function useLoadedPage(isOther: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOther) return;
    const soon = setTimeout(() => void revalidate(), Math.random() * spreadMs);
    return () => clearTimeout(soon);
  }, [isOther, revalidate]);
}

/** What is left of the step, in milliseconds, by the server's clock; looks anew each time its words change. */
export function useTimeLeft(link: RoomLink, room: RoomState): number {
  const { clock } = room;
  const [now, setNow] = useState(room.now);
  useEffect(() => {
    let timer = setTimeout(tick, 0);
    function tick() {
      const at = link.serverNow();
      setNow(at);
      if (clock.state === 'running') timer = setTimeout(tick, untilNextSecond(timeLeft(clock, at)));
    }
    return () => clearTimeout(timer);
  }, [link, clock, room]);
  return timeLeft(clock, seenAt(clock, now, room.now));
}

/** Until a page has looked at its own clock, the instant the server made the state at counts. */
function seenAt({ runningSince }: RoomClock, now: number, madeAt: number): number {
  return runningSince !== null && now < runningSince ? madeAt : now;
}
