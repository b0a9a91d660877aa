import * as Y from 'yjs';
import { toBase64 } from '~/features/meetings/notes/base64';
import { keepWords } from '~/features/meetings/notes/kept-words';
import { noteText } from '~/features/meetings/notes/note';
import type { NoteAnswer, NoteNews } from '~/features/meetings/notes/note';
import { exchangeNote } from '~/features/meetings/notes/note-exchange';
import type { NoteExchange } from '~/features/meetings/notes/note-exchange';
import type { LineAnswer, NoteLine } from '~/features/meetings/notes/note-line';

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

async function answerOf(response: Response): Promise<LineAnswer> {
  const value: unknown = await response.json();
  if (response.ok) return { kind: 'answer', answer: value as NoteAnswer };
  if (response.status >= 500) return { kind: 'away' };
  return {
    kind: 'refused',
    status: response.status,
    refusal: value as { why: string; vector: string | null },
  };
}

type Sent = (edition: number, at: number) => void;

function lineTo(url: string, path: string, cookie: string, onSent: Sent): NoteLine {
  const headers = { Cookie: cookie, Origin: url };
  const away = (): LineAnswer => ({ kind: 'away' });
  const fields = ({ vector, edition }: { vector: Uint8Array; edition: number }) => ({
    ...{ vector: toBase64(vector), edition: String(edition) },
  });
  return {
    async send({ update, ...known }) {
      const at = Date.now();
      const body = new URLSearchParams({ update: toBase64(update), ...fields(known) });
      const asked = fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
      const result = await asked.then(answerOf).catch(away);
      if (result.kind === 'answer') onSent(result.answer.edition, at);
      return result;
    },
    catchUp(known) {
      const query = new URLSearchParams(fields(known)).toString();
      return fetch(`${url}${path}?${query}`, { headers, redirect: 'manual' }).then(answerOf).catch(away);
    },
  };
}

/**
 * Somebody who types into a note with the code of the page, from its exchange down. Each letter is one of a kind, so that every
 * one of them can be looked for.
 */
export class Hand {
  readonly typed: string[] = [];
  /** How often words were refused, and why. */
  readonly refusals: string[] = [];
  private readonly text: Y.Text;
  private readonly exchange: NoteExchange;
  isSaved = true;

  constructor(place: { url: string; path: string; cookie: string; firstLetter: number }, onSent: Sent) {
    const doc = new Y.Doc();
    this.text = doc.getText(noteText);
    this.firstLetter = place.firstLetter;
    this.exchange = exchangeNote({
      ...{ doc, line: lineTo(place.url, place.path, place.cookie, onSent) },
      kept: keepWords(makeStorage(), { personId: 'hand', itemId: 'item', page: String(doc.clientID) }),
      whenFree: (change) => change(),
      report: (status) => {
        this.isSaved = status.kind === 'saved';
        if (status.kind === 'refused') this.refusals.push(status.why);
      },
    });
    void this.exchange.catchUp();
  }

  private readonly firstLetter: number;

  /** Types a letter, mostly behind the last one, now and then elsewhere. */
  type(): void {
    const letter = String.fromCharCode(this.firstLetter + this.typed.length);
    const own = this.text.toJSON().lastIndexOf(this.typed.at(-1) ?? ' ') + 1;
    const at = Math.random() < 0.9 ? own : Math.floor(Math.random() * (this.text.length + 1));
    this.typed.push(letter);
    this.isSaved = false;
    this.text.insert(at, letter);
  }

  hear(news: NoteNews): void {
    this.exchange.hear(news);
  }

  async finish(): Promise<string> {
    for (let turn = 0; turn < 200 && !this.isSaved; turn += 1) {
      this.exchange.flush();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await this.exchange.catchUp();
    return this.text.toJSON();
  }

  leave(): void {
    this.exchange.end();
  }
}

/** The words of a stored note. */
export function wordsOfState(state: Uint8Array): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText(noteText).toJSON();
}
