/** The one text of a note's document; nothing else in a document counts. */
export const noteText = 'words';

/** The most characters a note may come to. */
export const longestNote = 50_000;

/** The most characters of one paragraph that is added by a form. */
export const longestParagraph = 5000;

/** Control characters but for the new line and the tab: a text of people has none, and files and mails choke on them. */
const controls = /[^\P{Cc}\n\t]/gu;

export const hasControls = (words: string): boolean => words.search(controls) >= 0;
export const withoutControls = (words: string): string => words.replaceAll(controls, '');

/** The words of one item's notes. */
export type NoteWords = {
  itemId: string;
  words: string;
  /** Goes up with each change; 0 while nothing was written. */
  edition: number;
  /** UTC milliseconds; null while nothing was written. */
  changedAt: number | null;
};

/** What was typed into a note: a Yjs update in base64, and the note's edition after it. */
export type NoteNews = { itemId: string; update: string; edition: number };

/** Hears of what others type until the returned function is called; `back` when the way was broken and is there again. */
export type SubscribeToNotes = (listener: (news: NoteNews | 'back') => void) => () => void;

/** The answer to a change or to "what did I miss?": `update` is what the asker lacks, in base64; empty where that is nothing. */
export type NoteAnswer = { edition: number; update: string; clock: string };

/** Why a change was not taken in. With `vector` (base64): something before it is missing, and this is what the server has. */
export type NoteRefusal = { why: string; vector: string | null };
