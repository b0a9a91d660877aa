import { findInitials } from './initials-rules';
import { givenNames, placeLikeNames, wordLikeNames } from './given-names';
import {
  adultTitles,
  childsThings,
  nameGoesOn,
  narrowSaidVerbs,
  ordinaryWords,
  personVerbs,
  personalThings,
  saidVerbs,
  studentNouns,
} from './ordinary-words';
import type { Marked, TextContext } from './text-question';
import { before, isOrdinary, isSpokenFor, nextJoined } from './name-exceptions';
import type { Place } from './name-exceptions';
import { folded, wordsOf } from './words-of-text';
import type { Word } from './words-of-text';

/**
 * Where a text seems to name a student: given names that are common, and any capitalised word in a place where only a
 * name stands ("my student X", "X said", "X's IEP"). Staff, places, titles, days, subjects and authors are left alone.
 */
export function findNames(text: string, context: Pick<TextContext, 'staffNames' | 'placeNames'>): Marked[] {
  const words = wordsOf(text);
  const known = new Set(
    [...context.staffNames, ...context.placeNames].flatMap((name) =>
      wordsOf(name).map((word) => word.folded),
    ),
  );
  const places = words.map((word, index): Place => ({ word, words, index, text, known }));
  const named = places.map((place) => isName(place) && !isSpokenFor(place));
  listTogether(places, named);
  return [...findInitials(text), ...spansOf(places, named)];
}

const isListed = (word: Word) => givenNames.has(word.folded);
const isEveryday = (word: Word) => wordLikeNames.has(word.folded) || placeLikeNames.has(word.folded);

function isName(place: Place): boolean {
  const { word } = place;
  if (word.written !== 'capital') return isListed(word) && !isEveryday(word) && isStronglyPlaced(place);
  if (isListed(word)) return isListedName(place);
  if (isOrdinary(word) || word.text.length < 2) return false;
  return word.startsSentence
    ? isNarrowlyPlaced(place)
    : isStronglyPlaced(place) || isDoneTo(place) || isOneOfTwo(place);
}

function isListedName(place: Place): boolean {
  const { word } = place;
  if (!isEveryday(word)) return true;
  if (isStronglyPlaced(place)) return true;
  if (word.startsSentence) {
    return placeLikeNames.has(word.folded) && nameGoesOn.has(nextJoined(place)?.folded ?? '');
  }
  if (ordinaryWords.has(word.folded)) return false;
  const next = nextJoined(place);
  if (next && next.written !== 'small' && !isListed(next)) return false;
  return !['the', 'a', 'an'].includes(before(place)?.folded ?? '');
}

function isStronglyPlaced(place: Place): boolean {
  return (
    followsStudentNoun(place) ||
    doesWhatPeopleDo(place, saidVerbs) ||
    owns(place, personalThings) ||
    isExplained(place)
  );
}

function isNarrowlyPlaced(place: Place): boolean {
  const couldBePlural = /(?:s|er|or|one|body|ist)$/.test(place.word.folded);
  return (
    (!couldBePlural && doesWhatPeopleDo(place, narrowSaidVerbs)) ||
    owns(place, childsThings) ||
    isExplained(place)
  );
}

function doesWhatPeopleDo(place: Place, verbs: Set<string>): boolean {
  return !place.word.possessive && verbs.has(nextJoined(place)?.folded ?? '');
}

/** "X's IEP", "X's 504" */
function owns(place: Place, things: Set<string>): boolean {
  if (!place.word.possessive) return false;
  return (
    things.has(nextJoined(place)?.folded ?? '') ||
    / 504\b/.test(place.text.slice(place.word.to + 2, place.word.to + 6))
  );
}

/** "my student X", "a boy named X", "our student, X," */
function followsStudentNoun(place: Place): boolean {
  const { word } = place;
  if (!word.joined && !(word.before === ', ' && word.written === 'capital')) return false;
  const previous = before(place);
  if (previous && studentNouns.has(previous.folded)) return word.joined || isListed(word);
  const isNamed = previous?.folded === 'named' || previous?.folded === 'called';
  return isNamed && studentNouns.has(before(place, 2)?.folded ?? '');
}

const explanation =
  /^, (?:who(?:se)? |aged? \d|(?:a|our|my|one of our) (?:\S{1,12} ){0,2}(?:student|grader|boy|girl|child|kid)\b)/;

