import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityEvent, commitment, contribution, meetingNote, meetingRoom } from '#db/schema';
import type { ContributionKind } from '#db/vocabulary';
import { listCommitmentsBefore } from '~/features/meetings/commitments/commitment-queries.server';
import { passOnFeedback } from '~/features/meetings/feedback/pass-on-feedback.server';
import { findMeeting } from '~/features/meetings/meeting-queries.server';
import { addDays } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { addPresentation, storyboard } from '../factories/shown-storyboards';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

const hour = 3_600_000;

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const as = signedInPeople(() => ({ url: app.url, network }));
/** A network day that goes on now, the next one of the cohort, and one of the cohort that is over. */
let now = { meetingId: '', itemId: '', otherItemId: '', hiddenItemId: '' };
let next = '';
let over = { meetingId: '', itemId: '', hiddenItemId: '' };
let draft = '';

async function say(
  tx: Connection,
  meetingId: string,
  itemId: string,
  said: [ContributionKind, string, Role][],
): Promise<void> {
  for (const [kind, body, role] of said)
    await tx.insert(contribution).values({
      ...{ id: uuidv7(), meetingId, itemId, kind, body, authorId: network.people[role].id },
      writtenAt: Date.now(),
    });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const { own, sameSchool } = network;
        const invited: Role[] = ['member', 'colleague', 'otherTeamMember'];
        const postId = await addPost(
          tx,
          { teamId: own.teamId, authorId: network.people.member.id, cycleId: own.cycles.complete },
          { signature: 'school_hidden', signedAs: 'A grade 4 team, school hidden', title: 'Quiet corners' },
        );
        const meetingId = await addMeeting(tx, network, {
          ...{ title: 'Fall network day', startsAt: Date.now() - hour, announced: true, invited },
        });
        const present = { teamId: own.teamId, cycleId: own.cycles.study };
        const { itemId } = await addAgendaItem(tx, meetingId, { title: 'Consultancy', ...present });
        const other = await addAgendaItem(tx, meetingId, {
          ...{ title: 'Tuning', teamId: sameSchool.teamId, cycleId: sameSchool.cycles.study },
        });
        const hidden = await addAgendaItem(tx, meetingId, { title: 'A loss read together', postId });
        now = { meetingId, itemId, otherItemId: other.itemId, hiddenItemId: hidden.itemId };
        next = await addMeeting(tx, network, { title: 'Winter network day', announced: true, invited });
        draft = await addMeeting(tx, network, { title: 'Draft day', invited });
        const earlier = await addMeeting(tx, network, {
          ...{ title: 'Opening day', startsAt: Date.now() - 200 * hour, announced: true, invited },
        });
        const first = await addAgendaItem(tx, earlier, { title: 'Data walk', ...present });
        const second = await addAgendaItem(tx, earlier, { title: 'One more story', postId });
        over = { meetingId: earlier, itemId: first.itemId, hiddenItemId: second.itemId };
        await tx.insert(meetingRoom).values({ meetingId: earlier, startedAt: 1, endedAt: 2 });
        await say(tx, earlier, first.itemId, [
          ['warm', 'Your prediction had a because', 'otherTeamMember'],
          ['cool', 'Only one class yet', 'facilitator'],
        ]);
        await say(tx, earlier, second.itemId, [['question', 'Which corner was it?', 'otherTeamMember']]);
        await say(tx, meetingId, itemId, [['warm', 'Still in the room', 'otherTeamMember']]);
        await tx.insert(meetingNote).values({
          ...{ id: uuidv7(), meetingId: earlier, itemId: first.itemId, state: Buffer.from('') },
          ...{ words: 'Frames fade slowly', changedBy: network.people.member.id, changedAt: 1 },
        });
      });
    },
  });
  records = app.look();
}, 120_000);

afterAll(async () => {
  records.close();
  await app.remove();
});

const dueOn = () => addDays(network.today, 10);
const whole = () => `${network.own.teamId} all`;
const fields = (more: Record<string, string> = {}) => ({
  ...{ id: uuidv7(), itemId: now.itemId, who: whole(), what: 'Film one lesson', byWhen: dueOn() },
  ...{ at: 'commitments', ...more },
});
const make = (role: Role, form: Record<string, string>, meetingId = now.meetingId) =>
  as(role).post(`/meetings/${meetingId}/commitments`, form);
