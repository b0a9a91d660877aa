import * as Y from 'yjs';
import { keepWords } from './kept-words';
import { noteText } from './note';
import type { SubscribeToNotes } from './note';
import { exchangeNote } from './note-exchange';
import type { NoteStatus } from './note-exchange';
import { bindField } from './note-field';
import { noteLine } from './note-line';

/** How often a page that is seen asks what it may have missed; the stream brings nearly everything first. */
const lookEveryMs = 20_000;
const firstWaitMs = 1000;
const longestWaitMs = 15_000;

export type OpenedNote = { field: HTMLTextAreaElement; path: string; itemId: string; personId: string };

type Hearing = {
  subscribe: SubscribeToNotes;
  report: (status: NoteStatus) => void;
  /** The notes are in the field, which can be shown and typed into. */
  onOpen: () => void;
};

/** Opens an item's notes in a field: typed as everybody types. @returns what closes them; what is unsent is sent then. */
export function openNoteIn({ field, path, itemId, personId }: OpenedNote, hearing: Hearing): () => void {
  const { subscribe, report, onOpen } = hearing;
  const doc = new Y.Doc();
  const kept = keepWords(localStorage, { personId, itemId, page: String(doc.clientID) });
  const bound = bindField(field, doc.getText(noteText));
  const exchange = exchangeNote({
    doc,
    line: noteLine(path, personId),
    kept,
    report,
    whenFree: bound.whenFree,
  });
  let isOpen = false;
  let isClosed = false;
  let waitMs = firstWaitMs;
  let again: ReturnType<typeof setTimeout> | undefined;

  const open = async () => {
    if (isClosed || isOpen) return;
    if (!(await exchange.catchUp())) {
      again = setTimeout(() => void open(), waitMs);
      waitMs = Math.min(longestWaitMs, waitMs * 2);
      return;
    }
    isOpen = true;
    exchange.takeUpLeft();
    onOpen();
  };
  const look = () => {
    if (isOpen && document.visibilityState === 'visible') void exchange.catchUp();
  };
  const onBack = () => {
    if (!isOpen) return;
    exchange.flush();
    look();
  };
  const onVisible = () => {
    if (document.visibilityState === 'hidden') exchange.flush();
    else look();
  };
  const interval = setInterval(look, lookEveryMs + Math.random() * lookEveryMs);
  const stopHearing = subscribe((news) => {
    if (news === 'back') onBack();
    else if (news.itemId === itemId) exchange.hear(news);
  });
  window.addEventListener('online', onBack);
  window.addEventListener('pagehide', exchange.flush);
  document.addEventListener('visibilitychange', onVisible);
  void open();
  return () => {
    isClosed = true;
    clearTimeout(again);
    clearInterval(interval);
    stopHearing();
    window.removeEventListener('online', onBack);
    window.removeEventListener('pagehide', exchange.flush);
    document.removeEventListener('visibilitychange', onVisible);
    exchange.end();
    bound.release();
  };
}
