import type { RoomState } from '~/features/meetings/live/room';
import type { Visitor } from './visitor';

export type StreamEvent = { event: string; data: unknown };

/** Somebody who listens to a room as a browser's EventSource does. */
export type Listener = {
  response: Response;
  /** All that came so far. */
  events: StreamEvent[];
  /** Waits for the first event, from those that came already, that fits; rejects when the stream ends before. */
  until: (fits: (event: StreamEvent) => boolean) => Promise<StreamEvent>;
  untilRoom: (fits: (room: RoomState) => boolean) => Promise<RoomState>;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  leave: () => void;
};

function eventOf(text: string): StreamEvent | null {
  const event = /^event: (.*)$/m.exec(text)?.[1];
  const json = /^data: (.*)$/m.exec(text)?.[1];
  return event === undefined || json === undefined ? null : { event, data: JSON.parse(json) as unknown };
}

export async function listenAs(url: string, who: Visitor, meetingId: string): Promise<Listener> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/meetings/${meetingId}/live/events`, {
    headers: { Cookie: who.cookies(), Accept: 'text/event-stream', 'Accept-Encoding': 'gzip, br' },
    redirect: 'manual',
    signal: leaving.signal,
  });
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  let isOver = response.status !== 200;
  const wake = () => [...waiting].forEach((look) => look());
  async function read(): Promise<void> {
    if (isOver || !response.body) return;
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of response.body) {
        rest += decoder.decode(chunk, { stream: true });
        const whole = rest.split('\n\n');
        rest = whole.pop() ?? '';
        events.push(...whole.flatMap((text) => eventOf(text) ?? []));
        wake();
      }
    } catch {
      // A server that was killed ends its streams in the middle.
    }
    isOver = true;
    wake();
  }
  const until = (fits: (event: StreamEvent) => boolean) =>
    new Promise<StreamEvent>((resolve, reject) => {
      const look = () => {
        const found = events.find(fits);
        if (!found && !isOver) return;
        waiting.delete(look);
        if (found) resolve(found);
        else reject(new Error(`The stream ended after ${JSON.stringify(events.map(({ event }) => event))}`));
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ response, events, until, ended: read(), leave: () => leaving.abort() },
    async untilRoom(fits) {
      const isRoom = ({ event, data }: StreamEvent) => event === 'room' && fits(data as RoomState);
      return (await until(isRoom)).data as RoomState;
    },
  };
}
