import * as Y from 'yjs';
import { longestNote, noteText } from './note';

const mostStructs = 20_000;
const furthestClock = 10_000_000;
const largestState = 1_000_000;

export type NoteChange =
  /** `update` is what is new for everybody else; null where nothing is. */
  | { kind: 'taken'; state: Uint8Array; words: string; update: Uint8Array | null }
  /** It rests on something that never came; `vector` says what is here. */
  | { kind: 'gap'; vector: Uint8Array }
  | { kind: 'refused'; why: string };

const unreadable: NoteChange = {
  kind: 'refused',
  why: 'This is not a change to these notes, so nothing was changed.',
};
const tooLong: NoteChange = {
  kind: 'refused',
  why: `These notes are full: they hold ${longestNote.toLocaleString('en-US')} characters. Take something out, and yours will be saved.`,
};

/** A note's document from its stored state; empty where there is none. */
export function openNote(state: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc();
  doc.getText(noteText);
  if (state !== null) Y.applyUpdate(doc, state);
  return doc;
}

function isPlainText(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (struct.id.clock + struct.length > furthestClock) return false;
  if (!(struct instanceof Y.Item)) return true;
  if (struct.parentSub !== null) return false;
  // Before it is applied, a struct names its parent by the text's name, or by none where a neighbour has the same.
  const { content, parent }: { content: unknown; parent: unknown } = struct;
  if (parent !== null && parent !== noteText) return false;
  if (content instanceof Y.ContentDeleted) return true;
  return content instanceof Y.ContentString && !content.str.includes('\r');
}

/**
 * Whether bytes are an update of plain text and nothing else. They are read one struct at a time first, since applying makes room
 * for as many structs as the bytes claim to hold.
 */
function isTextUpdate(update: Uint8Array): boolean {
  try {
    const { structs } = Y.decodeUpdate(update);
    return structs.length <= mostStructs && structs.every(isPlainText);
  } catch {
    return false;
  }
}

function settle(doc: Y.Doc, before: { length: number; bytes: number }, news: Uint8Array[]): NoteChange {
  const words = doc.getText(noteText).toJSON();
  if (words.length > longestNote && words.length > before.length) return tooLong;
  const state = Y.encodeStateAsUpdate(doc);
  if (state.length > largestState && state.length > before.bytes) return tooLong;
  return { kind: 'taken', state, words, update: news.length === 0 ? null : Y.mergeUpdates(news) };
}

function changeNote(state: Uint8Array | null, change: (doc: Y.Doc, text: Y.Text) => void): NoteChange {
  const doc = openNote(state);
  const text = doc.getText(noteText);
  const before = { length: text.length, bytes: state?.length ?? 0 };
  const vector = Y.encodeStateVector(doc);
  const news: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void news.push(update));
  change(doc, text);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { kind: 'gap', vector };
  return settle(doc, before, news);
}

/** Takes an update into a stored state (null: nothing was written yet). Never throws, whatever the bytes are. */
export function takeUpdate(state: Uint8Array | null, update: Uint8Array): NoteChange {
  if (!isTextUpdate(update)) return unreadable;
  try {
    return changeNote(state, (doc) => Y.applyUpdate(doc, update));
  } catch {
    return unreadable;
  }
}

/**
 * Adds a paragraph at the end of a note as a writer of its own, so that the same writer's paragraph is there once, however often it
 * comes.
 * @param writer above all ids that browsers draw (2^32) and at most 2^53 - 1
 */
export function addParagraph(state: Uint8Array | null, paragraph: string, writer: number): NoteChange {
  return changeNote(state, (doc, text) => {
    if (Y.getState(doc.store, writer) > 0) return;
    doc.clientID = writer;
    const words = text.toJSON();
    const between = words === '' ? '' : words.endsWith('\n') ? '\n' : '\n\n';
    text.insert(words.length, between + paragraph);
  });
}

/** What somebody with this state vector lacks; everything where the vector cannot be read. */
export function missingUpdate(state: Uint8Array, vector: Uint8Array): Uint8Array {
  const doc = openNote(state);
  try {
    return Y.encodeStateAsUpdate(doc, vector);
  } catch {
    return Y.encodeStateAsUpdate(doc);
  }
}
