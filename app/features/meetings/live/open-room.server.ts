import type { Connection } from '~/platform/database.server';
import { listWholeNotes } from './room-editions-queries.server';
import type { Edition } from './room-editions-queries.server';
import { listenToRoom } from './room-news.server';
import type { RoomNews } from './room-news.server';
import type { RoomState } from './room';
import { loadRoomState } from './room-state.server';
import { beatFrame, noteFrame, roomFrame } from './stream-frames.server';

/** Several changes within this time go out as one. */
const gatheredMs = 50;
const gatheredWhenLargeMs = 250;
const largeBytes = 1_000_000;

/** One screen that listens. */
export type RoomStream = {
  personId: string;
  send: (frame: Uint8Array) => void;
  end: () => void;
  mayStay: () => Promise<boolean>;
};

type Source = { db: Connection; now: () => number; failed: (error: unknown) => void };

/** A room that somebody in this process listens to: what it shows is built once for all of them. */
export class OpenRoom {
  readonly streams = new Set<RoomStream>();
  private state: Promise<RoomState | null> | null = null;
  private shown: RoomState | null = null;
  /** How far each note has been told; what stood when the room was opened its pages hold. */
  private readonly notes = new Map<string, number>();
  private knowsNotes = false;
  private waiting: NodeJS.Timeout | null = null;
  private frameBytes = 0;
  private readonly leave: () => void;

  constructor(
    private readonly meetingId: string,
    private readonly source: Source,
  ) {
    this.leave = listenToRoom(meetingId, (news) => this.hear(news));
  }

  /** Brings a new listener up to what the room shows. What it missed of the notes it asks for itself. */
  async welcome(stream: RoomStream): Promise<void> {
    this.state ??= this.load();
    const state = await this.state;
    if (state === null) return stream.end();
    stream.send(roomFrame({ ...state, now: this.source.now() }));
  }

  beat(): void {
    this.sendAll(beatFrame(this.source.now(), this.shown?.edition ?? 0));
  }

  /** Compares what other processes wrote with what this one has shown. */
  async compare(editions: readonly Edition[]): Promise<void> {
    const room = editions.find(({ itemId }) => itemId === null);
    const { shown } = this;
    if (shown !== null && (room === undefined || !isShown(shown, room))) this.gather();
    const changed = editions.filter(({ itemId, edition }) => itemId !== null && this.isNews(itemId, edition));
    if (this.knowsNotes && changed.length > 0) await this.sendWhole(changed);
    this.knowsNotes = true;
  }

  close(): void {
    this.leave();
    if (this.waiting !== null) clearTimeout(this.waiting);
    for (const stream of [...this.streams]) stream.end();
  }

  private hear(news: RoomNews): void {
    if (news.kind === 'room') return this.gather();
    const { itemId, update, edition } = news;
    this.isNews(itemId, edition);
    this.sendAll(noteFrame({ itemId, update, edition }));
  }

  private gather(): void {
    const isLarge = this.frameBytes * this.streams.size > largeBytes;
    this.waiting ??= setTimeout(
      () => {
        this.waiting = null;
        this.show().catch(this.source.failed);
      },
      isLarge ? gatheredWhenLargeMs : gatheredMs,
    );
  }

  private async show(): Promise<void> {
    this.state = this.load();
    const state = await this.state;
    if (state === null) return this.close();
    const frame = roomFrame(state);
    this.frameBytes = frame.length;
    this.sendAll(frame);
  }

  private async load(): Promise<RoomState | null> {
    const { db, now } = this.source;
    this.shown = await loadRoomState(db, this.meetingId, now());
    return this.shown;
  }

  /** Whether a note has come further than this process has told. */
  private isNews(itemId: string, edition: number): boolean {
    const isNew = (this.notes.get(itemId) ?? 0) < edition;
    if (isNew) this.notes.set(itemId, edition);
    return isNew;
  }

  private async sendWhole(changed: readonly Edition[]): Promise<void> {
    const itemIds = new Set(changed.map(({ itemId }) => itemId));
    for (const { itemId, state, edition } of await listWholeNotes(this.source.db, this.meetingId))
      if (itemIds.has(itemId)) this.sendAll(noteFrame({ itemId, update: state.toString('base64'), edition }));
  }

  private sendAll(frame: Uint8Array): void {
    for (const stream of [...this.streams]) stream.send(frame);
  }
}

function isShown(shown: RoomState, room: Edition): boolean {
  const { edition, agendaVersion, isCancelled } = shown;
  return (
    edition === room.edition && agendaVersion === room.agendaVersion && isCancelled === (room.cancelled === 1)
  );
}
