import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as schema from '#db/schema';
import { noteText } from '~/features/meetings/notes/note';
import { lateWordsMs } from '~/features/meetings/notes/note-policy';
import { catchUpOnNote, loadNote, loadNotes } from '~/features/meetings/notes/note-queries.server';
import { addToNotes, writeNote } from '~/features/meetings/notes/write-note.server';
import { loadActor } from '~/features/people/actor-queries.server';
import type { Actor } from '~/features/people/actor';
import { addAgendaItem, addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
let network: SmallNetwork;
let meetingId: string;
const nothing = new Uint8Array();

beforeAll(async () => {
  test = openTestDatabase();
  network = await makeSmallNetwork(test.database);
  meetingId = await test.database.inTransaction((tx) =>
    addMeeting(tx, network, { announced: true, invited: ['member', 'colleague', 'otherTeamMember'] }),
  );
});
afterAll(() => test.remove());

function actorOf(role: Role): Promise<Actor> {
  const { id, name, email } = network.people[role];
  return loadActor(test.database.reader, { id, name, email }, network.today);
}

const newItem = async (of = meetingId) =>
  (await test.database.inTransaction((tx) => addAgendaItem(tx, of))).itemId;

const typed = (words: string) => {
  const doc = new Y.Doc();
  doc.getText(noteText).insert(0, words);
  return Y.encodeStateAsUpdate(doc);
};

async function write(role: Role, where: { meetingId: string; itemId: string }, update: Uint8Array, at = 0) {
  const input = { ...where, update, edition: 0, vector: nothing };
  return writeNote(test.database, await actorOf(role), input, at === 0 ? Date.now() : at);
}

type Message = { from: number; update: Uint8Array; vector: Uint8Array };

/** One who types, as the page does it: everything that the server has not answered for goes out again. */
class Hand {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(noteText);
  private serverHas: Uint8Array = nothing;

  type(at: number, letter: string): void {
    this.text.insert(at % (this.text.length + 1), letter);
  }
  message(from: number): Message {
    const update = Y.encodeStateAsUpdate(this.doc, this.serverHas.length > 0 ? this.serverHas : undefined);
    return { from, update, vector: Y.encodeStateVector(this.doc) };
  }
  arrived({ vector }: Message): void {
    this.serverHas = vector;
  }
  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
  }
}

describe('three hands in one note', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constant('type' as const), fc.nat(2), fc.nat(40)) },
    { weight: 3, arbitrary: fc.tuple(fc.constant('send' as const), fc.nat(2), fc.nat(1)) },
    { weight: 4, arbitrary: fc.tuple(fc.constant('deliver' as const), fc.nat(50), fc.nat(5)) },
  );

  it('lose no letter and double none, whatever is lost, doubled or late on the way', async () => {
    const actors = await Promise.all(
      (['member', 'colleague', 'otherTeamMember'] as const).map((role) => actorOf(role)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const itemId = await newItem();
        const hands = [new Hand(), new Hand(), new Hand()];
        const onTheWay: Message[] = [];
        const letters: string[] = [];
        const deliver = async (message: Message, mood: number) => {
          const { from, update, vector } = message;
          const actor = actors[from];
          if (!actor) throw new Error('nobody');
          const input = { meetingId, itemId, update, vector, edition: 0 };
          const written = await writeNote(test.database, actor, input, 1000);
          if (!written.ok) throw new Error(JSON.stringify(written.problem));
          if (mood !== 1) hands[from]?.arrived(message);
          if (mood !== 2) hands[from]?.hear(written.lacks.length > 0 ? written.lacks : typed(''));
          for (const [at, hand] of hands.entries())
            if (at !== from && mood !== 3 && written.news) hand.hear(written.news);
          // The answer was lost, or a proxy sent it twice.
          if (mood === 1 || mood === 4) onTheWay.push(message);
        };
        for (const [what, one, other] of steps) {
          if (what === 'type') {
            const letter = String.fromCharCode(0x4e00 + letters.length);
            letters.push(letter);
            hands[one]?.type(other, letter);
          } else if (what === 'send')
            onTheWay.push(hands[one]?.message(one) ?? { from: 0, update: typed(''), vector: nothing });
          else {
            const [message] = onTheWay.splice(one % Math.max(1, onTheWay.length), 1);
            if (message && other !== 5) await deliver(message, other);
          }
        }
        for (const [at, hand] of hands.entries()) await deliver(hand.message(at), 0);
        for (const [at, hand] of hands.entries()) await deliver(hand.message(at), 0);
        const { words } = await loadNote(test.database.reader, itemId);
        expect([...words].toSorted()).toEqual(letters);
        expect(hands.map(({ text }) => text.toJSON())).toEqual([words, words, words]);
      }),
      { numRuns: 60 },
    );
  });

  it('and who was away is given what they missed, and nothing where that is nothing', async () => {
    const itemId = await newItem();
    await write('member', { meetingId, itemId }, typed('One. '));
    await write('colleague', { meetingId, itemId }, typed('Two. '));
    const asked = { itemId, edition: 1, vector: nothing };
    const { edition, update } = await catchUpOnNote(test.database.reader, asked, 'America/New_York');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
    expect([edition, doc.getText(noteText).length]).toEqual([2, 10]);
    const abreast = await catchUpOnNote(test.database.reader, { ...asked, edition: 2 }, 'America/New_York');
    expect(abreast.update).toBe('');
  });
});

