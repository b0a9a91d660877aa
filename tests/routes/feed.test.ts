import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Audience } from '#db/vocabulary';
import { indexIdea } from '~/features/feed/search/search-index.server';
import type { Connection } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let places: Record<Audience, string>;
const as = signedInPeople(() => ({ url: app.url, network }));

/** Ten years ago and more: older than every other post of a test. */
const longAgo = Date.parse('2016-01-05T12:00:00Z');

const audiences = ['team', 'school', 'lea', 'cohort', 'network'] as const;

/** Who sees a post of the own team, by whom it is shared with. Worked out by hand from who belongs where. */
const readers: Record<Audience, Role[]> = {
  team: ['member', 'colleague', 'coach', 'facilitator'],
  school: ['member', 'colleague', 'otherTeamMember', 'coach', 'facilitator', 'sponsor'],
  lea: ['member', 'colleague', 'otherTeamMember', 'coach', 'facilitator', 'sponsor'],
  cohort: ['member', 'colleague', 'otherTeamMember', 'coach', 'facilitator', 'sponsor'],
  network: [...roles],
};

const idIs = (id: string) => eq(schema.post.id, id);
const origin = () => ({ teamId: network.own.teamId, authorId: network.people.member.id });

async function write<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const database = app.look();
  const made = await database.inTransaction(work);
  database.close();
  return made;
}

const share = (post: Parameters<typeof addPost>[2], story: Parameters<typeof addPost>[3] = {}) =>
  write((tx) => addPost(tx, origin(), post, story));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      const rows = await database.reader.select().from(schema.team);
      const schools = await database.reader.select().from(schema.school);
      const team = rows.find(({ id }) => id === network.own.teamId);
      const school = schools.find(({ id }) => id === team?.schoolId);
      places = {
        ...{ team: network.own.teamId, school: school?.id ?? '', lea: school?.leaId ?? '' },
        ...{ cohort: network.own.cohortId, network: 'network' },
      };
    },
  });
});
afterAll(() => app.remove());

const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const feed = async (role: Role, query = '') => mainOf(await pageOf(await as(role).get(`/feed${query}`)));
/** What a page says, without its tags. */
const wordsOf = (main: string) => main.replaceAll(/<[^>]*>/g, '').replaceAll('&#x27;', "'");
/** The posts of a page, from the top down. */
const postsOn = (main: string) =>
  [...main.matchAll(/<article aria-labelledby="(?:post|hit)-([^"]+)"/g)].map((match) => match[1] ?? '');
