import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Connection, Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const hour = 3_600_000;

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let facilitator: Visitor;
let member: Visitor;
/** Ended before its time: it was to begin in two hours. */
let early: string;
/** Announced, to begin in three days. */
let later: string;

const write = <T>(work: (tx: Connection) => Promise<T>) => file.inTransaction(work);
const both: Role[] = ['member', 'facilitator'];

async function endRoom(tx: Connection, meetingId: string): Promise<void> {
  const now = Date.now();
  await tx.insert(schema.meetingRoom).values({ meetingId, startedAt: now - hour, endedAt: now - 1 });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const dayOf = { announced: true, invited: both } as const;
        early = await addMeeting(tx, network, {
          ...{ ...dayOf, title: 'Early day', startsAt: Date.now() + 2 * hour },
        });
        await addAgendaItem(tx, early, {
          ...{ title: 'Consultancy', teamId: network.own.teamId, cycleId: network.own.cycles.study },
        });
        await endRoom(tx, early);
        await addMeeting(tx, network, {
          ...{ ...dayOf, title: 'Soon day', startsAt: Date.now() + hour / 2 },
        });
        later = await addMeeting(tx, network, {
          ...{ ...dayOf, title: 'Later day', startsAt: Date.now() + 72 * hour },
        });
      });
    },
  });
  facilitator = await signedInAs(app.url, network, 'facilitator');
  member = await signedInAs(app.url, network, 'member');
  file = app.look();
}, 120_000);
afterAll(async () => {
  file.close();
  await app.remove();
});

const read = async (visitor: Visitor, path: string) => pageOf(await visitor.get(path));
const has = (page: string, words: string) => page.includes(words);

describe('a meeting that ended early', () => {
  it('is past on the list and not the next one on This week', async () => {
    const list = await read(facilitator, '/meetings');
    const [past, one, other] = ['id="past"', 'Early day', 'Soon day'].map((words) => list.indexOf(words));
    expect(other).toBeGreaterThan(-1);
    expect(other).toBeLessThan(past ?? -1);
    expect(one).toBeGreaterThan(past ?? -1);
    const week = await read(member, '/');
    expect(has(week, 'Soon day')).toBe(true);
    expect(has(week, `/meetings/${early}"`)).toBe(false);
  });

  it('asks nothing any more on its page, and takes no answer', async () => {
    for (const visitor of [facilitator, member]) {
      const page = await read(visitor, `/meetings/${early}`);
      expect(has(page, 'Read the minutes')).toBe(true);
      for (const words of [
        'Will you come?',
        'Not yet answered',
        'Change time, place or words',
        'People and roles',
      ])
        expect(has(page, words), words).toBe(false);
      const open = await read(visitor, `/meetings/${later}`);
      expect(has(open, 'Will you come?')).toBe(true);
      expect(has(open, 'Not yet answered')).toBe(true);
    }
    expect((await member.post(`/meetings/${early}/answer`, { answer: 'yes', back: '' })).status).toBe(400);
    expect(has(await read(facilitator, `/meetings/${later}`), 'Change time, place or words')).toBe(true);
    expect(has(await read(facilitator, `/meetings/${early}/people`), 'This meeting is over.')).toBe(true);
  });

  it('is to come again where its room was opened again', async () => {
    const again = await write(async (tx) => {
      const id = await addMeeting(tx, network, { title: 'Opened again', announced: true, invited: both });
      await tx.insert(schema.meetingRoom).values({ meetingId: id, startedAt: Date.now() - 1, endedAt: null });
      return id;
    });
    const list = await read(facilitator, '/meetings');
    expect(list.indexOf('Opened again')).toBeLessThan(list.indexOf('id="past"'));
    expect(has(await read(member, `/meetings/${again}`), 'Will you come?')).toBe(true);
    await write((tx) => tx.delete(schema.meetingRoom).where(eq(schema.meetingRoom.meetingId, again)));
  });

  it('offers nobody to ask and no agenda to work on', async () => {
    const page = await read(facilitator, `/meetings/${early}/presenters`);
    for (const words of ['To the agenda', 'Who could present', 'Choose another team'])
      expect(has(page, words), words).toBe(false);
    expect(has(page, 'Own team')).toBe(true);
    expect(has(page, 'Back to the meeting')).toBe(true);
    const open = await read(facilitator, `/meetings/${later}/presenters`);
    for (const words of ['To the agenda', 'Who could present']) expect(has(open, words), words).toBe(true);
  });

  it('says so on its agenda’s page, with the way back', async () => {
    const response = await facilitator.get(`/meetings/${early}/agenda`);
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(has(page, 'This meeting is over')).toBe(true);
    expect(has(page, 'This is for others to change')).toBe(false);
    expect(has(page, `href="/meetings/${early}"`)).toBe(true);
    const others = await member.get(`/meetings/${early}/agenda`);
    expect(others.status).toBe(403);
    expect(has(await others.text(), 'This is for others to change')).toBe(true);
  });
});
