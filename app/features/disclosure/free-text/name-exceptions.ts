import { placeLikeNames } from './given-names';
import { adultTitles, famousPeople, ordinaryWords, placeNouns, placePrepositions } from './ordinary-words';
import type { Word } from './words-of-text';

/** A word and what stands around it. */
export type Place = { word: Word; words: Word[]; index: number; text: string; known: Set<string> };

export const isOrdinary = (word: Word | undefined) => !word || ordinaryWords.has(word.folded);
const after = ({ words, index }: Place, steps = 1) => words[index + steps];
export const before = ({ words, index }: Place, steps = 1) => words[index - steps];

/** The next word, when nothing but a space stands before it. */
export function nextJoined(place: Place): Word | undefined {
  const next = after(place);
  return next?.joined ? next : undefined;
}

/** Whether the word is known as something else: staff, a place, an adult with a title, an author, a person of history. */
export function isSpokenFor(place: Place): boolean {
  const { word } = place;
  return (
    place.known.has(word.folded) || isAdult(place) || isPlace(place) || isCited(place) || isFamous(place)
  );
}

/** A title up to three words before, with only capitalised words or "and" between. */
function isAdult(place: Place): boolean {
  let gap = place.word;
  for (let steps = 1; steps <= 3; steps += 1) {
    const previous = before(place, steps);
    if (!previous) return false;
    const isTitle = adultTitles.has(previous.folded);
    if (!gap.joined && !(isTitle && /^\. ?$/.test(gap.before))) return false;
    if (isTitle) return previous.written !== 'small' || steps === 1;
    if (previous.written !== 'capital') return false;
    gap = previous;
  }
  return false;
}

function isPlace(place: Place): boolean {
  const next = nextJoined(place);
  if (next && next.written !== 'small' && placeNouns.has(next.folded)) return true;
  const previous = before(place);
  return (
    placeLikeNames.has(place.word.folded) &&
    place.word.joined &&
    previous !== undefined &&
    placePrepositions.has(previous.folded)
  );
}

const citation = /^(?:['’]s)?(?:,? (?:\p{Lu}\p{L}{1,30}|and|&)){0,6},? (?:et al\b|\(?(?:19|20)\d\d\b)/u;

function isCited({ word, text }: Place): boolean {
  return citation.test(text.slice(word.to, word.to + 80));
}

function isFamous(place: Place): boolean {
  const pair = (first?: Word, second?: Word) =>
    famousPeople.has(`${first?.folded ?? ''}-${second?.folded ?? ''}`);
  return (
    pair(place.word, after(place)) ||
    pair(before(place), place.word) ||
    (place.word.joined && pair(before(place, 2), before(place)))
  );
}
