import type { Database } from '~/platform/database.server';
import type { Platform } from '~/platform/request-context.server';
import { OpenRoom } from './open-room.server';
import type { RoomStream } from './open-room.server';
import { listEditions } from './room-editions-queries.server';
import { elsewhereFrame, firstFrame, renewFrame } from './stream-frames.server';

const beatMs = 15_000;
const pollMs = 1000;
const mostOfPerson = 6;
const mostInAll = 2000;
/** What may wait for a screen that does not read; it is brought up to date when it comes back. */
const mostWaiting = 512 * 1024;

/**
 * The router's writer of streams (@react-router/node, `writableError.race`) keeps each chunk until the stream ends, so none lives
 * through more than this, in frames or in bytes; the browser opens the next at once.
 */
const mostFrames = 1000;
const mostBytes = 4_000_000;

type Source = Pick<Platform, 'database' | 'clock' | 'logger'>;

export type Listening = {
  meetingId: string;
  personId: string;
  /** Asked again and again while the stream is open. */
  mayStay: () => Promise<boolean>;
};

/** Lets the requests that wait be answered first. */
const othersFirst = () => new Promise((resolve) => setImmediate(resolve));

/** The streams of server-sent events of one process. Holds no connection to the database, and nothing for a stream that is over. */
export class RoomStreams {
  private readonly rooms = new Map<string, OpenRoom>();
  private timers: NodeJS.Timeout[] = [];
  private isOver = false;
  private isPolling = false;
  private isBeating = false;

  constructor(private readonly source: Source) {}

  /** How many are open. */
  get size(): number {
    return [...this.rooms.values()].reduce((sum, { streams }) => sum + streams.size, 0);
  }

  /** A stream of a room's events; null where there are too many, or the process is about to stop. */
  open({ meetingId, personId, mayStay }: Listening, signal: AbortSignal): ReadableStream<Uint8Array> | null {
    if (this.isOver || signal.aborted || this.size >= mostInAll) return null;
    this.makeRoomFor(personId);
    let over = () => {};
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const room = this.roomOf(meetingId);
          // Not all at the same instant.
          const share = 0.5 + Math.random() / 2;
          let framesLeft = Math.ceil(mostFrames * share);
          let bytesLeft = mostBytes * share;
          const stream: RoomStream = {
            ...{ personId, mayStay },
            send(frame) {
              if (!room.streams.has(stream)) return;
              if ((controller.desiredSize ?? 0) <= 0) return stream.end();
              framesLeft -= 1;
              bytesLeft -= frame.length;
              controller.enqueue(frame);
              if (framesLeft > 0 && bytesLeft > 0) return;
              controller.enqueue(renewFrame);
              stream.end();
            },
            end() {
              if (!room.streams.has(stream)) return;
              over();
              controller.close();
            },
          };
          over = () => {
            signal.removeEventListener('abort', stream.end);
            room.streams.delete(stream);
            if (room.streams.size === 0) this.forget(meetingId, room);
          };
          signal.addEventListener('abort', stream.end);
          room.streams.add(stream);
          stream.send(firstFrame);
          room.welcome(stream).catch(this.failed);
        },
        cancel: () => over(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
    );
  }

  /** Ends all streams, and opens no other. */
  closeAll(): void {
    this.isOver = true;
    for (const room of [...this.rooms.values()]) room.close();
    this.stopTimers();
  }

  private readonly failed = (error: unknown) => {
    this.source.logger.error({ err: error }, 'a room could not be told');
  };

  private roomOf(meetingId: string): OpenRoom {
    const known = this.rooms.get(meetingId);
    if (known) return known;
    const { database, clock } = this.source;
    const made = new OpenRoom(meetingId, {
      ...{ db: database.reader, now: () => clock.now(), failed: this.failed },
    });
    this.rooms.set(meetingId, made);
    if (this.timers.length === 0)
      this.timers = [
        setInterval(() => void this.poll(), pollMs).unref(),
        setInterval(() => void this.beat(), beatMs).unref(),
      ];
    return made;
  }

  private forget(meetingId: string, room: OpenRoom): void {
    if (this.rooms.get(meetingId) === room) this.rooms.delete(meetingId);
    room.close();
    if (this.rooms.size === 0) this.stopTimers();
  }

  private stopTimers(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
  }

  /** The oldest of a person's streams ends where one too many is asked for: most often it is of a connection that was lost. */
  private makeRoomFor(personId: string): void {
    const own = [...this.rooms.values()].flatMap(({ streams }) =>
      [...streams].filter((stream) => stream.personId === personId),
    );
    for (const stream of own.slice(0, Math.max(0, own.length - mostOfPerson + 1))) {
      stream.send(elsewhereFrame());
      stream.end();
    }
  }

  /** What other processes wrote: one statement for all rooms. */
  private async poll(): Promise<void> {
    if (this.isPolling || this.rooms.size === 0) return;
    this.isPolling = true;
    try {
      const editions = await listEditions(this.source.database.reader, [...this.rooms.keys()]);
      for (const [meetingId, room] of [...this.rooms])
        await room.compare(editions.filter((edition) => edition.meetingId === meetingId));
    } catch (error) {
      this.failed(error);
    } finally {
      this.isPolling = false;
    }
  }

  /** Tells each screen that it is in step; those who may no longer be in the room leave it. */
  private async beat(): Promise<void> {
    if (this.isBeating) return;
    this.isBeating = true;
    try {
      for (const room of [...this.rooms.values()]) {
        room.beat();
        for (const stream of [...room.streams]) {
          await othersFirst();
          if (!(await stream.mayStay())) stream.end();
        }
      }
    } catch (error) {
      this.failed(error);
    } finally {
      this.isBeating = false;
    }
  }
}

const known = new WeakMap<Database, RoomStreams>();

/** The streams of this process. */
export function roomStreamsOf(platform: Source): RoomStreams {
  const streams = known.get(platform.database) ?? new RoomStreams(platform);
  known.set(platform.database, streams);
  return streams;
}
