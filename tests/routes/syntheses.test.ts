import { asc, eq } from 'drizzle-orm';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { addSynthesis } from '../factories/small-syntheses';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
const posts = { hiddenSignature: '', cohort: '', school: '', far: '' };
const as = signedInPeople(() => ({ url: app.url, network }));

async function addPosts(database: Database): Promise<void> {
  const { own, otherLea, people: who } = network;
  const origin = { teamId: own.teamId, authorId: who.member.id };
  const [cohortId, far] = [own.cohortId, { teamId: otherLea.teamId, authorId: who.otherLeaMember.id }];
  await database.inTransaction(async (tx) => {
    const school = await tx.select().from(schema.team).where(eq(schema.team.id, own.teamId));
    posts.hiddenSignature = await addPost(
      tx,
      { ...origin, cycleId: own.cycles.complete, measureId: own.proportionId },
      { title: 'Told by nobody in particular', signature: 'school_hidden', signedAs: 'A grade 4 team' },
    );
    posts.cohort = await addPost(tx, origin, {
      ...{ title: 'For the cohort', audience: 'cohort', audienceId: cohortId, decision: 'adapt' },
    });
    posts.school = await addPost(tx, origin, {
      ...{ title: 'For one school', audience: 'school', audienceId: school[0]?.schoolId ?? '' },
    });
    posts.far = await addPost(tx, far, {
      ...{ title: 'For the far cohort', audience: 'cohort', audienceId: otherLea.cohortId },
    });
  });
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await addPosts(database);
    },
  });
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const everything = () => everythingIn(join(app.folder, 'boldline.db'));
/** What a conflict refuses stays as its writer’s draft. */
const everythingButDrafts = () => everythingIn(join(app.folder, 'boldline.db'), ['draft']);
const write = (work: Parameters<Database['inTransaction']>[0]) => records.inTransaction(work);

type Made = { synthesisId: string; claimId: string; postId: string | null };
type Input = Omit<Parameters<typeof addSynthesis>[1], 'cohortId' | 'by'>;

/** A synthesis of the first cohort. */
function make(input: Input): Promise<Made> {
  const { own, people: who } = network;
  return records.inTransaction((tx) =>
    addSynthesis(tx, { cohortId: own.cohortId, by: who.facilitator.id, ...input }),
  );
}

const evidenceOf = (synthesisId: string) =>
  records.reader
    .select()
    .from(schema.synthesisEvidence)
    .where(eq(schema.synthesisEvidence.synthesisId, synthesisId))
    .orderBy(asc(schema.synthesisEvidence.position));
const claimsOf = (synthesisId: string) =>
  records.reader
    .select({ id: schema.synthesisClaim.id, claim: schema.synthesisClaim.claim })
    .from(schema.synthesisClaim)
    .where(eq(schema.synthesisClaim.synthesisId, synthesisId))
    .orderBy(asc(schema.synthesisClaim.position));
const postsOf = (synthesisId: string) =>
  records.reader.select().from(schema.post).where(eq(schema.post.synthesisId, synthesisId));

const edit = (synthesisId: string, fields: Record<string, string> = {}) =>
  ({
    ...{ id: synthesisId, version: '1', title: 'Changed title', introduction: 'Changed words.' },
    ...{ audience: 'cohort', ...fields },
  }) as Record<string, string>;

