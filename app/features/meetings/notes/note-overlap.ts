import * as Y from 'yjs';
import type { ReadUpdate } from './note-bounds';

/** The words of a struct from a place on, cut to a length; null where they were taken out. */
function wordsOf(struct: unknown, from: number, length: number): string | null {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return null;
  return struct.content.str.slice(from, from + length);
}

/**
 * Whether a document has other words under the ids of an update's: Yjs takes those for known and drops the new ones. Words that
 * were taken out on either side count as the same.
 */
export function hasOtherWords(doc: Y.Doc, { structs }: ReadUpdate): boolean {
  return structs.some((sent) => {
    const { client, clock } = sent.id;
    const end = Math.min(clock + sent.length, Y.getState(doc.store, client));
    const stored = doc.store.clients.get(client) ?? [];
    if (end <= clock || !(sent instanceof Y.Item)) return false;
    for (let at = Y.findIndexSS(stored, clock), from = clock; from < end; at += 1) {
      const here = stored[at];
      if (!here) return false;
      const length = Math.min(end, here.id.clock + here.length) - from;
      const known = wordsOf(here, from - here.id.clock, length);
      const said = wordsOf(sent, from - clock, length);
      if (known !== null && said !== null && known !== said) return true;
      from += length;
    }
    return false;
  });
}
