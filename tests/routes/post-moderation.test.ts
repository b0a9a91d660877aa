import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
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
let postId: string;
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
beforeEach(async () => {
  postId = await share('Read by all');
});

const databaseFile = () => `${app.folder}/boldline.db`;
const share = (title: string, more: Parameters<typeof addPost>[2] = {}) =>
  file.inTransaction((tx) =>
    addPost(tx, { teamId: network.own.teamId, authorId: network.people.member.id }, { title, ...more }),
  );
const standingOf = async () =>
  (await file.reader.select().from(schema.post).where(eq(schema.post.id, postId)))[0]?.standing;
const hidingsOf = () =>
  file.reader.select().from(schema.postHiding).where(eq(schema.postHiding.postId, postId));
const reportsOf = () =>
  file.reader.select().from(schema.postReport).where(eq(schema.postReport.postId, postId));
const report = (who: Role, reason = 'A student could be recognised.', id = uuidv7()) =>
  as(who).post(`/posts/${postId}/reports/new`, { id, reason });
const hide = (who: Role, reason = 'Please take the place out.') =>
  as(who).post(`/posts/${postId}/hiding?back=/reports`, { wanted: 'hidden', reason });
const show = (who: Role) => as(who).post(`/posts/${postId}/hiding`, { wanted: 'shown' });

async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = everythingIn(databaseFile());
  await work();
  expect(everythingIn(databaseFile())).toBe(before);
}

describe('a pin', () => {
  const pin = (who: Role, how: string) => as(who).post(`/posts/${postId}/pin`, { wanted: how });
  const pins = () => file.reader.select().from(schema.postPin).where(eq(schema.postPin.postId, postId));

  it('of two facilitators at once holds, and is there once', async () => {
    const both = await Promise.all([pin('facilitator', 'pinned'), pin('otherFacilitator', 'pinned')]);
    expect(both.map(({ status }) => status)).toEqual([302, 302]);
    expect(await pins()).toHaveLength(1);
    expect(await pageOf(await as('facilitator').get(`/posts/${postId}`))).toContain('Unpin from the top');
    await pin('facilitator', 'unpinned');
    await pin('otherFacilitator', 'unpinned');
    expect(await pins()).toEqual([]);
  });

  it('is the facilitators’', async () => {
    await unchanged(async () => {
      for (const role of ['member', 'coach', 'sponsor'] as const)
        expect((await pin(role, 'pinned')).status).toBe(403);
      expect((await pin('facilitator', 'top')).status).toBe(404);
    });
    expect(await pageOf(await as('coach').get(`/posts/${postId}`))).not.toContain('Pin to the top');
  });
});

describe('a report', () => {
  it('is taken once from each person, with thanks, and not from the team itself', async () => {
    const first = await report('otherLeaMember');
    expect(first.headers.get('Location')).toBe(`/posts/${postId}?reported`);
    const thanks = await pageOf(await as('otherLeaMember').get(`/posts/${postId}?reported`));
    expect(thanks).toContain('Thank you. A facilitator will look.');
    await unchanged(async () => {
      expect((await report('otherLeaMember', 'Again')).status).toBe(302);
      expect((await report('member')).status).toBe(403);
    });
    await report('coach', 'Another reason');
    expect(await reportsOf()).toHaveLength(2);
    const again = await pageOf(await as('otherLeaMember').get(`/posts/${postId}/reports/new`));
    expect(again).toContain('You told the facilitators about this post already.');
  });

  it('needs a reason, and not a long one', async () => {
    await unchanged(async () => {
      const empty = await report('coach', ' ');
      expect([empty.status, (await empty.text()).includes('Say why, in a sentence.')]).toEqual([400, true]);
      const long = await report('coach', 'x'.repeat(100_000));
      expect(long.status).toBe(400);
      const page = await long.text();
      expect(page).toContain('Please keep this under 1,000 characters.');
      expect(page).toContain('x'.repeat(100_000));
      expect((await report('coach', 'x', 'no-id')).status).toBe(404);
    });
  });

  it('is read by facilitators who see the post, with its reporter’s name, which nobody else learns', async () => {
    const narrow = await share('For the school', {
      audience: 'school',
      audienceId: (await file.inTransaction((tx) => audiencesOf(tx, network.own))).school,
    });
    await report('otherLeaMember', 'Told by <one> of another LEA');
    await as('sponsor').post(`/posts/${narrow}/reports/new`, { id: uuidv7(), reason: 'Within the school' });
    const here = await pageOf(await as('facilitator').get('/reports'));
    for (const text of ['Told by &lt;one&gt; of another LEA', 'OtherLeaMember Person', 'Within the school'])
      expect(here).toContain(text);
    const there = await pageOf(await as('otherFacilitator').get('/reports'));
    expect(there).toContain('Read by all');
    expect(there).not.toContain('For the school');
    for (const role of ['member', 'coach', 'sponsor', 'otherLeaMember'] as const) {
      expect((await as(role).get('/reports')).status).toBe(404);
      for (const ending of ['', '.data'])
        expect(await pageOf(await as(role).get(`/posts/${postId}${ending}`))).not.toContain('Told by');
    }
  });
});

