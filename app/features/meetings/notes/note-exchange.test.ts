import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './base64';
import { keepWords } from './kept-words';
import { noteText } from './note';
import type { NoteNews } from './note';
import { missingUpdate, openNote, takeUpdate } from './note-document';
import { exchangeNote } from './note-exchange';
import type { NoteExchange, NoteStatus } from './note-exchange';
import type { NoteLine } from './note-line';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser's storage. */
function makeStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** The server's side of one note, and a line to it that may be cut on the way there or on the way back. */
class FarSide {
  state = Y.encodeStateAsUpdate(openNote(null));
  edition = 0;
  line: 'good' | 'cut' | 'answers lost' = 'good';
  asked = 0;
  readonly listeners = new Set<(news: NoteNews) => void>();

  words(): string {
    return openNote(this.state).getText(noteText).toJSON();
  }
  take(update: Uint8Array) {
    const change = takeUpdate(this.state, update);
    if (change.kind !== 'taken') return change;
    this.state = change.state;
    if (!change.update) return change;
    this.edition += 1;
    const news = { itemId: 'item', update: toBase64(change.update), edition: this.edition };
    for (const listener of this.listeners) listener(news);
    return change;
  }
  lineTo(): NoteLine {
    const answer = (known: { edition: number; vector: Uint8Array }, before: number) => {
      const update = known.edition === before ? '' : toBase64(missingUpdate(this.state, known.vector));
      return { kind: 'answer', answer: { edition: this.edition, update, clock: '12:04' } } as const;
    };
    const overTheLine = async <T>(work: () => T) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (this.line === 'cut') return { kind: 'away' } as const;
      this.asked += 1;
      const result = work();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return this.line === 'good' ? result : ({ kind: 'away' } as const);
    };
    return {
      send: ({ update, ...known }) =>
        overTheLine(() => {
          const before = this.edition;
          const change = this.take(update);
          if (change.kind === 'taken') return answer(known, before);
          const refusal =
            change.kind === 'gap'
              ? { why: 'gap', vector: toBase64(change.vector) }
              : { why: change.why, vector: null };
          return { kind: 'refused', status: change.kind === 'gap' ? 409 : 400, refusal } as const;
        }),
      catchUp: (known) => overTheLine(() => answer(known, this.edition)),
    };
  }
}

type Page = { text: Y.Text; exchange: NoteExchange; seen: NoteStatus[]; composing: (() => void)[] | null };

async function openPage(far: FarSide, storage: Storage, hears = true, personId = 'ana'): Promise<Page> {
  const doc = new Y.Doc();
  const seen: NoteStatus[] = [];
  const page: Page = {
    ...{ text: doc.getText(noteText), seen, composing: null },
    exchange: exchangeNote({
      ...{ doc, line: far.lineTo(), report: (status) => void seen.push(status) },
      kept: keepWords(storage, { personId, itemId: 'item', page: String(doc.clientID) }),
      whenFree: (change) => (page.composing ? void page.composing.push(change) : change()),
    }),
  };
  if (hears) far.listeners.add((news) => page.exchange.hear(news));
  void page.exchange.catchUp().then(() => page.exchange.takeUpLeft());
  await vi.advanceTimersByTimeAsync(100);
  return page;
}

