import { findNames } from './name-rules';
import { findNamesOfOtherScripts } from './other-script-rules';
import { findBirthDates, findEmails, findPhones, findStudentNumbers } from './number-rules';
import { readSeen, seenOf } from './seen-text';
import { findSignatures } from './signature-rules';
import { findSmallGroupNumbers } from './small-group-rules';
import { reasonFor } from './text-question';
import type { Marked, TextContext, TextQuestion } from './text-question';

const most = 20;

/**
 * What in a text might name a student, tell a hidden number or tell who signed: at most 20 questions, in text order,
 * none over another. With more than 20, each different one comes before any repeated one. It asks, it never blocks. The
 * text is read as it is seen: what nobody sees in it parts no name; excerpts are of the text as it is stored. Linear in
 * the text's length.
 */
export function findQuestions(stored: string, context: TextContext): TextQuestion[] {
  const { text, placeOf } = readSeen(stored);
  return marksIn(text, seenContext(context)).map((mark) => {
    const { from, to } = placeOf(mark);
    const reason = reasonFor(mark.kind, text.slice(mark.from, mark.to), context.hidden);
    return { kind: mark.kind, excerpt: stored.slice(from, to), from, to, reason };
  });
}

function seenContext(context: TextContext): TextContext {
  const { staffNames, placeNames, givenAway } = context;
  return {
    ...context,
    staffNames: staffNames.map(seenOf),
    placeNames: placeNames.map(seenOf),
    givenAway: givenAway.map(seenOf),
  };
}

function marksIn(text: string, context: TextContext): Marked[] {
  const hasDigits = /\p{N}/u.test(text);
  const apart = withoutOverlaps([
    ...findEmails(text),
    ...findBirthDates(text),
    ...(hasDigits ? [...findPhones(text), ...findStudentNumbers(text)] : []),
    ...(context.hidden === 'nothing' ? [] : findSignatures(text, context)),
    ...findNames(text, context),
    ...findNamesOfOtherScripts(text),
    ...(context.numbersAreHidden ? findSmallGroupNumbers(text) : []),
  ]);
  return theMostTelling(text, apart);
}

/** In text order; of two that overlap, the one listed first stays. */
function withoutOverlaps(marked: Marked[]): Marked[] {
  const ranked = marked.map((mark, rank) => ({ mark, rank }));
  ranked.sort((a, b) => a.mark.from - b.mark.from || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const next of ranked) {
    let stays = true;
    while (kept.length > 0 && stays) {
      const last = kept[kept.length - 1];
      if (!last || last.mark.to <= next.mark.from) break;
      if (last.rank < next.rank) stays = false;
      else kept.pop();
    }
    if (stays) kept.push(next);
  }
  return kept.map(({ mark }) => mark);
}

function theMostTelling(text: string, marked: Marked[]): Marked[] {
  if (marked.length <= most) return marked;
  const seen = new Set<string>();
  const first: Marked[] = [];
  const repeated: Marked[] = [];
  for (const mark of marked) {
    const key = `${mark.kind}:${text.slice(mark.from, mark.to)}`;
    if (seen.has(key)) repeated.push(mark);
    else first.push(mark);
    seen.add(key);
    if (first.length === most) break;
  }
  return [...first, ...repeated].slice(0, most).sort((a, b) => a.from - b.from);
}
