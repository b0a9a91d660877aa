import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { findOrMakeIdea } from '~/features/feed/ideas/save-change-idea.server';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
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

const form = (id: string, fields: Record<string, string> = {}) => ({
  ...{ id, version: '0', name: `Idea ${id}`, description: 'Two frames each.', why: 'Starting is hard.' },
  ...{ warrant: 'A study.', driver: 'Writing', status: 'testing' },
  ...fields,
});

async function addIdea(fields: Record<string, string> = {}): Promise<string> {
  const id = uuidv7();
  expect((await as('facilitator').post('/ideas/new', form(id, fields))).status).toBe(302);
  return id;
}

/** What a page says in its main part, in text. */
async function textOf(visitor: Visitor, path: string): Promise<string> {
  const page = await pageOf(await visitor.get(path));
  return page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

const ideaRow = async (id: string) =>
  (await records.reader.select().from(schema.changeIdea).where(eq(schema.changeIdea.id, id)))[0];

describe('the catalogue', () => {
  it('everybody reads it, and nobody’s name stands in it', async () => {
    const id = await addIdea({ name: 'Read by everybody' });
    for (const role of roles) {
      expect((await as(role).get('/ideas')).status, role).toBe(200);
      const paths = ['/ideas?q=read+by', '/ideas.data', `/ideas/${id}`, `/ideas/${id}.data`];
      for (const path of paths) {
        const answer = await as(role).get(path);
        expect(answer.status, `${role} ${path}`).toBe(200);
        const text = await answer.text();
        expect(text).toContain('Read by everybody');
        if (!/facilitator/i.test(role)) expect(text).not.toContain(network.people.facilitator.name);
        if (role !== 'facilitator') expect(text).not.toContain(network.people.facilitator.id);
      }
    }
    expect((await as('member').get(`/ideas/${uuidv7()}`)).status).toBe(404);
  });

  it('facilitators write; others read what they may not write, and change nothing', async () => {
    const id = await addIdea();
    const writers: Role[] = ['facilitator', 'otherFacilitator'];
    for (const role of roles) {
      const status = writers.includes(role) ? 200 : 403;
      expect((await as(role).get('/ideas/new')).status, role).toBe(status);
      expect((await as(role).get(`/ideas/${id}/edit`)).status, role).toBe(status);
      expect((await as(role).get(`/ideas/${uuidv7()}/edit`)).status, role).toBe(404);
    }
    const before = await ideaRow(id);
    const fresh = uuidv7();
    expect((await as('member').post('/ideas/new', form(fresh))).status).toBe(403);
    const changed = form(id, { version: '1', name: 'Taken over' });
    expect((await as('coach').post(`/ideas/${id}/edit`, changed)).status).toBe(403);
    const foreign = form(uuidv7(), { version: '1' });
    expect((await as('facilitator').post(`/ideas/${id}/edit`, foreign)).status).toBe(404);
    expect([await ideaRow(id), await ideaRow(fresh)]).toEqual([before, undefined]);
  });

  it('is searched by name, description and driver, filtered by status, and bears nonsense', async () => {
    await addIdea({ name: 'Écoute active', driver: 'Talk that counts', status: 'spreading' });
    await addIdea({ name: 'Word bank', description: 'Words on the desk.', status: 'implementing' });
    const member = as('member');
    expect(await textOf(member, '/ideas?q=%C3%89COUTE')).toContain('Écoute active');
    expect(await textOf(member, '/ideas?q=talk+that')).toContain('Écoute active');
    expect(await textOf(member, '/ideas?q=on+the+desk')).toContain('Word bank');
    expect(await textOf(member, '/ideas?q=on+the+desk')).not.toContain('Écoute active');
    const spreading = await textOf(member, '/ideas?status=spreading');
    expect(spreading).toContain('Écoute active');
    expect(spreading).not.toContain('Word bank');
    expect(await textOf(member, '/ideas?q=nothing-like-it')).toContain('No idea found.');
    for (const query of ['status=best', 'page=0', 'page=-1', 'page=1e9', 'page=x', 'q=%25', 'q=%00', 'by=x'])
      expect((await member.get(`/ideas?${query}`)).status, query).toBe(200);
  });

  it('fifty to a page, what changed last first', async () => {
    const facilitator = network.people.facilitator.id;
    await records.inTransaction(async (tx) => {
      for (let place = 0; place < 55; place += 1)
        await tx.insert(schema.changeIdea).values({
          ...{ id: uuidv7(), name: `Paged ${place}`, nameKey: `paged ${place}`, changedBy: facilitator },
          ...{ createdAt: place, changedAt: place },
        });
    });
    const first = await textOf(as('member'), '/ideas?q=paged');
    expect(first).toContain('Page 1 of 2');
    expect(first.indexOf('Paged 54')).toBeLessThan(first.indexOf('Paged 53'));
    expect(await textOf(as('member'), '/ideas?q=paged&page=2')).toContain('Paged 0');
  });
});

describe('writing an idea', () => {
  it('a second submit adds no second one', async () => {
    const fields = form(uuidv7());
    const answers = await Promise.all([1, 2].map(() => as('facilitator').post('/ideas/new', fields)));
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    expect((await ideaRow(fields.id))?.version).toBe(1);
  });

  it('two ideas do not differ by capitals and spaces, and what was typed stays', async () => {
    await addIdea({ name: 'Exit ticket' });
    const twin = form(uuidv7(), { name: '  exit   TICKET ', description: 'Kept as typed' });
    const answer = await as('otherFacilitator').post('/ideas/new', twin);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    expect(page).toContain('There is an idea of this name already');
    expect(page).toContain('Kept as typed');
    expect(await ideaRow(twin.id)).toBeUndefined();
  });

  it('the second of two who change it sees both versions, and chooses', async () => {
    const id = await addIdea({ name: 'Changed by two' });
    const path = `/ideas/${id}/edit`;
    const typed = (description: string) => form(id, { version: '1', name: 'Changed by two', description });
    expect((await as('otherFacilitator').post(path, typed('Theirs'))).status).toBe(302);
    const second = await as('facilitator').post(path, typed('Mine'));
    expect(second.status).toBe(409);
    const page = await pageOf(second);
    expect(page).toContain('Another facilitator changed this while you were writing');
    expect(page).not.toContain(network.people.otherFacilitator.name);
    expect([page.includes('Theirs'), page.includes('Mine')]).toEqual([true, true]);
    expect((await ideaRow(id))?.description).toBe('Theirs');
    expect((await as('facilitator').post(path, { ...typed('Mine'), overwrite: '2' })).status).toBe(302);
    expect([(await ideaRow(id))?.description, (await ideaRow(id))?.version]).toEqual(['Mine', 3]);
  });

  it('bad input keeps what was typed and changes nothing', async () => {
    const fields = form(uuidv7(), { name: ' ', driver: 'x'.repeat(201), warrant: 'Typed warrant' });
    const answer = await as('facilitator').post('/ideas/new', fields);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    for (const words of ['Give the idea a name.', 'under 200 characters', 'Typed warrant'])
      expect(page).toContain(words);
    expect(await ideaRow(fields.id)).toBeUndefined();
  });

  it('a team that shares finds the idea of a name, or makes it', async () => {
    const member = { personId: network.people.member.id };
    const make = (name: string) =>
      records.inTransaction((tx) => findOrMakeIdea(tx, member, { name, warrant: 'Seen next door' }, 5));
    const first = await make('Quiet  corner');
    expect(await make(' quiet CORNER ')).toEqual(first);
    expect(await ideaRow(first.id)).toMatchObject({
      ...{ name: 'Quiet corner', warrant: 'Seen next door', status: 'testing', version: 1 },
    });
  });
});

describe('the evidence of an idea', () => {
  const origin = (which: 'own' | 'sameSchool' | 'otherLea', cycle: string | null) => ({
    ...{ teamId: network[which].teamId, cycleId: cycle },
    authorId: { own: network.people.member.id, sameSchool: network.people.otherTeamMember.id }[
      which as 'own' | 'sameSchool'
    ],
  });
  const share = (
    from: { teamId: string; authorId: string | undefined; cycleId: string | null },
    post: Parameters<typeof addPost>[2],
    story: Parameters<typeof addPost>[3] = {},
  ) =>
    records.inTransaction((tx) =>
      addPost(tx, { ...from, authorId: from.authorId ?? network.people.otherLeaMember.id }, post, story),
    );
  const hidden = { signature: 'school_hidden', signedAs: 'A team, school hidden' } as const;

  it('stands in a grid of contexts and decisions, with what those who abandoned it say', async () => {
    const ideaId = await addIdea({ name: 'In a grid' });
    const abandoned = { ideaId, title: 'It made them wait', decision: 'abandon', kind: 'loss' } as const;
    await share(origin('own', null), { ideaId, title: 'It held', decision: 'adopt', grades: 'Grade 4' });
    await share(
      origin('otherLea', null),
      { ...abandoned, signedAs: 'Far team, School two', grades: 'Grade 7', setting: 'resource_room' },
      { advice: 'Put it on the desk.', shape: 'Below the baseline for 4 of 6 weeks' },
    );
    const member = as('member');
    const page = await textOf(member, `/ideas/${ideaId}`);
    expect(page).toContain('Tested by 2 teams in 2 schools: 1 adopted, 1 abandoned.');
    for (const words of ['Grade 4', 'It held', 'Grade 7', 'Below the baseline for 4 of 6 weeks'])
      expect(page).toContain(words);
    expect(page).toContain('What those who abandoned it would tell others Put it on the desk.');
    expect(await textOf(member, `/ideas/${ideaId}?by=setting`)).toMatch(/Resource room.*Not said/);
    expect(await textOf(member, '/ideas?q=in+a+grid')).toContain('Tried in 2 shared cycles');
  });

  it('counts only what the reader sees', async () => {
    const ideaId = await addIdea({ name: 'Shared narrowly' });
    const { leaId } = (
      await records.reader
        .select({ leaId: schema.school.leaId })
        .from(schema.school)
        .where(eq(schema.school.name, 'School one'))
    )[0] ?? { leaId: '' };
    const place = { audience: 'lea', audienceId: leaId } as const;
    await share(origin('own', null), { ideaId, title: 'For the LEA', decision: 'adopt', ...place });
    await share(origin('own', null), { ideaId, title: 'Withdrawn', standing: 'withdrawn' });
    expect(await textOf(as('sponsor'), `/ideas/${ideaId}`)).toContain('Tested by 1 team in 1 school');
    for (const path of [`/ideas/${ideaId}`, `/ideas/${ideaId}.data`]) {
      const far = await pageOf(await as('otherLeaMember').get(path));
      expect(far).not.toContain('For the LEA');
      expect(far).not.toContain('Tested by');
      expect(far).not.toContain('Withdrawn');
    }
    expect(await textOf(as('otherLeaMember'), '/ideas?q=narrowly')).toContain('No test shared yet');
  });

  it('a hidden test changes the sentence in the same way, whosever it is', async () => {
    const read = async (team: 'own' | 'otherLea') => {
      const ideaId = await addIdea({ name: `Hidden by ${team} ${uuidv7()}` });
      const cycleId = network.own.cycles.complete;
      await share(origin('own', cycleId), { ideaId, title: 'By name', decision: 'adopt' });
      const before = await textOf(as('otherCoach'), `/ideas/${ideaId}`);
      const cycle = team === 'own' ? cycleId : network.otherLea.cycles.complete;
      await share(origin(team, cycle), { ideaId, title: 'Unsigned', decision: 'abandon', ...hidden });
      const after = await textOf(as('otherCoach'), `/ideas/${ideaId}`);
      const tested = /Tested by[^.]*\./;
      return [tested.exec(before)?.[0], tested.exec(after)?.[0]];
    };
    expect(await read('own')).toEqual(await read('otherLea'));
    expect((await read('own'))[1]).toBe(
      'Tested by 1 team in 1 school: 1 adopted; and 1 test by teams that did not sign: 1 abandoned.',
    );
  });

  it('two signed posts of one cycle are one test', async () => {
    const ideaId = await addIdea({ name: 'Posted twice' });
    const from = origin('own', network.own.cycles.complete);
    await share(from, { ideaId, kind: 'puzzle', title: 'Stuck', sharedAt: 1 });
    await share(from, { ideaId, title: 'Solved', decision: 'adopt', sharedAt: 2 });
    const page = await textOf(as('member'), `/ideas/${ideaId}`);
    expect(page).toContain('Tested by 1 team in 1 school: 1 adopted.');
    expect([page.includes('Stuck'), page.includes('Solved')]).toEqual([true, true]);
  });

  it('nothing of a hidden team is in page or data', async () => {
    const ideaId = await addIdea({ name: 'Whose it is' });
    const { teamId, cycles } = network.otherLea;
    await share(origin('otherLea', cycles.complete), { ideaId, title: 'Unsigned', ...hidden });
    const told = [teamId, cycles.complete, 'Far team', 'School two', network.people.otherLeaMember.id];
    for (const role of ['member', 'coach', 'facilitator', 'sponsor', 'administrator'] as const)
      for (const path of [`/ideas/${ideaId}`, `/ideas/${ideaId}.data`, `/ideas/${ideaId}?by=scale`]) {
        const text = await (await as(role).get(path)).text();
        expect(text).toContain('Unsigned');
        for (const one of told) expect(text, `${role} ${path}`).not.toContain(one);
      }
  });

  it('unshared cycles are for the team and those who follow it, and stay when a hidden post appears', async () => {
    const ideaId = await addIdea({ name: 'Tried here' });
    const cycleId = network.own.cycles.act;
    const rows = await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, cycleId));
    await records.inTransaction((tx) =>
      tx
        .update(schema.ramp)
        .set({ ideaId })
        .where(eq(schema.ramp.id, rows[0]?.rampId ?? '')),
    );
    const path = `/ideas/${ideaId}`;
    expect(await textOf(as('member'), path)).toContain('Only your team and its coaches see this');
    expect(await textOf(as('coach'), path)).toContain('Not shared: only the team and those who follow it');
    for (const role of ['otherTeamMember', 'otherLeaMember', 'sponsor', 'administrator'] as const) {
      const text = await (await as(role).get(`${path}.data`)).text();
      expect(text, role).not.toContain(cycleId);
      expect(await textOf(as(role), path), role).toContain('Nobody has shared a test of this yet.');
    }
    await share(origin('own', cycleId), { ideaId, title: 'Unsigned', ...hidden });
    expect(await textOf(as('coach'), path)).toContain('Idea in act of Own team');
    expect(await textOf(as('member'), path)).not.toContain('Only your team');
    await share(origin('own', cycleId), { ideaId, title: 'Signed after all' });
    expect(await textOf(as('coach'), path)).not.toContain('Not shared:');
  });
});
