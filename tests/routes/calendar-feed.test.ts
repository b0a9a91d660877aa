import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf, visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const as = signedInPeople(() => ({ url: app.url, network }));
const stranger = () => visitor(app.url);

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction((tx) =>
        tx
          .update(schema.cycleTask)
          .set({ dueOn: addDays(network.today, 3), what: 'Copy, cut; fold\r\nthe frames 😀 '.repeat(9) })
          .where(eq(schema.cycleTask.id, network.own.taskId)),
      );
    },
  });
  file = app.look();
});
afterAll(async () => {
  file.close();
  await app.remove();
});
beforeEach(() =>
  file.inTransaction(async (tx) => {
    await tx.delete(schema.calendarFeed);
  }),
);

async function addressOf(role: Role): Promise<string> {
  const page = await pageOf(await as(role).get('/account/calendar'));
  return new URL(/<code[^>]*>([^<]*\/calendar\/[^<]+)<\/code>/.exec(page)?.[1] ?? 'http://none/').pathname;
}

async function madeBy(role: Role): Promise<string> {
  const answer = await as(role).post('/account/calendar', { seen: '0' });
  expect(answer.status).toBe(302);
  return addressOf(role);
}

type Entry = { uid: string; title: string; day: string; isDate: boolean; url: string };

function entriesIn(text: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part);
    return {
      ...{ uid: event.uid, title: event.summary, day: event.startDate.toString() },
      ...{ isDate: event.startDate.isDate, url: String(part.getFirstPropertyValue('url')) },
    };
  });
}

async function entriesOf(role: Role): Promise<Entry[]> {
  return entriesIn(await (await stranger().get(await madeBy(role))).text());
}

