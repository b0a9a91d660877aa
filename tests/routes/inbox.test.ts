import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost, audiencesOf } from '../factories/small-posts';
import { addEvents, addReview } from '../factories/small-reviews';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
const posts = { named: '', hidden: '', team: '' };
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
        const { team } = await audiencesOf(tx, network.own);
        const hidden = { signature: 'school_hidden', signedAs: 'A grade 4 team' } as const;
        posts.named = await addPost(tx, origin, { title: 'By name' });
        posts.hidden = await addPost(tx, origin, { title: 'School hidden', ...hidden });
        posts.team = await addPost(tx, origin, { title: 'In the team', audience: 'team', audienceId: team });
      });
    },
  });
  file = app.look();
});
afterAll(async () => {
  file.close();
  await app.remove();
});
beforeEach(async () => {
  await file.inTransaction(async (tx) => {
    await tx.delete(schema.notification);
    await tx.update(schema.activityEvent).set({ toldAt: 1 });
  });
});

const id = (role: Role) => network.people[role].id;
const words = (page: string) =>
  page
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

async function inboxOf(role: Role, search = ''): Promise<string> {
  const answer = await as(role).get(`/inbox${search}`);
  expect(answer.status).toBe(200);
  return words(await pageOf(answer));
}
const noticesOf = (role: Role) =>
  file.reader
    .select()
    .from(schema.notification)
    .where(eq(schema.notification.personId, id(role)));

async function write(role: Role, postId: string, body: string, more: Record<string, string> = {}) {
  const fields = { id: uuidv7(), body, ...more };
  const answer = await as(role).post(`/posts/${postId}/comments`, fields);
  expect(answer.status).toBe(302);
  return fields.id;
}

/** Tells the own team that its coach wrote, by a form of somebody who has nothing to do with it. */
async function tellNudges(count: number) {
  const steps = Array.from({ length: count }, (_, index) => ({
    ...{ kind: 'nudge_sent' as const, detail: String(index) },
  }));
  await file.inTransaction((tx) => addEvents(tx, network, steps, Date.now() - 5000));
  await as('otherLeaMember').post('/feed/readings', { through: '1' });
}

describe('what somebody did', () => {
  it('stands in the inbox of the other on their next page, with its number in the header', async () => {
    expect(words(await pageOf(await as('member').get('/')))).not.toMatch(/\d+ unread/);
    const comment = await write('otherLeaMember', posts.named, 'How long did it **take**?');
    const next = words(await pageOf(await as('member').get('/')));
    expect(next).toContain('Inbox 1 , 1 unread');
    const page = await inboxOf('member');
    expect(page).toContain('New OtherLeaMember Person wrote about “By name”');
    expect(page).toContain('How long did it take?');
    expect(page).toContain('Today');
    expect(await inboxOf('otherLeaMember')).toContain('Nothing has come yet.');
    const [notice] = await noticesOf('member');
    const open = async () => as('member').post(`/inbox/${notice?.id}/reading`, {});
    for (const answer of [await open(), await open()]) {
      expect(answer.status).toBe(302);
      expect(answer.headers.get('Location')).toBe(
        `/posts/${posts.named}?comment=${comment}#comment-${comment}`,
      );
    }
    expect(await inboxOf('member')).not.toContain('New OtherLeaMember');
    expect(await inboxOf('member', '?show=unread')).toContain('You have read everything.');
  });

  it('a mention that asks is immediate, and the comment is not told once more', async () => {
    await write('otherLeaMember', posts.named, 'Which frame, @Member Person?');
    await write('otherLeaMember', posts.named, 'Thanks, @Coach Person.');
    expect((await noticesOf('member')).map(({ urgency }) => urgency).toSorted()).toEqual([
      'digest',
      'immediate',
    ]);
    expect((await noticesOf('coach')).map(({ urgency }) => urgency)).toEqual(['digest']);
    expect(await inboxOf('member')).toContain('OtherLeaMember Person mentioned you under “By name”');
  });

  it('an answer comes to whoever is answered', async () => {
    const first = await write('otherLeaMember', posts.named, 'We wonder how.');
    await write('otherTeamMember', posts.named, 'So do we.', { parentId: first });
    expect(await inboxOf('otherLeaMember')).toContain('OtherTeamMember Person answered you under “By name”');
  });

  it('does not fail when it tells nobody, and nothing that was refused is told', async () => {
    const answer = await as('member').post(`/posts/${posts.named}/comments`, { id: uuidv7(), body: '' });
    expect(answer.status).toBe(400);
    expect(await noticesOf('colleague')).toEqual([]);
  });
});

