/** One change of a text: at `at`, `removed` characters give way to `inserted`. Positions count UTF-16 units, as fields do. */
export type Splice = { at: number; removed: number; inserted: string };

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Whether a position falls between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function commonEnd(before: string, after: string, most: number): number {
  let length = 0;
  while (
    length < most &&
    before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length)
  )
    length += 1;
  while (
    length > 0 &&
    (splitsPair(before, before.length - length) || splitsPair(after, after.length - length))
  )
    length -= 1;
  return length;
}

function commonStart(before: string, after: string, most: number): number {
  let length = 0;
  while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length += 1;
  while (length > 0 && (splitsPair(before, length) || splitsPair(after, length))) length -= 1;
  return length;
}

/**
 * The one change that turns `before` into `after`, no wider than needed; null where they are the same. It never splits a character.
 * @param caret where the caret stands in `after`: of equal letters, those left of it are the new ones
 */
export function spliceOf(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const end = commonEnd(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
  const start = commonStart(before, after, shorter - end);
  const rest = commonEnd(before, after, shorter - start);
  const tail = Math.max(end, rest);
  return {
    at: start,
    removed: before.length - start - tail,
    inserted: after.slice(start, after.length - tail),
  };
}

export function applySplice(text: string, { at, removed, inserted }: Splice): string {
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

/** A change as Yjs tells it: lengths kept and deleted, and text inserted, from the start on. */
type Delta = readonly { retain?: number; delete?: number; insert?: unknown }[];

/** The changes of a delta in order; each is meant for the text after the ones before it. */
export function splicesOf(delta: Delta): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  for (const { retain, delete: removed, insert } of delta) {
    if (retain !== undefined) at += retain;
    if (removed !== undefined) splices.push({ at, removed, inserted: '' });
    if (typeof insert === 'string') {
      splices.push({ at, removed: 0, inserted: insert });
      at += insert.length;
    }
  }
  return splices;
}

/** Where a position comes to when somebody else changed the text. What comes in right at it stays behind it, unless `isPushed`. */
export function movedBy(position: number, { at, removed, inserted }: Splice, isPushed = false): number {
  const kept = position <= at ? position : Math.max(at, position - removed);
  return at < kept || (at === kept && isPushed) ? kept + inserted.length : kept;
}

export type Selection = { start: number; end: number };

/** A selection after others' changes: the same words stay selected, and nothing new comes into it at its edges. */
export function selectionAfter({ start, end }: Selection, splices: readonly Splice[]): Selection {
  if (start === end) {
    const caret = splices.reduce((position, splice) => movedBy(position, splice), start);
    return { start: caret, end: caret };
  }
  const first = splices.reduce((position, splice) => movedBy(position, splice, true), start);
  const last = splices.reduce((position, splice) => movedBy(position, splice), end);
  return { start: Math.min(first, last), end: last };
}

/** Where the caret belongs after one's own changes were taken back or done again: behind the last of them. */
export function caretBehind(splices: readonly Splice[]): number | null {
  const last = splices.at(-1);
  return last ? last.at + last.inserted.length : null;
}
