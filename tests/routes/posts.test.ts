import { v7 as uuidv7 } from 'uuid';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { audiences } from '#db/vocabulary';
import type { Audience, PostStanding } from '#db/vocabulary';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost, audiencesOf } from '../factories/small-posts';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const as = signedInPeople(() => ({ url: app.url, network }));
const posts = {} as Record<Audience, string>;
const standing = {} as Record<PostStanding, string>;

const chart = () => ({
  ...{ name: 'Paragraphs, students with disabilities', unit: '%', direction: 'increase', goal: 60 },
  ...{ pace: { step: 7, tolerance: 12 }, frozenThrough: null, phaseStarts: [], leftOut: [], cycle: null },
  rules: 'anhoj',
  points: Array.from({ length: 12 }, (_, week) => ({
    date: addDays(network.today, 7 * (week - 12)),
    y: week === 0 ? 10 : 41 + week,
    show: week === 0 ? '<10%' : `${41 + week}%`,
    isCoded: week === 0,
  })),
});

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const { teamId, cycles } = network.own;
        const origin = { teamId, authorId: network.people.member.id, cycleId: cycles.complete };
        const places = await audiencesOf(tx, network.own);
        for (const audience of audiences)
          posts[audience] = await addPost(
            tx,
            origin,
            { audience, audienceId: places[audience], title: `Shared with ${audience}` },
            { chart: JSON.stringify(chart()) },
          );
        for (const one of ['shared', 'withdrawn', 'hidden'] as const)
          standing[one] = await addPost(tx, origin, { standing: one, title: `It is ${one}` });
        const stamp = { hiddenBy: network.people.facilitator.id, hiddenAt: Date.now() };
        await tx
          .insert(schema.postHiding)
          .values({ id: uuidv7(), postId: standing.hidden, reason: 'A place could be told.', ...stamp });
      });
    },
  });
  file = app.look();
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const databaseFile = () => `${app.folder}/boldline.db`;

const near: Role[] = ['member', 'colleague', 'coach', 'facilitator'];
const around: Role[] = [...near, 'otherTeamMember', 'sponsor'];
const sees: Record<Audience, readonly Role[]> = {
  ...{ team: near, school: around, lea: around, cohort: around, network: roles },
};

describe.each(roles)('%s', (role) => {
  it('opens the posts shared with them, their data too, and no others', async () => {
    for (const audience of audiences) {
      const path = `/posts/${posts[audience]}`;
      const may = sees[audience].includes(role);
      expect((await as(role).get(path)).status, audience).toBe(may ? 200 : 404);
      const pageData = await as(role).get(`${path}.data`);
      expect((await pageData.text()).includes(`Shared with ${audience}`), audience).toBe(may);
      expect((await as(role).get(`${path}/people?q=pe`)).status, audience).toBe(may ? 200 : 404);
      const isOwn = role === 'member' || role === 'colleague';
      expect((await as(role).get(`${path}/reports/new`)).status, audience).toBe(
        may ? (isOwn ? 403 : 200) : 404,
      );
      for (const only of ['reactions', 'pin', 'comments', 'hiding'])
        expect((await as(role).get(`${path}/${only}`)).status, only).toBe(404);
    }
  });

  it('finds a withdrawn post in the team only, a hidden one as a facilitator too', async () => {
    const isOwn = role === 'member' || role === 'colleague';
    const facilitates = role === 'facilitator' || role === 'otherFacilitator';
    expect((await as(role).get(`/posts/${standing.withdrawn}`)).status).toBe(isOwn ? 200 : 404);
    const hidden = await as(role).get(`/posts/${standing.hidden}`);
    expect(hidden.status).toBe(isOwn || facilitates ? 200 : 404);
    const text = await hidden.text();
    expect(text.includes('A place could be told.')).toBe(isOwn || facilitates);
    expect(text.includes('Show again')).toBe(facilitates);
    expect(text).not.toContain('Tell me more');
    expect(text).not.toContain('Your comment');
  });

  it('has the forms of somebody who sees no more than that', async () => {
    const attempts: [string, Record<string, string>][] = [
      ['comments', { id: uuidv7(), body: 'Mine' }],
      ['reactions', { on: 'same_here' }],
      ['pin', { wanted: 'pinned' }],
      ['hiding', { wanted: 'hidden', reason: 'x' }],
      ['reports/new', { id: uuidv7(), reason: 'x' }],
    ];
    const before = everythingIn(databaseFile());
    const closed = audiences.filter((audience) => !sees[audience].includes(role)).map((one) => posts[one]);
    const isFacilitator = role === 'facilitator' || role === 'otherFacilitator';
    for (const [form, fields] of attempts) {
      const alsoClosed = form === 'hiding' && isFacilitator ? [] : [standing.hidden];
      for (const postId of [...closed, ...alsoClosed, standing.withdrawn, uuidv7()])
        for (const ending of ['', '.data'])
          expect(
            (await as(role).post(`/posts/${postId}/${form}${ending}`, fields)).status,
            `${form}${ending}`,
          ).toBe(404);
    }
    expect(everythingIn(databaseFile())).toBe(before);
  });
});