describe('begun by a facilitator', () => {
  const form = () => ({
    ...{ id: uuidv7(), cohortId: network.own.cohortId, title: 'What frames do', introduction: 'Words.' },
    audience: 'cohort',
  });

  it('once, however often it is handed in, with its first piece of evidence', async () => {
    const fields = { ...form(), postId: posts.cohort };
    const path = `/syntheses/new?post=${posts.cohort}`;
    expect((await as('facilitator').get(path)).status).toBe(200);
    const answers = await Promise.all([1, 2].map(() => as('facilitator').post(path, fields)));
    expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([
      `/syntheses/${fields.id}/edit`,
      `/syntheses/${fields.id}/edit`,
    ]);
    expect((await evidenceOf(fields.id)).map(({ postId, claimId }) => [postId, claimId])).toEqual([
      [posts.cohort, null],
    ]);
    const page = await pageOf(await as('facilitator').get(`/syntheses/${fields.id}/edit`));
    for (const words of ['For the cohort', 'shared with the cohort', 'Not placed yet'])
      expect(page).toContain(words);
  });

  it('not by others, not with what one may not see, and not without a title', async () => {
    const before = everything();
    const post = async (role: Role, fields: Record<string, string>) =>
      (await as(role).post('/syntheses/new', { ...form(), ...fields })).status;
    expect(await post('member', {})).toBe(403);
    expect(await post('otherFacilitator', {})).toBe(404);
    expect(await post('sponsor', {})).toBe(404);
    expect(await post('facilitator', { postId: posts.far })).toBe(404);
    expect(await post('facilitator', { cycleId: network.otherLea.cycles.do })).toBe(404);
    const answer = await as('facilitator').post('/syntheses/new', { ...form(), title: '' });
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    expect(page).toContain('Give it a title that says what was learned.');
    expect(page).toContain('>Words.</textarea>');
    expect(everything()).toBe(before);
    expect((await as('member').get('/syntheses/new')).status).toBe(404);
    expect((await as('member').get(`/syntheses/new?cohort=${network.own.cohortId}`)).status).toBe(403);
    expect((await as('facilitator').get(`/syntheses/new?cohort=${network.otherLea.cohortId}`)).status).toBe(
      404,
    );
  });
});

describe('harvesting', () => {
  it('collects a post and a cycle, each once, and leaves the version alone', async () => {
    const { synthesisId } = await make({ title: 'Harvested' });
    const paths = [`/posts/${posts.hiddenSignature}`, `/cycles/${network.own.cycles.complete}`];
    for (const path of [...paths, ...paths]) {
      const answer = await as('facilitator').post(`${path}/harvests`, { synthesisId });
      expect(answer.headers.get('Location')).toBe(path);
    }
    expect((await evidenceOf(synthesisId)).map(({ postId, cycleId }) => [postId, cycleId])).toEqual([
      [posts.hiddenSignature, null],
      [null, network.own.cycles.complete],
    ]);
    const [row] = await records.reader
      .select({ version: schema.synthesis.version })
      .from(schema.synthesis)
      .where(eq(schema.synthesis.id, synthesisId));
    expect(row?.version).toBe(1);
    const cyclePage = await pageOf(await as('facilitator').get(`/cycles/${network.own.cycles.complete}/act`));
    expect(cyclePage).toContain('Harvest to synthesis');
    expect(cyclePage).toContain(`/syntheses/${synthesisId}/edit`);
    expect(await pageOf(await as('coach').get(`/cycles/${network.own.cycles.complete}/act`))).not.toContain(
      'Harvest to synthesis',
    );
  });

  it('is for its facilitators, of what they see, and of nothing twice round', async () => {
    const { synthesisId } = await make({ title: 'Not harvested' });
    const shown = await make({ title: 'Shown', isPublished: true });
    const before = everything();
    const post = async (role: Role, path: string, id: string) =>
      (await as(role).post(`${path}/harvests`, { synthesisId: id })).status;
    const own = `/posts/${posts.cohort}`;
    expect(await post('member', own, synthesisId)).toBe(404);
    expect(await post('member', own, shown.synthesisId)).toBe(403);
    expect(await post('otherFacilitator', `/posts/${posts.hiddenSignature}`, synthesisId)).toBe(404);
    expect(await post('facilitator', `/posts/${posts.far}`, synthesisId)).toBe(404);
    expect(await post('facilitator', `/posts/${uuidv7()}`, synthesisId)).toBe(404);
    expect(await post('facilitator', `/cycles/${network.otherLea.cycles.do}`, synthesisId)).toBe(404);
    expect(await post('facilitator', own, uuidv7())).toBe(404);
    expect(await post('facilitator', `/posts/${shown.postId ?? ''}`, shown.synthesisId)).toBe(400);
    expect((await as('facilitator').post(`${own}/harvests`, {})).status).toBe(400);
    expect((await as('facilitator').get(`${own}/harvests`)).status).toBe(404);
    expect(everything()).toBe(before);
  });
});

