import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting, invite } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { eventsOf } from '../support/calendar-events';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const as = signedInPeople(() => ({ url: app.url, network }));

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

const write = <T>(work: (tx: Connection) => Promise<T>) => file.inTransaction(work);
const id = (role: Role) => network.people[role].id;
const invitationsOf = (meetingId: string) =>
  file.reader
    .select()
    .from(schema.meetingInvitation)
    .where(eq(schema.meetingInvitation.meetingId, meetingId));
async function invited(meetingId: string): Promise<string[]> {
  const rows = await invitationsOf(meetingId);
  const names = new Map(Object.entries(network.people).map(([role, person]) => [person.id, role]));
  return rows
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ personId }) => names.get(personId) ?? '?')
    .toSorted();
}
const meetingRow = async (meetingId: string) =>
  (await file.reader.select().from(schema.meeting).where(eq(schema.meeting.id, meetingId)))[0];

let draft: string;
beforeEach(async () => {
  await write(async (tx) => {
    await tx.update(schema.teamMembership).set({ endedOn: null });
  });
  draft = await write((tx) => addMeeting(tx, network, { title: 'Winter day' }));
});

const all = () => ({
  ...{ intent: 'groups', shown: '', [`group.${network.own.teamId}`]: 'on' },
  ...{ [`group.${network.sameSchool.teamId}`]: 'on', 'group.coaches': 'on', 'group.facilitators': 'on' },
});