/** "X, a fourth grader" */
function isExplained({ word, text }: Place): boolean {
  return (
    word.written === 'capital' &&
    explanation.test(text.slice(word.to, word.to + 60)) &&
    !/s$/.test(word.folded)
  );
}

/** "we reminded X" */
function isDoneTo(place: Place): boolean {
  return place.word.joined && personVerbs.has(before(place)?.folded ?? '');
}

/** "for X and Y", both capitalised, neither known as anything else. */
function isOneOfTwo(place: Place): boolean {
  const isFirst = isPairAt(place, 0);
  return isFirst || isPairAt(place, -2);
}

function isPairAt({ words, index }: Place, shift: number): boolean {
  const [lead, first, and, second] = [-1, 0, 1, 2].map((step) => words[index + shift + step]);
  const canBe = (word: Word | undefined) =>
    word?.written === 'capital' &&
    word.text.length > 1 &&
    word.joined &&
    !isOrdinary(word) &&
    !adultTitles.has(word.folded);
  return (
    (lead?.folded === 'for' || lead?.folded === 'with') &&
    canBe(first) &&
    and?.folded === 'and' &&
    and.joined &&
    canBe(second)
  );
}

/** A capitalised word that "and" or a comma sets beside a name is one too: "Jaylen, Zyonna and Tzviel". */
function listTogether(places: Place[], named: boolean[]): void {
  const follow = (from: number, step: 1 | -1) => {
    for (let at = from; named[at];) {
      const beside = besideInList(places, at, step);
      const place = beside === null ? undefined : places[beside];
      if (beside === null || !place || named[beside] || !canBeListed(place)) return;
      named[beside] = true;
      at = beside;
    }
  };
  for (let at = 0; at < places.length; at += 1) follow(at, 1);
  for (let at = places.length - 1; at >= 0; at -= 1) follow(at, -1);
  for (const [at, place] of places.entries()) {
    const first = places[at - 1];
    if (named[at] && first && place.word.joined && !isListed(place.word) && isFirstPart(first))
      named[at - 1] = true;
  }
}

function besideInList(places: Place[], at: number, step: 1 | -1): number | null {
  const next = places[at + step]?.word;
  const later = step === 1 ? next : places[at]?.word;
  if (!next || !later) return null;
  if (/^ ?[,&] ?$/.test(later.before) && next.folded !== 'and') return at + step;
  return next.folded === 'and' && /^,? $/.test(next.before) ? at + 2 * step : null;
}

/** An unlisted name that was found through its neighbours has the capitalised word before it as its first part. */
function isFirstPart(place: Place): boolean {
  return (
    place.word.written === 'capital' &&
    place.word.text.length > 1 &&
    !isOrdinary(place.word) &&
    !isSpokenFor(place)
  );
}

function canBeListed(place: Place): boolean {
  const { word } = place;
  if (
    word.written !== 'capital' ||
    word.text.length < 2 ||
    isOrdinary(word) ||
    adultTitles.has(word.folded) ||
    isSpokenFor(place)
  )
    return false;
  return !word.startsSentence || isListed(word);
}

const lastInitial = /^ \p{Lu}(?:\.|(?![\p{L}\p{N}'’]))/u;

/** Names with what belongs to them: a second name, or the initial of one. */
function spansOf(places: Place[], named: boolean[]): Marked[] {
  const found: Marked[] = [];
  let taken = 0;
  for (const [index, place] of places.entries()) {
    if (!named[index] || place.word.from < taken) continue;
    let last = place;
    for (let step = 1; step <= 2; step += 1) {
      const next = places[index + step];
      if (!next || last.word.possessive || !belongsToName(next, named[index + step] ?? false)) break;
      last = next;
    }
    const initial = last.word.possessive
      ? null
      : lastInitial.exec(place.text.slice(last.word.to, last.word.to + 4));
    taken = last.word.to + (initial && !/^ [AI]$/.test(initial[0]) ? initial[0].length : 0);
    found.push({ kind: 'student_name', from: place.word.from, to: taken });
  }
  return found;
}

function belongsToName(place: Place, isNamed: boolean): boolean {
  const { word } = place;
  if (!word.joined || word.written !== 'capital' || word.text.length < 2) return false;
  return isNamed || (!isOrdinary(word) && !place.known.has(word.folded) && !saidVerbs.has(folded(word.text)));
}