describe('editing', () => {
  it('writes claims in their order, places evidence, removes a piece, and keeps what was harvested since', async () => {
    const { synthesisId, claimId } = await make({
      title: 'Edited',
      evidence: [{ postId: posts.cohort }, { postId: posts.school }],
    });
    const [first, second] = await evidenceOf(synthesisId);
    await as('facilitator').post(`/posts/${posts.hiddenSignature}/harvests`, { synthesisId });
    const newClaim = uuidv7();
    const answer = await as('facilitator').post(
      `/syntheses/${synthesisId}/edit`,
      edit(synthesisId, {
        ...{ 'claims[0].id': newClaim, 'claims[0].claim': 'A new first claim', 'claims[0].body': 'Why.' },
        ...{ 'claims[1].id': claimId, 'claims[1].claim': 'The old one', 'claims[2].id': uuidv7() },
        ...{ 'evidence[0].id': first?.id ?? '', 'evidence[0].place': newClaim },
        ...{ 'evidence[1].id': second?.id ?? '', 'evidence[1].place': 'removed' },
      }),
    );
    expect(answer.headers.get('Location')).toBe(`/syntheses/${synthesisId}`);
    expect((await claimsOf(synthesisId)).map(({ claim }) => claim)).toEqual([
      'A new first claim',
      'The old one',
    ]);
    expect((await evidenceOf(synthesisId)).map(({ postId, claimId: at }) => [postId, at])).toEqual([
      [posts.cohort, newClaim],
      [posts.hiddenSignature, null],
    ]);
    const page = await pageOf(await as('facilitator').get(`/syntheses/${synthesisId}`));
    expect(page.indexOf('A new first claim')).toBeLessThan(page.indexOf('For the cohort'));
    expect(page.indexOf('For the cohort')).toBeLessThan(page.indexOf('The old one'));
    for (const words of ['Adapted', 'No evidence is placed beneath', '1 piece of evidence is not placed yet'])
      expect(page).toContain(words);
  });

  it('sets free what stood beneath a claim that is gone', async () => {
    const { synthesisId } = await make({ title: 'Emptied', evidence: [{ postId: posts.cohort }] });
    const path = `/syntheses/${synthesisId}/edit`;
    expect((await as('facilitator').post(path, edit(synthesisId))).status).toBe(302);
    expect(await claimsOf(synthesisId)).toEqual([]);
    expect((await evidenceOf(synthesisId)).map(({ claimId }) => claimId)).toEqual([null]);
    const publication = await as('facilitator').post(`/syntheses/${synthesisId}/publication`, {
      wanted: 'published',
    });
    expect(publication.status).toBe(400);
    expect(await pageOf(publication)).toContain('Write at least one claim before you publish this page.');
    expect(await postsOf(synthesisId)).toEqual([]);
  });

  it('adds, moves and removes claims without script, and saves nothing by it', async () => {
    const { synthesisId, claimId } = await make({ title: 'Moved about' });
    const before = everything();
    const other = uuidv7();
    const rows = {
      ...{ 'claims[0].id': claimId, 'claims[0].claim': 'First', 'claims[1].id': other },
      'claims[1].claim': 'Second',
    };
    const press = async (type: string, payload: object) => {
      const intent = JSON.stringify({ type, payload: { name: 'claims', ...payload } });
      const fields = edit(synthesisId, { ...rows, __intent__: intent });
      const answer = await as('facilitator').post(`/syntheses/${synthesisId}/edit`, fields);
      expect(answer.status).toBe(200);
      return [...(await pageOf(answer)).matchAll(/name="claims\[\d\]\.claim"[^>]*value="([^"]*)"/g)].map(
        ([, v]) => v,
      );
    };
    expect(await press('reorder', { from: 1, to: 0 })).toEqual(['Second', 'First']);
    expect(await press('remove', { index: 0 })).toEqual(['Second']);
    const added = await as('facilitator').post(
      `/syntheses/${synthesisId}/edit`,
      edit(synthesisId, {
        ...rows,
        __intent__: JSON.stringify({
          type: 'insert',
          payload: { name: 'claims', defaultValue: { id: uuidv7() } },
        }),
      }),
    );
    expect(await pageOf(added)).toContain('name="claims[2].claim"');
    expect(everything()).toBe(before);
  });

  it('shows two editors both versions, and overwrites nothing until one chooses', async () => {
    const { synthesisId, claimId } = await make({ title: 'Two hands' });
    const path = `/syntheses/${synthesisId}/edit`;
    const claim = (words: string) => ({ 'claims[0].id': claimId, 'claims[0].claim': words });
    const theirs = edit(synthesisId, { ...claim('Their claim'), title: 'Theirs' });
    expect((await as('facilitator').post(path, theirs)).status).toBe(302);
    const before = everythingButDrafts();
    const mine = edit(synthesisId, { ...claim('My claim'), title: 'Mine' });
    const answer = await as('facilitator').post(path, mine);
    expect(answer.status).toBe(409);
    const page = await pageOf(answer);
    for (const words of [
      'changed this while you were writing',
      'Theirs',
      'Their claim',
      'value="Mine"',
      'My claim',
    ])
      expect(page).toContain(words);
    expect(everythingButDrafts()).toBe(before);
    expect((await as('facilitator').post(path, { ...mine, overwrite: '2' })).status).toBe(302);
    expect((await claimsOf(synthesisId)).map((one) => one.claim)).toEqual(['My claim']);
  });

  it('refuses ids of others, changing nothing', async () => {
    const mine = await make({ title: 'Mine', evidence: [{ postId: posts.cohort }] });
    const other = await make({ title: 'Other', evidence: [{ postId: posts.cohort }] });
    const [otherPiece] = await evidenceOf(other.synthesisId);
    const path = `/syntheses/${mine.synthesisId}/edit`;
    const claim = { 'claims[0].id': mine.claimId, 'claims[0].claim': 'x' };
    const before = everything();
    const send = async (role: Role, fields: Record<string, string>, to = path) =>
      (await as(role).post(to, edit(mine.synthesisId, fields))).status;
    expect(await send('facilitator', { 'claims[0].id': other.claimId, 'claims[0].claim': 'Taken' })).toBe(
      404,
    );
    expect(
      await send('facilitator', {
        ...claim,
        'evidence[0].id': otherPiece?.id ?? '',
        'evidence[0].place': other.claimId,
      }),
    ).toBe(400);
    expect(await send('facilitator', claim, `/syntheses/${other.synthesisId}/edit`)).toBe(404);
    expect(await send('otherFacilitator', claim)).toBe(404);
    expect(await send('member', claim)).toBe(404);
    expect(everything()).toBe(before);
    const removing = { ...claim, 'evidence[0].id': otherPiece?.id ?? '', 'evidence[0].place': 'removed' };
    expect(await send('facilitator', removing)).toBe(302);
    expect(await evidenceOf(other.synthesisId)).toHaveLength(1);
  });

  it('shows script, right-to-left words and emoji as they are, and refuses 100 kB kindly', async () => {
    const { synthesisId, claimId } = await make({ title: 'Odd words' });
    const path = `/syntheses/${synthesisId}/edit`;
    const odd = '<script>alert(1)</script> مرحبا 🎈';
    const claim = { 'claims[0].id': claimId, 'claims[0].claim': odd, 'claims[0].body': odd };
    expect(
      (await as('facilitator').post(path, edit(synthesisId, { ...claim, title: odd, introduction: odd })))
        .status,
    ).toBe(302);
    const page = await pageOf(await as('facilitator').get(`/syntheses/${synthesisId}`));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('مرحبا 🎈');
    const long = await as('facilitator').post(
      path,
      edit(synthesisId, { ...claim, introduction: 'x'.repeat(100_000) }),
    );
    expect(long.status).toBe(400);
    expect(await pageOf(long)).toContain('Please keep this under 4000 characters.');
  });
});