describe('the exchange of a note', () => {
  it('sends what is typed after a pause, and says when it is saved', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const page = await openPage(far, storage);
    page.text.insert(0, 'Typed');
    expect([far.words(), storage.length]).toEqual(['', 1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(far.words()).toBe('Typed');
    expect(page.seen.at(-1)).toEqual({ kind: 'saved', clock: '12:04' });
    expect(storage.length).toBe(0);
    expect(far.asked).toBe(2);
  });

  it('sends while somebody goes on typing without a pause', async () => {
    const far = new FarSide();
    const page = await openPage(far, makeStorage());
    for (let turn = 0; turn < 20; turn += 1) {
      page.text.insert(turn, 'x');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(far.words().length).toBeGreaterThan(10);
  });

  it('says that it tries again while the line is cut, and loses nothing', async () => {
    const far = new FarSide();
    const [page, other] = [await openPage(far, makeStorage()), await openPage(far, makeStorage())];
    far.line = 'cut';
    page.text.insert(0, 'In a tunnel. ');
    await vi.advanceTimersByTimeAsync(5000);
    expect(page.seen.at(-1)).toEqual({ kind: 'trying' });
    far.line = 'answers lost';
    await vi.advanceTimersByTimeAsync(20_000);
    far.line = 'good';
    other.text.insert(0, 'Outside. ');
    await vi.advanceTimersByTimeAsync(40_000);
    expect(far.words().length).toBe('In a tunnel. Outside. '.length);
    expect([page, other].map(({ text }) => text.toJSON())).toEqual([far.words(), far.words()]);
    expect(page.seen.at(-1)).toEqual({ kind: 'saved', clock: '12:04' });
  });

  it('keeps what a closed page could not send, and the next one sends it', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const page = await openPage(far, storage);
    far.line = 'cut';
    page.text.insert(0, 'Half a thought');
    page.exchange.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(far.words()).toBe('');
    far.line = 'good';
    const next = await openPage(far, storage);
    expect(next.text.toJSON()).toBe('Half a thought');
    await vi.advanceTimersByTimeAsync(1000);
    expect([far.words(), storage.length]).toEqual(['Half a thought', 0]);
    const after = await openPage(far, storage);
    expect(after.text.toJSON()).toBe('Half a thought');
  });

  it('keeps them for who typed them: another person on this device neither sees nor sends them', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const page = await openPage(far, storage, true, 'ana');
    far.line = 'cut';
    page.text.insert(0, 'Half a thought');
    page.exchange.end();
    await vi.advanceTimersByTimeAsync(60_000);
    far.line = 'good';
    const other = await openPage(far, storage, true, 'ben');
    other.text.insert(0, 'Mine.');
    await vi.advanceTimersByTimeAsync(1000);
    expect([other.text.toJSON(), far.words(), storage.length]).toEqual(['Mine.', 'Mine.', 1]);
    await openPage(far, storage, true, 'ana');
    await vi.advanceTimersByTimeAsync(1000);
    expect(far.words()).toContain('Half a thought');
    expect(storage.length).toBe(0);
  });

  it.each(['boldline-note:item:77', 'boldline-note::item:77'])(
    'throws away words of nobody: %s',
    async (key) => {
      const [far, storage] = [new FarSide(), makeStorage()];
      const doc = new Y.Doc();
      doc.getText(noteText).insert(0, 'Whose?');
      storage.setItem(key, toBase64(Y.encodeStateAsUpdate(doc)));
      const page = await openPage(far, storage);
      await vi.advanceTimersByTimeAsync(1000);
      expect([page.text.toJSON(), far.words(), storage.length]).toEqual(['', '', 0]);
    },
  );

  it('takes up a few closed pages at a time, and the next opening the rest', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const pages = await Promise.all(Array.from({ length: 5 }, () => openPage(far, storage)));
    far.line = 'cut';
    for (const { text, exchange } of pages) {
      text.insert(0, 'x');
      exchange.end();
    }
    await vi.advanceTimersByTimeAsync(60_000);
    far.line = 'good';
    for (const expected of [3, 5]) {
      const next = await openPage(far, storage);
      await vi.advanceTimersByTimeAsync(1000);
      expect([far.words().length, next.text.length]).toEqual([expected, expected]);
    }
    expect(storage.length).toBe(0);
  });

  it('says that other words are in the place of its own', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const page = await openPage(far, storage, false);
    const forged = new Y.Doc();
    forged.clientID = page.text.doc?.clientID ?? 0;
    forged.getText(noteText).insert(0, 'Forged');
    far.take(Y.encodeStateAsUpdate(forged));
    page.text.insert(0, 'Mine.');
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.seen.at(-1)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Please copy yours') as string,
    });
    expect(storage.length).toBe(1);
  });

  it('finds out by the edition that something was missed', async () => {
    const far = new FarSide();
    const page = await openPage(far, makeStorage(), false);
    const writer = await openPage(far, makeStorage());
    const news: NoteNews[] = [];
    far.listeners.add((one) => void news.push(one));
    for (const word of ['One. ', 'Two. ', 'Three. ']) {
      writer.text.insert(0, word);
      await vi.advanceTimersByTimeAsync(500);
    }
    const last = news.at(-1);
    if (last) page.exchange.hear(last);
    await vi.advanceTimersByTimeAsync(200);
    expect(page.text.toJSON()).toBe(far.words());
  });

  it('gives a server that lost something all of it again', async () => {
    const far = new FarSide();
    const page = await openPage(far, makeStorage());
    page.text.insert(0, 'Kept in a copy. ');
    await vi.advanceTimersByTimeAsync(1000);
    far.state = Y.encodeStateAsUpdate(openNote(null));
    page.text.insert(0, 'Newer. ');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(far.words()).toBe('Newer. Kept in a copy. ');
  });

  it('shows nothing of others while a word is composed, and all of it after', async () => {
    const far = new FarSide();
    const [page, other] = [await openPage(far, makeStorage()), await openPage(far, makeStorage())];
    page.composing = [];
    other.text.insert(0, 'Meanwhile. ');
    page.text.insert(0, 'k');
    await vi.advanceTimersByTimeAsync(2000);
    expect(page.text.toJSON()).toBe('k');
    const waiting = page.composing;
    page.composing = null;
    for (const change of waiting) change();
    expect(page.text.toJSON()).toBe(far.words());
  });

  it('says why words are not taken, keeps them, and sends again when they fit', async () => {
    const [far, storage] = [new FarSide(), makeStorage()];
    const page = await openPage(far, storage);
    page.text.insert(0, 'x'.repeat(50_001));
    await vi.advanceTimersByTimeAsync(1000);
    expect(page.seen.at(-1)).toMatchObject({ kind: 'refused' });
    expect(storage.length).toBe(1);
    page.text.delete(0, 1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(far.words().length).toBe(50_000);
    expect(storage.length).toBe(0);
  });
});

it('base64 there and back', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 251);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});
