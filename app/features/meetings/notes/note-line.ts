import { toBase64 } from './base64';
import type { NoteAnswer, NoteRefusal } from './note';

/** `away`: nothing came back, or nothing that can be read; it may be asked again. */
export type LineAnswer =
  | { kind: 'answer'; answer: NoteAnswer }
  | { kind: 'refused'; status: number; refusal: NoteRefusal }
  | { kind: 'away' };

/** The way to the server of one note. */
export type NoteLine = {
  send: (change: { update: Uint8Array; vector: Uint8Array; edition: number }) => Promise<LineAnswer>;
  catchUp: (known: { vector: Uint8Array; edition: number }) => Promise<LineAnswer>;
};

/** Above it a browser will not finish a request of a page that is closed (64 kB). */
const mostOfClosedPage = 60_000;

function isAnswer(value: unknown): value is NoteAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'edition' in value &&
    typeof value.edition === 'number' &&
    'update' in value &&
    typeof value.update === 'string' &&
    'clock' in value
  );
}

function refusalOf(value: unknown): NoteRefusal {
  if (typeof value !== 'object' || value === null || !('why' in value)) return { why: '', vector: null };
  const vector = 'vector' in value && typeof value.vector === 'string' ? value.vector : null;
  return { why: String(value.why), vector };
}

async function answerOf(response: Response): Promise<LineAnswer> {
  const value: unknown = await response.json();
  if (response.ok) return isAnswer(value) ? { kind: 'answer', answer: value } : { kind: 'away' };
  const isFinal = [400, 403, 404, 409].includes(response.status);
  return isFinal ? { kind: 'refused', status: response.status, refusal: refusalOf(value) } : { kind: 'away' };
}

/**
 * Asks the server under a note's own address. Whatever goes wrong on the way is `away`.
 * @param writer the id of who types here: the server takes nothing once somebody else is signed in
 */
export function noteLine(path: string, writer: string): NoteLine {
  const away = (): LineAnswer => ({ kind: 'away' });
  const fields = ({ vector, edition }: { vector: Uint8Array; edition: number }) => ({
    vector: toBase64(vector),
    edition: String(edition),
  });
  return {
    send({ update, ...known }) {
      const body = new URLSearchParams({ update: toBase64(update), writer, ...fields(known) });
      const keepalive = body.toString().length < mostOfClosedPage;
      return fetch(path, { method: 'POST', body, keepalive }).then(answerOf).catch(away);
    },
    catchUp: (known) =>
      fetch(`${path}?${new URLSearchParams(fields(known)).toString()}`)
        .then(answerOf)
        .catch(away),
  };
}