const read = async (role: Role, path: string) => pageOf(await as(role).get(path));
const rowOf = async (id: string) =>
  (await records.reader.select().from(commitment).where(eq(commitment.id, id)))[0];

async function made(role: Role, more: Record<string, string> = {}): Promise<string> {
  const form = fields(more);
  const response = await make(role, form);
  expect(response.status).toBe(302);
  return form.id;
}

describe('a commitment made in the room lands at once', () => {
  it('on the cycle, This week, the coach’s page, the team page and the next agenda', async () => {
    const member = network.people.member;
    const what = 'Try oral rehearsal before frames';
    const id = await made('otherTeamMember', { what, who: `${network.own.teamId} ${member.id}` });
    const row = await rowOf(id);
    expect(row).toMatchObject({
      ...{ teamId: network.own.teamId, cycleId: network.own.cycles.study, personId: member.id },
      ...{ madeBy: network.people.otherTeamMember.id, itemId: now.itemId },
    });
    expect(await read('member', '/')).toContain(what);
    expect(await read('colleague', '/')).toContain(what);
    expect(await read('otherTeamMember', '/')).not.toContain(what);
    for (const role of ['member', 'coach', 'facilitator'] as const) {
      expect(await read(role, `/cycles/${network.own.cycles.study}/study`)).toContain(what);
      expect(await read(role, `/teams/${network.own.teamId}`)).toContain(what);
      expect(await read(role, `/coaching/${network.own.teamId}`)).toContain(what);
    }
    expect(await read('member', `/meetings/${next}/commitments`)).toContain(what);
    const actor = { ...nobody, personId: member.id, memberships: [membership()] };
    const winter = await findMeeting(records.reader, actor, next);
    if (!winter) throw new Error('The next meeting is not there');
    const before = await listCommitmentsBefore(records.reader, actor, winter);
    expect(before.map((one) => one.what)).toContain(what);
    expect(before.find((one) => one.id === id)).toMatchObject({ mayChange: true, state: 'open' });
    const events = await records.reader
      .select()
      .from(activityEvent)
      .where(and(eq(activityEvent.aboutId, id), eq(activityEvent.kind, 'commitment_made')));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ meetingId: now.meetingId, aboutPersonId: member.id, detail: what });
  });

  it('and is kept in one press, and opened again', async () => {
    const what = 'Copy the frames for Tuesday';
    const id = await made('member', { what });
    const press = (wanted: string) =>
      as('colleague').post(`/commitments/${id}/keeping`, { wanted, at: 'week' });
    expect((await press('kept')).headers.get('Location')).toBe('/');
    expect((await press('kept')).status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ keptBy: network.people.colleague.id, version: 2 });
    expect(await read('colleague', '/')).toContain(`Open again: ${what}`);
    expect(await read('member', '/')).not.toContain(what);
    await press('open');
    expect(await rowOf(id)).toMatchObject({ keptAt: null, version: 3 });
    expect(await read('member', '/')).toContain(what);
  });

  it('without what nobody sees in its words, or in why it was let go', async () => {
    const id = await made('member', { what: 'Copy\u00ad the\u2060 fra\u202emes क्\u200dष' });
    expect((await rowOf(id))?.what).toBe('Copy the frames क्\u200dष');
    expect(await read('member', '/')).toContain('<bdi>Copy the frames क्\u200dष</bdi>');
    const letGo = { step: 'let_go', version: '1', why: 'No\u00ad lon\u202eger nee\u2060ded.' };
    expect((await as('member').post(`/commitments/${id}`, letGo)).status).toBe(302);
    expect((await rowOf(id))?.letGoWhy).toBe('No longer needed.');
    const empty = await make('member', fields({ what: '\u00ad\u200d\u2060' }));
    expect(empty.status).toBe(400);
    expect(await pageOf(empty)).toContain('Write what will be done');
  });

  it('of those who run the meeting stays with them', async () => {
    const what = 'Book the library for winter';
    const id = await made('facilitator', { what, who: 'runners all', itemId: '' });
    expect(await rowOf(id)).toMatchObject({ teamId: null, personId: null, cycleId: null });
    expect(await read('facilitator', '/')).toContain(what);
    expect(await read('member', '/')).not.toContain(what);
    expect(await records.reader.select().from(activityEvent).where(eq(activityEvent.aboutId, id))).toEqual(
      [],
    );
    expect((await as('member').get(`/commitments/${id}`)).status).toBe(200);
    const refused = await as('member').post(`/commitments/${id}/keeping`, { wanted: 'kept' });
    expect(refused.status).toBe(403);
  });
});

