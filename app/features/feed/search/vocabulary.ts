import { hasNearLength, isNear, slipsAllowed } from './typo-distance';

/** The words of all texts, sorted, each with its length and the set of its letters as bits. */
export type Vocabulary = { words: string[]; letters: Int32Array; lengths: Uint8Array };

export const emptyVocabulary: Vocabulary = {
  words: [],
  letters: new Int32Array(0),
  lengths: new Uint8Array(0),
};

/**
 * Words that one typo may stand for, at most. More would be the work of somebody who fills the vocabulary; a low number
 * would tell, by what is no longer found, of words in texts that the reader does not see.
 */
const mostMeant = 3000;

function bitOf(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  return 1 << (26 + (code % 5));
}

/** A word's letters as bits: a to z each their own, all other signs in five heaps. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= bitOf(word.charCodeAt(at));
  return bits;
}

function countBits(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** A vocabulary with some words more. */
export function withWords({ words }: Vocabulary, more: string[]): Vocabulary {
  const sorted = [...words, ...more].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    words: sorted,
    letters: Int32Array.from(sorted, lettersOf),
    lengths: Uint8Array.from(sorted, ({ length }) => Math.min(length, 255)),
  };
}

function firstAtLeast(words: string[], wanted: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that begin like this one, itself first; null where there are more than `most`. */
export function wordsBeginning({ words }: Vocabulary, asked: string, most: number): string[] | null {
  const from = firstAtLeast(words, asked);
  let to = from;
  while (to < words.length && words[to]?.startsWith(asked)) {
    if (to - from === most) return null;
    to += 1;
  }
  return words.slice(from, to);
}

/** Typos are asked for again: for posts, for ideas, for the next page. */
const nearOf = new WeakMap<Vocabulary, Map<string, string[]>>();
const mostRemembered = 500;

/** The words that somebody who typed this may have meant. */
export function wordsNear(vocabulary: Vocabulary, asked: string): string[] {
  const known = nearOf.get(vocabulary) ?? new Map<string, string[]>();
  nearOf.set(vocabulary, known);
  const near = known.get(asked) ?? findNear(vocabulary, asked);
  if (known.size >= mostRemembered) known.clear();
  known.set(asked, near);
  return near;
}

/** A slip changes at most one letter into another, so most words are passed over by their letters alone. */
function findNear({ words, letters, lengths }: Vocabulary, asked: string): string[] {
  const slips = slipsAllowed(asked);
  if (slips === 0) return [];
  const wanted = lettersOf(asked);
  const near: string[] = [];
  for (let at = 0; at < words.length && near.length < mostMeant; at += 1) {
    if (!hasNearLength(asked, lengths[at] ?? 0, slips)) continue;
    const missing = wanted & ~(letters[at] ?? 0);
    if (missing !== 0 && countBits(missing) > slips) continue;
    const word = words[at] ?? '';
    if (isNear(asked, word)) near.push(word);
  }
  return near;
}
