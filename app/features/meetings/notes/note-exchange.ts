import * as Y from 'yjs';
import { fromBase64 } from './base64';
import type { KeptWords } from './kept-words';
import type { NoteNews, NoteRefusal } from './note';
import type { NoteLine } from './note-line';

export type NoteStatus =
  | { kind: 'opening' }
  | { kind: 'quiet' }
  | { kind: 'saving' }
  | { kind: 'saved'; clock: string }
  /** Not there yet; tried again by itself. */
  | { kind: 'trying' }
  /** Not taken; `why` in words. Tried again with the next change. */
  | { kind: 'refused'; why: string };

/** The origin of changes that came from the server. */
const fromServer = Symbol('server');
const pauseMs = 300;
const firstWaitMs = 1000;
const longestWaitMs = 15_000;
/** The server takes few new writers at once; what is left of more pages waits for the next opening. */
const mostOfClosedPages = 3;

/** What one change held: the changes up to a count, and the document as it was. */
type Sent = { upTo: number; vector: Uint8Array };

const noLonger = 'These notes can no longer be changed: their item has left the agenda.';

type Parts = {
  doc: Y.Doc;
  line: NoteLine;
  kept: KeptWords;
  report: (status: NoteStatus) => void;
  /** Runs a change of the document when the field can show it: not while a word is being composed. */
  whenFree: (change: () => void) => void;
};

/** Carries a document's changes to the server and others' changes into it. */
export type NoteExchange = {
  hear: (news: NoteNews) => void;
  /** True once all that the server has is here. */
  catchUp: () => Promise<boolean>;
  /** Takes up what other pages of this browser could not send. */
  takeUpLeft: () => void;
  /** Sends what is not sent yet, without the pause. */
  flush: () => void;
  end: () => void;
};

/**
 * Each change that is sent holds all that the server may lack, so a lost one is made good by the next. The words stay in the browser
 * until the server has answered.
 */
export function exchangeNote({ doc, line, kept, report, whenFree }: Parts): NoteExchange {
  /** What the server surely has. */
  let serverHas = Y.encodeStateVector(doc);
  let edition = 0;
  /** Changes made here, and how many of them the server has. */
  let typed = 0;
  let arrived = 0;
  let underWay = 0;
  let hasEnded = false;
  let waitMs = firstWaitMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left: ReturnType<KeptWords['left']> = [];

  const unsent = () => Y.encodeStateAsUpdate(doc, serverHas);
  const known = () => ({ vector: Y.encodeStateVector(doc), edition });
  const sendIn = (ms: number) => {
    if (hasEnded || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void send();
    }, ms);
  };
  const sendAgain = () => {
    report({ kind: 'trying' });
    sendIn(waitMs);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  };
  const take = (update: string) => {
    if (update === '') return;
    const bytes = fromBase64(update);
    whenFree(() => {
      Y.applyUpdate(doc, bytes, fromServer);
      if (typed === arrived) serverHas = Y.encodeStateVector(doc);
    });
  };
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return;
    typed += 1;
    kept.keep(unsent());
    if (underWay === 0) sendIn(pauseMs);
  };

  const onArrived = (sent: Sent, clock: string) => {
    serverHas = sent.vector;
    arrived = Math.max(arrived, sent.upTo);
    waitMs = firstWaitMs;
    for (const one of left) kept.forgetLeft(one);
    left = [];
    if (typed > arrived) {
      kept.keep(unsent());
      sendIn(pauseMs);
      return;
    }
    kept.forget();
    report({ kind: 'saved', clock });
  };
  const onRefused = (status: number, { why, vector }: NoteRefusal, sent: Sent) => {
    if (status === 409 && vector !== null) {
      serverHas = fromBase64(vector);
      sendAgain();
      return;
    }
    report({ kind: 'refused', why: why === '' ? noLonger : why });
    if (typed > sent.upTo) sendIn(pauseMs);
  };
  async function send(): Promise<void> {
    if (typed === arrived) return;
    clearTimeout(timer);
    timer = undefined;
    const sent = { upTo: typed, vector: Y.encodeStateVector(doc) };
    if (waitMs === firstWaitMs) report({ kind: 'saving' });
    underWay += 1;
    const result = await line.send({ update: unsent(), ...known() });
    underWay -= 1;
    if (result.kind === 'away') return sendAgain();
    if (result.kind === 'refused') return onRefused(result.status, result.refusal, sent);
    take(result.answer.update);
    edition = Math.max(edition, result.answer.edition);
    onArrived(sent, result.answer.clock);
  }
  async function catchUp(): Promise<boolean> {
    const result = await line.catchUp(known());
    if (result.kind !== 'answer') return false;
    take(result.answer.update);
    edition = Math.max(edition, result.answer.edition);
    return true;
  }

  doc.on('update', onUpdate);
  return {
    hear(news) {
      if (news.edition <= edition) return;
      const isNext = news.edition === edition + 1;
      take(news.update);
      if (isNext) edition = news.edition;
      else void catchUp();
    },
    catchUp,
    takeUpLeft() {
      left = kept.left().slice(0, mostOfClosedPages);
      for (const { update } of left) Y.applyUpdate(doc, update, kept);
      if (typed === arrived) {
        for (const one of left) kept.forgetLeft(one);
        left = [];
      }
    },
    flush() {
      waitMs = firstWaitMs;
      void send();
    },
    end() {
      hasEnded = true;
      clearTimeout(timer);
      timer = undefined;
      doc.off('update', onUpdate);
      void send();
    },
  };
}
