import { givenNames, wordLikeNames } from './given-names';
import type { Marked, TextContext } from './text-question';
import { folded } from './words-of-text';

type Piece = { folded: string; from: number; to: number; capital: boolean; capitals: boolean };
/** Words to find one after another. `as`: how they must be written to count. */
type Needle = { words: string[]; as: 'any' | 'capital' | 'capitals' };

const piecePattern = /[\p{L}\p{M}]{1,60}|\p{N}{1,20}/gu;
const mostInside = 200;
/** What may stand between the words of a name; a comma ends it. */
const gapInName = /^[\s.\-‐‑–_'’]{0,3}$/u;
const schoolWords = new Map([
  ['elementary', 'es'],
  ['primary', 'ps'],
  ['intermediate', 'is'],
  ['middle', 'ms'],
  ['junior', 'jhs'],
  ['high', 'hs'],
  ['charter', 'cs'],
]);
const kindWords = new Set(
  `${[...schoolWords.keys()].join(' ')} senior school schools academy public community unified independent consolidated district county city
  isd usd lea preparatory prep magnet center k 8 12 the of and for at`.split(/\s+/),
);
const smallWords = new Set(['the', 'of', 'and', 'for', 'at', 'de', 'la']);
/** Left alone by a school's name, they tell nothing. */
const vagueWords = new Set(
  'north south east west northern southern eastern western central new old first grade team math reading writing science english'.split(
    ' ',
  ),
);
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Where a text tells who hides behind its signature: the names given, without their school words, and as initials. */
export function findSignatures(text: string, { givenAway, staffNames }: TextContext): Marked[] {
  const people = new Set(staffNames.map(folded));
  const needles = givenAway.flatMap((name) => needlesFor(name, people));
  const byFirst = new Map<string, Needle[]>();
  for (const needle of needles) {
    const first = needle.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), needle]);
  }
  const pieces = piecesOf(text);
  const found = pieces.flatMap((piece, index) => {
    const ends = (byFirst.get(piece.folded) ?? []).map((needle) => endOf(needle, pieces, index, text));
    const to = Math.max(0, ...ends);
    return to === 0 ? [] : [mark(piece.from, to)];
  });
  return [...longestOnly(found), ...givenAway.flatMap((name) => insideWords(text, name))];
}

const mark = (from: number, to: number): Marked => ({ kind: 'gives_away_signature', from, to });

/** A name found whole comes before its parts. */
function longestOnly(found: Marked[]): Marked[] {
  let end = 0;
  return found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(piecePattern)].map((match) => ({
    folded: folded(match[0]),
    from: match.index,
    to: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
    capitals: match[0] === match[0].toUpperCase(),
  }));
}

/** The offset where the needle ends when it stands at this piece; 0 when it does not. */
function endOf(needle: Needle, pieces: Piece[], index: number, text: string): number {
  let end = pieces[index]?.from ?? 0;
  for (const [step, word] of needle.words.entries()) {
    const piece = pieces[index + step];
    if (piece?.folded !== word || !gapInName.test(text.slice(end, Math.min(piece.from, end + 4)))) return 0;
    if (needle.as === 'capital' && !piece.capital) return 0;
    if (needle.as === 'capitals' && !piece.capitals) return 0;
    end = piece.to;
  }
  return end;
}

function needlesFor(name: string, people: Set<string>): Needle[] {
  const pieces = piecesOf(name);
  const words = pieces.map((piece) => piece.folded).filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole: Needle = {
    words,
    as: words.length === 1 && kindWords.has(words[0] ?? '') ? 'capital' : 'any',
  };
  const isSchool = words.some((word) => kindWords.has(word) && !smallWords.has(word));
  const isPerson = people.has(folded(name)) || givenNames.has(words[0] ?? '');
  if (isPerson && !isSchool) return [whole, ...partsOfPerson(words)];
  return [whole, ...lettersApart(words, pieces), ...(isSchool ? shortForms(words) : [])];
}

function partsOfPerson(words: string[]): Needle[] {
  return words
    .filter((word) => word.length >= 3 && !wordLikeNames.has(word))
    .map((word) => ({ words: [word], as: 'capital' }));
}

/** 'PS 118' is also written 'P.S. 118'. */
function lettersApart(words: string[], pieces: Piece[]): Needle[] {
  const first = words[0] ?? '';
  if (!pieces[0]?.capitals || first.length < 2 || first.length > 4) return [];
  return [{ words: [...first, ...words.slice(1)], as: 'capitals' }];
}

/** 'Eastern Ridge Elementary School' → 'Eastern Ridge', 'Eastern Ridge ES', 'Eastern Ridge Elem', 'ERES', 'E.R.E.S.' */
function shortForms(words: string[]): Needle[] {
  const own = words.slice(0, ownLength(words));
  const suffixes = words.flatMap((word) => schoolWords.get(word) ?? []);
  const forms: Needle[] = suffixes.map((suffix) => ({ words: [...own, suffix], as: 'any' }));
  if (own.length < words.length) forms.push({ words: words.slice(0, own.length + 1), as: 'any' });
  if (own.length > 1) forms.push({ words: own, as: 'any' });
  else if (own[0] && own[0].length > 2 && !vagueWords.has(own[0])) forms.push({ words: own, as: 'capital' });
  const initials = words.filter((word) => !smallWords.has(word)).map((word) => [...word][0] ?? '');
  if (initials.length >= 3) {
    forms.push({ words: [initials.join('')], as: 'capitals' }, { words: initials, as: 'capitals' });
  }
  return forms.filter((form) => form.words.length > 0 && own.length > 0);
}

/** How many words stand before the first that only says what kind of school it is. */
function ownLength(words: string[]): number {
  const kind = words.findIndex((word, index) => index > 0 && kindWords.has(word) && !smallWords.has(word));
  return kind === -1 ? words.length : kind;
}

/** Scripts that put no space between words. Far more than are ever shown is enough. */
function insideWords(text: string, name: string): Marked[] {
  const found: Marked[] = [];
  if (name === '' || !withoutSpaces.test(name)) return found;
  for (
    let at = text.indexOf(name);
    at !== -1 && found.length < mostInside;
    at = text.indexOf(name, at + name.length)
  ) {
    found.push(mark(at, at + name.length));
  }
  return found;
}