describe('what may no longer be seen', () => {
  it('a withdrawn comment is gone, from the number too', async () => {
    const comment = await write('otherLeaMember', posts.named, 'A slip of the pen, @Coach Person');
    expect(await inboxOf('member')).toContain('A slip of the pen');
    await as('otherLeaMember').post(`/comments/${comment}/withdrawal`, {});
    for (const role of ['member', 'coach'] as const) {
      const page = await inboxOf(role);
      expect(page).toContain('Nothing has come yet.');
      expect(page).not.toMatch(/\d+ unread/);
      const [notice] = await noticesOf(role);
      expect((await as(role).get(`/inbox/${notice?.id}`)).status).toBe(404);
      expect((await as(role).post(`/inbox/${notice?.id}/reading`, {})).status).toBe(404);
    }
  });

  it('a post that is withdrawn or hidden takes along what was said to others', async () => {
    await write('otherLeaMember', posts.named, 'Look, @Sponsor Person');
    expect(await inboxOf('sponsor')).toContain('mentioned you');
    for (const standing of ['withdrawn', 'hidden'] as const) {
      await file.inTransaction((tx) =>
        tx.update(schema.post).set({ standing }).where(eq(schema.post.id, posts.named)),
      );
      expect(await inboxOf('sponsor')).toContain('Nothing has come yet.');
      expect((await inboxOf('member')).includes('wrote about')).toBe(standing === 'hidden');
    }
    await file.inTransaction((tx) => tx.update(schema.post).set({ standing: 'shared' }));
  });

  it('a coach whose assignment ended sees nothing of the team any more', async () => {
    const coach = as('coach');
    await file.inTransaction(async (tx) => {
      const { reviewId, cycleId } = await addReview(tx, network, Date.now());
      const asked = { kind: 'review_requested' as const, actorId: id('member'), cycleId, reviewId };
      await addEvents(tx, network, [asked], Date.now() - 1000);
    });
    await as('otherLeaMember').post('/feed/readings', { through: '1' });
    const page = await inboxOf('coach');
    expect(page).toContain('Member Person asked for a review of cycle 1 of “Idea in study of Own team”');
    expect(page).toContain('School one · Own team');
    for (const role of ['sponsor', 'otherCoach', 'facilitator', 'administrator', 'otherTeamMember'] as const)
      expect(await inboxOf(role), role).toContain('Nothing has come yet.');
    const end = (endedOn: string | null) =>
      file.inTransaction((tx) =>
        tx
          .update(schema.coachAssignment)
          .set({ endedOn })
          .where(eq(schema.coachAssignment.personId, id('coach'))),
      );
    await end(network.today);
    const after = await pageOf(await coach.get('/inbox'));
    for (const secret of ['Own team', 'Idea in study', 'prediction too easy', network.own.teamId])
      expect(after).not.toContain(secret);
    expect(words(after)).not.toMatch(/\d+ unread/);
    await end(null);
  });
});

describe('a hidden signature', () => {
  it('never tells whose words, nor whose post', async () => {
    const asked = await write('otherLeaMember', posts.hidden, 'Which question was it?');
    await write('member', posts.hidden, 'The first one, @OtherLeaMember Person', { parentId: asked });
    await write('colleague', posts.hidden, 'And the second.', { parentId: asked });
    await write('coach', posts.hidden, 'Well put, @OtherLeaMember Person');
    for (const ending of ['', '.data']) {
      const page = await pageOf(await as('otherLeaMember').get(`/inbox${ending}`));
      expect(page).toContain('The team that shared this mentioned you under “School hidden”');
      expect(page).toContain('The team that shared this answered you under “School hidden”');
      expect(page).toContain('Coach Person mentioned you');
      for (const secret of [id('member'), id('colleague'), network.own.teamId, 'Own team', 'School one'])
        expect(page, secret).not.toContain(secret);
      for (const name of [/\bMember Person/, /Colleague Person/]) expect(page).not.toMatch(name);
    }
    expect(await inboxOf('colleague')).toContain('The team that shared this wrote about “School hidden”');
  });
});

