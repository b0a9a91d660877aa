import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { ClockMove } from '#db/vocabulary';
import { timeLeft } from '~/features/meetings/live/clock-rules';
import type { Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { listenAs } from '../support/event-stream';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const people = new Map<Role, Visitor>();

async function as(role: Role): Promise<Visitor> {
  const known = people.get(role);
  if (known) return known;
  const made = await signedInAs(app.url, network, role);
  people.set(role, made);
  return made;
}

type Made = { meetingId: string; itemId: string; stepIds: string[] };
const threeSteps = [
  { title: 'The story', minutes: 5, speaks: 'presenter' as const, silent: 'group' as const },
  { title: 'Clarifying questions', minutes: 3 },
  { title: 'Warm and cool feedback', minutes: 8, silent: 'presenter' as const },
];

/** A network day of the first cohort with three steps; the member and the colleague are invited. */
function makeMeeting(input: Parameters<typeof addMeeting>[2] = {}): Promise<Made> {
  return file.inTransaction(async (tx) => {
    const meetingId = await addMeeting(tx, network, {
      ...{ announced: true, invited: ['member', 'colleague'], startsAt: Date.now() - 60_000 },
      ...input,
    });
    const item = { title: 'Tuning', teamId: network.own.teamId, steps: threeSteps };
    return { meetingId, ...(await addAgendaItem(tx, meetingId, item)) };
  });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  file = app.look();
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const roomOf = async (meetingId: string) =>
  (await file.reader.select().from(schema.meetingRoom).where(eq(schema.meetingRoom.meetingId, meetingId)))[0];

function press(who: Visitor, meetingId: string, move: ClockMove, stepId: string | null, id = uuidv7()) {
  return who.post(`/meetings/${meetingId}/clock`, { id, move, stepId: stepId ?? '' });
}

describe('the clock', () => {
  it('is pressed once by a form that comes twice', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const [first = '', second = ''] = stepIds;
    const facilitator = await as('facilitator');
    const started = await press(facilitator, meetingId, 'start', null);
    expect(started.status).toBe(302);
    expect(started.headers.get('Location')).toBe(`/meetings/${meetingId}/live`);
    const id = uuidv7();
    expect((await press(facilitator, meetingId, 'next', first, id)).status).toBe(302);
    expect((await press(facilitator, meetingId, 'next', first, id)).status).toBe(302);
    expect((await press(facilitator, meetingId, 'next', second, id)).status).toBe(302);
    expect((await roomOf(meetingId))?.stepId).toBe(second);
  });

  it('moves one step when two press Next at once', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    await file.inTransaction(async (tx) => {
      await invite(tx, network, meetingId, ['coach'], { role: 'timekeeper' });
    });
    const [facilitator, timekeeper] = [await as('facilitator'), await as('coach')];
    await press(timekeeper, meetingId, 'start', null);
    const [first = '', second] = stepIds;
    const answers = await Promise.all([
      press(facilitator, meetingId, 'next', first),
      press(timekeeper, meetingId, 'next', first),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect((await roomOf(meetingId))?.stepId).toBe(second);
  });

  it('is not for those who do not keep it, nor for meetings that are drafts or cancelled', async () => {
    const { meetingId } = await makeMeeting();
    expect((await press(await as('member'), meetingId, 'start', null)).status).toBe(403);
    expect(await roomOf(meetingId)).toBeUndefined();
    const facilitator = await as('facilitator');
    for (const input of [{ announced: false }, { cancelledWhy: 'Snow.' }]) {
      const made = await makeMeeting(input);
      expect((await press(facilitator, made.meetingId, 'start', null)).status).toBe(400);
      expect(await roomOf(made.meetingId)).toBeUndefined();
    }
  });

  it('refuses what no form of ours sends', async () => {
    const { meetingId } = await makeMeeting();
    const facilitator = await as('facilitator');
    for (const fields of [
      { id: 'x', move: 'start', stepId: '' },
      { id: uuidv7(), move: 'leap', stepId: '' },
      { id: uuidv7(), move: 'start', stepId: 'here' },
    ])
      expect((await facilitator.post(`/meetings/${meetingId}/clock`, fields)).status).toBe(404);
  });
});

describe('who is in the room', () => {
  const outside: Role[] = [
    'otherTeamMember',
    'otherLeaMember',
    'otherFacilitator',
    'sponsor',
    'administrator',
  ];

  it('nobody but those invited and those who run it finds any of its pages', async () => {
    const { meetingId } = await makeMeeting();
    const paths = ['', '/projector', '/events'].flatMap((end) => [
      `/meetings/${meetingId}/live${end}`,
      `/meetings/${meetingId}/live${end}.data`,
    ]);
    for (const role of outside) {
      const who = await as(role);
      for (const path of paths) expect((await who.get(path)).status, `${role} ${path}`).toBe(404);
      expect((await press(who, meetingId, 'start', null)).status, role).toBe(404);
    }
    const stranger = await visitor(app.url).get(`/meetings/${meetingId}/live/events`);
    expect(stranger.status).toBe(302);
    expect(stranger.headers.get('Location')).toContain('/sign-in');
    for (const role of ['member', 'facilitator'] as const) {
      const who = await as(role);
      for (const path of paths.filter((one) => !one.includes('/events')))
        expect((await who.get(path)).status, `${role} ${path}`).toBe(200);
      expect((await who.get(`/meetings/${meetingId}/live/events.data`)).status).toBe(404);
    }
  });

  it('a draft is its facilitators’ only', async () => {
    const { meetingId } = await makeMeeting({ announced: false });
    expect((await (await as('member')).get(`/meetings/${meetingId}/live`)).status).toBe(404);
    expect((await (await as('facilitator')).get(`/meetings/${meetingId}/live`)).status).toBe(200);
  });
});

describe('the stream of events', () => {
  it('says where the room stands, and each change', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const listener = await listenAs(app.url, await as('member'), meetingId);
    expect(listener.response.status).toBe(200);
    const { headers } = listener.response;
    expect(headers.get('Content-Type')).toContain('text/event-stream');
    expect(headers.get('Cache-Control')).toBe('private, no-store, no-transform');
    expect(headers.get('X-Accel-Buffering')).toBe('no');
    expect(headers.get('Content-Encoding')).toBeNull();
    await listener.untilRoom(({ clock }) => clock.state === 'waiting');
    await press(await as('facilitator'), meetingId, 'start', null);
    const started = await listener.untilRoom(({ clock }) => clock.state === 'running');
    expect(started.clock).toMatchObject({ stepId: stepIds[0], allowed: 300_000, elapsed: 0 });
    listener.leave();
  });

  it('reaches those who listen to another process', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const other = await startApp({ folder: app.folder });
    try {
      const listener = await listenAs(other.url, await as('member'), meetingId);
      await listener.untilRoom(({ clock }) => clock.state === 'waiting');
      await press(await as('facilitator'), meetingId, 'start', null);
      const started = await listener.untilRoom(({ clock }) => clock.state === 'running');
      expect(started.clock.stepId).toBe(stepIds[0]);
      listener.leave();
    } finally {
      await other.stop('SIGKILL');
    }
  });

  it('lets a person have six, the newest', async () => {
    const { meetingId } = await makeMeeting();
    const colleague = await as('colleague');
    const listeners = [];
    for (let n = 0; n < 7; n += 1) {
      const listener = await listenAs(app.url, colleague, meetingId);
      await listener.untilRoom(() => true);
      listeners.push(listener);
    }
    await listeners[0]?.until(({ event }) => event === 'elsewhere');
    await listeners[0]?.ended;
    await press(await as('facilitator'), meetingId, 'start', null);
    for (const listener of listeners.slice(1))
      await listener.untilRoom(({ clock }) => clock.state === 'running');
    for (const listener of listeners) listener.leave();
  });

  it('answers a HEAD without staying open', async () => {
    const { meetingId } = await makeMeeting();
    const member = await as('member');
    const response = await fetch(`${app.url}/meetings/${meetingId}/live/events`, {
      method: 'HEAD',
      headers: { Cookie: member.cookies() },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('a server that stops in mid-step', () => {
  it('ends its streams, and the next one is on the same step with the time that is left', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const [first = '', second = ''] = stepIds;
    const one = await startApp({ folder: app.folder });
    const facilitator = await signedInAs(one.url, network, 'facilitator');
    await press(facilitator, meetingId, 'start', null);
    await press(facilitator, meetingId, 'extend', first);
    await press(facilitator, meetingId, 'next', first);
    const before = await listenAs(one.url, facilitator, meetingId);
    const shown = await before.untilRoom(({ clock }) => clock.stepId === second);
    await one.stop('SIGTERM');
    await before.ended;
    expect(one.process.exitCode).toBe(0);

    const two = await startApp({ folder: app.folder });
    const again = await signedInAs(two.url, network, 'facilitator');
    const after = await listenAs(two.url, again, meetingId);
    const { clock, now } = await after.untilRoom(() => true);
    expect(clock).toEqual(shown.clock);
    expect(timeLeft(clock, now)).toBe(timeLeft(shown.clock, shown.now) - (now - shown.now));
    await two.stop('SIGKILL');
    await after.ended;

    const three = await startApp({ folder: app.folder });
    try {
      const last = await signedInAs(three.url, network, 'facilitator');
      await press(last, meetingId, 'back', second);
      const back = await listenAs(three.url, last, meetingId);
      const room = await back.untilRoom(() => true);
      expect(room.clock).toMatchObject({ state: 'running', stepId: first, allowed: 420_000 });
      back.leave();
    } finally {
      await three.stop('SIGKILL');
    }
  });
});
