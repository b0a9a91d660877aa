import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { addPresentation } from '../factories/shown-storyboards';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
}, 120_000);
afterAll(() => app.remove());

async function write<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const database = app.look();
  try {
    return await database.inTransaction(work);
  } finally {
    database.close();
  }
}

/** A draft of a network day with an open item, and a team of the cohort that waits for help with a cycle. */
function openDay(part: { cancelledWhy?: string; announced?: boolean } = {}) {
  const cycleId = network.own.cycles.study;
  return write(async (tx) => {
    const invited: Role[] = ['member'];
    const meetingId = await addMeeting(tx, network, { title: 'Winter day', invited, ...part });
    const { itemId } = await addAgendaItem(tx, meetingId, {
      ...{ title: 'Our consultancy', protocolKey: 'consultancy-20', focus: 'Why on Fridays?' },
    });
    const { teamId } = network.own;
    const puzzle = { kind: 'puzzle', title: 'Stuck on Fridays' } as const;
    await addPost(tx, { authorId: network.people.member.id, teamId, cycleId }, puzzle);
    return { meetingId, itemId, cycleId, path: `/meetings/${meetingId}/presenters` };
  });
}
type OpenDay = Awaited<ReturnType<typeof openDay>>;

const itemOf = (itemId: string) =>
  write(async (tx) => (await tx.select().from(schema.agendaItem).where(eq(schema.agendaItem.id, itemId)))[0]);
const agendaVersion = (meetingId: string) =>
  write(async (tx) => {
    const rows = await tx.select().from(schema.meeting).where(eq(schema.meeting.id, meetingId));
    return rows[0]?.agendaVersion;
  });

const take = async ({ path, itemId, cycleId }: OpenDay) =>
  as('facilitator').post(path, {
    ...{ id: uuidv7(), newItemId: uuidv7(), cycleId, place: `item:${itemId}`, why: 'A quiet reason' },
  });
const takeBack = async ({ path, itemId, cycleId }: OpenDay, role: Role = 'facilitator') =>
  as(role).post(path, { step: 'take-back', itemId, subject: `cycle:${cycleId}` });
const read = async (role: Role, path: string) => pageOf(await as(role).get(path));
const isSuggested = (page: string, { cycleId }: OpenDay) => page.includes(`id="suggested-${cycleId}"`);

describe('a presenter is taken back where it was chosen', () => {
  it('the item stays, free; the suggestion is offered again, and may be taken again', async () => {
    const day = await openDay();
    expect(isSuggested(await read('facilitator', day.path), day)).toBe(true);
    expect((await take(day)).status).toBe(302);
    const taken = await read('facilitator', day.path);
    expect(isSuggested(taken, day)).toBe(false);
    expect(taken).toContain('value="take-back"');
    expect(taken).toContain(`href="/items/${day.itemId}?presenter#item-subject"`);
    const answer = await takeBack(day);
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, day.path]);
    const free = { teamId: null, cycleId: null, postId: null, why: '' };
    expect(await itemOf(day.itemId)).toMatchObject({ ...free, title: 'Our consultancy' });
    const page = await read('facilitator', day.path);
    expect(isSuggested(page, day)).toBe(true);
    expect(page).not.toContain('value="take-back"');
    expect((await take(day)).status).toBe(302);
    expect((await itemOf(day.itemId))?.cycleId).toBe(day.cycleId);
  });

  it('a second press changes nothing, nor does one on a row that somebody else presents in by now', async () => {
    const day = await openDay();
    await take(day);
    await takeBack(day);
    const version = await agendaVersion(day.meetingId);
    expect((await takeBack(day)).status).toBe(302);
    expect(await agendaVersion(day.meetingId)).toBe(version);
    const other = network.own.cycles.complete;
    await take({ ...day, cycleId: other });
    expect((await takeBack(day)).status).toBe(302);
    expect((await itemOf(day.itemId))?.cycleId).toBe(other);
  });

  it('is for those who run the meeting, of items of this meeting', async () => {
    const [day, another] = [await openDay({ announced: true }), await openDay()];
    await take(day);
    await take(another);
    expect((await takeBack(day, 'member')).status).toBe(403);
    expect((await takeBack(day, 'otherFacilitator')).status).toBe(404);
    expect((await takeBack({ ...day, itemId: another.itemId })).status).toBe(404);
    expect((await takeBack({ ...day, itemId: 'none' })).status).toBe(404);
    for (const { itemId } of [day, another]) expect((await itemOf(itemId))?.cycleId).toBe(day.cycleId);
  });

  it('not once the meeting is cancelled', async () => {
    const day = await openDay({ cancelledWhy: 'Snow.', announced: true });
    const { teamId } = network.own;
    await write((tx) =>
      tx
        .update(schema.agendaItem)
        .set({ teamId, cycleId: day.cycleId })
        .where(eq(schema.agendaItem.id, day.itemId)),
    );
    expect(await read('facilitator', day.path)).not.toContain('value="take-back"');
    const answer = await takeBack(day);
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('This meeting is cancelled');
    expect((await itemOf(day.itemId))?.cycleId).toBe(day.cycleId);
  });
});

describe('around it', () => {
  it('the item page saves the choice where it is made', async () => {
    const { itemId } = await openDay();
    expect(await read('facilitator', `/items/${itemId}?presenter`)).toContain('Save this choice');
    expect(await read('facilitator', `/items/${itemId}`)).not.toContain('Save this choice');
  });

  it('a presentation leads back to its meeting, for who may read that', async () => {
    const { meetingId, itemId, cycleId } = await openDay();
    const id = await write((tx) => addPresentation(tx, network, { meetingId, team: network.own, cycleId }));
    const { teamId } = network.own;
    await write((tx) =>
      tx.update(schema.agendaItem).set({ teamId, cycleId }).where(eq(schema.agendaItem.id, itemId)),
    );
    const link = `/presentations/${id}`;
    const toMeeting = `href="/meetings/${meetingId}"`;
    expect(await read('facilitator', link)).toContain(`href="/meetings/${meetingId}/presenters"`);
    // Asked for a draft, the team hears of it and cannot open it yet.
    expect(await read('member', link)).not.toContain(`href="/meetings/${meetingId}`);
    await write((tx) =>
      tx.update(schema.meeting).set({ announcedAt: Date.now() }).where(eq(schema.meeting.id, meetingId)),
    );
    expect(await read('member', link)).toContain(toMeeting);
  });

  it('says of a draft that a team asked to present hears of it at once', async () => {
    const meetingId = await write((tx) => addMeeting(tx, network));
    const words = /a team (you ask|asked) to present hears of it at once/;
    for (const path of ['/meetings/new', `/meetings/${meetingId}/people`])
      expect(words.test(await read('facilitator', path)), path).toBe(true);
  });
});