const olderOn = (main: string) =>
  /href="(\/feed\?[^"]*before=[^"]*)"/.exec(main)?.[1]?.replaceAll('&amp;', '&');

describe('before anything is shared', () => {
  it('the feed teaches, and only who works in a team is asked to share', async () => {
    const page = await feed('member');
    expect(page).toContain('Nobody has shared anything yet.');
    expect(page).toContain('href="/posts/new"');
    expect(await feed('coach')).not.toContain('href="/posts/new"');
  });
});

describe('who sees a post', () => {
  it.each(audiences)('shared with %s', async (audience) => {
    const title = `For ${audience} only zebra`;
    const id = await share({ title, audience, audienceId: places[audience], sharedAt: longAgo });
    for (const role of roles) {
      const sees = readers[audience].includes(role);
      const page = await feed(role, '?kind=win');
      expect(postsOn(page).includes(id), `${role}, feed`).toBe(sees);
      expect(postsOn(await feed(role, '?q=zebra')).includes(id), `${role}, search`).toBe(sees);
      const found = await (await as(role).get(`/feed.data?q=${audience}+zebra`)).text();
      expect(found.includes(id), `${role}, data`).toBe(sees);
    }
  });

  it('a post that is withdrawn or hidden is gone from feed and search', async () => {
    const id = await share({ title: 'Gone quagga', sharedAt: longAgo });
    for (const standing of ['shared', 'withdrawn', 'hidden', 'shared'] as const) {
      await write(async (tx) => {
        await tx.update(schema.post).set({ standing });
      });
      const isThere = standing === 'shared';
      expect(postsOn(await feed('member')).includes(id), standing).toBe(isThere);
      expect(postsOn(await feed('member', '?q=quagga')).includes(id), standing).toBe(isThere);
    }
  });
});

describe('a hidden signature', () => {
  it('leaves nothing of its origin in pages, data, filters and search', async () => {
    const id = await write((tx) =>
      addPost(
        tx,
        {
          ...origin(),
          ...{ cycleId: network.own.cycles.complete, measureId: network.own.proportionId },
          groupId: network.groups.swd,
        },
        { title: 'Hidden okapi', signature: 'school_hidden', signedAs: 'A grade 4 team · school hidden' },
      ),
    );
    const schoolId = places.school;
    const tells = [
      ...[network.own.teamId, schoolId, places.lea, network.people.member.id, network.own.cohortId],
      ...[network.own.cycles.complete, network.own.proportionId, network.own.rampId],
      ...['Own team', 'School one', 'LEA one', 'Cohort one', 'Member Person', 'Paragraphs of'],
    ];
    for (const path of ['/feed', '/feed.data', '/feed?q=okapi', '/feed.data?q=okapi']) {
      await write(async (tx) => {
        await tx.update(schema.post).set({ standing: 'withdrawn' });
        await tx.update(schema.post).set({ standing: 'shared' }).where(idIs(id));
      });
      const text = await (await as('otherSponsor').get(path)).text();
      expect(text, path).toContain(id);
      for (const one of tells) expect(text, `${path}: ${one}`).not.toContain(one);
    }
    for (const query of ['own+team', 'school+one', 'member+person', `lea=${places.lea}`])
      expect(postsOn(await feed('otherSponsor', `?q=${query}`)), query).toEqual([]);
    // An LEA that is not on offer asks nothing: it does not sort hidden posts out.
    expect(postsOn(await feed('otherSponsor', `?lea=${places.lea}`))).toEqual([id]);
  });
});

describe('filters', () => {
  let ids: Record<'plain' | 'grouped' | 'decided' | 'local' | 'close', string>;
  const ideaId = uuidv7();

  beforeAll(async () => {
    const swd = network.groups.swd ?? '';
    ids = await write(async (tx) => {
      await tx.update(schema.post).set({ standing: 'withdrawn' });
      const stamp = { changedBy: network.people.member.id, createdAt: longAgo, changedAt: longAgo };
      await tx.insert(schema.changeIdea).values({
        ...{ id: ideaId, name: 'Sentence frames', nameKey: 'sentence frames' },
        ...{ driver: 'Scaffolds for writing', description: 'A frame to begin with.', ...stamp },
      });
      await indexIdea(tx, ideaId);
      const add = (post: Parameters<typeof addPost>[2]) =>
        addPost(tx, origin(), { ...post, sharedAt: longAgo });
      return {
        plain: await add({ kind: 'puzzle', title: 'Plain' }),
        grouped: await add({
          kind: 'loss',
          title: 'Grouped',
          groupId: swd,
          grades: 'Grade 4',
          subject: 'Écriture',
        }),
        decided: await add({
          title: 'Decided',
          ideaId,
          decision: 'adapt',
          setting: 'co_taught',
          shownImprovement: true,
        }),
        local: await add({ title: 'Local', leaId: places.lea }),
        close: await add({ title: 'Close', audience: 'cohort', audienceId: places.cohort }),
      };
    });
  });

  const found = async (query: string, role: Role = 'member') => postsOn(await feed(role, query)).toSorted();

  it('each finds its posts, and two together what both find', async () => {
    const { plain, grouped, decided, local, close } = ids;
    const swd = network.groups.swd ?? '';
    expect(await found('')).toEqual([plain, grouped, decided, local, close].toSorted());
    expect(await found('?kind=puzzle')).toEqual([plain]);
    expect(await found('?kind=loss')).toEqual([grouped]);
    expect(await found(`?group=${swd}`)).toEqual([grouped]);
    expect(await found('?grade=grade+4')).toEqual([grouped]);
    expect(await found('?grade=criture')).toEqual([grouped]);
    expect(await found(`?idea=${ideaId}`)).toEqual([decided]);
    expect(await found('?driver=scaffolds')).toEqual([decided]);
    expect(await found('?decision=adapt')).toEqual([decided]);
    expect(await found('?setting=co_taught')).toEqual([decided]);
    expect(await found('?improved=yes')).toEqual([decided]);
    expect(await found(`?lea=${places.lea}`)).toEqual([local]);
    expect(await found(`?cohort=${places.cohort}`)).toEqual([close]);
    expect(await found(`?group=${swd}&kind=win`)).toEqual([]);
    expect(await found('?improved=yes&kind=win&decision=adapt&q=decided')).toEqual([decided]);
    expect(await found('?driver=%25')).toEqual([decided]);
  });

  it('offer what occurs in posts that the reader sees, and the reader’s own cohorts', async () => {
    const page = await feed('member');
    for (const words of ['Students with disabilities', 'Sentence frames', 'LEA one', 'Cohort one', 'Adapted'])
      expect(page, words).toMatch(new RegExp(`<option[^>]*>${words}<`));
    for (const words of ['English learners', 'LEA two', 'Cohort two', 'Abandoned', 'Resource room'])
      expect(page, words).not.toMatch(new RegExp(`<option[^>]*>${words}<`));
    const far = await feed('otherLeaMember');
    expect(far).not.toContain('Cohort one');
    expect(await found(`?cohort=${places.cohort}`, 'otherLeaMember')).not.toContain(ids.close);
  });

  it('are chips that come off, and teach when nothing is found', async () => {
    const page = await feed('member', '?kind=win&decision=adapt&driver=Scaffolds');
    expect(wordsOf(page)).toContain('Driver: Scaffolds');
    expect(page).toContain('href="/feed?kind=win&amp;driver=Scaffolds"');
    const none = await feed('member', '?driver=nothing+like+it');
    expect(none).toContain('No post is like this yet.');
    expect(none).toContain('Clear the filters');
  });

  it('of nonsense ask nothing', async () => {
    const all = await found('');
    for (const query of [
      ...[
        'kind=best',
        'group=x',
        `lea=${uuidv7()}`,
        `cohort=${uuidv7()}`,
        `idea=${uuidv7()}`,
        'setting=moon',
      ],
      ...['decision=win', 'improved=no', 'before=x', "before=a.b'--", 'since=x', 'sort=likes', 'group=%00'],
    ])
      expect(await found(`?${query}`), query).toEqual(all);
  });

  it('show the ideas on the move only where posts of them are seen', async () => {
    expect(await feed('member')).not.toContain('Ideas on the move');
    await write(async (tx) => {
      await tx
        .update(schema.post)
        .set({ sharedAt: Date.now() - 1000 })
        .where(idIs(ids.decided));
    });
    const page = await feed('member');
    expect(wordsOf(page)).toContain('Ideas on the moveSentence frames1 post');
    expect(page).toContain(`href="/ideas/${ideaId}"`);
    await write(async (tx) => {
      await tx
        .update(schema.post)
        .set({ audience: 'team', audienceId: places.team })
        .where(idIs(ids.decided));
    });
    expect(await feed('otherLeaMember')).not.toContain('Ideas on the move');
  });
});

describe('pages', () => {
  it('pass over 45 posts without loss or repeat while new ones come, pinned ones once at the top', async () => {
    const made = await write(async (tx) => {
      await tx.update(schema.post).set({ standing: 'withdrawn' });
      const ids: string[] = [];
      for (let place = 0; place < 45; place += 1)
        // Three to an instant: the id decides between them.
        ids.push(
          await addPost(tx, origin(), { title: `Post ${place}`, sharedAt: longAgo + Math.floor(place / 3) }),
        );
      for (const [place, pinned] of [3, 4, 5, 40].entries())
        await tx.insert(schema.postPin).values({
          ...{
            postId: ids[pinned] ?? '',
            pinnedBy: network.people.facilitator.id,
            pinnedAt: longAgo + place,
          },
        });
      return ids;
    });
    const pinned = [40, 5, 4].map((place) => made[place] ?? '');
    let page = await feed('coach');
    const seen = [postsOn(page)];
    expect(seen[0]?.slice(0, 3)).toEqual(pinned);
    expect(page.split('Pinned by a facilitator')).toHaveLength(4);
    expect(page).not.toContain('Facilitator Person');
    for (let older = olderOn(page); older !== undefined; older = olderOn(page)) {
      await share({ title: 'Newer', sharedAt: longAgo + 1_000_000 });
      page = await feed('coach', older.slice('/feed'.length));
      expect(page).not.toContain('Pinned by a facilitator');
      seen.push(postsOn(page));
    }
    expect(seen.map(({ length }) => length)).toEqual([23, 20, 2]);
    const order = made.map((id, place) => ({ id, place: Math.floor(place / 3) }));
    order.sort((a, b) => b.place - a.place || (a.id < b.id ? 1 : -1));
    expect(seen.flat().slice(3)).toEqual(order.map(({ id }) => id).filter((id) => !pinned.includes(id)));
    const filtered = await feed('coach', '?kind=win');
    expect(filtered).not.toContain('Pinned by a facilitator');
    expect(postsOn(filtered)).toHaveLength(20);
  });

  it('of a search do too', async () => {
    const seen: string[] = [];
    let page = await feed('coach', '?q=post');
    seen.push(...postsOn(page));
    for (let older = olderOn(page); older !== undefined; older = olderOn(page)) {
      await share({ title: 'A newer post', sharedAt: longAgo + 2_000_000 });
      page = await feed('coach', older.slice('/feed'.length));
      seen.push(...postsOn(page));
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    let near = await feed('coach', '?q=psot');
    const firstNear = postsOn(near);
    expect(firstNear).toHaveLength(20);
    near = await feed('coach', olderOn(near)?.slice('/feed'.length));
    expect(postsOn(near)).toHaveLength(20);
    expect(postsOn(near).some((id) => firstNear.includes(id))).toBe(false);
  });
});

describe('what is new', () => {
  const read = (through: number, more = {}) =>
    as('coach').post('/feed/readings', { through: String(through), ...more });

  it('is marked until it is read, and own posts never are', async () => {
    await write(async (tx) => {
      await tx.update(schema.post).set({ standing: 'withdrawn' });
    });
    const now = Date.now();
    await share({ title: 'Old one', sharedAt: now - 60_000 });
    expect(wordsOf(await feed('coach'))).not.toContain('new since');
    expect((await read(now - 30_000, { quietly: 'yes' })).status).toBe(200);
    expect(wordsOf(await feed('coach'))).not.toContain('new since');
    const id = await share({ title: 'New one', sharedAt: now - 10_000 });
    const page = wordsOf(await feed('coach'));
    expect(page).toMatch(/1 new since \w{3} \d+/);
    expect(page.split('New<').length + page.split('WinNew').length).toBe(3);
    expect(postsOn(await feed('coach'))[0]).toBe(id);
    await as('member').post('/feed/readings', { through: String(now - 30_000), quietly: 'yes' });
    expect(wordsOf(await feed('member'))).not.toContain('new since');
    const answer = await read(Date.now());
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/feed');
    expect(wordsOf(await feed('coach'))).not.toContain('new since');
  });

  it('is never read back or ahead, and is counted to fifty', async () => {
    await read(longAgo);
    expect(wordsOf(await feed('coach'))).not.toContain('new since');
    await read(Date.now() + 86_400_000 * 365);
    await write(async (tx) => {
      for (let place = 0; place < 52; place += 1)
        await addPost(tx, origin(), { sharedAt: Date.now() + 1000 + place });
    });
    expect(wordsOf(await feed('coach'))).toContain('50+ new since');
    for (const through of ['', 'x', '-1', '1.5', '1e400'])
      expect((await as('coach').post('/feed/readings', { through })).status, through).toBe(400);
    expect((await as('coach').get('/feed/readings')).status).toBe(404);
  });
});

describe('search', () => {
  let id: string;
  beforeAll(async () => {
    await write(async (tx) => {
      await tx.update(schema.post).set({ standing: 'withdrawn' });
    });
    id = await share(
      { title: 'Conférences with <b>students</b>', grades: 'Grade 7', sharedAt: longAgo },
      {
        tried: 'Short conferences about <img src=x onerror=alert(1)> one paragraph.',
        predictions: JSON.stringify([
          { question: 'Will the wallflowers speak?', expected: 'at least 6', verdict: null },
        ]),
      },
    );
    await share({
      title: 'Aardvark for the team',
      audience: 'team',
      audienceId: places.team,
      sharedAt: longAgo,
    });
  });
  const hits = async (typed: string, role: Role = 'otherLeaMember') =>
    postsOn(await feed(role, `?${new URLSearchParams({ q: typed }).toString()}`));

  it.each([
    ...[
      'conferences',
      'CONFÉRENCES',
      'conf',
      'c',
      'conferences paragraph',
      'grade 7',
      'wallflowers',
      'Member Person',
    ],
    // One slip from four letters on, two from eight on.
    ...[
      'shrt',
      'confrences',
      'conferecnes',
      'confrencess',
      'paragrpah',
      'wallflwrs',
      'studnets',
      '"conferences"',
    ],
  ])('finds %s', async (typed) => {
    expect(await hits(typed)).toEqual([id]);
  });

  it.each([
    'zzz',
    'conferences zzz',
    'c0nfer3nc3z',
    'onferenc3z',
    'aardvark',
    'ardvark',
    '🎉',
    '!!!',
    'שלום',
    '%',
    '_',
  ])('does not find %s', async (typed) => expect(await hits(typed)).toEqual([]));

  it('marks hits in title and excerpt, as text', async () => {
    const page = await feed('otherLeaMember', '?q=conf');
    expect(page).toMatch(/<mark[^>]*>Conférences<\/mark>/);
    expect(page).toMatch(/<mark[^>]*>conferences<\/mark>/);
    expect(page).not.toContain('<img src=x');
    expect(page).not.toContain('<b>students');
    const near = await feed('otherLeaMember', '?q=paragrpah');
    expect(near).toMatch(/<mark[^>]*>paragraph<\/mark>/);
  });

  it('says nothing of words in posts that the reader does not see', async () => {
    for (const typed of ['aardvark', 'ardvark', 'aardvarks'])
      for (const path of ['/feed', '/feed.data']) {
        const text = await (await as('otherLeaMember').get(`${path}?q=${typed}`)).text();
        expect(text.replaceAll(typed, ''), typed).not.toMatch(/aardvark/i);
      }
    expect(await hits('aardvark', 'member')).toHaveLength(1);
    // A word of a hidden post does not keep typos from being forgiven: nobody learns that it is there.
    await share({ title: 'Studnets', audience: 'team', audienceId: places.team, sharedAt: longAgo });
    expect(await hits('studnets')).toEqual([id]);
  });

  it('bears anything typed', async () => {
    for (const typed of [
      ...[
        'x'.repeat(10_000),
        'a '.repeat(2_000),
        '"',
        '""',
        "'",
        '*',
        '^a',
        'a*',
        '-a',
        'a:b',
        'title:a',
        '(a',
        'a)',
        '{a}',
      ],
      ...[
        'NEAR(a b)',
        'a AND',
        'AND',
        'OR OR',
        'NOT a',
        'a + b',
        '\\',
        '\u0000',
        'a\u0000b',
        '‮abc',
        '👩‍👩‍👧',
        'ﷺ',
        '½',
        'ศิลปะ',
        '学',
      ],
      ...["' or 1=1 --", '</script><script>alert(1)</script>', '\ud800', 'é'.repeat(400)],
    ]) {
      const response = await as('member').get(`/feed?${new URLSearchParams({ q: typed }).toString()}`);
      expect(response.status, typed.slice(0, 40)).toBe(200);
      expect(await response.text()).not.toContain('<script>alert(1)');
    }
  });

  it('finds change ideas, and posts by the new name of theirs', async () => {
    const ideaId = uuidv7();
    const stamp = { changedBy: network.people.member.id, createdAt: longAgo, changedAt: longAgo };
    const postId = await write(async (tx) => {
      await tx.insert(schema.changeIdea).values({
        ...{ id: ideaId, name: 'Exit tickets', nameKey: 'exit tickets', why: 'Quick checks tell.', ...stamp },
      });
      await indexIdea(tx, ideaId);
      return addPost(tx, origin(), { title: 'At the door', ideaId, sharedAt: longAgo });
    });
    const page = await feed('member', '?q=tikcets');
    expect(page).toContain('Change ideas');
    expect(page).toMatch(/Exit <\/span><mark[^>]*>tickets<\/mark>/);
    expect(postsOn(page)).toEqual([postId]);
    expect(await feed('member', '?q=quick+checks')).toContain(`href="/ideas/${ideaId}"`);
    await write(async (tx) => {
      await tx.update(schema.changeIdea).set({ name: 'Doorway slips' });
      await indexIdea(tx, ideaId);
    });
    expect(await hits('doorway')).toEqual([postId]);
    expect(await hits('exit')).toEqual([]);
  });
});