describe('a paragraph by form', () => {
  it('is there once, however often the form comes; other words under it are added too', async () => {
    const itemId = await newItem();
    const actor = await actorOf('member');
    const formId = uuidv7();
    const add = (paragraph: string) =>
      addToNotes(test.database, actor, { meetingId, itemId, formId, paragraph }, Date.now());
    await write('colleague', { meetingId, itemId }, typed('Typed.'));
    const both = await Promise.all([add('By form.'), add('By form.')]);
    expect(both.map((one) => one.ok && one.news !== null)).toEqual([true, false]);
    await add('By form, mended.');
    const notes = await loadNotes(test.database.reader, { id: meetingId });
    const note = notes.find((one) => one.itemId === itemId);
    expect(note).toMatchObject({ words: 'Typed.\n\nBy form.\n\nBy form, mended.', edition: 3 });
  });
});

describe('who writes', () => {
  it('nobody outside the meeting finds its notes, and no item of another meeting is written under it', async () => {
    const itemId = await newItem();
    const other = await test.database.inTransaction((tx) =>
      addMeeting(tx, network, {
        announced: true,
        cohortId: network.otherLea.cohortId,
        by: 'otherFacilitator',
      }),
    );
    const theirs = await newItem(other);
    const draft = await test.database.inTransaction((tx) => addMeeting(tx, network, { invited: ['member'] }));
    const planned = await newItem(draft);
    const outsiders = ['otherLeaMember', 'coach', 'otherFacilitator', 'sponsor', 'administrator'] as const;
    const tries = [
      ...outsiders.map((role) => write(role, { meetingId, itemId }, typed('x'))),
      write('member', { meetingId, itemId: theirs }, typed('x')),
      write('member', { meetingId: other, itemId: theirs }, typed('x')),
      write('otherFacilitator', { meetingId: other, itemId }, typed('x')),
      write('member', { meetingId: draft, itemId: planned }, typed('x')),
      write('member', { meetingId, itemId: uuidv7() }, typed('x')),
      // Bytes that are no update tell an outsider no more.
      write('sponsor', { meetingId, itemId }, Uint8Array.from([1, 2, 3])),
    ];
    for (const result of await Promise.all(tries))
      expect(result).toMatchObject({ ok: false, problem: { kind: 'not_found' } });
    expect((await write('facilitator', { meetingId: draft, itemId: planned }, typed('x'))).ok).toBe(true);
    for (const id of [itemId, theirs]) expect((await loadNote(test.database.reader, id)).edition).toBe(0);
  });

  it('after the end late words come in for a while; then only of those who keep the notes', async () => {
    const [ended, sent] = [Date.now() - 60 * 60_000, Date.now() - 60_000];
    const done = await test.database.inTransaction(async (tx) => {
      const id = await addMeeting(tx, network, { announced: true, invited: ['member'] });
      await invite(tx, network, id, ['colleague'], { role: 'note_taker' });
      await tx.insert(schema.meetingRoom).values({ meetingId: id, startedAt: ended - 1000, endedAt: ended });
      return id;
    });
    const itemId = await newItem(done);
    const where = { meetingId: done, itemId };
    const kinds = async (...tries: ReturnType<typeof write>[]) =>
      (await Promise.all(tries)).map((one) => (one.ok ? 'ok' : one.problem.kind));
    expect(
      await kinds(
        write('member', where, typed('a'), ended + lateWordsMs - 1),
        write('member', where, typed('b')),
        write('colleague', where, typed('c')),
        write('facilitator', where, typed('d')),
      ),
    ).toEqual(['ok', 'not_allowed', 'ok', 'ok']);
    await test.database.inTransaction((tx) =>
      tx.insert(schema.meetingMinutes).values({
        ...{ meetingId: done, body: 'Minutes', changedBy: network.people.facilitator.id, changedAt: sent },
        ...{ edition: 1, sentAt: sent, sentBy: network.people.facilitator.id, sentBody: 'Minutes' },
      }),
    );
    expect(
      await kinds(write('colleague', where, typed('e')), write('facilitator', where, typed('f'))),
    ).toEqual(['not_allowed', 'ok']);
  });
});
