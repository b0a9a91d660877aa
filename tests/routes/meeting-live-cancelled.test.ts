import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { listenAs } from '../support/event-stream';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let facilitator: Visitor;
let member: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  file = app.look();
  facilitator = await signedInAs(app.url, network, 'facilitator');
  member = await signedInAs(app.url, network, 'member');
});
afterAll(async () => {
  file.close();
  await app.remove();
});

/** A network day whose clock runs in its first step. */
async function makeRunning(): Promise<string> {
  const meetingId = await file.inTransaction(async (tx) => {
    const id = await addMeeting(tx, network, {
      ...{ announced: true, invited: ['member'], startsAt: Date.now() - 60_000 },
    });
    await addAgendaItem(tx, id, { title: 'Tuning', steps: [{ title: 'The story', minutes: 5 }] });
    return id;
  });
  await facilitator.post(`/meetings/${meetingId}/clock`, { id: uuidv7(), move: 'start', stepId: '' });
  return meetingId;
}

const cancel = (meetingId: string) =>
  facilitator.post(`/meetings/${meetingId}/cancellation`, { why: 'Snow.' });

const editionOf = async (meetingId: string) =>
  (await file.reader.select().from(schema.meetingRoom).where(eq(schema.meetingRoom.meetingId, meetingId)))[0]
    ?.edition;

describe('a meeting that is cancelled while it runs', () => {
  it('is told to every open screen, as a change of the room', async () => {
    const meetingId = await makeRunning();
    const listener = await listenAs(app.url, member, meetingId);
    const before = await listener.untilRoom(({ clock }) => clock.state === 'running');
    expect((await cancel(meetingId)).status).toBe(302);
    const after = await listener.untilRoom(({ isCancelled }) => isCancelled);
    expect(after.edition).toBe(before.edition + 1);
    expect((await cancel(meetingId)).status).toBe(302);
    expect(await editionOf(meetingId)).toBe(after.edition);
    listener.leave();
  });

  it('stands as cancelled on phones and on the screen, without its clock and step', async () => {
    const meetingId = await makeRunning();
    const [phone, screen] = [`/meetings/${meetingId}/live`, `/meetings/${meetingId}/live/projector`];
    for (const path of [phone, screen])
      expect(await pageOf(await facilitator.get(path))).toContain('role="timer"');
    await cancel(meetingId);
    for (const who of [facilitator, member])
      for (const path of [phone, screen]) {
        const page = await pageOf(await who.get(path));
        expect(page, path).toContain('This meeting was cancelled.');
        expect(page, path).not.toContain('role="timer"');
        expect(page, path).not.toContain('Now: The story');
        expect(page, path).not.toContain(`action="/meetings/${meetingId}/clock"`);
        expect(page, path).not.toContain(`action="/meetings/${meetingId}/contributions"`);
        expect(page, path).not.toContain(`action="/meetings/${meetingId}/commitments"`);
      }
    const page = await pageOf(await member.get(phone));
    expect(page).toContain('Snow.');
    expect(page).toContain('Back to the meeting’s page');
  });
});