const nobody = {
  ...{ personId: '', name: '', email: '', memberships: [], coachedTeamIds: [], facilitatedCohortIds: [] },
  ...{ sponsoredSchoolIds: [], sponsoredLeaIds: [], isAdministrator: false },
};
const membership = () => ({ teamId: network.own.teamId, role: 'lead' as const });

describe('who may', () => {
  const outside: Role[] = [
    ...(['otherLeaMember', 'otherCoach', 'otherFacilitator'] as const),
    ...(['sponsor', 'otherSponsor', 'administrator'] as const),
  ];

  it('nobody from outside finds the meeting or what was made in it', async () => {
    const id = await made('member', { what: 'Seen by few' });
    for (const role of outside) {
      for (const path of [
        `/meetings/${now.meetingId}/commitments`,
        `/meetings/${now.meetingId}/minutes`,
        `/commitments/${id}`,
      ])
        expect((await as(role).get(path)).status, `${role} ${path}`).toBe(404);
      expect((await make(role, fields())).status).toBe(404);
      const keep = await as(role).post(`/commitments/${id}/keeping`, { wanted: 'kept' });
      expect(keep.status).toBe(404);
    }
    expect((await as('coach').get(`/meetings/${now.meetingId}/commitments`)).status).toBe(404);
    expect((await as('coach').get(`/commitments/${id}`)).status).toBe(200);
    expect((await as('coach').post(`/commitments/${id}/keeping`, { wanted: 'kept' })).status).toBe(403);
  });

  it('who reads its team and not its meeting hears only that it was in one', async () => {
    const id = await made('member', { what: 'Told without its meeting' });
    const paths = [
      ...[`/commitments/${id}`, `/cycles/${network.own.cycles.study}/study`],
      ...[`/teams/${network.own.teamId}`, `/coaching/${network.own.teamId}`],
    ];
    for (const path of paths) {
      const page = await read('coach', path);
      expect(page, path).toContain('Told without its meeting');
      expect(page, path).toContain('in a meeting');
      for (const title of ['Fall network day', 'Opening day']) expect(page, path).not.toContain(title);
      for (const meetingId of [now.meetingId, over.meetingId]) expect(page, path).not.toContain(meetingId);
    }
    const data = await (await as('coach').get(`/commitments/${id}.data`)).text();
    expect(data).not.toContain('Fall network day');
    expect(await read('member', `/commitments/${id}`)).toContain('Fall network day');
    expect(await read('member', '/')).toContain('Fall network day');
  });

  it('a draft meeting is for those who run it', async () => {
    expect((await make('member', fields({ itemId: '' }), draft)).status).toBe(404);
    const form = fields({ itemId: '', who: 'runners all' });
    expect((await make('facilitator', form, draft)).status).toBe(302);
  });

  it('a member of another team reads it in the room, and learns of no cycle', async () => {
    const id = await made('member', { what: 'Ask the library' });
    const page = await read('otherTeamMember', `/commitments/${id}`);
    expect(page).toContain('Ask the library');
    expect(page).not.toContain(network.own.cycles.study);
    expect(page).not.toContain('Idea in study of Own team');
    const form = await read('otherTeamMember', `/meetings/${now.meetingId}/commitments`);
    expect(form).toContain('Idea in plan of Next-door team');
    expect(form).not.toContain('Idea in plan of Own team');
    const refused = await as('otherTeamMember').post(`/commitments/${id}`, {
      ...{ step: 'change', version: '1', what: 'x', who: whole(), byWhen: dueOn() },
    });
    expect(refused.status).toBe(403);
  });
});

