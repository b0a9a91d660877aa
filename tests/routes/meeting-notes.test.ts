import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { meetingNote } from '#db/schema';
import { noteText } from '~/features/meetings/notes/note';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { SmallNetwork } from '../factories/small-network';
import { listenAs } from '../support/event-stream';
import { attributeOf } from '../support/html-attributes';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { withSmallNetworkApp } from '../support/small-network-app';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;

withSmallNetworkApp((made) => {
  ({ app, network } = made);
});

async function newMeeting(): Promise<{ meetingId: string; itemId: string; path: string }> {
  const database = app.look();
  const made = await database.inTransaction(async (tx) => {
    const meetingId = await addMeeting(tx, network, { announced: true, invited: ['member', 'colleague'] });
    return { meetingId, ...(await addAgendaItem(tx, meetingId, { title: 'What we saw' })) };
  });
  database.close();
  return { ...made, path: `/meetings/${made.meetingId}/notes/${made.itemId}` };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function typed(words: string): string {
  const doc = new Y.Doc();
  doc.getText(noteText).insert(0, words);
  return base64(Y.encodeStateAsUpdate(doc));
}

async function answerOf(response: Response): Promise<unknown> {
  return response.json();
}

it('the form without script adds a paragraph once, and comes back to where it was', async () => {
  const { path } = await newMeeting();
  const member = await signedInAs(app.url, network, 'member');
  const page = await pageOf(await member.get(path));
  const form = /<input type="hidden" name="formId"[^>]*>/.exec(page)?.[0] ?? '';
  const formId = attributeOf(form, 'value') ?? '';
  expect(page).toContain('Nothing is noted yet.');
  const send = () =>
    member.post(`${path}?back=/feed`, { formId, words: 'First seen.\r\n\r\nThen <b>thought</b>.' });
  const answers = await Promise.all([send(), send()]);
  for (const answer of answers)
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      302,
      expect.stringMatching(/^\/feed#notes-/),
    ]);
  const after = await pageOf(await member.get(path));
  expect(after.split('Then &lt;b&gt;thought&lt;/b&gt;.')).toHaveLength(2);
  const empty = await member.post(path, { formId: uuidv7(), words: '  ' });
  expect([empty.status, (await pageOf(empty)).includes('Write a few words first.')]).toEqual([400, true]);
  const long = await member.post(path, { formId: uuidv7(), words: `Kept: ${'x'.repeat(5000)}` });
  expect([long.status, (await pageOf(long)).includes('Kept: xxx')]).toEqual([400, true]);
  const elsewhere = await member.post(`${path}?back=//evil.example`, { formId: uuidv7(), words: 'x' });
  expect(elsewhere.headers.get('Location')).toMatch(/^\/#notes-/);
});

it('a change goes to everybody in the room, and tells its writer what they lack', async () => {
  const { meetingId, itemId, path } = await newMeeting();
  const [member, colleague] = [
    await signedInAs(app.url, network, 'member'),
    await signedInAs(app.url, network, 'colleague'),
  ];
  const stream = await listenAs(app.url, colleague, meetingId);
  const first = await member.post(`${path}/changes`, { update: typed('One. '), vector: '', edition: '0' });
  expect(await answerOf(first)).toMatchObject({ edition: 1, update: '' });
  const heard = await stream.until(({ event }) => event === 'note');
  expect(JSON.stringify(heard)).toContain(itemId);
  const second = await colleague.post(`${path}/changes`, {
    update: typed('Two. '),
    vector: '',
    edition: '0',
  });
  const answer = (await answerOf(second)) as { edition: number; update: string };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(answer.update, 'base64'));
  expect([answer.edition, doc.getText(noteText).length]).toEqual([2, 10]);
  const missed = await member.get(`${path}/changes?edition=2&vector=`);
  expect(await answerOf(missed)).toMatchObject({ edition: 2, update: '' });
  stream.leave();
});

