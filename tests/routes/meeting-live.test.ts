import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { ClockMove } from '#db/vocabulary';
import { timeLeft } from '~/features/meetings/live/clock-rules';
import type { Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting, invite } from '../factories/small-meetings';
import { addPost } from '../factories/small-posts';
import { addPresentation, storyboard } from '../factories/shown-storyboards';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { listenAs } from '../support/event-stream';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf, visitor } from '../support/visitor';
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

  it('ends for everybody, and is opened again the same day where it stood', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const facilitator = await as('facilitator');
    const [first = '', second = ''] = stepIds;
    await press(facilitator, meetingId, 'start', null);
    await press(facilitator, meetingId, 'next', first);
    expect((await press(facilitator, meetingId, 'end', second)).status).toBe(302);
    const ended = await roomOf(meetingId);
    expect(ended).toMatchObject({ stepId: null, runningSince: null });
    expect(ended?.endedBy).toBe(network.people.facilitator.id);
    const listener = await listenAs(app.url, facilitator, meetingId);
    expect((await listener.untilRoom(() => true)).clock.state).toBe('ended');
    listener.leave();
    await press(facilitator, meetingId, 'back', null);
    expect(await roomOf(meetingId)).toMatchObject({ stepId: second, endedAt: null, endedBy: null });
  });

  it('adds at most an hour to a step, and says so', async () => {
    const { meetingId, stepIds } = await makeMeeting();
    const facilitator = await as('facilitator');
    const [first = ''] = stepIds;
    await press(facilitator, meetingId, 'start', null);
    const added = { stepId: first, elapsed: 0, added: 58 * 60_000 };
    await file.inTransaction(async (tx) => {
      await tx.insert(schema.stepTime).values(added);
    });
    const addedNow = async () =>
      (await file.reader.select().from(schema.stepTime).where(eq(schema.stepTime.stepId, first)))[0]?.added;
    expect((await press(facilitator, meetingId, 'extend', first)).status).toBe(302);
    const refused = await press(facilitator, meetingId, 'extend', first);
    expect(refused.status).toBe(400);
    expect(await pageOf(refused)).toContain('an hour more already');
    expect(await addedNow()).toBe(60 * 60_000);
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

describe('what is said to the room', () => {
  const say = (who: Visitor, { meetingId, itemId }: Made, fields: Record<string, string> = {}) =>
    who.post(`/meetings/${meetingId}/contributions`, {
      ...{ id: uuidv7(), itemId, kind: 'question', body: 'When does the frame come off?', ...fields },
    });
  const saidIn = (meetingId: string) =>
    file.reader.select().from(schema.contribution).where(eq(schema.contribution.meetingId, meetingId));

  it('reaches everybody in it once, and can be wanted, taken up and taken back', async () => {
    const made = await makeMeeting();
    const { meetingId } = made;
    const [member, colleague, facilitator] = [
      await as('member'),
      await as('colleague'),
      await as('facilitator'),
    ];
    const listener = await listenAs(app.url, colleague, meetingId);
    const id = uuidv7();
    expect((await say(member, made, { id })).status).toBe(302);
    expect((await say(member, made, { id })).status).toBe(302);
    expect((await say(colleague, made, { id })).status).toBe(404);
    expect(await saidIn(meetingId)).toHaveLength(1);
    const path = `/contributions/${id}`;
    await colleague.post(`${path}/vote`, { wanted: 'on' });
    await colleague.post(`${path}/vote`, { wanted: 'on' });
    await listener.untilRoom(({ contributions }) => contributions[0]?.votes === 1);
    expect((await colleague.post(`${path}/taking-up`, { wanted: 'on' })).status).toBe(403);
    expect((await facilitator.post(`${path}/taking-up`, { wanted: 'on' })).status).toBe(302);
    await listener.untilRoom(({ contributions }) => contributions[0]?.takenUp === true);
    await colleague.post(`${path}/vote`, { wanted: 'off' });
    await listener.untilRoom(({ contributions }) => contributions[0]?.votes === 0);
    expect((await colleague.post(`${path}/withdrawal`, {})).status).toBe(403);
    expect((await member.post(`${path}/withdrawal`, {})).status).toBe(302);
    await listener.untilRoom(({ edition, contributions }) => edition === 5 && contributions.length === 0);
    expect((await saidIn(meetingId))[0]?.body).toBe('');
    listener.leave();
  });

  it('comes without what nobody sees in it, and hides no name behind it', async () => {
    const made = await makeMeeting();
    const member = await as('member');
    const body = 'Fra\u00admes fade\u202e by\u2060 May.\r\nThen? 👩‍🏫';
    expect((await say(member, made, { body })).status).toBe(302);
    expect((await saidIn(made.meetingId))[0]?.body).toBe('Frames fade by May.\nThen? 👩‍🏫');
    expect((await say(member, made, { body: '\u00ad\u200d' })).status).toBe(400);
    const named = await say(member, made, { body: 'It was the same for J\u00aday\u200dden R.' });
    expect(named.status).toBe(400);
    expect(await pageOf(named)).toContain('“Jayden R.” looks like a student&#x27;s name');
  });

  it('is asked about where it seems to name a student, with its words kept and a way on', async () => {
    const made = await makeMeeting();
    const member = await as('member');
    const body = 'It was the same for my student Jaylen.';
    const asked = await say(member, made, { body });
    expect(asked.status).toBe(400);
    const html = await pageOf(asked);
    expect(html).toContain('looks like a student&#x27;s name');
    expect(html).toContain(body);
    expect(await saidIn(made.meetingId)).toEqual([]);
    const looked = / name="looked" value="([^"]*)"/.exec(html)?.[1] ?? '';
    expect((await say(member, made, { body, looked })).status).toBe(302);
    expect((await say(member, made, { body: 'Colleague Person asked me the same.' })).status).toBe(302);
  });

  it('is asked about where who reads the team tells a number that is hidden from the room', async () => {
    const { own } = network;
    const cycleId = own.cycles.complete;
    const made = await file.inTransaction(async (tx) => {
      const meetingId = await addMeeting(tx, network, {
        ...{ announced: true, invited: ['member', 'otherTeamMember'], startsAt: Date.now() - 60_000 },
      });
      const hiddenWhy = 'Numbers are not shown, to protect a small group of students.';
      const shown = storyboard({ hiddenWhy });
      await addPresentation(tx, network, { meetingId, team: own, cycleId, shown });
      const item = { title: 'Tuning', teamId: own.teamId, cycleId, steps: threeSteps };
      return { meetingId, ...(await addAgendaItem(tx, meetingId, item)) };
    });
    const body = 'It was 4 of 6 students in the end.';
    for (const role of ['member', 'facilitator'] as const) {
      const asked = await say(await as(role), made, { body });
      expect(asked.status, role).toBe(400);
      expect(await pageOf(asked), role).toContain('4 of 6');
    }
    const elsewhere = await file.inTransaction((tx) =>
      addAgendaItem(tx, made.meetingId, { title: 'Welcome', steps: [{ title: 'Check-in' }] }),
    );
    expect((await say(await as('member'), made, { body, itemId: elsewhere.itemId })).status).toBe(400);
    const guess = { body: 'Would 2 of 5 students be enough?' };
    expect((await say(await as('otherTeamMember'), made, guess)).status).toBe(302);
  });

  it('is short, has words, and belongs to an item of this meeting', async () => {
    const [made, other] = [await makeMeeting(), await makeMeeting()];
    const member = await as('member');
    expect((await say(member, made, { body: ' ' })).status).toBe(400);
    expect((await say(member, made, { body: 'a'.repeat(601) })).status).toBe(400);
    expect((await say(member, made, { itemId: other.itemId })).status).toBe(404);
    expect(await saidIn(made.meetingId)).toEqual([]);
  });

  it('is out of reach for everybody else', async () => {
    const made = await makeMeeting();
    const id = uuidv7();
    await say(await as('member'), made, { id });
    for (const role of ['otherTeamMember', 'otherFacilitator', 'sponsor', 'administrator'] as const) {
      const who = await as(role);
      expect((await say(who, made)).status, role).toBe(404);
      for (const [end, fields] of Object.entries({
        vote: { wanted: 'on' },
        'taking-up': { wanted: 'on' },
        withdrawal: { wanted: 'on' },
      }))
        expect((await who.post(`/contributions/${id}/${end}`, fields)).status, `${role} ${end}`).toBe(404);
      const here = await who.post(`/meetings/${made.meetingId}/attendances`, { wanted: 'here' });
      expect(here.status, role).toBe(404);
    }
  });

  it('is closed where the meeting was cancelled', async () => {
    const made = await makeMeeting({ cancelledWhy: 'Snow.' });
    expect((await say(await as('member'), made)).status).toBe(400);
    const here = await (
      await as('member')
    ).post(`/meetings/${made.meetingId}/attendances`, { wanted: 'here' });
    expect(here.status).toBe(400);
  });

  it('in a team’s meeting, facilitators of its cohort may look on and not write', async () => {
    const made = await makeMeeting({ kind: 'team_meeting' });
    const facilitator = await as('facilitator');
    expect((await facilitator.get(`/meetings/${made.meetingId}/live`)).status).toBe(200);
    expect((await say(facilitator, made)).status).toBe(403);
    expect((await press(facilitator, made.meetingId, 'start', null)).status).toBe(403);
  });
});

