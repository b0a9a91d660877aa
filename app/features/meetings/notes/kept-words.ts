import { fromBase64, toBase64 } from './base64';

/**
 * What was typed into a note and has not reached the server, in the browser. Each open page keeps its own, since two tabs of one
 * person would otherwise write over each other; whoever opens the note next takes up all of them.
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

const keyOf = (itemId: string, page: string) => `boldline-note:${itemId}:${page}`;

function readAll(storage: Storage, prefix: string, own: string) {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys
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

/** @param page what tells this page from others that have the same note open */
export function keepWords(storage: Storage, itemId: string, page: string): KeptWords {
  const own = keyOf(itemId, page);
  return {
    keep(update) {
      try {
        storage.setItem(own, toBase64(update));
      } catch {
        // The browser's room is full: the words stay in the page, and are sent from there.
      }
    },
    forget: () => storage.removeItem(own),
    left: () => readAll(storage, keyOf(itemId, ''), own),
    forgetLeft({ key, update }) {
      if (storage.getItem(key) === toBase64(update)) storage.removeItem(key);
    },
  };
}
