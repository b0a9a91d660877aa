export type Word = {
  /** Without a possessive 's. */
  text: string;
  /** Lower-case, without diacritics and apostrophes. */
  folded: string;
  from: number;
  to: number;
  possessive: boolean;
  /** How it is written: 'Jaylen', 'JAYLEN' (two letters at least) or 'jaylen'. */
  written: 'capital' | 'capitals' | 'small';
  startsSentence: boolean;
  /** Only one space or hyphen before it. */
  joined: boolean;
  /** What stands between it and the word before, when that is short. */
  before: string;
};

const wordPattern = /\p{L}[\p{L}\p{M}]{0,59}(?:['’ʼ]\p{L}[\p{L}\p{M}]{0,59}){0,3}/gu;
const diacritics = /[\p{M}'’ʼ]/gu;
/** A dot after one of these ends no sentence. */
const shortened = new Set([
  'mr',
  'mrs',
  'ms',
  'mx',
  'dr',
  'st',
  'sr',
  'sra',
  'jr',
  'prof',
  'vs',
  'al',
  'eg',
  'ie',
]);
const asciiLetters = /^[a-zA-Z]+$/;
const longestGap = 12;

/** The same for 'Peña', 'pena' and 'PENA'. */
export function folded(text: string): string {
  if (asciiLetters.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(diacritics, '').toLowerCase();
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const whole = match[0];
    const possessive = /['’ʼ][sS]$/u.test(whole);
    const bare = possessive ? whole.slice(0, -2) : whole;
    const gap = text.slice(end, match.index);
    words.push({
      text: bare,
      folded: folded(bare),
      from: match.index,
      to: match.index + bare.length,
      possessive,
      written: writtenAs(bare),
      startsSentence: endsSentence(gap, words.at(-1)),
      joined: gap === ' ' || gap === '-' || gap === '\u00a0',
      before: gap.length <= longestGap ? gap : '',
    });
    end = match.index + whole.length;
  }
  return words;
}

function writtenAs(text: string): Word['written'] {
  if (!/^[\p{Lu}\p{Lt}]/u.test(text)) return 'small';
  return text.length > 1 && text === text.toUpperCase() ? 'capitals' : 'capital';
}

function endsSentence(gap: string, previous: Word | undefined): boolean {
  if (!previous || /[\n\r!?:;•“”"‘(*–—…]/u.test(gap)) return true;
  return gap.includes('.') && !(shortened.has(previous.folded) && /^\. ?$/.test(gap));
}