describe('the page', () => {
  it('shows its team what it may do, and where it came from', async () => {
    const page = await pageOf(await as('colleague').get(`/posts/${posts.network}`));
    for (const words of [
      `/cycles/${network.own.cycles.complete}`,
      `/posts/${posts.network}/edit`,
      `/posts/${posts.network}/withdrawal`,
      'Your team’s post',
    ])
      expect(page).toContain(words);
    for (const words of ['Same here', 'Try this with my students', 'Report this post'])
      expect(page).not.toContain(words);
    const withdrawn = await pageOf(await as('colleague').get(`/posts/${standing.withdrawn}`));
    expect(withdrawn).toContain('Your team withdrew this post.');
    expect(withdrawn).not.toContain('/edit');
  });

  it('shows others the released chart and its numbers, and nothing of the team', async () => {
    for (const path of [`/posts/${posts.network}`, `/posts/${posts.network}.data`]) {
      const page = await pageOf(await as('otherLeaMember').get(path));
      expect(page).toContain('&lt;10%'.replace('&lt;', path.endsWith('.data') ? '<' : '&lt;'));
      for (const secret of [
        ...[network.own.teamId, network.own.cycles.complete, network.own.proportionId],
        ...[network.people.member.id, '/edit', '/withdrawal'],
      ])
        if (!path.endsWith('.data') || !secret.startsWith('/')) expect(page).not.toContain(secret);
    }
    const page = await pageOf(await as('otherLeaMember').get(`/posts/${posts.network}`));
    for (const words of ['Try this with my students', 'Same here', 'How do we know?', '52%', 'Feed'])
      expect(page).toContain(words);
    expect(page.match(/<h1\b/g)).toHaveLength(1);
    expect(page).not.toMatch(/\sstyle="/);
  });

  it('offers a try to those who work in a team', async () => {
    for (const role of ['coach', 'sponsor', 'facilitator', 'administrator'] as const)
      expect(await pageOf(await as(role).get(`/posts/${posts.network}`))).not.toContain('Try this with');
  });
});

describe('reactions', () => {
  const path = () => `/posts/${posts.network}/reactions`;
  const reactions = async () =>
    (
      await file.reader
        .select()
        .from(schema.reaction)
        .where(eq(schema.reaction.personId, network.people.otherLeaMember.id))
    ).map(({ kind }) => kind);

  it('are what was wanted, however often it is sent, and come back to where one was', async () => {
    const other = as('otherLeaMember');
    for (let turn = 0; turn < 2; turn += 1) {
      const response = await other.post(`${path()}?back=/feed?kind=win`, { on: 'tell_me_more' });
      expect(response.headers.get('Location')).toBe('/feed?kind=win');
    }
    await Promise.all([1, 2, 3].map(() => other.post(path(), { on: 'same_here' })));
    expect((await reactions()).toSorted()).toEqual(['same_here', 'tell_me_more']);
    const page = await pageOf(await other.get(`/posts/${posts.network}`));
    expect(page.match(/aria-pressed="true"/g)).toHaveLength(2);
    const line = page.replaceAll(/<[^>]*>/g, '');
    expect(line).toContain('Tell me more: OtherLeaMember Person');
    for (let turn = 0; turn < 2; turn += 1) await other.post(path(), { off: 'same_here' });
    expect(await reactions()).toEqual(['tell_me_more']);
    const elsewhere = await other.post(`${path()}?back=//elsewhere.example`, { off: 'tell_me_more' });
    expect(elsewhere.headers.get('Location')).toBe('/');
  });

  it('are for others’ posts, and one of three', async () => {
    const before = everythingIn(databaseFile());
    expect((await as('member').post(path(), { on: 'same_here' })).status).toBe(403);
    expect((await as('colleague').post(`${path()}.data`, { on: 'same_here' })).status).toBe(403);
    expect((await as('coach').post(path(), { on: 'like' })).status).toBe(404);
    expect((await as('coach').post(path(), { on: 'same_here', off: 'same_here' })).status).toBe(404);
    expect(everythingIn(databaseFile())).toBe(before);
  });

  it('name the first twelve and count nobody', async () => {
    await file.inTransaction(async (tx) => {
      const stamps = { createdAt: new Date(), updatedAt: new Date() };
      for (let index = 1; index <= 14; index += 1) {
        const id = uuidv7();
        const name = `Reader ${String(index).padStart(2, '0')}`;
        await tx.insert(schema.person).values({ id, name, email: `${index}@readers.test`, ...stamps });
        await tx
          .insert(schema.reaction)
          .values({ postId: posts.network, personId: id, kind: 'will_try', reactedAt: index });
      }
    });
    const words = (await pageOf(await as('coach').get(`/posts/${posts.network}`))).replaceAll(/<[^>]*>/g, '');
    expect(words).toContain('Reader 12, and others');
    expect(words).not.toContain('Reader 13');
  });
});
