import { asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import { instantOfWallClock } from '~/lib/wall-clock';
import type { Database } from '~/platform/database.server';
import { invite } from '../factories/small-meetings';
import { addPost } from '../factories/small-posts';
import { makeSmallNetwork, roles, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const cohortOf = () => `cohort:${network.own.cohortId}`;
const day = () => addDays(network.today, 14);

function planned(changes: Record<string, string> = {}): Record<string, string> {
  return {
    ...{ id: uuidv7(), kind: 'network_day', of: cohortOf(), title: 'Winter network day', minutes: '90' },
    ...{ day: day(), time: '15:30', timeZone, place: 'Library', link: '', purpose: '', start: 'ready' },
    ...changes,
  };
}

async function plan(role: Role, changes: Record<string, string> = {}): Promise<string> {
  const form = planned(changes);
  const response = await as(role).post('/meetings/new', form);
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(`/meetings/${form.id}/agenda`);
  return form.id ?? '';
}

const teamMeeting = () => ({ kind: 'team_meeting', of: `team:${network.own.teamId}`, minutes: '45' });
const meetingRow = async (id: string) =>
  (await records.reader.select().from(schema.meeting).where(eq(schema.meeting.id, id)))[0];
const itemsOf = (meetingId: string) =>
  records.reader
    .select()
    .from(schema.agendaItem)
    .where(eq(schema.agendaItem.meetingId, meetingId))
    .orderBy(asc(schema.agendaItem.position));
const stepsOf = (itemId: string) =>
  records.reader
    .select()
    .from(schema.agendaStep)
    .where(eq(schema.agendaStep.itemId, itemId))
    .orderBy(asc(schema.agendaStep.position));
const titles = async (meetingId: string) => (await itemsOf(meetingId)).map(({ title }) => title);
const versionOf = async (meetingId: string) => String((await meetingRow(meetingId))?.agendaVersion);

async function itemForm(itemId: string, changes: Record<string, string> = {}) {
  const [item] = await records.reader
    .select()
    .from(schema.agendaItem)
    .where(eq(schema.agendaItem.id, itemId));
  const steps = await stepsOf(itemId);
  const fields: Record<string, string> = {
    agendaVersion: await versionOf(item?.meetingId ?? ''),
    ...{ title: item?.title ?? '', subject: '', focus: item?.focus ?? '' },
  };
  steps.forEach((step, index) => {
    for (const name of ['id', 'title', 'speaks', 'silent', 'prompt'] as const)
      fields[`protocolSteps[${index}].${name}`] = step[name];
    fields[`protocolSteps[${index}].minutes`] = String(step.minutes);
  });
  return { ...fields, ...changes };
}

describe('planning', () => {
  it('makes a draft with a ready-made agenda that fills its length; handing it in twice changes nothing', async () => {
    const form = planned();
    for (let times = 0; times < 2; times += 1)
      expect((await as('facilitator').post('/meetings/new', form)).status).toBe(302);
    const id = form.id ?? '';
    const row = await meetingRow(id);
    expect(row).toMatchObject({ announcedAt: null, minutes: 90, version: 1, agendaVersion: 1 });
    expect(row?.startsAt).toBe(instantOfWallClock(day(), '15:30', timeZone));
    expect(await titles(id)).toEqual([
      ...['Welcome', 'What we said last time', 'Consultancy', 'Success analysis', 'Idea market'],
    ]);
    const minutes = await Promise.all((await itemsOf(id)).map((item) => stepsOf(item.id)));
    expect(minutes.flat().reduce((sum, step) => sum + step.minutes, 0)).toBe(90);
    const invited = await records.reader.select().from(schema.meetingInvitation);
    expect(invited).toEqual([]);
    const html = await pageOf(await as('facilitator').get(`/meetings/${id}`));
    expect(html).toContain('Winter network day');
    expect(html).toContain('15:30 to 17:00, New York time');
  });

  it('calls a meeting after its kind, and plans it for its usual length, where nothing is said', async () => {
    const id = await plan('member', { ...teamMeeting(), title: '', minutes: '' });
    expect(await meetingRow(id)).toMatchObject({ title: 'Team meeting', minutes: 45, cohortId: null });
  });

  it('takes the agenda of an earlier meeting without who presented', async () => {
    const earlier = await plan('facilitator');
    const item = (await itemsOf(earlier))[2]?.id ?? '';
    const changed = await itemForm(item, { subject: `team:${network.own.teamId}`, focus: 'Why?' });
    expect((await as('facilitator').post(`/items/${item}`, changed)).status).toBe(302);
    const id = await plan('facilitator', { start: earlier });
    expect(await titles(id)).toEqual(await titles(earlier));
    for (const one of await itemsOf(id)) expect(one).toMatchObject({ teamId: null, focus: '', why: '' });
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['no day', () => ({ day: '' }), 'On which day?'],
    ['a day that is not there', () => ({ day: '2026-02-30' }), 'not a day of the calendar'],
    ['a mistyped year', () => ({ day: '2126-02-03' }), 'Is the year right?'],
    ['no time', () => ({ time: '25:00' }), 'Write the time as 15:30.'],
    ['no zone', () => ({ timeZone: 'Mars/Olympus' }), 'Choose a time zone of the list.'],
    ['three minutes', () => ({ minutes: '3' }), 'from 5 to 720'],
    ['a script for a link', () => ({ link: 'javascript:alert(1)' }), 'begins with https'],
    ['a mail address for a link', () => ({ link: 'mailto:a@b.example' }), 'begins with https'],
    ['a team meeting of a cohort', () => ({ kind: 'team_meeting' }), 'Choose the team'],
    ['a foreign agenda', () => ({ start: uuidv7() }), 'Choose an agenda of the list.'],
  ])('%s: says so beside the field, keeps what was typed, makes nothing', async (_name, wrong, message) => {
    const form = planned({ place: 'The old gym', ...wrong() });
    const response = await as('facilitator').post('/meetings/new', form);
    expect(response.status).toBe(400);
    const html = await pageOf(response);
    expect(html).toContain(message);
    expect(html).toContain('The old gym');
    expect(html).toContain(form.id);
    expect(await meetingRow(form.id ?? '')).toBeUndefined();
  });

  it('reads words without what cannot be seen in them, and minutes in digits only', async () => {
    const id = await plan('facilitator', {
      ...{ title: 'Winter\u0000 d\u202eay\u0007', place: 'Hall\u0001 B' },
      purpose: 'One line\r\nand\u0002 another',
    });
    expect(await meetingRow(id)).toMatchObject({
      ...{ title: 'Winter day', place: 'Hall B', purpose: 'One line\nand another' },
    });
    for (const minutes of ['0x10', '1e1', '4', '721', '9.5', '-30'])
      expect((await as('facilitator').post('/meetings/new', planned({ minutes }))).status, minutes).toBe(400);
    const item = (await itemsOf(id))[0]?.id ?? '';
    const form = await itemForm(item, { title: 'Hel\u0000lo', focus: 'Wh\u0003y?\nNow?' });
    expect((await as('facilitator').post(`/items/${item}`, form)).status).toBe(302);
    expect((await itemsOf(id))[0]).toMatchObject({ title: 'Hello', focus: 'Why?\nNow?' });
    const odd = await itemForm(item, { 'protocolSteps[0].minutes': '0x10' });
    expect((await as('facilitator').post(`/items/${item}`, odd)).status).toBe(400);
  });

  it('says which time there is where clocks are set forward over the one that was meant', async () => {
    const gap = (start: string) => {
      const year = Number(start.slice(0, 4));
      const march = `${year}-03-01`;
      const firstSunday = (7 - new Date(`${march}T00:00:00Z`).getUTCDay()) % 7;
      return addDays(march, firstSunday + 7);
    };
    const thisYear = gap(network.today);
    const night = thisYear >= network.today ? thisYear : gap(addDays(network.today, 300));
    const response = await as('facilitator').post('/meetings/new', planned({ day: night, time: '02:30' }));
    expect(response.status).toBe(400);
    const html = await pageOf(response);
    expect(html).toContain('there is no 02:30');
    expect(html).toContain('It would be 03:30');
    const id = await plan('facilitator', { day: night, time: '03:30' });
    expect((await meetingRow(id))?.startsAt).toBe(Date.parse(`${night}T07:30:00Z`));
  });
});

describe('changing', () => {
  const changed = (row: NonNullable<Awaited<ReturnType<typeof meetingRow>>>, changes = {}) => ({
    ...{ version: String(row.version), title: row.title, day: row.day, time: row.time },
    ...{ timeZone: row.timeZone, minutes: String(row.minutes), place: row.place, link: row.link },
    ...{ purpose: row.purpose, ...changes },
  });

  it('gives calendars a new edition once people are invited, and only where they would read otherwise', async () => {
    const id = await plan('facilitator');
    const post = async (changes: Record<string, string>) => {
      const row = await meetingRow(id);
      if (!row) throw new Error('no meeting');
      expect((await as('facilitator').post(`/meetings/${id}/edit`, changed(row, changes))).status).toBe(302);
      return meetingRow(id);
    };
    expect(await post({ place: 'Gym' })).toMatchObject({ sequence: 0, version: 2 });
    await records.inTransaction((tx) =>
      tx.update(schema.meeting).set({ announcedAt: Date.now() }).where(eq(schema.meeting.id, id)),
    );
    expect(await post({})).toMatchObject({ sequence: 0, version: 3 });
    const later = await post({ time: '16:00', timeZone: 'America/Chicago' });
    expect(later).toMatchObject({ sequence: 1, version: 4 });
    expect(later?.startsAt).toBe(instantOfWallClock(day(), '16:00', 'America/Chicago'));
    const html = await pageOf(await as('facilitator').get(`/meetings/${id}`));
    expect(html).toContain('16:00 to 17:30, Chicago time');
    expect(html).toContain('for you 17:00 to 18:30, New York time');
  });

  it('shows both versions to the second of two; keeping one’s own writes over', async () => {
    const id = await plan('facilitator');
    const row = await meetingRow(id);
    if (!row) throw new Error('no meeting');
    const first = await as('facilitator').post(`/meetings/${id}/edit`, changed(row, { place: 'North hall' }));
    expect(first.status).toBe(302);
    const mine = changed(row, { place: 'South hall' });
    const second = await as('facilitator').post(`/meetings/${id}/edit`, mine);
    expect(second.status).toBe(409);
    const html = await pageOf(second);
    expect(html).toContain('North hall');
    expect(html).toContain('South hall');
    expect((await meetingRow(id))?.place).toBe('North hall');
    const kept = await as('facilitator').post(`/meetings/${id}/edit`, { ...mine, overwrite: '2' });
    expect(kept.status).toBe(302);
    expect(await meetingRow(id)).toMatchObject({ place: 'South hall', version: 3 });
  });

  it.each([
    ['was held', 'This meeting is over'],
    ['was cancelled', 'This meeting was cancelled'],
  ])('leaves one that %s as it was', async (what, told) => {
    const id = await plan('facilitator');
    const row = await meetingRow(id);
    if (!row) throw new Error('no meeting');
    await records.inTransaction(async (tx) => {
      const at = { startedAt: 1, endedAt: 2 };
      if (what === 'was held')
        await tx
          .insert(schema.meetingRoom)
          .values({ meetingId: id, ...at })
          .onConflictDoUpdate({ target: schema.meetingRoom.meetingId, set: at });
      else await tx.update(schema.meeting).set({ cancelledAt: 2 }).where(eq(schema.meeting.id, id));
    });
    const page = await as('facilitator').get(`/meetings/${id}/edit`);
    expect(page.status).toBe(403);
    expect(await pageOf(page)).toContain(told);
    const late = await as('facilitator').post(`/meetings/${id}/edit`, changed(row, { place: 'Gym' }));
    expect(late.status).toBe(400);
    expect(await meetingRow(id)).toMatchObject({ version: 1, place: 'Library' });
  });

  it('keeps what was typed where an answer needs another look', async () => {
    const id = await plan('facilitator');
    const row = await meetingRow(id);
    if (!row) throw new Error('no meeting');
    const response = await as('facilitator').post(
      `/meetings/${id}/edit`,
      changed(row, { title: '', place: 'South hall' }),
    );
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('South hall');
    expect(await meetingRow(id)).toMatchObject({ version: 1, place: 'Library' });
  });
});

describe('who', () => {
  const statusOf = async (path: string, role: Role) => (await as(role).get(path)).status;

  it('a draft of a cohort is there for its facilitators only', async () => {
    const id = await plan('facilitator');
    const item = (await itemsOf(id))[0]?.id ?? '';
    for (const role of roles) {
      const expected = role === 'facilitator' ? 200 : 404;
      for (const path of [
        `/meetings/${id}`,
        `/meetings/${id}/edit`,
        `/meetings/${id}/agenda`,
        `/items/${item}`,
      ])
        expect(await statusOf(path, role), `${role} ${path}`).toBe(expected);
    }
    for (const role of roles.filter((one) => one !== 'facilitator')) {
      const move = { agendaVersion: '1', to: '2' };
      expect((await as(role).post(`/items/${item}/position`, move)).status, role).toBe(404);
      expect((await as(role).post(`/items/${item}/removal`, move)).status, role).toBe(404);
      const add = { id: uuidv7(), protocolKey: 'break-10' };
      expect((await as(role).post(`/meetings/${id}/items`, add)).status, role).toBe(404);
    }
    expect((await itemsOf(id)).length).toBe(5);
  });

  it('an announced one is read by who is invited and changed by who runs it', async () => {
    const id = await plan('facilitator');
    const item = (await itemsOf(id))[0]?.id ?? '';
    await records.inTransaction(async (tx) => {
      await tx.update(schema.meeting).set({ announcedAt: Date.now() }).where(eq(schema.meeting.id, id));
      for (const role of ['member', 'sponsor', 'otherLeaMember'] as const)
        await tx.insert(schema.meetingInvitation).values({
          ...{ id: uuidv7(), meetingId: id, personId: network.people[role].id, invitedAt: Date.now() },
          invitedBy: network.people.facilitator.id,
        });
    });
    expect(await statusOf(`/meetings/${id}`, 'member')).toBe(200);
    for (const role of ['colleague', 'coach', 'sponsor', 'otherLeaMember', 'administrator'] as const)
      expect(await statusOf(`/meetings/${id}`, role), role).toBe(404);
    expect(await statusOf(`/meetings/${id}/agenda`, 'member')).toBe(403);
    expect(await statusOf(`/meetings/${id}/edit`, 'member')).toBe(403);
    expect(await statusOf(`/items/${item}`, 'member')).toBe(403);
    const move = { agendaVersion: '1', to: '2' };
    expect((await as('member').post(`/items/${item}/position`, move)).status).toBe(403);
  });

  it('a team’s is run by its members and coaches, and not seen by other teams', async () => {
    const id = await plan('coach', teamMeeting());
    for (const role of ['member', 'colleague', 'coach'] as const)
      expect(await statusOf(`/meetings/${id}/agenda`, role), role).toBe(200);
    for (const role of [
      'otherTeamMember',
      'otherCoach',
      'otherFacilitator',
      'sponsor',
      'administrator',
    ] as const)
      expect(await statusOf(`/meetings/${id}`, role), role).toBe(404);
  });

  it('nobody plans for a cohort or team that is not theirs', async () => {
    const status = async (role: Role, changes: Record<string, string>) =>
      (await as(role).post('/meetings/new', planned(changes))).status;
    expect(await status('otherFacilitator', {})).toBe(404);
    expect(await status('member', {})).toBe(403);
    expect(await status('facilitator', teamMeeting())).toBe(403);
    expect(await status('otherTeamMember', teamMeeting())).toBe(404);
    expect(await status('sponsor', {})).toBe(404);
    expect(await status('administrator', {})).toBe(404);
    for (const role of ['sponsor', 'administrator'] as const)
      expect(await statusOf('/meetings', role), role).toBe(404);
  });

  it('a list holds what its reader may read', async () => {
    const title = `Day of ${uuidv7()}`;
    await plan('facilitator', { title });
    for (const role of ['facilitator', 'member', 'otherFacilitator'] as const) {
      const html = await pageOf(await as(role).get('/meetings'));
      expect(html.includes(title), role).toBe(role === 'facilitator');
    }
    const other = await pageOf(await as('facilitator').get('/meetings?kind=team_meeting'));
    expect(other).not.toContain(title);
    const own = await pageOf(await as('facilitator').get(`/meetings?of=${cohortOf()}`));
    expect(own).toContain(title);
  });
});

describe('the agenda', () => {
  it('moves an item both ways; one sent from an old agenda changes nothing and shows the newest', async () => {
    const id = await plan('facilitator');
    const [first = { id: '' }] = await itemsOf(id);
    const before = await titles(id);
    const move = async (to: string, agendaVersion: string) =>
      (await as('facilitator').post(`/items/${first.id}/position`, { to, agendaVersion })).headers.get(
        'location',
      );
    expect(await move('2', '1')).toBe(`/meetings/${id}/agenda#item-${first.id}`);
    expect(await titles(id)).toEqual([before[1], before[2], before[0], before[3], before[4]]);
    expect(await move('4', '1')).toBe(`/meetings/${id}/agenda?meanwhile`);
    expect(await titles(id)).toEqual([before[1], before[2], before[0], before[3], before[4]]);
    expect(await move('0', '2')).toBe(`/meetings/${id}/agenda#item-${first.id}`);
    expect(await titles(id)).toEqual(before);
    expect(await versionOf(id)).toBe('3');
    const room = await records.reader
      .select({ edition: schema.meetingRoom.edition })
      .from(schema.meetingRoom)
      .where(eq(schema.meetingRoom.meetingId, id));
    expect(room[0]?.edition).toBe(2);
  });

  it('adds from the library and by hand, once for each form', async () => {
    const id = await plan('facilitator', { start: 'empty' });
    const add = { id: uuidv7(), protocolKey: 'loss-analysis-30' };
    for (let times = 0; times < 2; times += 1)
      expect((await as('facilitator').post(`/meetings/${id}/items`, add)).status).toBe(302);
    const byHand = { id: uuidv7(), protocolKey: '' };
    const response = await as('facilitator').post(`/meetings/${id}/items`, byHand);
    expect(response.headers.get('location')).toBe(`/items/${byHand.id}`);
    expect(await titles(id)).toEqual(['Loss analysis', 'New item']);
    const html = await pageOf(await as('facilitator').get(`/meetings/${id}/agenda`));
    expect(html).toContain('40 of 90 minutes; 50 left');
    const unknown = { id: uuidv7(), protocolKey: 'no-such' };
    expect((await as('facilitator').post(`/meetings/${id}/items`, unknown)).status).toBe(404);
  });

  it('writes an item’s words and steps, and the clock adds up', async () => {
    const id = await plan('facilitator');
    const item = (await itemsOf(id))[0]?.id ?? '';
    const added = uuidv7();
    const form = await itemForm(item, {
      ...{ title: 'Hello', subject: `cycle:${network.own.cycles.study}`, focus: 'What next?' },
      ...{ 'protocolSteps[0].minutes': '7', 'protocolSteps[1].id': added, 'protocolSteps[1].title': 'Names' },
      ...{
        'protocolSteps[1].minutes': '4',
        'protocolSteps[1].speaks': 'group',
        'protocolSteps[1].silent': 'presenter',
      },
    });
    expect((await as('facilitator').post(`/items/${item}`, form)).status).toBe(302);
    expect((await itemsOf(id))[0]).toMatchObject({
      ...{ title: 'Hello', teamId: network.own.teamId, cycleId: network.own.cycles.study, postId: null },
      focus: 'What next?',
    });
    expect((await stepsOf(item)).map(({ minutes }) => minutes)).toEqual([7, 4]);
    const html = await pageOf(await as('facilitator').get(`/meetings/${id}/agenda`));
    expect(html).toContain('96 of 90 minutes; 6 over');
    expect(html).toContain('15:41');
  });

  it('asks the team of a cycle that is chosen, once, and tells those who run it how it stands', async () => {
    const id = await plan('facilitator');
    const [first, second] = (await itemsOf(id)).map((item) => item.id);
    const asked = () =>
      records.reader.select().from(schema.presentation).where(eq(schema.presentation.meetingId, id));
    const choose = async (item: string | undefined, subject: string) =>
      (await as('facilitator').post(`/items/${item ?? ''}`, await itemForm(item ?? '', { subject }))).status;
    const cycleId = network.own.cycles.study;
    expect(await choose(first, `cycle:${cycleId}`)).toBe(302);
    expect(await choose(first, `cycle:${cycleId}`)).toBe(302);
    expect(await choose(second, `team:${network.own.teamId}`)).toBe(302);
    const rows = await asked();
    expect(rows).toMatchObject([{ cycleId, teamId: network.own.teamId, agreedAt: null }]);
    const events = await records.reader
      .select()
      .from(schema.activityEvent)
      .where(eq(schema.activityEvent.aboutId, rows[0]?.id ?? ''));
    expect(events.map(({ kind }) => kind)).toEqual(['presentation_asked']);
    expect(await pageOf(await as('facilitator').get(`/meetings/${id}/agenda`))).toContain('>asked<');
    await records.inTransaction((tx) =>
      tx.delete(schema.presentation).where(eq(schema.presentation.meetingId, id)),
    );
    expect(await pageOf(await as('facilitator').get(`/meetings/${id}`))).toContain('not asked yet');
    const announced = { announcedAt: Date.now() };
    await records.inTransaction(async (tx) => {
      await tx.update(schema.meeting).set(announced).where(eq(schema.meeting.id, id));
      await invite(tx, network, id, ['colleague']);
    });
    const colleague = await pageOf(await as('colleague').get(`/meetings/${id}`));
    expect(colleague).toContain('Own team');
    expect(colleague).not.toContain('not asked yet');
  });

  it('asks nobody in a team’s own meeting', async () => {
    const id = await plan('member', teamMeeting());
    const item = (await itemsOf(id))[0]?.id ?? '';
    const form = await itemForm(item, { subject: `cycle:${network.own.cycles.study}` });
    expect((await as('member').post(`/items/${item}`, form)).status).toBe(302);
    const asked = await records.reader
      .select()
      .from(schema.presentation)
      .where(eq(schema.presentation.meetingId, id));
    expect(asked).toEqual([]);
  });

  it('shows both versions of an item to the second of two, and keeps what was typed', async () => {
    const id = await plan('facilitator');
    const item = (await itemsOf(id))[0]?.id ?? '';
    const form = await itemForm(item);
    const first = { ...form, title: 'Good morning' };
    expect((await as('facilitator').post(`/items/${item}`, first)).status).toBe(302);
    const second = await as('facilitator').post(`/items/${item}`, { ...form, title: 'Good evening' });
    expect(second.status).toBe(409);
    const html = await pageOf(second);
    expect(html).toContain('Good morning');
    expect(html).toContain('Good evening');
    const over = { ...form, title: 'Good evening', overwrite: await versionOf(id) };
    expect((await as('facilitator').post(`/items/${item}`, over)).status).toBe(302);
    expect((await titles(id))[0]).toBe('Good evening');
  });

  it('refuses beside the field what this meeting may not show, and foreign steps altogether', async () => {
    const id = await plan('facilitator');
    const item = (await itemsOf(id))[0]?.id ?? '';
    const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
    const [narrow, open, foreign] = await records.inTransaction(async (tx) => [
      await addPost(tx, origin, { audience: 'team', audienceId: network.own.teamId, title: 'For us only' }),
      await addPost(tx, origin, { signature: 'school_hidden', signedAs: 'A school of the network' }),
      await addPost(tx, origin, { audience: 'cohort', audienceId: network.otherLea.cohortId }),
    ]);
    const wrong = [
      ...[`team:${network.otherLea.teamId}`, `cycle:${network.otherLea.cycles.do}`, `team:${uuidv7()}`],
      ...[`post:${narrow}`, `post:${foreign}`, `post:${uuidv7()}`, 'person:1', 'cycle:', ':'],
    ];
    for (const subject of wrong) {
      const response = await as('facilitator').post(
        `/items/${item}`,
        await itemForm(item, { subject, focus: 'Typed words' }),
      );
      expect(response.status, subject).toBe(400);
      const html = await pageOf(response);
      expect(html).toContain('Choose a team, cycle or post that this meeting can show.');
      expect(html).toContain('Typed words');
    }
    expect((await itemsOf(id))[0]).toMatchObject({ teamId: null, cycleId: null, postId: null, focus: '' });
    const shown = await itemForm(item, { subject: `post:${open}` });
    expect((await as('facilitator').post(`/items/${item}`, shown)).status).toBe(302);
    expect((await itemsOf(id))[0]).toMatchObject({ teamId: null, cycleId: null, postId: open });
    const html = await pageOf(await as('facilitator').get(`/meetings/${id}`));
    expect(html).toContain('A school of the network');
    expect(html).not.toContain('Own team');
    const otherStep = (await stepsOf((await itemsOf(id))[1]?.id ?? ''))[0]?.id ?? '';
    const stolen = await itemForm(item, { 'protocolSteps[0].id': otherStep });
    expect((await as('facilitator').post(`/items/${item}`, stolen)).status).toBe(404);
  });

  it('says nothing of a cycle to the invited before its team agreed, nor of a post once it is withdrawn', async () => {
    const id = await plan('facilitator');
    const [one, two] = await itemsOf(id);
    const cycle = await itemForm(one?.id ?? '', { subject: `cycle:${network.own.cycles.study}` });
    expect((await as('facilitator').post(`/items/${one?.id}`, cycle)).status).toBe(302);
    const post = await records.inTransaction(async (tx) => {
      await tx.update(schema.meeting).set({ announcedAt: Date.now() }).where(eq(schema.meeting.id, id));
      await tx.insert(schema.meetingInvitation).values({
        ...{ id: uuidv7(), meetingId: id, personId: network.people.otherTeamMember.id },
        ...{ invitedAt: Date.now(), invitedBy: network.people.facilitator.id },
      });
      const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
      return addPost(tx, origin, { title: 'A fine loss', kind: 'loss' });
    });
    const ofPost = await itemForm(two?.id ?? '', { subject: `post:${post}` });
    expect((await as('facilitator').post(`/items/${two?.id}`, ofPost)).status).toBe(302);
    const read = async (role: Role) => pageOf(await as(role).get(`/meetings/${id}`));
    expect(await read('otherTeamMember')).toContain('Own team');
    expect(await read('otherTeamMember')).not.toContain('Idea in study');
    expect(await read('facilitator')).toContain('Idea in study');
    expect(await read('otherTeamMember')).toContain('A fine loss');
    await records.inTransaction(async (tx) => {
      await tx
        .update(schema.post)
        .set({ audience: 'team', audienceId: network.own.teamId })
        .where(eq(schema.post.id, post));
      await tx
        .update(schema.presentation)
        .set({ shown: '{}', agreedAt: 2, agreedBy: network.people.member.id })
        .where(eq(schema.presentation.meetingId, id));
    });
    expect(await read('otherTeamMember')).toContain('Idea in study');
    expect(await read('otherTeamMember')).not.toContain('A fine loss');
    expect(await read('facilitator')).not.toContain('A fine loss');
  });

  it('keeps what a running meeting is in or has passed; the rest may change', async () => {
    const id = await plan('facilitator');
    const items = await itemsOf(id);
    const [first, second, third] = items.map((one) => one.id);
    const inStep = (await stepsOf(second ?? ''))[0]?.id ?? '';
    await records.inTransaction(async (tx) => {
      await tx.update(schema.meeting).set({ announcedAt: Date.now() }).where(eq(schema.meeting.id, id));
      await tx
        .insert(schema.meetingRoom)
        .values({ meetingId: id, stepId: inStep, runningSince: Date.now(), startedAt: Date.now() });
    });
    const remove = async (item: string | undefined) =>
      (
        await as('facilitator').post(`/items/${item}/removal`, { agendaVersion: await versionOf(id) })
      ).headers.get('location');
    expect(await remove(first)).toBe(`/meetings/${id}/agenda?stays`);
    expect(await remove(second)).toBe(`/meetings/${id}/agenda?stays`);
    expect(await remove(third)).toBe(`/meetings/${id}/agenda`);
    expect((await itemsOf(id)).map((one) => one.id)).toEqual([first, second, items[3]?.id, items[4]?.id]);
    const move = { to: '0', agendaVersion: await versionOf(id) };
    expect((await as('facilitator').post(`/items/${items[4]?.id}/position`, move)).status).toBe(400);
    const without = await itemForm(second ?? '', { 'protocolSteps[0].id': uuidv7() });
    expect((await as('facilitator').post(`/items/${second}`, without)).status).toBe(400);
    const longer = await itemForm(second ?? '', { 'protocolSteps[0].minutes': '12' });
    expect((await as('facilitator').post(`/items/${second}`, longer)).status).toBe(302);
    expect((await stepsOf(second ?? ''))[0]).toMatchObject({ id: inStep, minutes: 12 });
    await records.inTransaction((tx) =>
      tx.update(schema.meetingRoom).set({ endedAt: Date.now() }).where(eq(schema.meetingRoom.meetingId, id)),
    );
    const late = await itemForm(second ?? '', { 'protocolSteps[0].minutes': '15' });
    expect((await as('facilitator').post(`/items/${second}`, late)).status).toBe(400);
    expect((await as('facilitator').get(`/meetings/${id}/agenda`)).status).toBe(403);
  });
});

describe('protocols of the network’s own', () => {
  const form = (changes: Record<string, string> = {}) => ({
    ...{ id: uuidv7(), version: '0', name: `Gallery ${uuidv7()}`, about: 'Walk and look.' },
    ...{
      'protocolSteps[0].id': uuidv7(),
      'protocolSteps[0].title': 'Walk',
      'protocolSteps[0].minutes': '12',
    },
    ...{
      'protocolSteps[0].speaks': 'nobody',
      'protocolSteps[0].silent': 'everyone',
      'protocolSteps[0].prompt': 'Look slowly.',
    },
    ...changes,
  });

  it('are written by facilitators and administrators and read by whoever plans meetings', async () => {
    const typed = form();
    for (let times = 0; times < 2; times += 1)
      expect((await as('facilitator').post('/protocols/new', typed)).status).toBe(302);
    const path = `/protocols/${typed.id}`;
    for (const role of roles) {
      const reads = role !== 'sponsor' && role !== 'otherSponsor';
      const writes = ['facilitator', 'otherFacilitator', 'administrator'].includes(role);
      expect((await as(role).get('/protocols')).status, role).toBe(reads ? 200 : 404);
      expect((await as(role).get(path)).status, role).toBe(reads ? 200 : 404);
      const wanted = writes ? 200 : reads ? 403 : 404;
      expect((await as(role).get('/protocols/new')).status, role).toBe(wanted);
      expect((await as(role).get(`${path}/edit`)).status, role).toBe(wanted);
      if (!writes) expect((await as(role).post('/protocols/new', form())).status, role).toBe(wanted);
    }
    const id = await plan('member', { ...teamMeeting(), start: 'empty' });
    const add = { id: uuidv7(), protocolKey: typed.id };
    expect((await as('member').post(`/meetings/${id}/items`, add)).status).toBe(302);
    const retire = { version: '1', wanted: 'retired' };
    expect((await as('member').post(path, retire)).status).toBe(403);
    expect((await as('administrator').post(path, retire)).status).toBe(302);
    const again = { id: uuidv7(), protocolKey: typed.id };
    expect((await as('member').post(`/meetings/${id}/items`, again)).status).toBe(404);
    expect(await titles(id)).toEqual([typed.name]);
  });

  it('have names of their own, and keep what was typed where one is taken', async () => {
    for (const name of ['  consultancy,  20 MINUTES ', 'Break']) {
      const response = await as('facilitator').post('/protocols/new', form({ name }));
      expect(response.status).toBe(400);
      const html = await pageOf(response);
      expect(html).toContain('There is a protocol of this name already');
      expect(html).toContain('Look slowly.');
    }
    const none = await as('facilitator').post('/protocols/new', form({ 'protocolSteps[0].minutes': '0' }));
    expect(none.status).toBe(400);
    expect(await pageOf(none)).toContain('Whole minutes, from 1 to 240.');
  });

  it('show both versions to the second of two', async () => {
    const typed = form();
    expect((await as('facilitator').post('/protocols/new', typed)).status).toBe(302);
    const path = `/protocols/${typed.id}/edit`;
    const first = { ...typed, version: '1', about: 'Walk first.' };
    expect((await as('otherFacilitator').post(path, first)).status).toBe(302);
    const second = await as('facilitator').post(path, { ...typed, version: '1', about: 'Look first.' });
    expect(second.status).toBe(409);
    const html = await pageOf(second);
    expect(html).toContain('Walk first.');
    expect(html).toContain('Look first.');
  });

  it('begin as a copy of a shipped one; a row is added without script', async () => {
    const html = await pageOf(await as('facilitator').get('/protocols/new?from=huddle-10'));
    expect(html).toContain('What got in the way');
    const intent = JSON.stringify({
      type: 'insert',
      payload: { name: 'protocolSteps', defaultValue: { id: uuidv7() } },
    });
    const response = await as('facilitator').post('/protocols/new', form({ __intent__: intent }));
    expect(response.status).toBe(200);
    expect(await pageOf(response)).toContain('Step 2');
    expect((await as('facilitator').get('/protocols/new?from=no-such')).status).toBe(404);
  });
});
