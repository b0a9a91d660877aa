/** A word of a text, where it stands in it, and as it is compared. */
export type PlacedWord = { from: number; to: number; folded: string };

const wordShape = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

const longestWord = 48;
const mostWordsAsked = 10;
const mostCharactersAsked = 300;

/**
 * A word as it is compared: lower case, without accents and apostrophes. Marks that are letters of a script stay.
 * What is left holds letters, digits and marks only, never a sign that a search engine reads as an operator.
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f]|[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase()
    .slice(0, longestWord);
}

/** The words of a text, in their places. */
export function wordsIn(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(wordShape)) {
    const folded = foldWord(match[0]);
    if (folded !== '') words.push({ from: match.index, to: match.index + match[0].length, folded });
  }
  return words;
}

/** Each word of some texts once. */
export function distinctWords(texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => wordsIn(text).map(({ folded }) => folded)))];
}

/** What somebody who typed this looks for; none for signs alone. The rest of an endless text is left unread. */
export function wordsAsked(typed: string): string[] {
  return distinctWords([typed.slice(0, mostCharactersAsked)]).slice(0, mostWordsAsked);
}