describe('what cannot be noted', () => {
  it.each<[string, Role, () => Record<string, string>, string]>([
    ['no words', 'member', () => ({ what: '  ' }), 'Write what will be done'],
    ['too many words', 'member', () => ({ what: 'word '.repeat(90) }), 'under 400 characters'],
    [
      'a day that has passed',
      'member',
      () => ({ byWhen: addDays(network.today, -1) }),
      'This day has passed',
    ],
    ['no day', 'member', () => ({ byWhen: '2026-02-31' }), 'Choose the day'],
    [
      'a person of another team',
      'member',
      () => ({ who: `${network.own.teamId} ${network.people.otherTeamMember.id}` }),
      'Choose somebody who is in this meeting',
    ],
    [
      'a team that is not in the meeting',
      'member',
      () => ({ who: `${network.otherLea.teamId} all` }),
      'Choose somebody who is in this meeting',
    ],
    ['somebody unknown', 'member', () => ({ who: 'x y z' }), 'Choose somebody who is in this meeting'],
    [
      'a cycle of another team',
      'member',
      () => ({ cycleId: network.sameSchool.cycles.do }),
      'Choose an open cycle of this team',
    ],
    [
      'a cycle of the presenting team that is not presented',
      'otherTeamMember',
      () => ({ cycleId: network.own.cycles.do }),
      'Choose an open cycle of this team',
    ],
  ])('%s: it says so beside the field and keeps what was typed', async (_name, role, more, message) => {
    const form = fields({ what: 'Kept as it was typed', ...more() });
    const response = await make(role, form);
    expect(response.status).toBe(400);
    const page = await pageOf(response);
    expect(page).toContain(message);
    expect(page).toContain(form.byWhen);
    expect(await rowOf(form.id)).toBeUndefined();
  });

  it('an item of another meeting is not found', async () => {
    const form = fields({ itemId: over.itemId });
    expect((await make('member', form)).status).toBe(404);
    expect(await rowOf(form.id)).toBeUndefined();
  });

  it('words that may name a student are asked about once', async () => {
    const form = fields({ what: 'Sit with my student Jayden on Monday', itemId: '' });
    const asked = await make('member', form);
    expect(asked.status).toBe(400);
    const page = await pageOf(asked);
    expect(page).toContain('Jayden');
    const looked = /name="looked"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await make('member', { ...form, looked })).status).toBe(302);
    expect((await rowOf(form.id))?.what).toContain('Jayden');
    const staff = fields({ what: 'Colleague Person shows Otherteammember Person the chart' });
    expect((await make('member', staff)).status).toBe(302);
  });

  it('a number that is hidden from the room is asked about once, when it is made and when it is changed', async () => {
    const { own } = network;
    const cycleId = own.cycles.study;
    await records.inTransaction((tx) =>
      addPresentation(tx, network, {
        ...{ meetingId: now.meetingId, team: own, cycleId },
        shown: storyboard({ hiddenWhy: 'Numbers are not shown, to protect a small group of students.' }),
      }),
    );
    const form = fields({ what: 'Sit with the 4 students who struggled', itemId: '' });
    const asked = await make('member', form);
    expect(asked.status).toBe(400);
    const page = await pageOf(asked);
    expect(page).toContain('4 students');
    const looked = /name="looked"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await make('member', { ...form, looked })).status).toBe(302);
    const plain = await made('member', { what: 'Sit with those who struggled' });
    const change = {
      step: 'change',
      who: whole(),
      what: 'Sit with 4 of 6 students',
      byWhen: dueOn(),
      version: '1',
      cycleId,
    };
    expect((await as('member').post(`/commitments/${plain}`, change)).status).toBe(400);
    expect((await rowOf(plain))?.what).toBe('Sit with those who struggled');
  });

  it('a second submit changes nothing, and an id of another meeting is not found', async () => {
    const form = fields({ what: 'Once' });
    expect((await make('member', form)).status).toBe(302);
    expect((await make('member', { ...form, what: 'Twice' })).status).toBe(302);
    expect((await rowOf(form.id))?.what).toBe('Once');
    expect((await make('colleague', form)).status).toBe(404);
    expect((await make('facilitator', form, next)).status).toBe(404);
  });
});

