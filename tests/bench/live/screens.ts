import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { timeLeft } from '~/features/meetings/live/clock-rules';
import type { RoomClock, RoomState } from '~/features/meetings/live/room';
import type { NoteNews } from '~/features/meetings/notes/note';

export type Heard =
  { kind: 'room'; at: number; state: RoomState; text: string } | { kind: 'note'; at: number; news: NoteNews };

let lastText = '';
let lastValue: unknown = null;

/** All screens get the same bytes: they are parsed once, so that this process is not what is measured. */
function parsed(text: string): unknown {
  if (text !== lastText) {
    lastValue = JSON.parse(text);
    lastText = text;
  }
  return lastValue;
}

/** One phone that listens to the room as EventSource does: a request that stays open, and another as soon as the server wants, after it broke. */
export class Screen {
  clock: RoomClock | null = null;
  /** How often the stream had to be opened. */
  opened = 0;
  isOpen = false;
  private ahead = 0;
  private rest = '';
  private waitMs = 1000;
  private asking: ClientRequest | null = null;
  private hasLeft = false;

  constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly hear: (heard: Heard) => void,
  ) {
    this.open();
  }

  /** What this screen shows as left of the step at an instant of this machine; null before the first event. */
  left(at: number): number | null {
    return this.clock === null ? null : timeLeft(this.clock, at + this.ahead);
  }

  leave(): void {
    this.hasLeft = true;
    this.asking?.destroy();
  }

  private open(): void {
    if (this.hasLeft) return;
    const headers = { Cookie: this.cookie, Accept: 'text/event-stream' };
    let isOver = false;
    const again = () => {
      if (isOver) return;
      isOver = true;
      this.isOpen = false;
      setTimeout(() => this.open(), this.waitMs);
      this.waitMs = 1000;
    };
    this.asking = request(this.address, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        return again();
      }
      this.opened += 1;
      this.isOpen = true;
      this.rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => this.read(chunk));
      response.on('close', again);
    });
    this.asking.on('error', again);
    this.asking.end();
  }

  private read(chunk: string): void {
    const at = Date.now();
    const frames = (this.rest + chunk).split('\n\n');
    this.rest = frames.pop() ?? '';
    for (const frame of frames) {
      this.waitMs = Number(/^retry: (\d+)$/m.exec(frame)?.[1] ?? this.waitMs);
      const name = /^event: (.*)$/m.exec(frame)?.[1];
      const start = frame.indexOf('data: ');
      if (name === undefined || start < 0) continue;
      this.take(name, frame.slice(start + 6), at);
    }
  }

  private take(name: string, text: string, at: number): void {
    if (name === 'room') {
      const state = parsed(text) as RoomState;
      this.clock = state.clock;
      this.ahead = state.now - at;
      this.hear({ kind: 'room', at, state, text });
    } else if (name === 'note') this.hear({ kind: 'note', at, news: parsed(text) as NoteNews });
    else if (name === 'beat') this.ahead = (parsed(text) as { now: number }).now - at;
  }
}
