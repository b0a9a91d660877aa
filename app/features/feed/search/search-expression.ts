import { wordsBeginning, wordsNear } from './vocabulary';
import type { Vocabulary } from './vocabulary';

/** Beginnings up to this long are rows of the index; longer ones are looked up in the vocabulary. */
const longestIndexedBeginning = 3;

const quoted = (word: string) => `"${word}"`;

/** The words one asked word stands for; null when there is none. */
function meant(vocabulary: Vocabulary, asked: string, forgives: boolean): string | null {
  if ([...asked].length <= longestIndexedBeginning) return `${quoted(asked)} *`;
  const words = new Set(wordsBeginning(vocabulary, asked));
  if (forgives) for (const word of wordsNear(vocabulary, asked)) words.add(word);
  return words.size === 0 ? null : [...words].map(quoted).join(' OR ');
}

/**
 * The full-text expression for texts that hold all asked words, or words beginning with them; with `forgives`, words
 * near them too. Null when no text can. The words come folded, so each is letters and digits in quotes.
 */
export function matchExpression(vocabulary: Vocabulary, words: string[], forgives: boolean): string | null {
  const parts = words.map((word) => meant(vocabulary, word, forgives));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return parts.map((part) => `(${part})`).join(' AND ');
}
