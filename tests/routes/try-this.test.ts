import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

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

type Which = 'own' | 'sameSchool' | 'otherLea';
const authors = { own: 'member', sameSchool: 'otherTeamMember', otherLea: 'otherLeaMember' } as const;

const share = (
  which: Which,
  post: Parameters<typeof addPost>[2],
  { story = {}, cycleId = null }: { story?: Parameters<typeof addPost>[3]; cycleId?: string | null } = {},
) =>
  records.inTransaction((tx) =>
    addPost(
      tx,
      { teamId: network[which].teamId, authorId: network.people[authors[which]].id, cycleId },
      post,
      story,
    ),
  );
const hidden = { signature: 'school_hidden', signedAs: 'A team, school hidden' } as const;

const plan = (which: Which, id: string, fields: Record<string, string> = {}) => ({
  ...{ id, version: '0', changeIdea: 'Frames', scale: 'small_group', step: 'begin', tellsWho: 'on' },
  ...{ plannedStart: network.today, plannedEnd: addDays(network.today, 14), warrant: 'From the feed' },
  ...{ kept: 'The frame on the desk', changed: 'Two frames to choose from' },
  ...{
    'questions[0].question': 'Will it help?',
    'questions[0].series': `${network[which].proportionId}/${network.groups.swd ?? ''}`,
    'questions[0].expects': 'at_least',
    'questions[0].expectedValue': '60',
    'questions[0].because': 'they have a frame',
    'questions[0].confidence': '3',
  },
  ...fields,
});
const newPath = (which: Which, tried: string) => `/cycles/new?team=${network[which].teamId}&${tried}`;

async function begin(which: Which, tried: string, fields: Record<string, string> = {}): Promise<string> {
  const id = uuidv7();
  const answer = await as(authors[which]).post(newPath(which, tried), plan(which, id, fields));
  expect(answer.status).toBe(302);
  return id;
}

const replicationOf = async (cycleId: string) =>
  (await records.reader.select().from(schema.replication).where(eq(schema.replication.cycleId, cycleId)))[0];
const eventsOf = (postId: string) =>
  records.reader
    .select({
      kind: schema.activityEvent.kind,
      teamId: schema.activityEvent.teamId,
      detail: schema.activityEvent.detail,
      actorId: schema.activityEvent.actorId,
    })
    .from(schema.activityEvent)
    .where(eq(schema.activityEvent.postId, postId));
const cycleRow = async (id: string) =>
  (await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, id)))[0];

