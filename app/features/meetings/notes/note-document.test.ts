import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { TooMuchWork, withinSteps } from './conflict-work';
import { longestNote, noteText } from './note';
import { bounds } from './note-bounds';
import { addParagraph, missingUpdate, openNote, takeUpdate } from './note-document';
import type { NoteChange } from './note-document';

function typed(
  words: string,
  write: (doc: Y.Doc) => void = () => undefined,
  writer: number | null = null,
): Uint8Array {
  const doc = new Y.Doc();
  if (writer !== null) doc.clientID = writer;
  doc.getText(noteText).insert(0, words);
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

function taken(change: NoteChange) {
  if (change.kind !== 'taken') throw new Error(change.kind);
  return change;
}

const begun = taken(takeUpdate(null, typed('Begun.'))).state;

describe('takeUpdate', () => {
  it('takes text in, and says what is new', () => {
    const first = taken(takeUpdate(null, typed('One 😀')));
    expect(first.words).toBe('One 😀');
    const other = openNote(null);
    Y.applyUpdate(other, first.update ?? new Uint8Array());
    expect(other.getText(noteText).toJSON()).toBe('One 😀');
  });

  it('takes the same update twice as once', () => {
    const update = typed('Twice?');
    const { state } = taken(takeUpdate(begun, update));
    const again = taken(takeUpdate(state, update));
    expect([again.update, again.words.length]).toEqual([null, 'Begun.Twice?'.length]);
  });

  it('takes in words that come before their beginning only with it', () => {
    const doc = new Y.Doc();
    doc.getText(noteText).insert(0, 'a');
    const vector = Y.encodeStateVector(doc);
    doc.getText(noteText).insert(1, 'b');
    const late = takeUpdate(begun, Y.encodeStateAsUpdate(doc, vector));
    if (late.kind !== 'gap') throw new Error(late.kind);
    expect(taken(takeUpdate(begun, Y.encodeStateAsUpdate(doc, late.vector))).words).toContain('ab');
  });

  it.each([
    ['another text', (doc: Y.Doc) => doc.getText('other').insert(0, 'x')],
    ['a map', (doc: Y.Doc) => doc.getMap('m').set('a', 1)],
    ['a deep list', (doc: Y.Doc) => doc.getArray('l').insert(0, [new Y.Array(), { a: [1] }])],
    ['letters of a style', (doc: Y.Doc) => doc.getText(noteText).format(0, 1, { bold: true })],
    ['a thing in the text', (doc: Y.Doc) => doc.getText(noteText).insertEmbed(0, { image: 'x' })],
    ['an attribute', (doc: Y.Doc) => doc.getText(noteText).setAttribute('a', 'b')],
    ['a document in it', (doc: Y.Doc) => doc.getMap('m').set('d', new Y.Doc())],
    ['a NUL', (doc: Y.Doc) => doc.getText(noteText).insert(0, 'a\0b')],
    ['a bell', (doc: Y.Doc) => doc.getText(noteText).insert(0, 'a\u0007b')],
    ['a return', (doc: Y.Doc) => doc.getText(noteText).insert(0, 'a\r\nb')],
  ])('refuses %s', (_what, write) => {
    expect(takeUpdate(begun, typed('x', write)).kind).toBe('refused');
  });

  it('refuses a note that would be too long, and lets one that is full be shortened', () => {
    const full = new Y.Doc();
    Y.applyUpdate(full, begun);
    full.getText(noteText).insert(0, 'x'.repeat(longestNote - 6));
    const { state } = taken(takeUpdate(begun, Y.encodeStateAsUpdate(full)));
    expect(takeUpdate(state, typed('y'))).toEqual({
      kind: 'refused',
      why: expect.stringContaining('These notes are full') as string,
    });
    full.getText(noteText).delete(0, 10);
    expect(taken(takeUpdate(state, Y.encodeStateAsUpdate(full))).words).toHaveLength(longestNote - 10);
  });

  it('refuses claims of many structs before room is made for them', () => {
    const claim = Uint8Array.from([1, 0xff, 0xff, 0xff, 0x0f, 1, 0]);
    expect(takeUpdate(begun, claim).kind).toBe('refused');
    const farAway = Uint8Array.from([1, 1, 5, 0xff, 0xff, 0xff, 0xff, 0xff, 0x07, 0, 1, 0]);
    expect(takeUpdate(begun, farAway).kind).toBe('refused');
  });

  it('never throws, and never loses what is there, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const change = takeUpdate(begun, bytes);
        if (change.kind === 'taken') taken(takeUpdate(change.state, typed('on')));
      }),
      { numRuns: 2000 },
    );
  });

  it('neither throws on updates with a byte or two changed', () => {
    const update = typed('Some words with 😀 in them', (doc) => doc.getText(noteText).delete(2, 4));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const broken = update.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          const change = takeUpdate(begun, broken);
          if (change.kind === 'taken')
            expect(openNote(change.state).getText(noteText).toJSON()).toBe(change.words);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Letters at the start of an empty note, each by a writer of its own who saw none of the others. */
function crowd(size: number, from = 1): Uint8Array {
  return Y.mergeUpdates(Array.from({ length: size }, (_, at) => typed('x', undefined, from + at)));
}

/** A note that this many writers have typed into. */
function writtenBy(writers: number): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, crowd(writers));
  return Y.encodeStateAsUpdate(doc);
}

