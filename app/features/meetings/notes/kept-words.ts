import { fromBase64, toBase64 } from './base64';

/**
 * What was typed into a note and has not reached the server, in the browser. Each open page keeps its own, since two tabs of one
 * person would otherwise write over each other; the same person's next page of the note takes up all of them. A device may be of
 * several people: nobody sees or sends what another typed.
 */
export type KeptWords = {
  keep: (update: Uint8Array) => void;
  /** The server has all that this page kept. */
  forget: () => void;
  /** What other pages of this browser kept and may never have sent. */
  left: () => { key: string; update: Uint8Array }[];
  /** The server has it; what its page kept since then stays. */
  forgetLeft: (kept: { key: string; update: Uint8Array }) => void;
};

const beginning = 'boldline-note:';

/** Whose words they are, of which item, and of which page of that person. */
export type WordsKept = { personId: string; itemId: string; page: string };

const keyOf = ({ personId, itemId, page }: WordsKept) => `${beginning}${personId}:${itemId}:${page}`;

/** A key that names no person: whose the words are cannot be told. */
const isNobodys = (key: string) =>
  key.startsWith(beginning) && !/^[^:]+:[^:]+:[^:]+$/.test(key.slice(beginning.length));

const keysOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

function throwAwayNobodys(storage: Storage) {
  for (const key of keysOf(storage)) if (isNobodys(key)) storage.removeItem(key);
}

function readAll(storage: Storage, prefix: string, own: string) {
  return keysOf(storage)
    .filter((key) => key.startsWith(prefix) && key !== own)
    .flatMap((key) => {
      try {
        return [{ key, update: fromBase64(storage.getItem(key) ?? '') }];
      } catch {
        storage.removeItem(key);
        return [];
      }
    });
}

/**
 * @param of.page what tells this page from others that have the same note open; with an empty `personId` nothing is kept
 */
export function keepWords(storage: Storage, of: WordsKept): KeptWords {
  const own = keyOf(of);
  return {
    keep(update) {
      if (of.personId === '') return;
      try {
        storage.setItem(own, toBase64(update));
      } catch {
        // The browser's room is full: the words stay in the page, and are sent from there.
      }
    },
    forget: () => storage.removeItem(own),
    left() {
      throwAwayNobodys(storage);
      return of.personId === '' ? [] : readAll(storage, keyOf({ ...of, page: '' }), own);
    },
    forgetLeft({ key, update }) {
      if (storage.getItem(key) === toBase64(update)) storage.removeItem(key);
    },
  };
}