async function textOf(visitor: Visitor, path: string): Promise<string> {
  const page = await pageOf(await visitor.get(path));
  return page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

async function addIdea(): Promise<string> {
  const id = uuidv7();
  await records.inTransaction((tx) =>
    tx.insert(schema.changeIdea).values({
      ...{ id, name: `Idea ${id}`, nameKey: `idea ${id}`, changedBy: network.people.facilitator.id },
      ...{ createdAt: Date.now(), changedAt: Date.now() },
    }),
  );
  return id;
}

describe('with which team', () => {
  it('one team leads to its plan, none to a page that says who can, several to a choice', async () => {
    const [postId, ideaId] = [await share('otherLea', {}), await addIdea()];
    for (const [path, tried] of [
      [`/posts/${postId}/try`, `post=${postId}`],
      [`/ideas/${ideaId}/try`, `idea=${ideaId}`],
    ] as const) {
      const answer = await as('member').get(path);
      expect(answer.headers.get('Location')).toBe(newPath('own', tried));
      for (const role of ['coach', 'facilitator', 'sponsor', 'administrator'] as const)
        expect(await textOf(as(role), path), role).toContain('You do not work in a team yourself.');
    }
    const second = { id: uuidv7(), teamId: network.sameSchool.teamId, role: 'other' as const };
    const personId = network.people.colleague.id;
    await records.inTransaction((tx) => tx.insert(schema.teamMembership).values({ ...second, personId }));
    const choice = await pageOf(await as('colleague').get(`/posts/${postId}/try`));
    for (const which of ['own', 'sameSchool'] as const)
      expect(choice).toContain(newPath(which, `post=${postId}`).replace('&', '&amp;'));
    await records.inTransaction((tx) =>
      tx.delete(schema.teamMembership).where(eq(schema.teamMembership.id, second.id)),
    );
  });

  it('a new cycle of no named team goes on with the only own one, and asks which of several', async () => {
    const ideaId = await addIdea();
    const leadsTo = async (path: string) => (await as('member').get(path)).headers.get('Location');
    expect(await leadsTo('/cycles/new')).toBe(`/cycles/new?team=${network.own.teamId}`);
    expect(await leadsTo(`/cycles/new?idea=${ideaId}&from=mail`)).toBe(
      `/cycles/new?idea=${ideaId}&from=mail&team=${network.own.teamId}`,
    );
    const second = { id: uuidv7(), teamId: network.sameSchool.teamId, role: 'other' as const };
    const personId = network.people.colleague.id;
    await records.inTransaction((tx) => tx.insert(schema.teamMembership).values({ ...second, personId }));
    const choice = await pageOf(await as('colleague').get('/cycles/new'));
    for (const which of ['own', 'sameSchool'] as const)
      expect(choice).toContain(`/cycles/new?team=${network[which].teamId}"`);
    const tried = await as('colleague').get(`/cycles/new?idea=${ideaId}`);
    expect(tried.headers.get('Location')).toBe(`/ideas/${ideaId}/try`);
    await records.inTransaction((tx) =>
      tx.delete(schema.teamMembership).where(eq(schema.teamMembership.id, second.id)),
    );
  });

  it('a new cycle is not there for who works in no team, nor of a team that is not theirs to see', async () => {
    for (const role of ['coach', 'facilitator', 'sponsor', 'administrator'] as const)
      expect((await as(role).get('/cycles/new')).status, role).toBe(404);
    for (const team of ['', 'x', uuidv7(), network.otherLea.teamId])
      expect((await as('member').get(`/cycles/new?team=${team}`)).status).toBe(404);
    expect((await as('member').get('/cycles/new?idea=x')).status).toBe(404);
    expect((await as('member').post('/cycles/new', plan('own', uuidv7()))).status).toBe(404);
  });

  it('what one does not see cannot be tried', async () => {
    const narrow = { audience: 'team', audienceId: network.otherLea.teamId } as const;
    const unseen = await share('otherLea', { title: 'For our team', ...narrow });
    const withdrawn = await share('otherLea', { title: 'Gone', standing: 'withdrawn' });
    for (const id of [unseen, withdrawn, uuidv7()]) {
      expect((await as('member').get(`/posts/${id}/try`)).status).toBe(404);
      expect((await as('member').get(newPath('own', `post=${id}`))).status).toBe(404);
      expect((await as('member').get(newPath('own', `post=${id}`).replace('?', '.data?'))).status).toBe(404);
      const cycleId = uuidv7();
      const answer = await as('member').post(newPath('own', `post=${id}`), plan('own', cycleId));
      expect(answer.status).toBe(409);
      expect(await answer.text()).not.toContain('For our team');
      expect(await cycleRow(cycleId)).toBeUndefined();
    }
    expect((await as('member').get('/posts/x/try')).status).toBe(404);
    expect((await as('member').get(newPath('own', 'post=x'))).status).toBe(404);
    expect((await as('member').get(newPath('own', `idea=${uuidv7()}`))).status).toBe(404);
    expect((await as('member').get(newPath('sameSchool', `idea=${await addIdea()}`))).status).toBe(404);
  });
});

describe('the plan that comes along', () => {
  const story = {
    steps: '- Copy the frames\n- Fade them',
    predictions: JSON.stringify([{ question: 'Will more write?', expected: 'At least 65%', verdict: null }]),
  };

  it('is the post as it was shared, and says where it comes from', async () => {
    const ideaId = await addIdea();
    const signedAs = 'Far team, School two';
    const postId = await share('otherLea', { title: 'Frames first', ideaId, signedAs }, { story });
    const page = await pageOf(await as('member').get(newPath('own', `post=${postId}`)));
    for (const words of [
      ...[`value="Idea ${ideaId}"`, 'From the feed: Frames first (Far team, School two)'],
      ...[
        'Will more write?',
        'value="Copy the frames"',
        'value="Fade them"',
        ', signed Far team, School two',
      ],
      ...['What we keep', 'What we change', 'Tell the team it came from who we are'],
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('At least 65');
    const fromIdea = await textOf(as('member'), newPath('own', `idea=${ideaId}`));
    expect(fromIdea).toContain('What we keep');
    expect(fromIdea).not.toContain('Tell the team it came from');
  });

  it('tells nothing of a hidden team', async () => {
    const { cycles, teamId } = network.otherLea;
    const postId = await share(
      'otherLea',
      { title: 'Unsigned', ...hidden },
      { story, cycleId: cycles.complete },
    );
    const told = [cycles.complete, teamId, 'Far team', 'School two', network.people.otherLeaMember.id];
    for (const path of [
      newPath('own', `post=${postId}`),
      newPath('own', `post=${postId}`).replace('?', '.data?'),
    ]) {
      const text = await (await as('member').get(path)).text();
      expect(text).toContain('A team, school hidden');
      for (const one of [...told, 'Idea in complete']) expect(text).not.toContain(one);
    }
  });

  it('what is kept and changed is kept in a draft of its own', async () => {
    const postId = await share('otherLea', { title: 'Drafted' });
    const form = `cycle-new/${network.own.teamId}/${postId}`;
    const draftId = uuidv7();
    await as('member').post(`/drafts/${draftId}`, { form, fields: 'kept=Half+a+thought&changeIdea=Mine' });
    const page = await pageOf(await as('member').get(newPath('own', `post=${postId}`)));
    expect(page).toContain('Half a thought');
    expect(page).not.toMatch(/name="tellsWho"[^>]*checked/);
    const plain = await pageOf(await as('member').get(`/cycles/new?team=${network.own.teamId}`));
    expect(plain).not.toContain('Half a thought');
    await begin('own', `post=${postId}`);
    const left = await records.reader.select().from(schema.draft).where(eq(schema.draft.id, draftId));
    expect(left).toEqual([]);
  });
});

describe('beginning it', () => {
  it('writes where it comes from once, tells the team, and joins the idea', async () => {
    const ideaId = await addIdea();
    const postId = await share('otherLea', { title: 'Tried by us', ideaId });
    const id = uuidv7();
    const path = newPath('own', `post=${postId}`);
    const answers = await Promise.all([1, 2, 3].map(() => as('member').post(path, plan('own', id))));
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(await replicationOf(id)).toMatchObject({
      ...{ fromPostId: postId, fromIdeaId: null, tellsWho: true, startedBy: network.people.member.id },
      ...{ kept: 'The frame on the desk', changed: 'Two frames to choose from' },
    });
    const actorId = network.people.member.id;
    const told = {
      kind: 'cycle_replicated',
      teamId: network.otherLea.teamId,
      detail: 'Tried by us',
      actorId,
    };
    expect(await eventsOf(postId)).toEqual([told]);
    const begun = await cycleRow(id);
    const ramps = await records.reader
      .select()
      .from(schema.ramp)
      .where(eq(schema.ramp.id, begun?.rampId ?? ''));
    expect([begun?.stage, ramps[0]?.ideaId, ramps[0]?.warrant]).toEqual(['do', ideaId, 'From the feed']);
  });

  it('from an idea: the idea is its origin, and no team is told', async () => {
    const ideaId = await addIdea();
    const id = await begin('own', `idea=${ideaId}`);
    expect(await replicationOf(id)).toMatchObject({ fromPostId: null, fromIdeaId: ideaId });
  });

  it('one’s own post: no news to oneself', async () => {
    const postId = await share('own', { title: 'Our own' });
    await begin('own', `post=${postId}`);
    expect(await eventsOf(postId)).toEqual([]);
    expect(await textOf(as('colleague'), '/')).not.toContain('tries Our own');
  });

  it('a post withdrawn meanwhile: everything is kept, nothing begins, and there is a way on', async () => {
    const postId = await share('otherLea', { title: 'Withdrawn meanwhile' });
    const path = newPath('own', `post=${postId}`);
    expect((await as('member').get(path)).status).toBe(200);
    await records.inTransaction((tx) =>
      tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
    );
    const id = uuidv7();
    const refused = await as('member').post(path, plan('own', id));
    expect(refused.status).toBe(409);
    const page = await pageOf(refused);
    for (const words of ['no longer shared', 'Begin it without the link', 'The frame on the desk'])
      expect(page).toContain(words);
    expect(page).toContain(`name="id" value="${id}"`);
    expect(await cycleRow(id)).toBeUndefined();
    expect(await textOf(as('member'), path)).toContain('Begin it without the link');
    expect((await as('colleague').get(path)).status).toBe(404);
    const on = await as('member').post(path, { ...plan('own', id), withoutLink: 'yes' });
    expect(on.headers.get('Location')).toBe(`/cycles/${id}/do`);
    expect(await replicationOf(id)).toBeUndefined();
    const ramps = await records.reader
      .select({ warrant: schema.ramp.warrant })
      .from(schema.ramp)
      .innerJoin(schema.cycle, and(eq(schema.cycle.rampId, schema.ramp.id), eq(schema.cycle.id, id)));
    expect(ramps[0]?.warrant).toBe(
      'From the feed\nWhat we keep: The frame on the desk\nWhat we change: Two frames to choose from',
    );
    expect((await as('member').get(path)).status).toBe(404);
    expect((await as('member').post(path, plan('own', id))).status).toBe(302);
  });

  it('bad input keeps what was typed, and whether the team is told', async () => {
    const postId = await share('otherLea', { title: 'Typed badly' });
    const id = uuidv7();
    const { tellsWho: _told, ...silent } = plan('own', id, { 'questions[0].because': '' });
    const answer = await as('member').post(newPath('own', `post=${postId}`), silent);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    for (const words of ['Say why you expect it', 'Two frames to choose from', 'signed Member Person'])
      expect(page).toContain(words);
    expect(page).not.toMatch(/name="tellsWho"[^>]*checked/);
    expect(await replicationOf(id)).toBeUndefined();
  });

  it('on the cycle’s page: where it began, what was kept and changed', async () => {
    const postId = await share('otherLea', { title: 'On its page', signedAs: 'Far team, School two' });
    const id = await begin('own', `post=${postId}`);
    for (const role of ['member', 'coach', 'facilitator'] as const) {
      const page = await textOf(as(role), `/cycles/${id}/do`);
      expect(page).toContain('Began from On its page , signed Far team, School two');
      expect(page).toContain('What we changed: Two frames to choose from');
    }
    await records.inTransaction((tx) =>
      tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
    );
    expect(await textOf(as('member'), `/cycles/${id}/do`)).toContain(
      'Began from a post that is no longer shared',
    );
  });
});

describe('the team it came from hears', () => {
  it('who tries it where they say so, and how it went', async () => {
    const postId = await share('own', { title: 'Heard of' });
    const named = await begin('otherLea', `post=${postId}`);
    const { tellsWho: _told, ...silent } = plan('sameSchool', uuidv7());
    expect((await as('otherTeamMember').post(newPath('sameSchool', `post=${postId}`), silent)).status).toBe(
      302,
    );
    const home = await textOf(as('member'), '/');
    expect(home).toContain('Far team, School two tries Heard of');
    expect(home).toContain('A team tries Heard of');
    expect(await textOf(as('member'), `/teams/${network.own.teamId}`)).toContain(
      'Far team, School two tries',
    );
    const data = await (await as('member').get('/_.data')).text();
    for (const told of [named, silent.id, network.sameSchool.teamId, 'Next-door team'])
      expect(data).not.toContain(told);
    const stop = await as('otherTeamMember').post(`/cycles/${silent.id}/stop`, { version: '2', reason: 'x' });
    expect(stop.status).toBe(302);
    await records.inTransaction((tx) =>
      tx.update(schema.cycle).set({ stage: 'act' }).where(eq(schema.cycle.id, named)),
    );
    const act = { version: '2', nextCycleId: uuidv7(), decision: 'adopt', why: 'It held.' };
    for (const _turn of [1, 2])
      expect((await as('otherLeaMember').post(`/cycles/${named}/act`, act)).status).toBe(302);
    const events = (await eventsOf(postId)).map(({ kind, detail, teamId }) => [kind, detail, teamId]);
    const { teamId } = network.own;
    expect(events.filter(([kind]) => kind === 'replication_decided')).toEqual([
      ['replication_decided', 'stopped', teamId],
      ['replication_decided', 'adopt', teamId],
    ]);
    const later = await textOf(as('member'), '/');
    expect(later).toContain('Far team, School two adopted Heard of');
    expect(later).toContain('A team stopped trying Heard of');
  });

  it('nobody else does: neither its coach, nor other teams', async () => {
    const postId = await share('own', { title: 'Heard by us alone', ...hidden });
    await begin('otherLea', `post=${postId}`);
    expect(await textOf(as('colleague'), '/')).toContain('tries Heard by us alone');
    for (const role of ['coach', 'facilitator', 'otherLeaMember', 'otherTeamMember', 'sponsor'] as const)
      expect(await textOf(as(role), '/'), role).not.toContain('Heard by us alone');
    expect(await textOf(as('coach'), `/teams/${network.own.teamId}`)).not.toContain('Heard by us alone');
  });
});

describe('the family tree', () => {
  it('shows signed tests and readable cycles, and of others only that there are some', async () => {
    const ideaId = await addIdea();
    const postId = await share('own', { title: 'The first', ideaId });
    const signed = await begin('otherLea', `post=${postId}`);
    const unshared = await begin('sameSchool', `post=${postId}`);
    const signedAs = 'Far team, School two';
    const next = { title: 'The second', ideaId, decision: 'adapt', signedAs } as const;
    const second = await share('otherLea', next, { cycleId: signed });
    await begin('own', `post=${second}`, { changeIdea: 'Third time' });
    const path = `/ideas/${ideaId}`;
    const seen = await textOf(as('otherCoach'), path);
    expect(seen).toMatch(
      /How it spread.*The first.*The second · Far team, School two · Adapted One team took this up One more team took this up/,
    );
    const own = await textOf(as('member'), path);
    expect(own).toMatch(/The second.*Cycle 1 of “Third time”.*One more team took this up/);
    expect(await textOf(as('facilitator'), path)).toMatch(/The second.*Third time.*Cycle 1 of “Frames”/);
    const data = await (await as('otherCoach').get(`${path}.data`)).text();
    for (const told of [unshared, network.sameSchool.teamId, 'Next-door team'])
      expect(data).not.toContain(told);
    const originCycle = await textOf(as('member'), `/cycles/${signed}/do`);
    expect(originCycle).not.toContain('The first');
  });

  it('a hidden post never stands for the cycle that tried, nor has it anything above it', async () => {
    const ideaId = await addIdea();
    const postId = await share('own', { title: 'Root', ideaId });
    const tried = await begin('otherLea', `post=${postId}`);
    const spread = async (role: Role) =>
      /How it spread.*/.exec(await textOf(as(role), `/ideas/${ideaId}`))?.[0];
    const before = await spread('member');
    expect(before).toContain('One team took this up');
    const unsigned = await share('otherLea', { title: 'Unsigned', ideaId, ...hidden }, { cycleId: tried });
    expect(await spread('member')).toBe(before);
    expect(await spread('sponsor')).not.toContain('Unsigned');
    await begin('sameSchool', `post=${unsigned}`);
    const withHidden = await spread('sponsor');
    expect(withHidden).toMatch(
      /this page Unsigned · A team, school hidden One team took this up Root.*One team took this up/,
    );
    const signedAs = 'Far team, School two';
    await share('otherLea', { title: 'Signed', ideaId, signedAs }, { cycleId: tried });
    const withBoth = await spread('sponsor');
    expect(withBoth).toMatch(
      /Unsigned · A team, school hidden One team took this up Root.*Signed · Far team/,
    );
  });
});