describe('publishing', () => {
  const publish = (synthesisId: string, wanted: string, role: Role = 'facilitator') =>
    as(role).post(`/syntheses/${synthesisId}/publication`, { wanted });

  it('makes one post, takes it back, brings the same one back, and follows what is edited', async () => {
    const { synthesisId, claimId } = await make({ title: 'Published' });
    const answers = await Promise.all([1, 2, 3].map(() => publish(synthesisId, 'published')));
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    const [post, ...more] = await postsOf(synthesisId);
    expect(more).toEqual([]);
    expect(post).toMatchObject({
      ...{ kind: 'synthesis', title: 'Published', audience: 'cohort', audienceId: network.own.cohortId },
      ...{ signature: 'by_name', signedAs: 'Facilitator Person · Cohort one', standing: 'shared' },
    });
    const postId = post?.id ?? '';
    const story = (
      await records.reader.select().from(schema.postStory).where(eq(schema.postStory.postId, postId))
    )[0];
    expect(story?.tried).toBe('Why we looked into Published.');
    const origin = (
      await records.reader.select().from(schema.postOrigin).where(eq(schema.postOrigin.postId, postId))
    )[0];
    expect([origin?.teamId, origin?.authorId]).toEqual([null, network.people.facilitator.id]);
    expect((await as('member').get(`/syntheses/${synthesisId}`)).status).toBe(200);

    const before = everything();
    await publish(synthesisId, 'published');
    expect(everything()).toBe(before);
    await publish(synthesisId, 'draft');
    await publish(synthesisId, 'draft');
    expect((await postsOf(synthesisId)).map(({ id, standing }) => [id, standing])).toEqual([
      [postId, 'withdrawn'],
    ]);
    const withdrawals = () =>
      records.reader.select().from(schema.postWithdrawal).where(eq(schema.postWithdrawal.postId, postId));
    expect((await withdrawals()).map(({ withdrawnBy }) => withdrawnBy)).toEqual([
      network.people.facilitator.id,
    ]);
    expect((await as('member').get(`/syntheses/${synthesisId}`)).status).toBe(404);

    await publish(synthesisId, 'published');
    expect(await withdrawals()).toEqual([]);
    const path = `/syntheses/${synthesisId}/edit`;
    const claim = { 'claims[0].id': claimId, 'claims[0].claim': 'It holds.' };
    expect(
      (await as('facilitator').post(path, edit(synthesisId, { ...claim, audience: 'network' }))).status,
    ).toBe(302);
    expect(await postsOf(synthesisId)).toMatchObject([
      { id: postId, title: 'Changed title', audience: 'network', audienceId: 'network', standing: 'shared' },
    ]);
    expect((await as('otherLeaMember').get(`/syntheses/${synthesisId}`)).status).toBe(200);
    const empty = await as('facilitator').post(path, edit(synthesisId, { version: '2' }));
    expect(empty.status).toBe(400);
    expect(await pageOf(empty)).toContain('A published page needs at least one claim.');
  });

  it('is for its facilitators only', async () => {
    const draft = await make({ title: 'Draft' });
    const shown = await make({ title: 'Network', audience: 'network', isPublished: true });
    const before = everything();
    expect((await publish(draft.synthesisId, 'published', 'member')).status).toBe(404);
    expect((await publish(draft.synthesisId, 'published', 'otherFacilitator')).status).toBe(404);
    expect((await publish(shown.synthesisId, 'draft', 'otherFacilitator')).status).toBe(403);
    expect((await publish(shown.synthesisId, 'elsewhere')).status).toBe(404);
    expect((await as('facilitator').get(`/syntheses/${shown.synthesisId}/publication`)).status).toBe(404);
    expect(everything()).toBe(before);
  });

  it('does not show a hidden post again, and others find no page behind it', async () => {
    const { synthesisId, postId } = await make({ title: 'Hidden', isPublished: true });
    await write(async (tx) => {
      await tx
        .update(schema.post)
        .set({ standing: 'hidden' })
        .where(eq(schema.post.id, postId ?? ''));
      await tx.insert(schema.postHiding).values({
        ...{ id: uuidv7(), postId: postId ?? '', reason: 'A name in it.' },
        ...{ hiddenBy: network.people.facilitator.id, hiddenAt: Date.now() },
      });
    });
    expect((await as('member').get(`/syntheses/${synthesisId}`)).status).toBe(404);
    const page = await pageOf(await as('facilitator').get(`/syntheses/${synthesisId}`));
    expect(page).toContain('A facilitator has hidden this page’s post');
    await publish(synthesisId, 'draft');
    await publish(synthesisId, 'published');
    expect((await postsOf(synthesisId)).map(({ standing }) => standing)).toEqual(['hidden']);
  });

  it('says what others will not see', async () => {
    const { synthesisId } = await make({
      ...{ title: 'Wider than its evidence', audience: 'network' },
      evidence: [
        { postId: posts.cohort },
        { postId: posts.hiddenSignature },
        { cycleId: network.own.cycles.do },
      ],
    });
    const page = await pageOf(await as('facilitator').get(`/syntheses/${synthesisId}`));
    expect(page).toContain('Some of the evidence is shared with fewer people than this page');
    expect(page).toContain('shared with the cohort');
    expect(page).toContain('1 cycle: only for those who read the team’s cycles');
    expect(page).toContain('Publish to the whole network');
  });
});

