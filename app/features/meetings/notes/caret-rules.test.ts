import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applySplice, caretBehind, movedBy, selectionAfter, spliceOf, splicesOf } from './caret-rules';
import type { Splice } from './caret-rules';

/** Texts of few letters, so that many of them are alike, with characters of two units. */
const words = fc
  .array(fc.constantFrom('a', 'b', '\n', '😀', '😁', '👩‍🏫', 'é'), { maxLength: 24 })
  .map((letters) => letters.join(''));
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

describe('spliceOf', () => {
  it('is the letter that was typed, where the caret says', () => {
    expect(spliceOf('aaa', 'aaaa', 2)).toEqual({ at: 1, removed: 0, inserted: 'a' });
    expect(spliceOf('one two', 'one, two', 4)).toEqual({ at: 3, removed: 0, inserted: ',' });
    expect(spliceOf('one two', 'one', 3)).toEqual({ at: 3, removed: 4, inserted: '' });
    expect(spliceOf('same', 'same', 2)).toBeNull();
  });

  it('takes whole characters: 😀 to 😁 share their first half', () => {
    expect(spliceOf('x😀y', 'x😁y', 3)).toEqual({ at: 1, removed: 2, inserted: '😁' });
  });

  it('turns one text into the other, splits no character, and is no wider than the texts', () => {
    fc.assert(
      fc.property(words, words, fc.nat(60), (before, after, at) => {
        const splice = spliceOf(before, after, Math.min(at, after.length));
        if (!splice) return before === after;
        const tail = splice.at + splice.removed;
        const splits =
          isLow(before.charCodeAt(splice.at)) ||
          isLow(before.charCodeAt(tail)) ||
          isLow(splice.inserted.charCodeAt(0));
        return (
          applySplice(before, splice) === after &&
          !splits &&
          splice.removed >= 0 &&
          splice.removed <= before.length &&
          splice.inserted.length <= after.length
        );
      }),
    );
  });

  it('is exactly what one hand typed at one place', () => {
    fc.assert(
      fc.property(words, fc.nat(60), fc.nat(10), words, (before, from, count, typed) => {
        const letters = [...before];
        const start = Math.min(from, letters.length);
        const head = letters.slice(0, start).join('');
        const after = head + typed + letters.slice(start + count).join('');
        const splice = spliceOf(before, after, head.length + typed.length);
        expect(splice?.inserted.length ?? 0).toBeLessThanOrEqual(typed.length);
        expect(splice === null ? before : applySplice(before, splice)).toBe(after);
      }),
    );
  });
});

describe('splicesOf', () => {
  it('says in order what Yjs says of a change', () => {
    const doc = new Y.Doc();
    const text = doc.getText('words');
    text.insert(0, 'one two three');
    let splices: Splice[] = [];
    text.observe(({ delta }) => {
      splices = splicesOf(delta);
    });
    doc.transact(() => {
      text.delete(0, 4);
      text.insert(4, 'or ');
    });
    expect(splices.reduce(applySplice, 'one two three')).toBe('two or three');
  });
});

describe('a selection', () => {
  const texts = fc.record({ text: words, one: fc.nat(60), other: fc.nat(60), splices: fc.array(words) });

  it('keeps its place when others type before it, and takes in nothing at its edges', () => {
    expect(selectionAfter({ start: 4, end: 4 }, [{ at: 0, removed: 0, inserted: 'ab' }])).toEqual({
      ...{ start: 6, end: 6 },
    });
    expect(movedBy(4, { at: 4, removed: 0, inserted: 'ab' })).toBe(4);
    expect(selectionAfter({ start: 4, end: 7 }, [{ at: 4, removed: 0, inserted: 'ab' }])).toEqual({
      ...{ start: 6, end: 9 },
    });
    expect(selectionAfter({ start: 4, end: 7 }, [{ at: 7, removed: 0, inserted: 'ab' }])).toEqual({
      ...{ start: 4, end: 7 },
    });
    expect(selectionAfter({ start: 4, end: 7 }, [{ at: 2, removed: 9, inserted: '' }])).toEqual({
      ...{ start: 2, end: 2 },
    });
  });

  it('stays on the same words, whatever others do around it', () => {
    fc.assert(
      fc.property(words, words, words, words, words, (before, chosen, after, first, second) => {
        const text = before + chosen + after;
        fc.pre(chosen !== '');
        const splices: Splice[] = [
          { at: text.length, removed: 0, inserted: second },
          { at: 0, removed: before.length, inserted: '' },
          { at: 0, removed: 0, inserted: first },
        ];
        const changed = splices.reduce(applySplice, text);
        const { start, end } = selectionAfter(
          { start: before.length, end: before.length + chosen.length },
          splices,
        );
        expect(changed.slice(start, end)).toBe(chosen);
      }),
    );
  });

  it('never leaves the text', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(10), ({ text, one, other, splices: typed }, from, count) => {
        let changed = text;
        const splices = typed.map((inserted): Splice => {
          const at = Math.min(from, changed.length);
          const splice = { at, removed: Math.min(count, changed.length - at), inserted };
          changed = applySplice(changed, splice);
          return splice;
        });
        const edges = [one, other].map((edge) => Math.min(edge, text.length)).sort((a, b) => a - b);
        const { start, end } = selectionAfter({ start: edges[0] ?? 0, end: edges[1] ?? 0 }, splices);
        return start >= 0 && start <= end && end <= changed.length;
      }),
    );
  });

  it('stands behind what was taken back', () => {
    expect(caretBehind([{ at: 3, removed: 0, inserted: 'abc' }])).toBe(6);
    expect(caretBehind([])).toBeNull();
  });
});
