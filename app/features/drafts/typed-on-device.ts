import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

type Typed = Record<string, string>;

const prefix = 'boldline-typed:';

function read(key: string): Typed | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

/** Nothing is worth keeping without words: a choice alone is made again in a moment. */
function write(key: string, form: HTMLFormElement, words: string): void {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed[name] = value;
  try {
    if ((typed[words] ?? '').trim() === '') localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(typed));
  } catch {
    // The browser keeps nothing, or its room is full: the words stay in the page.
  }
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const fillable = 'textarea, select, input:not([type=hidden], [type=checkbox], [type=radio])';

/** What somebody typed before the script came stays, after what was kept. */
function fill(form: HTMLFormElement, typed: Typed, words: string): void {
  for (const field of form.querySelectorAll<Field>(fillable)) {
    const value = typed[field.name];
    if (value === undefined) continue;
    if (field.name !== words || field.value.trim() === '') field.value = value;
    else if (!field.value.includes(value)) field.value = `${value}\n\n${field.value}`;
  }
}

/**
 * Keeps what is typed into a form on this device: after a reload, a closed tab or a lost line it is there again, until it is handed in
 * (`forgetTyped`). For forms whose words are no draft of a record.
 *
 * @param key what tells the form and its writer from others
 * @param words the name of the field whose words are worth keeping
 * @param hasArrived whether words that were kept are where they were handed in to, for forms that leave their page
 * @param onFound hears of all fields that were kept; hidden ones and choices of one are its to set
 */
export function useTypedOnDevice(
  form: RefObject<HTMLFormElement | null>,
  {
    key,
    words,
    hasArrived,
    onFound,
  }: {
    key: string | null;
    words: string;
    hasArrived?: (typed: string) => boolean;
    onFound?: (typed: Typed) => void;
  },
): void {
  const isThere = useEffectEvent((typed: Typed) => hasArrived?.(typed[words] ?? '') ?? false);
  const found = useEffectEvent((typed: Typed) => onFound?.(typed));
  useEffect(() => {
    const own = form.current;
    if (!own || key === null) return;
    const keep = () => write(key, own, words);
    const kept = read(key);
    if (kept && !isThere(kept)) {
      found(kept);
      fill(own, kept, words);
    } else keep();
    own.addEventListener('input', keep);
    return () => {
      own.removeEventListener('input', keep);
      // What was taken over into another field is kept there.
      keep();
    };
  }, [form, key, words]);
}

/** What was handed in has arrived. */
export function forgetTyped(key: string): void {
  localStorage.removeItem(prefix + key);
}