describe('who is invited', () => {
  it('everybody of the cohort is ticked at first, and invited by one press', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/people`;
    const page = await pageOf(await facilitator.get(path));
    expect(page.match(/type="checkbox"[^>]*checked=""/g)).toHaveLength(4);
    expect(
      (await pageOf(await facilitator.get(`${path}?tick=none`))).match(/checkbox"[^>]*checked=""/g),
    ).toBeNull();
    for (const _twice of [1, 2]) expect((await facilitator.post(path, all())).status).toBe(302);
    expect(await invited(draft)).toEqual(['coach', 'colleague', 'facilitator', 'member', 'otherTeamMember']);
    const rows = await invitationsOf(draft);
    expect(rows).toHaveLength(5);
    expect(rows.find(({ personId }) => personId === id('member'))?.teamId).toBe(network.own.teamId);
  });

  it('a team is left out and comes back; a single person too', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/people`;
    await facilitator.post(path, all());
    const shown = [network.own.teamId, network.sameSchool.teamId, 'coaches', 'facilitators'].join();
    const without = { intent: 'groups', shown, [`group.${network.sameSchool.teamId}`]: 'on' };
    await facilitator.post(path, { ...without, 'group.facilitators': 'on' });
    expect(await invited(draft)).toEqual(['facilitator', 'otherTeamMember']);
    expect((await facilitator.post(path, { invite: id('member') })).status).toBe(302);
    expect(await invited(draft)).toContain('member');
    const mine = (await invitationsOf(draft)).find(({ personId }) => personId === id('member'));
    for (const _twice of [1, 2])
      expect((await facilitator.post(path, { withdraw: mine?.id ?? '' })).status).toBe(302);
    expect(await invited(draft)).not.toContain('member');
    for (const foreign of [id('otherLeaMember'), id('sponsor'), 'nobody'])
      expect((await facilitator.post(path, { invite: foreign })).status, foreign).toBe(404);
    const elsewhere = await write((tx) => addMeeting(tx, network));
    const [theirs] = await write((tx) => invite(tx, network, elsewhere, ['member']));
    expect((await facilitator.post(path, { withdraw: theirs ?? '' })).status).toBe(404);
  });

  it('who joined since is counted and invited', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/people`;
    await facilitator.post(path, { intent: 'groups', shown: '', [`group.${network.own.teamId}`]: 'on' });
    await write(async (tx) => {
      await tx
        .delete(schema.meetingInvitation)
        .where(
          and(
            eq(schema.meetingInvitation.meetingId, draft),
            eq(schema.meetingInvitation.personId, id('colleague')),
          ),
        );
    });
    expect(await pageOf(await facilitator.get(path))).toContain('1 person joined since and was not invited.');
    for (const _twice of [1, 2]) await facilitator.post(path, { intent: 'joined' });
    expect(await invited(draft)).toEqual(['colleague', 'member']);
    expect(await pageOf(await facilitator.get(path))).not.toContain('joined since');
  });

  it('roles go to people who are expected, one each', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/people`;
    await facilitator.post(path, all());
    const roles = { intent: 'roles', facilitator: id('member'), timekeeper: id('coach'), note_taker: '' };
    expect((await facilitator.post(path, roles)).status).toBe(302);
    const given = (await invitationsOf(draft)).filter(({ role }) => role !== null);
    expect(new Map(given.map(({ personId, role }) => [personId, role]))).toEqual(
      new Map([
        [id('member'), 'facilitator'],
        [id('coach'), 'timekeeper'],
      ]),
    );
    const meeting = await pageOf(await facilitator.get(`/meetings/${draft}`));
    expect(meeting).toMatch(/<dt[^>]*>Facilitator<\/dt><dd[^>]*>Member Person<\/dd>/);
    expect(meeting).toMatch(/<dt[^>]*>Timekeeper<\/dt>/);
    expect(meeting).not.toMatch(/<dt[^>]*>Note-taker<\/dt>/);
    const twice = await facilitator.post(path, { ...roles, note_taker: id('member') });
    expect(twice.status).toBe(400);
    expect(await pageOf(twice)).toContain('One role for a person');
    expect((await facilitator.post(path, { ...roles, note_taker: id('sponsor') })).status).toBe(400);
    expect((await invitationsOf(draft)).filter(({ role }) => role !== null)).toHaveLength(2);
  });

  it('only those who run it see the page: others get 404 for a draft, 403 for an announced one', async () => {
    const announced = await write((tx) => addMeeting(tx, network, { announced: true, invited: ['member'] }));
    const forms = (meetingId: string) =>
      [
        [`/meetings/${meetingId}/people`, { intent: 'joined' }],
        [`/meetings/${meetingId}/announcement`, {}],
        [`/meetings/${meetingId}/cancellation`, { why: 'Snow' }],
        [`/meetings/${meetingId}/series`, { version: '1', time: '16:00', which: 'this' }],
        [`/meetings/${meetingId}/repetition`, { rhythm: 'weekly', count: '2', after: meetingId }],
      ] as const;
    const outsiders = [
      'colleague',
      'otherLeaMember',
      'otherFacilitator',
      'sponsor',
      'administrator',
    ] as const;
    for (const role of ['member', ...outsiders] as const) {
      const who = as(role);
      for (const [meetingId, status] of [
        [draft, 404],
        [announced, role === 'member' ? 403 : 404],
      ] as const)
        for (const [path, fields] of forms(meetingId)) {
          expect((await who.get(path)).status, `${role} GET ${path}`).toBe(status);
          expect((await who.post(path, fields)).status, `${role} POST ${path}`).toBe(status);
        }
    }
    expect(await invited(announced)).toEqual(['member']);
  });
});

describe('an answer', () => {
  it('is given by whoever is invited, changes until the end, and by nobody else', async () => {
    const meetingId = await write((tx) =>
      addMeeting(tx, network, { announced: true, invited: ['member', 'facilitator'] }),
    );
    const path = `/meetings/${meetingId}/answer`;
    const member = as('member');
    for (const answer of ['maybe', 'yes', 'yes']) {
      const response = await member.post(path, { answer, back: '/' });
      expect([response.status, response.headers.get('Location')]).toEqual([302, '/']);
    }
    const mine = (await invitationsOf(meetingId)).find(({ personId }) => personId === id('member'));
    expect(mine?.answer).toBe('yes');
    expect((await member.post(path, { answer: 'perhaps' })).status).toBe(400);
    for (const role of ['colleague', 'otherLeaMember', 'sponsor', 'administrator'] as const)
      expect((await as(role).post(path, { answer: 'yes' })).status, role).toBe(404);
    await write(async (tx) => {
      await tx
        .update(schema.teamMembership)
        .set({ endedOn: addDays(network.today, -1) })
        .where(eq(schema.teamMembership.personId, id('member')));
    });
    expect((await member.post(path, { answer: 'no' })).status).toBe(404);
  });

  it('is not taken once the meeting is over or cancelled', async () => {
    const over = await write((tx) =>
      addMeeting(tx, network, { announced: true, invited: ['member'], startsAt: Date.now() - 86_400_000 }),
    );
    const off = await write((tx) =>
      addMeeting(tx, network, { announced: true, invited: ['member'], cancelledWhy: 'Snow' }),
    );
    for (const meetingId of [over, off])
      expect((await as('member').post(`/meetings/${meetingId}/answer`, { answer: 'yes' })).status).toBe(400);
  });
});