/** Letters that one after the other go before all others: as many structs as letters. */
function lettersAtStart(doc: Y.Doc, count: number): void {
  for (let turn = 0; turn < count; turn += 1) doc.getText(noteText).insert(0, 'x');
}

/** How many structs a note of `begun` and this many letters that each went before all others would come to. */
function manyStructs(count: number): Uint8Array {
  const doc = openNote(begun);
  lettersAtStart(doc, count);
  return Y.encodeStateAsUpdate(doc);
}

describe('a note is no work without bounds', () => {
  const why = (change: NoteChange) => (change.kind === 'refused' ? change.why : change.kind);
  const full = expect.stringContaining('are full') as string;

  it('refuses a crowd of new writers in one change', () => {
    expect(takeUpdate(null, crowd(bounds.newClients)).kind).toBe('taken');
    expect(takeUpdate(null, crowd(bounds.newClients + 1)).kind).toBe('refused');
    expect(takeUpdate(begun, crowd(500)).kind).toBe('refused');
  });

  it('takes no more writers than it has room for; those it has go on, and paragraphs come in', () => {
    const state = writtenBy(bounds.clients);
    expect(why(takeUpdate(state, typed('x', undefined, 9_000)))).toEqual(full);
    const doc = openNote(state);
    doc.clientID = 7;
    doc.getText(noteText).insert(0, 'y');
    expect(taken(takeUpdate(state, Y.encodeStateAsUpdate(doc))).words).toContain('y');
    expect(taken(addParagraph(state, 'By form.', 2 ** 52 + 7)).words).toContain('By form.');
  });

  it('takes no paragraphs without end, and the ones it has twice', () => {
    const state = writtenBy(bounds.clients + bounds.spareForForms);
    expect(why(addParagraph(state, 'One more.', 2 ** 52 + 7))).toEqual(full);
    expect(taken(addParagraph(state, 'There already.', 1)).update).toBeNull();
  });

  it('takes no more structs than it has room for; what is there can be taken out, and paragraphs come in', () => {
    const state = manyStructs(bounds.structs - 1);
    expect(why(takeUpdate(state, typed('x')))).toEqual(full);
    expect(taken(addParagraph(state, 'By form.', 2 ** 52 + 7)).words).toContain('By form.');
    const doc = openNote(state);
    const vector = Y.encodeStateVector(doc);
    doc.getText(noteText).delete(0, 4000);
    expect(taken(takeUpdate(state, Y.encodeStateAsUpdate(doc, vector))).words).not.toContain(
      'x'.repeat(5000),
    );
  });

  it('refuses more structs, and more that is taken out, than one change has', () => {
    const doc = new Y.Doc();
    lettersAtStart(doc, bounds.structsOfUpdate + 1);
    expect(takeUpdate(null, Y.encodeStateAsUpdate(doc)).kind).toBe('refused');
    const long = new Y.Doc();
    long.getText(noteText).insert(0, 'x'.repeat(40_000));
    const state = Y.encodeStateAsUpdate(long);
    long.transact(() => {
      for (let at = 0; at <= bounds.newRanges; at += 1) long.getText(noteText).delete(at, 1);
    });
    expect(takeUpdate(state, Y.encodeStateAsUpdate(long, Y.encodeStateVector(long))).kind).toBe('refused');
  });

  it('refuses what would look at too many items to be placed', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    [one.clientID, other.clientID] = [1, 2];
    lettersAtStart(one, 1000);
    lettersAtStart(other, 1000);
    const state = taken(takeUpdate(null, Y.encodeStateAsUpdate(one))).state;
    expect(why(takeUpdate(state, Y.encodeStateAsUpdate(other)))).toEqual(full);
  });

  it('counts the steps that placing takes, and none where nobody else typed', () => {
    const one = new Y.Doc();
    lettersAtStart(one, 50);
    const apply = (most: number, updates: Uint8Array[]) => () => {
      withinSteps(most, () => updates.forEach((update) => Y.applyUpdate(new Y.Doc(), update)));
    };
    expect(apply(0, [Y.encodeStateAsUpdate(one)])).not.toThrow();
    // Each of the lower writers meets the one above it first, and stops there.
    expect(apply(9, [crowd(10)])).not.toThrow();
    expect(apply(8, [crowd(10)])).toThrow(TooMuchWork);
  });
});

