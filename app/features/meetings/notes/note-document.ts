import * as Y from 'yjs';
import { TooMuchWork, withinSteps } from './conflict-work';
import { longestNote, noteText } from './note';
import { bounds, bringsTooMuch, countDocument, isFullFor, readUpdate } from './note-bounds';
import { hasOtherWords } from './note-overlap';

const largestState = 1_000_000;
/** How many items may be looked at to place those of one change, or of a stored document that is opened. */
const mostSteps = 20_000;

type Refusal = { kind: 'refused'; why: string };

export type NoteChange =
  /** `update` is what is new for everybody else; null where nothing is. */
  | { kind: 'taken'; state: Uint8Array; words: string; update: Uint8Array | null }
  /** It rests on something that never came; `vector` says what is here. */
  | { kind: 'gap'; vector: Uint8Array }
  | Refusal;

const refusal = (why: string): Refusal => ({ kind: 'refused', why });
const unreadable = refusal('This is not a change to these notes, so nothing was changed.');
const tooLong = refusal(
  `These notes are full: they hold ${longestNote.toLocaleString('en-US')} characters. Take something out, and yours will be saved.`,
);
const tooMany = refusal(
  'These notes have been changed so often that they are full. Please write under another item.',
);
const placeTaken = refusal(
  'Other words were saved in the place of yours. Please copy yours, open this page again, and put them in once more.',
);

/** A note's document from its stored state; empty where there is none. */
export function openNote(state: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc();
  doc.getText(noteText);
  if (state !== null) Y.applyUpdate(doc, state);
  return doc;
}

type Before = { length: number; bytes: number; structs: number };

function settle(doc: Y.Doc, before: Before, news: Uint8Array[], spare: number): NoteChange {
  const words = doc.getText(noteText).toJSON();
  if (words.length > longestNote && words.length > before.length) return tooLong;
  const { structs } = countDocument(doc);
  if (structs > bounds.structs + spare && structs > before.structs) return tooMany;
  const state = Y.encodeStateAsUpdate(doc);
  if (state.length > largestState && state.length > before.bytes) return tooLong;
  // The stored document is opened for every change to come. Fewer structs cannot look at more of each other.
  if (news.length > 0 && structs * structs > 2 * mostSteps) withinSteps(mostSteps, () => openNote(state));
  return { kind: 'taken', state, words, update: news.length === 0 ? null : Y.mergeUpdates(news) };
}

type Change = {
  /** How many more structs than usual the document may come to. */
  spare: number;
  refuse?: (doc: Y.Doc) => Refusal | null;
  apply: (doc: Y.Doc, text: Y.Text) => void;
};

function changeNote(state: Uint8Array | null, { spare, refuse, apply }: Change): NoteChange {
  try {
    const doc = withinSteps(mostSteps, () => openNote(state));
    const refused = refuse?.(doc);
    if (refused) return refused;
    const text = doc.getText(noteText);
    const before = { length: text.length, bytes: state?.length ?? 0, structs: countDocument(doc).structs };
    const vector = Y.encodeStateVector(doc);
    const news: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => void news.push(update));
    withinSteps(mostSteps, () => apply(doc, text));
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { kind: 'gap', vector };
    return settle(doc, before, news, spare);
  } catch (error) {
    return error instanceof TooMuchWork ? tooMany : unreadable;
  }
}

/**
 * Takes an update into a stored state (null: nothing was written yet). Never throws, whatever the bytes are, and never works for
 * longer than the bounds allow.
 */
export function takeUpdate(state: Uint8Array | null, update: Uint8Array): NoteChange {
  const read = readUpdate(update);
  if (!read) return unreadable;
  return changeNote(state, {
    spare: 0,
    refuse(doc) {
      if (bringsTooMuch(doc, read)) return unreadable;
      if (isFullFor(doc, read)) return tooMany;
      return hasOtherWords(doc, read) ? placeTaken : null;
    },
    apply: (doc) => Y.applyUpdate(doc, update),
  });
}

/**
 * Adds a paragraph at the end of a note as a writer of its own, so that the same writer's paragraph is there once, however often it
 * comes.
 * @param writer above all ids that browsers draw (2^32) and at most 2^53 - 1
 */
export function addParagraph(state: Uint8Array | null, paragraph: string, writer: number): NoteChange {
  return changeNote(state, {
    spare: bounds.spareForForms,
    refuse(doc) {
      const isKnown = Y.getState(doc.store, writer) > 0;
      return !isKnown && countDocument(doc).clients >= bounds.clients + bounds.spareForForms ? tooMany : null;
    },
    apply(doc, text) {
      if (Y.getState(doc.store, writer) > 0) return;
      doc.clientID = writer;
      const words = text.toJSON();
      const between = words === '' ? '' : words.endsWith('\n') ? '\n' : '\n\n';
      text.insert(words.length, between + paragraph);
    },
  });
}

/** What somebody with this state vector lacks; everything where the vector cannot be read. No document is opened for it. */
export function missingUpdate(state: Uint8Array, vector: Uint8Array): Uint8Array {
  try {
    return Y.diffUpdate(state, vector);
  } catch {
    return state;
  }
}