describe('a cycle that its team has not agreed to show', () => {
  it('is in no page of the room for anybody, and its team still presents', async () => {
    const { own } = network;
    const meetingId = await file.inTransaction(async (tx) => {
      const id = await addMeeting(tx, network, { announced: true, invited: ['member', 'coach'] });
      await addAgendaItem(tx, id, {
        ...{ title: 'Tuning', teamId: own.teamId, cycleId: own.cycles.study, why: 'A loss nobody expected' },
        steps: threeSteps,
      });
      return id;
    });
    await press(await as('facilitator'), meetingId, 'start', null);
    for (const role of ['facilitator', 'coach'] as const)
      for (const path of ['live', 'live/projector', 'live.data', 'live/projector.data']) {
        const page = await pageOf(await (await as(role)).get(`/meetings/${meetingId}/${path}`));
        expect(page, path).toContain('Own team');
        expect(page, path).not.toContain(own.cycles.study);
        expect(page, path).not.toContain('Idea in study of Own team');
        expect(page, path).not.toContain('A loss nobody expected');
      }
    const member = await pageOf(await (await as('member')).get(`/meetings/${meetingId}/live`));
    expect(member).toContain('You present now.');
  });
});

describe('who is here', () => {
  const here = (who: Visitor, meetingId: string, fields: Record<string, string>) =>
    who.post(`/meetings/${meetingId}/attendances`, fields);
  const presentIn = async (meetingId: string) =>
    (
      await file.reader.select().from(schema.attendance).where(eq(schema.attendance.meetingId, meetingId))
    ).map(({ personId }) => personId);

  it('is noted by people themselves, and by the facilitator for those invited', async () => {
    const { meetingId } = await makeMeeting();
    const { member, colleague, otherTeamMember } = network.people;
    await here(await as('member'), meetingId, { wanted: 'here' });
    await here(await as('member'), meetingId, { wanted: 'here' });
    expect(await presentIn(meetingId)).toEqual([member.id]);
    const other = { wanted: 'here', personId: colleague.id };
    expect((await here(await as('member'), meetingId, other)).status).toBe(403);
    const facilitator = await as('facilitator');
    expect((await here(facilitator, meetingId, other)).status).toBe(302);
    expect(
      (await here(facilitator, meetingId, { wanted: 'here', personId: otherTeamMember.id })).status,
    ).toBe(404);
    await here(facilitator, meetingId, { wanted: 'away', personId: member.id });
    expect(await presentIn(meetingId)).toEqual([colleague.id]);
  });
});

