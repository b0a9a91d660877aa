import { authorsByInitials, knownInitials, knownLetters } from './ordinary-words';
import type { Marked } from './text-question';

const dotted = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,4}/gu;
const surname = /^ (\p{Lu}\p{Ll}{1,30})/u;
const lettersAfterStudent =
  /(?<!\p{L})(?:student|pupil|child|kid|boy|girl|learner|scholar) (\p{Lu}{2,3})(?![\p{L}\p{N}])/gu;
const numbered = /(?<!\p{L})[Ss]tudent \p{Lu}-?\p{Nd}{1,4}(?![\p{L}\p{N}])/gu;

/** "J.T.", "my student JT", "Student A7"; no "D.C.", no author. */
export function findInitials(text: string): Marked[] {
  const mark = (from: number, length: number): Marked => ({ kind: 'student_name', from, to: from + length });
  const initials = [...text.matchAll(dotted)].flatMap((match) => {
    const end = match.index + match[0].length;
    const name = surname.exec(text.slice(end, end + 32))?.[1]?.toLowerCase();
    const isKnown =
      knownInitials.has(match[0].toLowerCase()) || (name !== undefined && authorsByInitials.has(name));
    return isKnown ? [] : [mark(match.index, match[0].length)];
  });
  const letters = [...text.matchAll(lettersAfterStudent)].flatMap((match) => {
    const found = match[1] ?? '';
    return knownLetters.has(found.toLowerCase())
      ? []
      : [mark(match.index + match[0].length - found.length, found.length)];
  });
  const codes = [...text.matchAll(numbered)].map((match) => mark(match.index, match[0].length));
  return [...initials, ...letters, ...codes];
}
