/** A word of a text, where it stands in it, and as it is compared. */
export type PlacedWord = { from: number; to: number; folded: string };

const wordShape = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
/** The same for texts without letters beyond a to z, which are most of them, in a quarter of the time. */
const plainWordShape = /[A-Za-z0-9]+(?:['’][A-Za-z0-9]+)*/g;
const plainText = /^[\u0000-\u007f\u2010-\u2027]*$/;

/** Most words: nothing about them needs folding but their case. */
const plainShape = /^[A-Za-z0-9]+$/;

const longestWord = 48;
const mostWordsAsked = 10;
const mostCharactersAsked = 300;

/**
 * A word as it is compared: lower case, without accents and apostrophes. Marks that are letters of a script stay.
 * What is left holds letters, digits and marks only, never a sign that a search engine reads as an operator.
 */
export function foldWord(word: string): string {
  if (plainShape.test(word)) return word.toLowerCase().slice(0, longestWord);
  return word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f]|[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase()
    .slice(0, longestWord);
}

/** The words of a text, in their places, one after the other. */
export function* wordsIn(text: string): Generator<PlacedWord> {
  for (const match of text.matchAll(plainText.test(text) ? plainWordShape : wordShape)) {
    const folded = foldWord(match[0]);
    if (folded !== '') yield { from: match.index, to: match.index + match[0].length, folded };
  }
}

/** Each word of some texts once. */
export function distinctWords(texts: string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) for (const { folded } of wordsIn(text)) words.add(folded);
  return [...words];
}

/** What somebody who typed this looks for; none for signs alone. The rest of an endless text is left unread. */
export function wordsAsked(typed: string): string[] {
  return distinctWords([typed.slice(0, mostCharactersAsked)]).slice(0, mostWordsAsked);
}
