import { wordsBeginning, wordsNear } from './vocabulary';
import type { Vocabulary } from './vocabulary';

/** Beginnings up to this long are rows of the index; longer ones are looked up in the vocabulary. */
const longestIndexedBeginning = 3;

/** So many words are named one by one, which the index answers fastest. */
const mostBeginnings = 200;

const quoted = (word: string) => `"${word}"`;

/** The words one asked word stands for; null when there is none. */
function meant(vocabulary: Vocabulary, asked: string, forgives: boolean): string | null {
  if ([...asked].length <= longestIndexedBeginning) return `${quoted(asked)} *`;
  const beginning = wordsBeginning(vocabulary, asked, mostBeginnings);
  // The index finds all of them itself, only more slowly: no word may be left out for how many there are.
  const terms = new Set(beginning === null ? [`${quoted(asked)} *`] : beginning.map(quoted));
  if (forgives) for (const word of wordsNear(vocabulary, asked)) terms.add(quoted(word));
  return terms.size === 0 ? null : [...terms].join(' OR ');
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
