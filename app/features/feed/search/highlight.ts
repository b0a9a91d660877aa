import { wordsIn } from './search-words';
import type { PlacedWord } from './search-words';
import { isNear } from './typo-distance';

/** A piece of a text that is a hit or is not; the pieces in order are the text. */
export type Piece = { text: string; isHit: boolean };

/** What is looked for: words that texts' words begin with or, when typos are forgiven, are near to. */
export type Sought = { words: string[]; forgives: boolean };

export function isHitWord(folded: string, { words, forgives }: Sought): boolean {
  return words.some((word) => folded.startsWith(word) || (forgives && isNear(word, folded)));
}

function* hitsIn(text: string, sought: Sought): Generator<PlacedWord> {
  const known = new Map<string, boolean>();
  for (const word of wordsIn(text)) {
    const isHit = known.get(word.folded) ?? isHitWord(word.folded, sought);
    known.set(word.folded, isHit);
    if (isHit) yield word;
  }
}

function firstHit(text: string, sought: Sought): PlacedWord | null {
  for (const hit of hitsIn(text, sought)) return hit;
  return null;
}

function pieces(text: string, hits: Iterable<PlacedWord>): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { from, to } of hits) {
    if (from > at) cut.push({ text: text.slice(at, from), isHit: false });
    cut.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (at < text.length) cut.push({ text: text.slice(at), isHit: false });
  return cut;
}

/** A text with its hits marked. */
export function marked(text: string, sought: Sought): Piece[] {
  return pieces(text, hitsIn(text, sought));
}

/** Characters of an excerpt, and how many of them come before its first hit. */
const excerptLength = 240;
const leadLength = 60;
/** A hit further inside a text than this is not looked for: an excerpt is a glance. */
const mostRead = 20_000;

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 30 ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  return space < at - 30 ? at : space;
}

/** Never between the halves of a character beyond 16 bits. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

const asLine = (text: string) => text.slice(0, mostRead).replaceAll(/\s+/g, ' ').trim();

/**
 * A glance at some texts, about `excerptLength` characters around the first hit in any of them, with the hits marked; the
 * beginning of the first text when none holds a hit. Texts after the first hit are not asked for.
 */
export function excerptOf(texts: Iterable<string>, sought: Sought): Piece[] {
  let first = 0;
  let text = '';
  for (const one of texts) {
    const line = asLine(one);
    if (text === '') text = line;
    const hit = firstHit(line, sought);
    if (hit === null) continue;
    [first, text] = [hit.from, line];
    break;
  }
  const from = whole(text, wordStart(text, first - leadLength));
  const to = whole(text, wordEnd(text, from + excerptLength));
  const cut = marked(text.slice(from, to), sought);
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...cut,
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ];
}
