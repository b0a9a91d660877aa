import type { TypedField } from './typed-fields';

/** What was typed into one form, and when last, in milliseconds. */
type Kept = { typed: TypedField[]; at: number };

const prefix = 'boldline-typed:';
const longestKeptMs = 60 * 24 * 60 * 60 * 1000;

/** The key of a form's words on this device: a device may be of several people. */
export const deviceKey = (personId: string, form: string) => `${prefix}${personId}:${form}`;

const isTyped = (one: unknown): one is TypedField =>
  typeof one === 'object' &&
  one !== null &&
  'name' in one &&
  'value' in one &&
  typeof one.name === 'string' &&
  typeof one.value === 'string';

function read(storage: Storage, key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('typed' in kept) || !('at' in kept)) return null;
    return Array.isArray(kept.typed) ? { typed: kept.typed.filter(isTyped), at: Number(kept.at) } : null;
  } catch {
    return null;
  }
}

/** What is kept of a form; empty where nothing is. */
export function wordsOnDevice(storage: Storage, key: string): TypedField[] {
  return read(storage, key)?.typed ?? [];
}

export function forgetWords(storage: Storage, key: string): void {
  storage.removeItem(key);
}

/** Words that nobody came back to for sixty days go. */
function forgetOldWords(storage: Storage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys) {
    if (!key.startsWith(prefix)) continue;
    const kept = read(storage, key);
    if (kept === null || now - kept.at > longestKeptMs) storage.removeItem(key);
  }
}

/** Keeps what is typed; nothing typed is nothing kept. @returns whether it is kept: a browser's room can be full or closed. */
export function keepWordsOnDevice(storage: Storage, key: string, typed: TypedField[], now: number): boolean {
  if (typed.length === 0) {
    storage.removeItem(key);
    return false;
  }
  try {
    forgetOldWords(storage, now);
    storage.setItem(key, JSON.stringify({ typed, at: now }));
    return true;
  } catch {
    return false;
  }
}
