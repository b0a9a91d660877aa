import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { keepWordsOnDevice, wordsOnDevice } from './device-words';

type Typed = Record<string, string>;

/** All fields of a form; none without words, since a choice alone is made again in a moment. */
function fieldsWith(form: HTMLFormElement, words: string) {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  );
  return fields.some(({ name, value }) => name === words && value.trim() !== '') ? fields : [];
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
 * As `TypedOnDevice`, for forms that stay on their page while the room they belong to goes on: the form itself says when its words
 * have arrived (`forgetWords`), and hears of every field that was kept.
 *
 * @param key the words' key on this device; null where nothing is kept
 * @param words the name of the field whose words are worth keeping
 * @param hasArrived whether words that were kept are where they were handed in to, for forms that leave their page
 * @param onFound hears of all fields that were kept; hidden ones and choices of one are its to set
 */
export function useDeviceWords(
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
    const keep = () => void keepWordsOnDevice(localStorage, key, fieldsWith(own, words), Date.now());
    const kept: Typed = Object.fromEntries(
      wordsOnDevice(localStorage, key).map(({ name, value }) => [name, value]),
    );
    if (kept[words] !== undefined && !isThere(kept)) {
      found(kept);
      fill(own, kept, words);
    } else keep();
    const begun = JSON.stringify(fieldsWith(own, words));
    own.addEventListener('input', keep);
    return () => {
      own.removeEventListener('input', keep);
      // What was taken over into another field is kept there; choices that have not been drawn yet are kept as they are.
      if (JSON.stringify(fieldsWith(own, words)) !== begun) keep();
    };
  }, [form, key, words]);
}