describe('reading', () => {
  let wide: Made;
  let draft: Made;
  const path = () => `/syntheses/${wide.synthesisId}`;

  beforeAll(async () => {
    wide = await make({
      ...{ title: 'What we learned', audience: 'network', isPublished: true },
      evidence: [
        { postId: posts.hiddenSignature },
        { postId: posts.cohort },
        { postId: posts.school },
        { cycleId: network.own.cycles.complete },
      ],
    });
    draft = await make({ title: 'Half written' });
  });

  it.each(roles)('the list of %s holds what they may read, and no more', async (role) => {
    const page = await pageOf(await as(role).get('/syntheses'));
    expect(page).toContain('What we learned');
    expect(page.includes('Half written')).toBe(role === 'facilitator');
    expect(page.includes('Begin a synthesis')).toBe(role === 'facilitator' || role === 'otherFacilitator');
    const found = await pageOf(await as(role).get('/syntheses?search=we+lear'));
    expect(found).toContain('What we learned');
    expect(await pageOf(await as(role).get('/syntheses?search=nothing-like-it'))).not.toContain(
      'What we learned',
    );
    expect(await pageOf(await as(role).get(`/syntheses?cohort=${network.otherLea.cohortId}`))).not.toContain(
      'What we learned',
    );
  });

  it.each([
    ['facilitator', ['nobody in particular', 'For the cohort', 'For one school', 'Idea in complete'], 0],
    ['member', ['nobody in particular', 'For the cohort', 'For one school', 'Idea in complete'], 0],
    ['otherTeamMember', ['nobody in particular', 'For the cohort', 'For one school'], 0],
    ['sponsor', ['nobody in particular', 'For the cohort', 'For one school'], 0],
    ['otherLeaMember', ['nobody in particular'], 2],
    ['otherFacilitator', ['nobody in particular'], 2],
    ['administrator', ['nobody in particular'], 2],
  ] as const)('%s sees of the evidence what is shared with them', async (role, seen, unseenPosts) => {
    const all = ['nobody in particular', 'For the cohort', 'For one school', 'Idea in complete'];
    const page = await pageOf(await as(role).get(path()));
    const data = await (await as(role).get(`${path()}.data`)).text();
    for (const words of all) {
      const expected = seen.some((one) => one === words);
      expect(page.includes(words), words).toBe(expected);
      expect(data.includes(words), `${words} in the data`).toBe(expected);
    }
    expect(page.includes(`${unseenPosts} pieces of evidence are not shared with you.`)).toBe(unseenPosts > 0);
    const hasCycle = seen.some((one) => one === 'Idea in complete');
    expect(page.includes('A cycle that its team has not shared.')).toBe(!hasCycle);
    expect(data.includes(network.own.cycles.complete)).toBe(hasCycle);
    if (unseenPosts > 0) for (const id of [posts.cohort, posts.school]) expect(page + data).not.toContain(id);
  });

  it('a hidden signature has no origin in the page or its data', async () => {
    const { own, people: who } = network;
    const alone = await make({
      ...{ title: 'Signed by nobody', audience: 'network', isPublished: true },
      evidence: [{ postId: posts.hiddenSignature }, { cycleId: own.cycles.complete }],
    });
    for (const role of [
      'otherLeaMember',
      'otherFacilitator',
      'otherSponsor',
      'administrator',
      'otherTeamMember',
    ] as const) {
      const path = `/syntheses/${alone.synthesisId}`;
      const all =
        (await pageOf(await as(role).get(path))) + (await (await as(role).get(`${path}.data`)).text());
      const text = all.replaceAll(who[role].name, '');
      expect(text).toContain('A grade 4 team');
      const telling = [
        own.teamId,
        own.proportionId,
        own.cycles.complete,
        who.member.id,
        'Member Person',
        'Own team',
      ];
      for (const one of telling) expect(text, `${role}: ${one}`).not.toContain(one);
      if (role !== 'otherTeamMember') expect(text).not.toContain('School one');
    }
  });

  it('a post withdrawn beneath a claim leaves its place and nothing else', async () => {
    const postId = await records.inTransaction((tx) =>
      addPost(
        tx,
        { teamId: network.own.teamId, authorId: network.people.member.id },
        { title: 'Taken back later' },
      ),
    );
    const { synthesisId } = await make({ title: 'With a gap', isPublished: true, evidence: [{ postId }] });
    expect(await pageOf(await as('member').get(`/syntheses/${synthesisId}`))).toContain('Taken back later');
    await write((tx) =>
      tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
    );
    for (const role of ['facilitator', 'member'] as const) {
      const page = await pageOf(await as(role).get(`/syntheses/${synthesisId}`));
      expect(page).toContain('One piece of evidence is not shared with you.');
      expect(page).not.toContain('Taken back later');
      expect(page).not.toContain(postId);
    }
    const form = await pageOf(await as('facilitator').get(`/syntheses/${synthesisId}/edit`));
    expect(form).toContain('A post no longer shared, or not with you');
    expect(form).not.toContain('Taken back later');
  });

  it('never shows a number of a cycle', async () => {
    const data = await (await as('facilitator').get(`${path()}.data`)).text();
    expect(data).toContain('Idea in complete');
    for (const words of ['numerator', 'denominator', 'Frames help starters', 'Paragraphs of Own team'])
      expect(data).not.toContain(words);
  });

  it('is a page of its own only where it may be read', async () => {
    const response = await as('member').get(`/syntheses/${draft.synthesisId}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Half written');
    expect((await as('member').get('/syntheses/not-an-id')).status).toBe(404);
  });
});

it('fifty to a page', async () => {
  const { otherLea, people: who } = network;
  await write(async (tx) => {
    for (let index = 0; index < 51; index += 1)
      await addSynthesis(tx, {
        ...{ cohortId: otherLea.cohortId, by: who.otherFacilitator.id, title: `Many ${index}` },
        isPublished: true,
      });
  });
  const path = `/syntheses?cohort=${otherLea.cohortId}`;
  const titles = async (page: number) =>
    [
      ...(await pageOf(await as('otherLeaMember').get(`${path}&page=${page}`))).matchAll(/>(Many \d+)<\/a>/g),
    ].map(([, title]) => title);
  const [first, second] = [await titles(1), await titles(2)];
  expect([first.length, second.length]).toEqual([50, 1]);
  expect(new Set([...first, ...second]).size).toBe(51);
});