describe('marking as read', () => {
  it('is done for the own notices only', async () => {
    await tellNudges(1);
    const [notice] = await noticesOf('member');
    const before = everythingIn(`${app.folder}/boldline.db`);
    const stranger = as('otherTeamMember');
    for (const who of [stranger, as('coach'), as('colleague')]) {
      expect((await who.get(`/inbox/${notice?.id}`)).status).toBe(404);
      expect((await who.post(`/inbox/${notice?.id}/reading`, {})).status).toBe(404);
      expect((await who.post('/inbox/readings', { through: notice?.id ?? '' })).status).toBe(404);
    }
    const member = as('member');
    expect((await member.post('/inbox/readings', { through: 'x' })).status).toBe(400);
    expect((await member.post('/inbox/readings', {})).status).toBe(400);
    expect((await member.post(`/inbox/${notice?.id}/reading`, { quietly: 'no' })).status).toBe(400);
    for (const path of ['/inbox/nothing', `/inbox/${uuidv7()}`])
      expect((await member.get(path)).status).toBe(404);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
  });

  it('all at once, but not what is out of the reader’s sight', async () => {
    await tellNudges(1);
    const [hidden] = await noticesOf('member');
    const far = network.otherLea.teamId;
    const eventOf = (teamId: string) =>
      file.inTransaction(async (tx) => {
        const set = { teamId };
        await tx
          .update(schema.activityEvent)
          .set(set)
          .where(eq(schema.activityEvent.id, hidden?.eventId ?? ''));
      });
    await eventOf(far);
    await tellNudges(1);
    const seen = await pageOf(await as('member').get('/inbox'));
    const through = /name="through" value="([^"]+)"/.exec(seen)?.[1] ?? '';
    await as('member').post('/inbox/readings', { through });
    const readAt = new Map((await noticesOf('member')).map((one) => [one.id, one.readAt]));
    expect(readAt.get(through)).not.toBeNull();
    expect(readAt.get(hidden?.id ?? '')).toBeNull();
    await eventOf(network.own.teamId);
    expect(await inboxOf('member')).toContain('Inbox 1 , 1 unread');
  });

  it('all at once, but not what came meanwhile', async () => {
    await tellNudges(3);
    const seen = await pageOf(await as('member').get('/inbox'));
    const through = /name="through" value="([^"]+)"/.exec(seen)?.[1] ?? '';
    await tellNudges(1);
    for (let times = 0; times < 2; times += 1) {
      const answer = await as('member').post('/inbox/readings', { through });
      expect(answer.headers.get('Location')).toBe('/inbox');
      expect(await inboxOf('member')).toContain('Inbox 1 , 1 unread');
    }
    expect((await noticesOf('colleague')).every(({ readAt }) => readAt === null)).toBe(true);
  });

  it('a mail’s link leads on and changes nothing by itself; the page that opens marks it', async () => {
    await tellNudges(1);
    const [notice] = await noticesOf('member');
    const before = everythingIn(`${app.folder}/boldline.db`);
    const answer = await as('member').get(`/inbox/${notice?.id}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe(`/teams/${network.own.teamId}?told=${notice?.id}`);
    expect(everythingIn(`${app.folder}/boldline.db`)).toBe(before);
    const quiet = await as('member').post(`/inbox/${notice?.id}/reading`, { quietly: 'yes' });
    expect(quiet.status).toBe(200);
    expect((await noticesOf('member')).every(({ readAt }) => readAt !== null)).toBe(true);
  });
});

describe('a long inbox', () => {
  it('comes in pages of fifty, each notice once', async () => {
    await tellNudges(120);
    let path = '/inbox';
    const seen: string[] = [];
    for (const size of [50, 50, 20]) {
      const page = await pageOf(await as('member').get(path));
      const ids = [...page.matchAll(/action="\/inbox\/([^"/]+)\/reading"/g)].map((match) => match[1] ?? '');
      expect(ids.length).toBe(size);
      seen.push(...ids);
      path = (/href="([^"]*before=[^"]*)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(120);
    expect(path).toBe('');
    expect(await inboxOf('member')).toContain('99+ unread');
    expect(await inboxOf('member', `?before=${uuidv7()}`)).toContain('That was all.');
    expect(await inboxOf('member', '?before=x&show=y')).toContain('Older');
  });
});
