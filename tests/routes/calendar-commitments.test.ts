import ICAL from 'ical.js';
import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { calendarAfter, eventsOf } from '../support/calendar-events';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf, visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let meetingId: string;
const visitors = new Map<Role, Visitor>();
const addresses = new Map<Role, string>();
const readers = ['member', 'colleague', 'coach', 'facilitator', 'otherTeamMember'] as const;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      meetingId = await database.inTransaction((tx) =>
        addMeeting(tx, network, { title: 'Winter day', announced: true, invited: ['member', 'coach'] }),
      );
    },
  });
  file = app.look();
  for (const role of readers) {
    const who = await signedInAs(app.url, network, role);
    visitors.set(role, who);
    await who.post('/account/calendar', { seen: '0' });
    const page = await pageOf(await who.get('/account/calendar'));
    const address = /<code[^>]*>([^<]*\/calendar\/[^<]+)<\/code>/.exec(page)?.[1] ?? 'http://none/';
    addresses.set(role, new URL(address).pathname);
  }
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const write = <T>(work: (tx: Connection) => Promise<T>) => file.inTransaction(work);
beforeEach(() =>
  write(async (tx) => {
    await tx.delete(schema.commitment);
  }),
);

const textOf = async (role: Role) => (await visitor(app.url).get(addresses.get(role) ?? '')).text();
const as = (role: Role) => visitors.get(role) ?? visitor(app.url);

type Taken = { of?: 'team' | 'runners'; by?: Role | null; what?: string };

async function takeOn({ of = 'team', by = null, what = 'Bring three samples' }: Taken = {}): Promise<string> {
  const id = uuidv7();
  const stamps = { madeAt: Date.now(), changedAt: Date.now() };
  const who = { madeBy: network.people.facilitator.id, changedBy: network.people.facilitator.id };
  await write((tx) =>
    tx.insert(schema.commitment).values({
      ...{ id, meetingId, what, byWhen: addDays(network.today, 14), ...stamps, ...who },
      teamId: of === 'team' ? network.own.teamId : null,
      personId: by === null ? null : network.people[by].id,
    }),
  );
  return id;
}

const dated = async (role: Role, commitmentId: string) =>
  eventsOf(await textOf(role)).find(({ uid }) => uid.startsWith(`commitment-${commitmentId}@`));

async function whoHas(commitmentId: string): Promise<Role[]> {
  const have: Role[] = [];
  for (const role of readers) if (await dated(role, commitmentId)) have.push(role);
  return have;
}

describe('a commitment in a calendar', () => {
  it('is a whole day that leads to it, for everybody of the team that took it on', async () => {
    const id = await takeOn();
    expect(await whoHas(id)).toEqual(['member', 'colleague']);
    const text = await textOf('member');
    expect(await dated('member', id)).toMatchObject({
      ...{ isDate: true, title: 'Commitment: Bring three samples (Own team)', sequence: 0 },
      description: `Open it in Boldline: ${app.url}/commitments/${id}`,
    });
    const parts = new ICAL.Component(ICAL.parse(text) as unknown[] as never).getAllSubcomponents('vevent');
    const part = parts.find((one) => String(one.getFirstPropertyValue('uid')).includes(id));
    expect(String(part?.getFirstPropertyValue('dtstart'))).toBe(addDays(network.today, 14));
    // The colleague is not invited: the meeting's name is none of theirs.
    expect(await textOf('colleague')).not.toContain('Winter day');
  });

  it('is one person’s alone where one took it on, and their coaches’ and facilitators’ together where those did', async () => {
    expect(await whoHas(await takeOn({ by: 'colleague' }))).toEqual(['colleague']);
    expect(await whoHas(await takeOn({ of: 'runners' }))).toEqual(['facilitator']);
    expect(await whoHas(await takeOn({ of: 'runners', by: 'facilitator' }))).toEqual(['facilitator']);
    const id = await takeOn({ of: 'runners', by: 'facilitator' });
    expect((await dated('facilitator', id))?.title).toContain('Commitment: Bring three samples (');
  });

  it('moves instead of doubling when it is changed, and leaves when it is kept or let go', async () => {
    const id = await takeOn();
    const before = await textOf('member');
    const day = addDays(network.today, 21);
    const form = { who: `${network.own.teamId} all`, cycleId: '', what: 'Bring four samples', byWhen: day };
    const changed = await as('member').post(`/commitments/${id}`, {
      step: 'change',
      version: '1',
      looked: '',
      ...form,
    });
    expect(changed.status).toBe(302);
    const after = await textOf('member');
    const shown = calendarAfter([before, after]).filter(({ uid }) => uid.includes(id));
    expect(shown).toMatchObject([{ title: 'Commitment: Bring four samples (Own team)', sequence: 1 }]);
    expect(after).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    expect(after).toMatch(/LAST-MODIFIED:\d{8}T\d{6}Z/);
    await as('member').post(`/commitments/${id}/keeping`, { wanted: 'kept', at: 'team' });
    expect(await whoHas(id)).toEqual([]);
    await as('member').post(`/commitments/${id}/keeping`, { wanted: 'open', at: 'team' });
    const again = await textOf('member');
    expect(calendarAfter([before, after, again]).filter(({ uid }) => uid.includes(id))).toMatchObject([
      { sequence: 3 },
    ]);
    await write((tx) => tx.update(schema.commitment).set({ letGoAt: Date.now(), letGoWhy: 'x' }));
    expect(await whoHas(id)).toEqual([]);
  });

  it('says less where its words may name a student', async () => {
    const what = 'Call the mother of Marcus Bell';
    const [ofTeam, ofOne] = [await takeOn({ what }), await takeOn({ what, by: 'member' })];
    expect((await dated('member', ofTeam))?.title).toBe('Something your team took on (Own team)');
    expect((await dated('member', ofOne))?.title).toBe('Something you took on (Own team)');
    expect(await textOf('member')).not.toContain('Marcus');
  });

  it('leaves with the place somebody had', async () => {
    const id = await takeOn({ by: 'colleague' });
    const { colleague } = network.people;
    const membership = and(
      eq(schema.teamMembership.personId, colleague.id),
      eq(schema.teamMembership.teamId, network.own.teamId),
    );
    const ends = (endedOn: string | null) =>
      write((tx) => tx.update(schema.teamMembership).set({ endedOn }).where(membership));
    expect((await dated('colleague', id))?.title).toBe('Commitment: Bring three samples (Own team)');
    await ends(network.today);
    expect(await textOf('colleague')).not.toContain(id);
    await ends(null);
  });
});
