import * as Y from 'yjs';
import { hasControls, noteText } from './note';

/** The most that one change may hold, and what a document may come to: opening one is work for each of its structs. */
export const bounds = {
  structsOfUpdate: 2000,
  /** Stretches taken out, beside those the document knows of: each change names all that were ever taken out. */
  newRanges: 1500,
  /** Writers that the document does not know: the page's own, and those of closed pages of its browser. */
  newClients: 4,
  clients: 400,
  structs: 8000,
  /** Room for paragraphs by form, each of which is a writer of its own, in a document that is full. */
  spareForForms: 400,
};

const furthestClock = 10_000_000;

type Struct = Y.Item | Y.GC | Y.Skip;
export type ReadUpdate = { structs: Struct[]; ranges: number };

function isPlainText(struct: Struct): boolean {
  if (struct.id.clock + struct.length > furthestClock) return false;
  if (!(struct instanceof Y.Item)) return true;
  if (struct.parentSub !== null) return false;
  // Before it is applied, a struct names its parent by the text's name, or by none where a neighbour has the same.
  const { content, parent }: { content: unknown; parent: unknown } = struct;
  if (parent !== null && parent !== noteText) return false;
  if (content instanceof Y.ContentDeleted) return true;
  return content instanceof Y.ContentString && !hasControls(content.str);
}

function countRanges({ clients }: ReturnType<typeof Y.createDeleteSet>): number {
  return [...clients.values()].reduce((sum, { length }) => sum + length, 0);
}

/**
 * An update of plain text and nothing else, within the bounds of one change; null for anything else. It is read one struct at a
 * time, since applying makes room for as many structs as the bytes claim to hold.
 */
export function readUpdate(update: Uint8Array): ReadUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const ranges = countRanges(ds);
    const isWithin = structs.length <= bounds.structsOfUpdate;
    return isWithin && structs.every(isPlainText) ? { structs, ranges } : null;
  } catch {
    return null;
  }
}

/** How many writers and structs a document has. */
export function countDocument(doc: Y.Doc): { clients: number; structs: number } {
  const lists = [...doc.store.clients.values()];
  return { clients: lists.length, structs: lists.reduce((sum, { length }) => sum + length, 0) };
}

/** Whether a document has no room for the writers and structs that an update brings it. */
export function isFullFor(doc: Y.Doc, { structs }: ReadUpdate): boolean {
  const known = countDocument(doc);
  const fresh = structs.filter(({ id, length }) => id.clock + length > Y.getState(doc.store, id.client));
  const writers = new Set(
    fresh.map(({ id }) => id.client).filter((client) => !doc.store.clients.has(client)),
  );
  if (writers.size > 0 && known.clients + writers.size > bounds.clients) return true;
  return fresh.length > 0 && known.structs + fresh.length > bounds.structs;
}

/** Whether an update brings more than one page can: of writers that the document does not know, or of what is taken out. */
export function bringsTooMuch(doc: Y.Doc, { structs, ranges }: ReadUpdate): boolean {
  const known = countRanges(Y.createDeleteSetFromStructStore(doc.store));
  if (ranges > known + bounds.newRanges) return true;
  const writers = new Set(structs.map(({ id }) => id.client));
  return [...writers].filter((client) => !doc.store.clients.has(client)).length > bounds.newClients;
}