describe('words under ids that are taken', () => {
  it('are refused where others are there, and are the same words twice where they are the same', () => {
    const [own, forged] = [typed('Mine, and long.', undefined, 5), typed('Not yours', undefined, 5)];
    const { state } = taken(takeUpdate(begun, forged));
    expect(takeUpdate(state, own)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Please copy yours') as string,
    });
    expect(taken(takeUpdate(state, forged)).update).toBeNull();
    const longer = typed('Not yours', (doc) => doc.getText(noteText).insert(9, ' at all'), 5);
    expect(taken(takeUpdate(state, longer)).words).toContain('Not yours at all');
  });

  it('count as known where they were taken out', () => {
    const { state } = taken(takeUpdate(begun, typed('Gone soon', undefined, 5)));
    const doc = openNote(state);
    doc.getText(noteText).delete(0, doc.getText(noteText).length);
    const emptied = taken(takeUpdate(state, Y.encodeStateAsUpdate(doc))).state;
    expect(taken(takeUpdate(emptied, typed('Gone soon', undefined, 5))).words).toBe('');
  });
});

describe('addParagraph', () => {
  const writer = 2 ** 52 + 7;

  it('adds at the end, once for a writer, although others have written since', () => {
    const first = taken(addParagraph(begun, 'By form.', writer));
    expect(first.words).toBe('Begun.\n\nBy form.');
    const later = taken(takeUpdate(first.state, typed('Later.')));
    const again = taken(addParagraph(later.state, 'By form.', writer));
    expect([again.update, again.words]).toEqual([null, later.words]);
    expect(taken(addParagraph(null, 'First.', writer)).words).toBe('First.');
  });

  it('adds it again neither when it was taken out', () => {
    const added = taken(addParagraph(begun, 'By form.', writer));
    const doc = openNote(added.state);
    doc.getText(noteText).delete(6, 10);
    const removed = taken(takeUpdate(added.state, Y.encodeStateAsUpdate(doc)));
    expect(removed.words).toBe('Begun.');
    expect(taken(addParagraph(removed.state, 'By form.', writer)).words).toBe('Begun.');
  });
});

it('missingUpdate gives what somebody lacks, and everything to who says nothing sensible', () => {
  const { state } = taken(takeUpdate(begun, typed('More.')));
  for (const vector of [Y.encodeStateVector(openNote(begun)), Uint8Array.from([255, 255, 255])]) {
    const doc = openNote(begun);
    Y.applyUpdate(doc, missingUpdate(state, vector));
    expect(doc.getText(noteText).toJSON()).toBe(openNote(state).getText(noteText).toJSON());
  }
});
