import type { RoomState } from './room';

/**
 * `page`: what the page came with; `in_step`: the stream is open; `trying`: it is not, and another try is coming; `elsewhere`: the
 * same person opened the room in many windows, and this one gave way.
 */
export type LinkState = 'page' | 'in_step' | 'trying' | 'elsewhere';
export type Linked = { room: RoomState; link: LinkState };

type NoteNews = { itemId: string; update: string; edition: number };
type NoteListener = (news: NoteNews | 'back') => void;

/** The server sends a beat each 15 seconds. */
const quietForMs = 40_000;
const staleAfterMs = 20_000;
const tryAgainMs = 4000;
const lookMs = 5000;
/** About five minutes of beats. */
const mostSamples = 20;

/** When the page left the server by the device's clock, where this page came with the document; else now. */
function pageSentAt(): number {
  const [entry] = performance.getEntriesByType('navigation');
  const isDocument = entry instanceof PerformanceNavigationTiming && entry.name === location.href;
  return isDocument ? performance.timeOrigin + entry.responseStart : Date.now();
}

/** Keeps a page in step with its room: takes the events of its stream, opens it again when it drops, and knows the server's time. */
export class RoomLink {
  private linked: Linked;
  private readonly watchers = new Set<() => void>();
  private readonly noteListeners = new Set<NoteListener>();
  private stream: EventSource | null = null;
  private heardAt = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  /** The server's clock minus the device's, as each message told; the largest came with the least delay. */
  private samples: number[] = [];

  constructor(
    private readonly path: string,
    first: RoomState,
  ) {
    this.linked = { room: first, link: 'page' };
  }

  readonly get = (): Linked => this.linked;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Hears of what is typed into the notes until the returned function is called; `back` when the stream is open again. */
  readonly subscribeToNotes = (listener: NoteListener): (() => void) => {
    this.noteListeners.add(listener);
    return () => this.noteListeners.delete(listener);
  };

  /** The server's time by the device's clock, in UTC milliseconds. */
  readonly serverNow = (): number => Date.now() + (this.samples.length > 0 ? Math.max(...this.samples) : 0);

  /** Takes what a page was loaded with, unless something newer has come. */
  readonly take = (room: RoomState): void => {
    const { edition, now } = this.linked.room;
    if (room.edition < edition || (room.edition === edition && room.now < now)) return;
    this.set({ ...this.linked, room });
  };

  /** Opens the stream, in a browser, until the returned function is called. */
  connect(): () => void {
    if (this.samples.length === 0) this.samples = [this.linked.room.now - pageSentAt()];
    this.open();
    const look = setInterval(() => {
      if (Date.now() - this.heardAt > quietForMs) this.open();
    }, lookMs);
    const seen = () => {
      if (document.visibilityState !== 'visible') return;
      if (this.stream?.readyState !== EventSource.OPEN || Date.now() - this.heardAt > staleAfterMs)
        this.open();
      // Timers rest while a page is hidden: whoever shows the time looks at it anew.
      else this.set({ ...this.linked });
    };
    const back = () => this.open();
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', back);
    window.addEventListener('pageshow', seen);
    return () => {
      clearInterval(look);
      clearTimeout(this.again);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', back);
      window.removeEventListener('pageshow', seen);
      this.stream?.close();
      this.stream = null;
    };
  }

  private open(): void {
    if (this.linked.link === 'elsewhere') return;
    this.stream?.close();
    clearTimeout(this.again);
    this.heardAt = Date.now();
    const stream = new EventSource(this.path);
    this.stream = stream;
    let isFirst = true;
    stream.addEventListener('open', () => {
      for (const listener of [...this.noteListeners]) listener('back');
    });
    stream.addEventListener('room', (event: MessageEvent<string>) => {
      const room = JSON.parse(event.data) as RoomState;
      if (isFirst) this.samples = [];
      isFirst = false;
      this.hear(room.now);
      const isOlder = room.edition < this.linked.room.edition;
      this.set({ room: isOlder ? this.linked.room : room, link: 'in_step' });
    });
    stream.addEventListener('beat', (event: MessageEvent<string>) => {
      const { now, edition } = JSON.parse(event.data) as { now: number; edition: number };
      this.hear(now);
      if (edition > this.linked.room.edition) this.open();
    });
    stream.addEventListener('note', (event: MessageEvent<string>) => {
      const news = JSON.parse(event.data) as NoteNews;
      this.heardAt = Date.now();
      for (const listener of [...this.noteListeners]) listener(news);
    });
    stream.addEventListener('elsewhere', () => {
      stream.close();
      this.set({ ...this.linked, link: 'elsewhere' });
    });
    stream.addEventListener('error', () => {
      if (this.stream !== stream || this.linked.link === 'elsewhere') return;
      isFirst = true;
      this.set({ ...this.linked, link: 'trying' });
      // A stream that was refused is not tried again by the browser.
      if (stream.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.again);
      this.again = setTimeout(() => this.open(), tryAgainMs);
    });
  }

  private hear(serverTime: number): void {
    this.heardAt = Date.now();
    this.samples = [...this.samples, serverTime - this.heardAt].slice(-mostSamples);
  }

  private set(linked: Linked): void {
    this.linked = linked;
    for (const watcher of [...this.watchers]) watcher();
  }
}