describe('hiding', () => {
  it('needs a reason, settles the reports, and tells the team why', async () => {
    await report('coach');
    await unchanged(async () => {
      for (const reason of ['', '  ', 'x'.repeat(1001)]) {
        const response = await hide('facilitator', reason);
        expect(response.status).toBe(400);
        expect(await pageOf(response)).toContain('The post is still shown');
      }
    });
    expect((await hide('facilitator')).headers.get('Location')).toBe('/reports');
    expect(await standingOf()).toBe('hidden');
    const [report1] = await reportsOf();
    expect(report1).toMatchObject({ settledBy: network.people.facilitator.id });
    expect(report1?.settledAt).not.toBeNull();
    const reports = await pageOf(await as('facilitator').get('/reports'));
    expect(reports).toContain('Hidden now');
    expect(reports).toContain(`/posts/${postId}"`);
    expect(reports).toContain('Please take the place out.');
    const own = await pageOf(await as('member').get(`/posts/${postId}`));
    expect(own).toContain('Please take the place out.');
    for (const reporter of ['Coach Person', 'A student could be recognised.'])
      expect(own).not.toContain(reporter);
    expect((await as('coach').get(`/posts/${postId}`)).status).toBe(404);
    const news = await pageOf(await as('member').get('/'));
    expect(news).toContain('A facilitator hid your team’s post');
    expect(news).toContain('Please take the place out.');
    const events = await file.reader
      .select()
      .from(schema.activityEvent)
      .where(eq(schema.activityEvent.postId, postId));
    expect(events).toMatchObject([{ kind: 'post_hidden', teamId: network.own.teamId }]);
  });

  it('by two at once is done once, and lifted again', async () => {
    await Promise.all([hide('facilitator', 'First reason'), hide('otherFacilitator', 'Second reason')]);
    expect(await hidingsOf()).toHaveLength(1);
    await Promise.all([show('otherFacilitator'), show('facilitator')]);
    expect(await standingOf()).toBe('shared');
    const [hiding] = await hidingsOf();
    expect(hiding?.liftedAt).not.toBeNull();
    expect((await as('coach').get(`/posts/${postId}`)).status).toBe(200);
    expect(await pageOf(await as('member').get('/'))).not.toContain('First reason');
  });

  it('a post that its team withdrew meanwhile stays withdrawn', async () => {
    await hide('facilitator');
    await file.inTransaction((tx) =>
      tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
    );
    await unchanged(async () => expect((await show('facilitator')).status).toBe(404));
  });

  it('is the facilitators’, and letting a post stand settles its reports', async () => {
    await report('coach');
    await unchanged(async () => {
      for (const role of ['member', 'coach', 'sponsor', 'otherTeamMember'] as const) {
        expect((await hide(role)).status).toBe(403);
        expect((await show(role)).status).toBe(403);
      }
      expect((await as('facilitator').post(`/posts/${postId}/hiding`, { wanted: 'gone' })).status).toBe(404);
    });
    expect((await show('otherFacilitator')).status).toBe(302);
    expect(await standingOf()).toBe('shared');
    expect((await reportsOf())[0]?.settledBy).toBe(network.people.otherFacilitator.id);
    expect(await hidingsOf()).toEqual([]);
  });
});

describe('news of one’s posts', () => {
  it('tells the team who wrote, tells the mentioned, and names nobody of a hidden team', async () => {
    const comment = (who: Role, to: string, body: string) =>
      as(who).post(`/posts/${to}/comments`, { id: uuidv7(), body });
    const hidden = await file.inTransaction((tx) =>
      addPost(
        tx,
        { teamId: network.otherLea.teamId, authorId: network.people.otherLeaMember.id },
        { title: 'Whose is it', signature: 'school_hidden', signedAs: 'A grade 4 team' },
      ),
    );
    await comment('otherTeamMember', postId, 'What did **you** leave out, @Sponsor Person?');
    await comment('otherLeaMember', hidden, 'Thank you @Member Person');
    const own = await pageOf(await as('member').get('/'));
    expect(own).toContain('News of your posts');
    expect(own).toContain('OtherTeamMember Person');
    expect(own).toContain('mentioned you under');
    expect(own).toContain('The team that shared this');
    for (const ending of ['/', '/_.data'])
      expect(await pageOf(await as('member').get(ending))).not.toContain('OtherLeaMember');
    const mentioned = await pageOf(await as('sponsor').get('/'));
    expect(mentioned).toContain('mentioned you under');
    expect(mentioned).toContain(`/posts/${postId}?comment=`);
    expect(await pageOf(await as('otherTeamMember').get('/'))).not.toContain('News of your posts');
    const participation = await pageOf(await as('sponsor').get('/'));
    expect(participation).not.toContain('wrote about “');
    await hide('facilitator');
    expect(await pageOf(await as('sponsor').get('/'))).not.toContain('mentioned you under');
  });
});