describe('a post whose school is hidden', () => {
  it('is on the agenda as it is signed: no page and no event of the room names its team', async () => {
    const { meetingId, stepIds } = await file.inTransaction(async (tx) => {
      const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
      const postId = await addPost(tx, origin, {
        ...{ signature: 'school_hidden', signedAs: 'A grade 4 team · school hidden' },
      });
      const id = await addMeeting(tx, network, { announced: true, invited: ['otherTeamMember'] });
      const step = { title: 'The story', speaks: 'presenter' as const, silent: 'group' as const };
      return {
        meetingId: id,
        ...(await addAgendaItem(tx, id, { title: 'Data walk', postId, steps: [step] })),
      };
    });
    await press(await as('facilitator'), meetingId, 'start', null);
    const reader = await as('otherTeamMember');
    const listener = await listenAs(app.url, reader, meetingId);
    const room = await listener.untilRoom(({ clock }) => clock.stepId === stepIds[0]);
    const pages = [JSON.stringify(room)];
    for (const path of ['live', 'live/projector', 'live.data', 'live/projector.data'])
      pages.push(await pageOf(await reader.get(`/meetings/${meetingId}/${path}`)));
    expect(pages[1]).toContain('school hidden');
    for (const page of pages) {
      expect(page).not.toContain('Own team');
      expect(page).not.toContain(network.own.teamId);
      expect(page).not.toContain(network.people.member.id);
    }
    await file.inTransaction((tx) => invite(tx, network, meetingId, ['member']));
    const own = await pageOf(await (await as('member')).get(`/meetings/${meetingId}/live`));
    expect(own).not.toContain('You present now');
    listener.leave();
  });
});
