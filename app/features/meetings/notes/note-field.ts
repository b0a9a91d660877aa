import * as Y from 'yjs';
import { hasControls, withoutControls } from './note';
import { caretBehind, selectionAfter, spliceOf, splicesOf } from './caret-rules';

/** The origin of what is typed into a field. */
const typing = Symbol('typing');

export type BoundField = {
  /** Runs a change now, or when the word that is being composed is done. */
  whenFree: (change: () => void) => void;
  release: () => void;
};

function showWords(field: HTMLTextAreaElement, words: string, start: number, end: number): void {
  const { scrollTop, selectionDirection } = field;
  field.value = words;
  // Setting the selection of a field that does not have the focus takes the focus in some browsers.
  if (document.activeElement === field) field.setSelectionRange(start, end, selectionDirection);
  field.scrollTop = scrollTop;
}

/** Which way a key goes through what one typed; null for any other key. */
function historyKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && ctrlKey ? 'redo' : null;
}

/**
 * Ties a field to a text: what is typed goes in as the smallest change, what others type comes in around the caret. While a word is
 * being composed (an input method) nothing of others is shown. Undo takes back one's own words only.
 */
export function bindField(field: HTMLTextAreaElement, text: Y.Text): BoundField {
  const undo = new Y.UndoManager(text, { trackedOrigins: new Set([typing]) });
  let shown = text.toJSON();
  let isComposing = false;
  const waiting: (() => void)[] = [];
  field.value = shown;

  const onInput = () => {
    if (hasControls(field.value)) {
      const caret = withoutControls(field.value.slice(0, field.selectionEnd)).length;
      showWords(field, withoutControls(field.value), caret, caret);
    }
    const splice = spliceOf(shown, field.value, field.selectionEnd);
    if (!splice) return;
    shown = field.value;
    const { at, removed, inserted } = splice;
    const change = () => {
      if (removed > 0) text.delete(at, removed);
      if (inserted !== '') text.insert(at, inserted);
    };
    if (text.doc) text.doc.transact(change, typing);
  };
  const onChange = (event: Y.YTextEvent, { origin }: Y.Transaction) => {
    if (origin === typing) return;
    const splices = splicesOf(event.delta);
    shown = text.toJSON();
    const own = origin === undo ? caretBehind(splices) : null;
    const { start, end } = selectionAfter({ start: field.selectionStart, end: field.selectionEnd }, splices);
    showWords(field, shown, own ?? start, own ?? end);
  };
  const go = (way: 'undo' | 'redo', event: Event) => {
    event.preventDefault();
    if (isComposing || field.readOnly) return;
    if (way === 'undo') undo.undo();
    else undo.redo();
  };
  const onKey = (event: KeyboardEvent) => {
    const way = historyKey(event);
    if (way !== null) go(way, event);
  };
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType === 'historyUndo') go('undo', event);
    if (event.inputType === 'historyRedo') go('redo', event);
  };
  const onCompose = () => {
    isComposing = true;
  };
  const onComposed = () => {
    isComposing = false;
    onInput();
    for (const change of waiting.splice(0)) change();
  };

  text.observe(onChange);
  field.addEventListener('input', onInput);
  field.addEventListener('keydown', onKey);
  field.addEventListener('beforeinput', onBeforeInput);
  field.addEventListener('compositionstart', onCompose);
  field.addEventListener('compositionend', onComposed);
  return {
    whenFree(change) {
      if (isComposing) waiting.push(change);
      else change();
    },
    release() {
      text.unobserve(onChange);
      field.removeEventListener('input', onInput);
      field.removeEventListener('keydown', onKey);
      field.removeEventListener('beforeinput', onBeforeInput);
      field.removeEventListener('compositionstart', onCompose);
      field.removeEventListener('compositionend', onComposed);
      undo.destroy();
    },
  };
}