describe('a commitment changes', () => {
  const change = (role: Role, id: string, more: Record<string, string>) =>
    as(role).post(`/commitments/${id}`, {
      ...{ step: 'change', version: '1', what: 'Film one lesson', who: whole(), byWhen: dueOn() },
      ...{ cycleId: network.own.cycles.study, ...more },
    });

  it('at its version; a stale form is asked to choose and loses nothing', async () => {
    const id = await made('member', { what: 'Film one lesson' });
    const mate = `${network.own.teamId} ${network.people.colleague.id}`;
    expect((await change('colleague', id, { who: mate })).status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ personId: network.people.colleague.id, version: 2 });
    const stale = await change('member', id, { what: 'Film two lessons' });
    expect(stale.status).toBe(409);
    const page = await pageOf(stale);
    expect(page).toContain('Film two lessons');
    expect(page).toContain('Colleague Person changed this while you were writing');
    expect((await rowOf(id))?.what).toBe('Film one lesson');
    const over = await change('member', id, { what: 'Film two lessons', overwrite: '2' });
    expect(over.status).toBe(302);
    expect(await rowOf(id)).toMatchObject({ what: 'Film two lessons', personId: null, version: 3 });
  });

  it('to no other team, to no foreign cycle', async () => {
    const id = await made('member');
    const wrong: Record<string, string>[] = [
      { who: `${network.sameSchool.teamId} all` },
      { who: 'runners all' },
      { who: `${network.own.teamId} ${network.people.otherTeamMember.id}` },
      { cycleId: network.sameSchool.cycles.do },
      { what: '' },
    ];
    for (const more of wrong) expect((await change('member', id, more)).status).toBe(400);
    expect((await rowOf(id))?.version).toBe(1);
    expect((await change('member', id, { cycleId: network.own.cycles.do })).status).toBe(302);
    expect((await rowOf(id))?.cycleId).toBe(network.own.cycles.do);
  });

  it('is let go with its reason, which stays', async () => {
    const id = await made('member', { what: 'Bring the posters' });
    const letGo = (why: string) =>
      as('facilitator').post(`/commitments/${id}`, { step: 'let_go', version: '1', why });
    expect((await letGo(' ')).status).toBe(400);
    expect((await letGo('The display moved to spring')).status).toBe(302);
    expect((await letGo('The display moved to spring')).status).toBe(302);
    expect(await read('member', `/commitments/${id}`)).toContain('The display moved to spring');
    expect(await read('member', '/')).not.toContain('Bring the posters');
    expect(await read('member', `/cycles/${network.own.cycles.study}/study`)).toContain('let go');
  });
});

describe('what the room said stays with the team that presented', () => {
  it('on its cycle, once the meeting is over, for whoever reads the team', async () => {
    for (const role of ['member', 'coach', 'facilitator'] as const) {
      const page = await read(role, `/cycles/${network.own.cycles.study}/study`);
      expect(page).toContain('Your prediction had a because');
      expect(page).toContain('Only one class yet');
      expect(page).toContain('Frames fade slowly');
      expect(page).toContain('OtherTeamMember Person');
      expect(page).not.toContain('Still in the room');
    }
    expect((await as('otherTeamMember').get(`/cycles/${network.own.cycles.study}/study`)).status).toBe(404);
  });

  it('behind a hidden signature only with the team itself', async () => {
    const path = `/cycles/${network.own.cycles.complete}/act`;
    expect(await read('member', path)).toContain('Which corner was it?');
    for (const role of ['coach', 'facilitator'] as const) {
      const page = await read(role, path);
      expect(page).not.toContain('Which corner was it?');
      expect(page).not.toContain('One more story');
      expect(page).not.toContain('Opening day');
    }
  });

  it('is told once for each team, however often a meeting ends', async () => {
    const tell = () =>
      records.inTransaction((tx) =>
        passOnFeedback(tx, { meetingId: over.meetingId, actorId: network.people.facilitator.id }, Date.now()),
      );
    await tell();
    await tell();
    const events = await records.reader
      .select()
      .from(activityEvent)
      .where(eq(activityEvent.kind, 'meeting_feedback'));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      ...{ teamId: network.own.teamId, cycleId: network.own.cycles.study, aboutId: over.itemId },
      detail: 'Opening day',
    });
  });
});