describe('announcing and cancelling', () => {
  it('asks where nobody is invited or the agenda is empty, and lets a person go on', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/announcement`;
    const asked = await facilitator.post(path, {});
    expect(asked.status).toBe(400);
    expect(await pageOf(asked)).toContain('Nobody is invited yet, and the agenda is empty.');
    expect((await meetingRow(draft))?.announcedAt).toBeNull();
    expect((await facilitator.post(path, { sure: 'on' })).status).toBe(302);
    const first = (await meetingRow(draft))?.announcedAt;
    expect(first).not.toBeNull();
    expect((await facilitator.post(path, { sure: 'on' })).status).toBe(302);
    expect((await meetingRow(draft))?.announcedAt).toBe(first);
  });

  it('is one press where both are there; cancelled once, with a reason', async () => {
    const facilitator = as('facilitator');
    await write(async (tx) => {
      await invite(tx, network, draft, ['member']);
      await addAgendaItem(tx, draft);
    });
    const told = await facilitator.post(`/meetings/${draft}/announcement`, {});
    expect(told.headers.get('Location')).toBe(`/meetings/${draft}?announced`);
    expect(await pageOf(await facilitator.get(`/meetings/${draft}?announced`))).toContain(
      'Announced. 1 person gets a mail with the date.',
    );
    expect(await pageOf(await facilitator.get(`/meetings/${draft}`))).not.toContain('a mail with the date.');
    const path = `/meetings/${draft}/cancellation`;
    expect((await facilitator.post(path, { why: ' ' })).status).toBe(400);
    for (const why of ['Snow.', 'Snow again.'])
      expect((await facilitator.post(path, { why })).status).toBe(302);
    expect(await meetingRow(draft)).toMatchObject({ cancelledWhy: 'Snow.', sequence: 1 });
    expect(await pageOf(await facilitator.get(path))).toContain('This meeting is cancelled already.');
  });
});

describe('a file for the calendar', () => {
  it('is for readers', async () => {
    const meetingId = await write((tx) =>
      addMeeting(tx, network, { announced: true, invited: ['member'], title: 'Winter day' }),
    );
    const response = await as('member').get(`/meetings/${meetingId}/invitation.ics`);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/calendar/);
    expect(eventsOf(await response.text())).toMatchObject([
      { method: 'PUBLISH', title: 'Winter day', sequence: 0, attendee: null, status: 'CONFIRMED' },
    ]);
    for (const role of ['colleague', 'otherLeaMember', 'sponsor', 'administrator'] as const)
      expect((await as(role).get(`/meetings/${meetingId}/invitation.ics`)).status, role).toBe(404);
  });
});

describe('a series', () => {
  it('repeats as drafts with the agenda, the people and roles in turn; twice is as good as once', async () => {
    const facilitator = as('facilitator');
    await write(async (tx) => {
      await invite(tx, network, draft, ['member', 'colleague', 'coach', 'otherTeamMember']);
      await addAgendaItem(tx, draft, {
        title: 'Consultancy',
        teamId: network.own.teamId,
        focus: 'Why?',
        why: 'Stuck',
      });
    });
    const path = `/meetings/${draft}/repetition`;
    const preview = await pageOf(await facilitator.get(`${path}?rhythm=monthly&count=2`));
    expect(preview).toContain('Make 2 drafts');
    const fields = { rhythm: 'monthly', count: '2', after: draft };
    for (const _twice of [1, 2]) expect((await facilitator.post(path, fields)).status).toBe(302);
    const seriesId = (await meetingRow(draft))?.seriesId ?? '';
    const rows = await file.reader.select().from(schema.meeting).where(eq(schema.meeting.seriesId, seriesId));
    expect(rows).toHaveLength(3);
    const later = rows.filter(({ id: one }) => one !== draft);
    for (const one of later) {
      expect(one).toMatchObject({ title: 'Winter day', time: '15:30', announcedAt: null });
      expect(await invited(one.id)).toEqual(['coach', 'colleague', 'member', 'otherTeamMember']);
      const items = await file.reader
        .select()
        .from(schema.agendaItem)
        .where(eq(schema.agendaItem.meetingId, one.id));
      expect(items).toMatchObject([{ title: 'Consultancy', teamId: null, focus: '', why: '' }]);
    }
    const held = await Promise.all(
      later.map(async (one) => (await invitationsOf(one.id)).filter(({ role }) => role !== null)),
    );
    expect(held.map((some) => some.length)).toEqual([3, 3]);
    expect(new Set(held.flat().map(({ personId }) => personId)).size).toBe(4);
    const [next] = later.toSorted((one, other) => one.startsAt - other.startsAt);
    const change = { version: '1', time: '09:00', place: 'Hall', link: '', which: 'later' };
    const at = `/meetings/${next?.id ?? ''}/series`;
    expect((await facilitator.post(at, change)).status).toBe(302);
    expect((await facilitator.post(at, change)).status).toBe(409);
    const after = await file.reader
      .select()
      .from(schema.meeting)
      .where(eq(schema.meeting.seriesId, seriesId));
    expect(
      after
        .toSorted((one, other) => one.startsAt - other.startsAt)
        .map(({ time, place }) => `${time} ${place}`),
    ).toEqual(['15:30 ', '09:00 Hall', '09:00 Hall']);
    expect((await facilitator.post(at, { ...change, version: '2', time: '25:00' })).status).toBe(400);
  });
});

describe('a series and its rules', () => {
  it('takes places and links as a single meeting does', async () => {
    const facilitator = as('facilitator');
    const path = `/meetings/${draft}/series`;
    const { version } = (await meetingRow(draft)) ?? { version: 1 };
    const form = { version: String(version), time: '15:30', place: 'Hall', which: 'this' };
    for (const link of ['https://', 'https://a:b@example.org/', 'javascript:alert(1)'])
      expect((await facilitator.post(path, { ...form, link })).status, link).toBe(400);
    const place = 'x'.repeat(300);
    expect((await facilitator.post(path, { ...form, place, link: 'HTTPS://Example.org' })).status).toBe(302);
    expect(await meetingRow(draft)).toMatchObject({ place, link: 'https://example.org/' });
  });

  it('refuses a time that clocks leave out on one of its days, and names the day', async () => {
    const facilitator = as('facilitator');
    const year = Number(network.today.slice(0, 4)) + 1;
    const march = `${year}-03-01`;
    const gap = addDays(march, ((7 - new Date(`${march}T00:00:00Z`).getUTCDay()) % 7) + 7);
    const meetingId = await write((tx) =>
      addMeeting(tx, network, { day: addDays(gap, -7), time: '02:30', title: 'Night watch' }),
    );
    const repetition = { rhythm: 'weekly', count: '2', after: meetingId };
    const refused = await facilitator.post(`/meetings/${meetingId}/repetition`, repetition);
    expect(refused.status).toBe(400);
    const html = await pageOf(refused);
    expect(html).toContain('there is no 02:30');
    expect(html).toContain('Sun, Mar');
    expect(await meetingRow(meetingId)).toMatchObject({ seriesId: null });
    const atGap = await write((tx) => addMeeting(tx, network, { day: gap, time: '03:30' }));
    const change = { version: '1', time: '02:30', place: '', link: '', which: 'this' };
    const answer = await facilitator.post(`/meetings/${atGap}/series`, change);
    expect(answer.status).toBe(400);
    expect(await pageOf(answer)).toContain('there is no 02:30');
    expect(await meetingRow(atGap)).toMatchObject({ time: '03:30', version: 1 });
  });
});

describe('This week', () => {
  it('shows the next meeting to who is invited, with the way to answer', async () => {
    const startsAt = Date.now() + 20 * 60_000;
    await write((tx) =>
      addMeeting(tx, network, {
        announced: true,
        title: 'Soonest of all',
        invited: ['otherTeamMember'],
        startsAt,
      }),
    );
    const page = await pageOf(await as('otherTeamMember').get('/'));
    for (const words of ['Next meeting', 'Soonest of all', 'Open the room', 'Will you come?'])
      expect(page).toContain(words);
    expect(await pageOf(await as('otherLeaMember').get('/'))).not.toContain('Next meeting');
  });

  it('lets each meeting that waits be answered in one press, and keeps the answer in sight', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 6; index += 1)
      ids.push(
        await write((tx) =>
          addMeeting(tx, network, {
            ...{ announced: true, title: `Waiting ${index}`, invited: ['otherTeamMember'] },
            startsAt: Date.now() + (index + 2) * 86_400_000,
          }),
        ),
      );
    const who = as('otherTeamMember');
    const before = await pageOf(await who.get('/'));
    for (const id of ids) expect(before).toContain(`action="/meetings/${id}/answer"`);
    expect(before).toContain('Will you come to these too?');
    expect(before).toContain('more meeting');
    const pressed = await who.post(`/meetings/${ids[3] ?? ''}/answer`, { answer: 'no', back: '/' });
    expect(pressed.headers.get('Location')).toBe('/');
    const after = await pageOf(await who.get('/'));
    expect(after).toContain(`action="/meetings/${ids[3] ?? ''}/answer"`);
    expect(after).toMatch(/value="no"[^>]*aria-pressed="true"|aria-pressed="true"[^>]*value="no"/);
    await write((tx) =>
      tx
        .update(schema.meetingInvitation)
        .set({ answeredAt: Date.now() - 3_600_000 })
        .where(eq(schema.meetingInvitation.meetingId, ids[3] ?? '')),
    );
    expect(await pageOf(await who.get('/'))).not.toContain(`action="/meetings/${ids[3] ?? ''}/answer"`);
  });

  it('keeps a No to the only meeting in sight for a while, to change it', async () => {
    const inTwoDays = Date.now() + 2 * 86_400_000;
    const meetingId = await write((tx) =>
      addMeeting(tx, network, {
        ...{ announced: true, title: 'The only one', kind: 'team_meeting', teamId: network.otherLea.teamId },
        ...{ by: 'otherLeaMember', invited: ['otherLeaMember'], startsAt: inTwoDays },
      }),
    );
    const who = as('otherLeaMember');
    await who.post(`/meetings/${meetingId}/answer`, { answer: 'no', back: '/' });
    const after = await pageOf(await who.get('/'));
    expect(after).toContain('The only one');
    expect(after).toContain('You said that you cannot come.');
    expect(after).toContain(`action="/meetings/${meetingId}/answer"`);
    expect((await who.post(`/meetings/${meetingId}/answer`, { answer: 'yes', back: '/' })).status).toBe(302);
    expect(await pageOf(await who.get('/'))).toContain('You said that you will come.');
    await who.post(`/meetings/${meetingId}/answer`, { answer: 'no', back: '/' });
    await write((tx) =>
      tx
        .update(schema.meetingInvitation)
        .set({ answeredAt: Date.now() - 3_600_000 })
        .where(eq(schema.meetingInvitation.meetingId, meetingId)),
    );
    expect(await pageOf(await who.get('/'))).not.toContain('The only one');
  });
});