it('what is no change is refused with words, and changes nothing', async () => {
  const { path } = await newMeeting();
  const member = await signedInAs(app.url, network, 'member');
  const late = new Y.Doc();
  late.getText(noteText).insert(0, 'a');
  const vector = Y.encodeStateVector(late);
  late.getText(noteText).insert(1, 'b');
  const gap = await member.post(`${path}/changes`, { update: base64(Y.encodeStateAsUpdate(late, vector)) });
  expect([gap.status, await answerOf(gap)]).toEqual([409, expect.objectContaining({ vector: 'AA==' })]);
  for (const update of [
    '',
    '!',
    'AAAA=',
    'AQIDBAUG',
    'x'.repeat(400_000),
    base64(Uint8Array.from([1, 255, 255, 255, 15, 1, 0])),
  ]) {
    const refused = await member.post(`${path}/changes`, { update, vector: '{}', edition: 'x' });
    expect([refused.status, await answerOf(refused)]).toEqual([
      400,
      { why: 'This is not a change to these notes, so nothing was changed.', vector: null },
    ]);
  }
  const database = app.look();
  expect((await database.reader.select().from(meetingNote)).map(({ words }) => words)).not.toContain('ab');
  database.close();
});

it('outsiders find neither the notes nor their changes, by any way of asking', async () => {
  const { path } = await newMeeting();
  const other = await newMeeting();
  for (const role of ['otherTeamMember', 'otherLeaMember', 'coach', 'sponsor', 'administrator'] as const) {
    const outsider = await signedInAs(app.url, network, role);
    const answers = await Promise.all([
      outsider.get(path),
      outsider.get(`${path}/changes`),
      outsider.post(path, { formId: uuidv7(), words: 'x' }),
      outsider.post(path, { formId: 'x', words: '' }),
      outsider.post(`${path}/changes`, { update: typed('x') }),
      outsider.post(`${path}/changes`, { update: '!' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  }
  const member = await signedInAs(app.url, network, 'member');
  const mixed = path.replace(/[^/]*$/, other.itemId);
  expect((await member.get(mixed)).status).toBe(404);
  expect((await member.post(`${mixed}/changes`, { update: typed('x') })).status).toBe(404);
});

it('a control character is no change, and a paragraph comes in without it', async () => {
  const { path } = await newMeeting();
  const member = await signedInAs(app.url, network, 'member');
  const refused = await member.post(`${path}/changes`, {
    update: typed('a\u0000b'),
    vector: '',
    edition: '0',
  });
  expect(refused.status).toBe(400);
  const added = await member.post(path, { formId: uuidv7(), words: 'Se\u00aden\u0007 \u202eby\tall.' });
  expect(added.status).toBe(302);
  expect(await pageOf(await member.get(path))).toContain('Seen by\tall.');
});

it('words of somebody who is no longer signed in are not taken from who is', async () => {
  const { path } = await newMeeting();
  const member = await signedInAs(app.url, network, 'member');
  const send = (writer: string) =>
    member.post(`${path}/changes`, { update: typed('x'), vector: '', edition: '0', writer });
  expect((await send(network.people.colleague.id)).status).toBe(403);
  expect((await send(network.people.member.id)).status).toBe(200);
});

it('a person who sends without end is asked to wait, and others are not', async () => {
  const { path } = await newMeeting();
  const [colleague, member] = [
    await signedInAs(app.url, network, 'colleague'),
    await signedInAs(app.url, network, 'member'),
  ];
  const send = async (update: string) =>
    (await colleague.post(`${path}/changes`, { update, vector: '', edition: '0' })).status;
  const statuses: number[] = [];
  // A long change counts for sixteen; the short ones use up what is left.
  for (let turn = 0; turn < 38; turn += 1) statuses.push(await send('AAAA'.repeat(85_000)));
  for (let turn = 0; turn < 16; turn += 1) statuses.push(await send(typed('x')));
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  const added = await colleague.post(path, { formId: uuidv7(), words: 'Kept while waiting.' });
  expect([added.status, (await pageOf(added)).includes('Kept while waiting.')]).toEqual([429, true]);
  const other = await member.post(`${path}/changes`, { update: typed('x'), vector: '', edition: '0' });
  expect(other.status).toBe(200);
});