describe('a calendar', () => {
  it('is read by whoever has its address, and kept by no cache', async () => {
    const path = await madeBy('member');
    for (const one of [path, path.replace('.ics', '')]) {
      const answer = await stranger().get(one);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    }
    const head = await fetch(app.url + path, { method: 'HEAD' });
    expect([head.status, head.headers.get('Content-Type'), await head.text()]).toEqual([
      ...[200, 'text/calendar; charset=utf-8', ''],
    ]);
  });

  it('holds the team’s dates as whole days', async () => {
    const { own, today } = network;
    const entries = await entriesOf('member');
    const byId = new Map(entries.map((entry) => [entry.uid.split('@')[0], entry]));
    expect(entries.every(({ isDate }) => isDate)).toBe(true);
    expect(byId.get(`cycle-start-${own.cycles.plan}`)).toMatchObject({
      ...{ title: 'Planned start of cycle 1 of “Idea in plan of Own team” (Own team)' },
      ...{ day: addDays(today, -14), url: `${app.url}/cycles/${own.cycles.plan}` },
    });
    expect(byId.get(`cycle-end-${own.cycles.study}`)?.day).toBe(today);
    expect(byId.get(`due-${own.proportionId}`)?.title).toBe('Log “Paragraphs of Own team” (Own team)');
    expect((byId.get(`due-${own.meanId}`)?.day ?? '') >= today).toBe(true);
    expect(byId.get(`task-${own.taskId}`)?.day).toBe(addDays(today, 3));
    for (const ended of ['complete', 'stopped'] as const)
      expect(byId.has(`cycle-end-${own.cycles[ended]}`)).toBe(false);
    const text = await (await stranger().get(await addressOf('member'))).text();
    for (const foreign of ['Far team', 'Next-door team']) expect(text).not.toContain(foreign);
    expect(text).not.toMatch(/denominator|numerator|\b4 of 8\b/);
  });

  it('is written as RFC 5545 asks: folded, escaped, stamped, with the same UIDs each time', async () => {
    const path = await madeBy('member');
    const [first, second] = [
      await (await stranger().get(path)).text(),
      await (await stranger().get(path)).text(),
    ];
    expect(first).toContain('X-WR-CALNAME:Boldline · Test network');
    const lines = first.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(first.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(first).toContain('Copy\\, cut\\; fold the frames 😀');
    const titles = entriesIn(first).map(({ title }) => title);
    expect(titles).toContain(`Task: ${'Copy, cut; fold the frames 😀 '.repeat(9).trim()} (Own team)`);
    const uids = (text: string) => entriesIn(text).map(({ uid }) => uid);
    expect(uids(second)).toEqual(uids(first));
    expect(new Set(uids(first)).size).toBe(uids(first).length);
    expect(first.match(/^DTSTAMP:\d{8}T\d{6}Z/gm)?.length).toBe(uids(first).length);
  });

  it('of a coach holds the planned ends of the cycles they follow, until the assignment ends', async () => {
    const { own } = network;
    const entries = await entriesOf('coach');
    expect(entries.map(({ uid }) => uid.split('@')[0]).toSorted()).toEqual(
      (['plan', 'do', 'study', 'act'] as const).map((stage) => `cycle-end-${own.cycles[stage]}`).toSorted(),
    );
    expect(entries[0]?.title).toContain('(Own team, School one)');
    const path = await addressOf('coach');
    const end = (endedOn: string | null) =>
      file.inTransaction((tx) =>
        tx
          .update(schema.coachAssignment)
          .set({ endedOn })
          .where(eq(schema.coachAssignment.personId, network.people.coach.id)),
      );
    await end(network.today);
    expect((await stranger().get(path)).status).toBe(404);
    await end(null);
    expect((await stranger().get(path)).status).toBe(200);
  });

  it('waits for the end of a break', async () => {
    const { today, own, people } = network;
    const dayOffId = uuidv7();
    await file.inTransaction((tx) =>
      tx.insert(schema.dayOff).values({
        ...{ id: dayOffId, name: 'Long break', startsOn: addDays(today, -1), endsOn: addDays(today, 21) },
        ...{ changedBy: people.administrator.id, changedAt: Date.now() },
      }),
    );
    const entry = (await entriesOf('member')).find(({ uid }) => uid.startsWith(`due-${own.meanId}`));
    expect((entry?.day ?? '') > addDays(today, 21)).toBe(true);
    await file.inTransaction((tx) => tx.delete(schema.dayOff).where(eq(schema.dayOff.id, dayOffId)));
  });
});

describe('its address', () => {
  it('is made when somebody asks for it, and is each person’s own', async () => {
    const before = everythingIn(`${app.folder}/boldline.db`);
    const page = await pageOf(await as('member').get('/account/calendar'));
    expect(page).toContain('You have no address yet.');
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
    const [one, other] = [await madeBy('member'), await madeBy('colleague')];
    expect(one).not.toBe(other);
    expect(await addressOf('member')).toBe(one);
    const stored = everythingIn(`${app.folder}/boldline.db`);
    expect(stored).not.toContain(/([\w-]{43})\.ics$/.exec(one)?.[1]);
  });

  it('closes when it is renewed, once for a form sent twice', async () => {
    const old = await madeBy('member');
    const member = as('member');
    const renew = () => member.post('/account/calendar', { seen: '1' });
    expect((await renew()).headers.get('Location')).toBe('/account/calendar?renewed');
    const fresh = await addressOf('member');
    await renew();
    expect(await addressOf('member')).toBe(fresh);
    expect(fresh).not.toBe(old);
    expect((await stranger().get(old)).status).toBe(404);
    expect((await stranger().get(fresh)).status).toBe(200);
    expect((await member.post('/account/calendar', { seen: 'x' })).status).toBe(400);
    expect((await member.post('/account/calendar', {})).status).toBe(400);
  });

  it('opens nothing when it is wrong in any letter', async () => {
    const path = await madeBy('member');
    const [member, colleague] = [path, await madeBy('colleague')].map((one) => one.split('/').at(-1) ?? '');
    const mixed = `${colleague?.slice(0, 32)}${member?.slice(32)}`;
    const wrong = [
      'x',
      '.ics',
      `${path.split('/').at(-1)}x`,
      mixed,
      'a'.repeat(75),
      '%00',
      `${'0'.repeat(32)}${'A'.repeat(43)}`,
    ];
    for (const secret of wrong)
      expect((await stranger().get(`/calendar/${secret}`)).status, secret).toBe(404);
  });

  it('is nothing for people without a team', async () => {
    for (const role of ['sponsor', 'administrator'] as const) {
      const who = as(role);
      expect(await pageOf(await who.get('/account/calendar'))).toContain('There are no dates for you yet.');
      expect((await who.post('/account/calendar', { seen: '0' })).status).toBe(403);
    }
    expect(await file.reader.select().from(schema.calendarFeed)).toEqual([]);
    expect((await stranger().get(await madeBy('facilitator'))).status).toBe(200);
  });
});
