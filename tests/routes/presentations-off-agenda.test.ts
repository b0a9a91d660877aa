import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Connection } from '~/platform/database.server';
import { addPresentation, storyboard } from '../factories/shown-storyboards';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
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

/** A network day with a cycle of the own team on it, asked for; agreed to where `shown` is given. */
function day({
  shown,
  announced = true,
}: { shown?: ReturnType<typeof storyboard>; announced?: boolean } = {}) {
  const cycleId = network.own.cycles.complete;
  return write(async (tx) => {
    const invited: Role[] = ['member', 'otherTeamMember'];
    const meetingId = await addMeeting(tx, network, { title: 'Winter day', announced, invited });
    const { itemId, stepIds } = await addAgendaItem(tx, meetingId, {
      ...{ title: 'Success analysis', teamId: network.own.teamId, cycleId },
    });
    const presented = { meetingId, team: network.own, cycleId, ...(shown === undefined ? {} : { shown }) };
    const id = await addPresentation(tx, network, presented);
    return { meetingId, itemId, stepId: stepIds[0] ?? '', id, cycleId };
  });
}
type Day = Awaited<ReturnType<typeof day>>;

const read = async (role: Role, path: string) => pageOf(await as(role).get(path));
const stored = (id: string) =>
  write(async (tx) => (await tx.select().from(schema.presentation).where(eq(schema.presentation.id, id)))[0]);
const timesAsked = (id: string) =>
  write(async (tx) => {
    const events = await tx.select().from(schema.activityEvent).where(eq(schema.activityEvent.aboutId, id));
    return events.filter(({ kind }) => kind === 'presentation_asked').length;
  });

async function version(meetingId: string): Promise<string> {
  const rows = await write((tx) => tx.select().from(schema.meeting).where(eq(schema.meeting.id, meetingId)));
  return String(rows[0]?.agendaVersion);
}

async function changeSubject({ meetingId, itemId, stepId }: Day, subject: string): Promise<number> {
  const step = {
    id: stepId,
    title: 'Step 1',
    minutes: '10',
    speaks: 'everyone',
    silent: 'nobody',
    prompt: '',
  };
  const answer = await as('facilitator').post(`/items/${itemId}`, {
    ...{ agendaVersion: await version(meetingId), title: 'Success analysis', subject, focus: '' },
    ...Object.fromEntries(Object.entries(step).map(([name, value]) => [`protocolSteps[0].${name}`, value])),
  });
  return answer.status;
}

const takingOff: [string, (of: Day) => Promise<number>][] = [
  [
    'its item is taken out',
    async ({ meetingId, itemId }) => {
      const form = { agendaVersion: await version(meetingId) };
      return (await as('facilitator').post(`/items/${itemId}/removal`, form)).status;
    },
  ],
  ['its item is about nothing', (of) => changeSubject(of, '')],
  ['its item is about another cycle', (of) => changeSubject(of, `cycle:${network.own.cycles.act}`)],
];

/** The two pages on which a team, and who reads it, hears of it. */
async function pagesThatAsk() {
  return [
    await read('member', '/'),
    await read('member', `/cycles/${network.own.cycles.complete}/act`),
    await read('coach', `/cycles/${network.own.cycles.complete}/act`),
  ];
}

describe('what is no longer on the agenda', () => {
  it.each(takingOff)('asks nobody any more: %s', async (_, takeOff) => {
    const made = await day();
    const link = `/presentations/${made.id}`;
    for (const page of await pagesThatAsk()) expect(page.includes(link)).toBe(true);
    expect(await takeOff(made)).toBe(302);
    for (const page of await pagesThatAsk()) expect(page.includes(link)).toBe(false);
    for (const role of ['member', 'coach', 'facilitator'] as const) {
      const page = await read(role, link);
      expect(page).toContain('no longer on the meeting’s agenda');
      expect(page).not.toContain('We’ll present this');
    }
    const before = await stored(made.id);
    const answer = await as('member').post(link, {
      version: '1',
      changeIdea: 'Frames',
      previewed: 'x',
      step: 'agree',
    });
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('no longer on the meeting’s agenda');
    expect(await stored(made.id)).toEqual(before);
  });

  it('asks again when it is put back', async () => {
    const made = await day();
    await changeSubject(made, '');
    const ask = { id: uuidv7(), newItemId: uuidv7(), cycleId: made.cycleId, place: `item:${made.itemId}` };
    const facilitator = as('facilitator');
    const path = `/meetings/${made.meetingId}/presenters`;
    expect((await facilitator.post(path, ask)).status).toBe(302);
    expect(await timesAsked(made.id)).toBe(1);
    expect(await stored(made.id)).toMatchObject({ version: 2, agreedAt: null });
    expect((await read('member', '/')).includes(`/presentations/${made.id}`)).toBe(true);
    // What stands there already is not asked for once more.
    expect((await facilitator.post(path, { ...ask, id: uuidv7() })).status).toBe(302);
    expect(await timesAsked(made.id)).toBe(1);
  });

  it('is not shown, though agreed to; the yes stands when it comes back', async () => {
    const made = await day({ shown: storyboard({ learned: 'Frames fade slowly.' }) });
    await changeSubject(made, '');
    const packet = `/meetings/${made.meetingId}/packet`;
    expect((await read('otherTeamMember', packet)).includes('Frames fade slowly.')).toBe(false);
    expect((await read('member', `/presentations/${made.id}`)).includes('your yes stands')).toBe(true);
    await changeSubject(made, `cycle:${made.cycleId}`);
    expect(await timesAsked(made.id)).toBe(0);
    expect((await read('otherTeamMember', packet)).includes('Frames fade slowly.')).toBe(true);
  });

  it('leaves a team its no: a yes can be taken back meanwhile', async () => {
    const made = await day({ shown: storyboard() });
    await changeSubject(made, '');
    const member = as('member');
    const answer = await member.post(`/presentations/${made.id}`, { version: '2', step: 'decline' });
    expect(answer.status).toBe(302);
    expect(await stored(made.id)).toMatchObject({ shown: null, agreedAt: null });
  });
});

describe('a meeting that is cancelled, or a draft thrown away', () => {
  it.each([true, false])('asks nobody any more (announced: %s)', async (announced) => {
    const made = await day({ announced });
    const link = `/presentations/${made.id}`;
    const form = { why: 'Snow.' };
    const facilitator = as('facilitator');
    expect((await facilitator.post(`/meetings/${made.meetingId}/cancellation`, form)).status).toBe(302);
    for (const page of await pagesThatAsk()) expect(page.includes(link)).toBe(false);
    const answer = await as('member').post(link, {
      version: '1',
      changeIdea: 'Frames',
      previewed: 'x',
      step: 'agree',
    });
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('This meeting was cancelled.');
    expect((await stored(made.id))?.agreedAt).toBe(null);
  });
});

describe('the page of the meeting', () => {
  it('leads the team that is asked to its answer, and nobody else', async () => {
    const { meetingId, id } = await day();
    const link = `/presentations/${id}`;
    const page = async (role: Role) => pageOf(await as(role).get(`/meetings/${meetingId}`));
    expect(await page('member')).toContain('You are asked to present “');
    expect(await page('member')).toContain(link);
    expect(await page('otherTeamMember')).not.toContain(link);
  });
});
