import { asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { signOwnCommentsAsOrigin } from '~/features/feed/conversation/withdraw-comment.server';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost, audiencesOf } from '../factories/small-posts';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let file: Database;
let member: Visitor;
let coach: Visitor;
let far: Visitor;
const posts = { named: '', hidden: '', team: '', long: '', changing: '' };

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
        const { team } = await audiencesOf(tx, network.own);
        const inTeam = { audience: 'team', audienceId: team } as const;
        const schoolHidden = { signature: 'school_hidden', signedAs: 'A grade 4 team' } as const;
        posts.named = await addPost(tx, origin, { title: 'By name' });
        posts.hidden = await addPost(tx, origin, { title: 'School hidden', ...schoolHidden });
        posts.team = await addPost(tx, origin, { title: 'For the team', ...inTeam });
        posts.long = await addPost(tx, origin, { title: 'Much said' });
        posts.changing = await addPost(tx, origin, { title: 'Signature changes' });
      });
    },
  });
  file = app.look();
  [member, coach, far] = [
    await signedInAs(app.url, network, 'member'),
    await signedInAs(app.url, network, 'coach'),
    await signedInAs(app.url, network, 'otherLeaMember'),
  ];
});
afterAll(async () => {
  file.close();
  await app.remove();
});

const databaseFile = () => `${app.folder}/boldline.db`;
const words = (page: string) =>
  page.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').replaceAll(/<[^>]*>/g, ' ');

async function write(
  who: Visitor,
  postId: string,
  body: string,
  more: Record<string, string> = {},
): Promise<{ id: string; response: Response }> {
  const id = more.id ?? uuidv7();
  return { id, response: await who.post(`/posts/${postId}/comments`, { id, body, ...more }) };
}

const commentsOf = (postId: string) =>
  file.reader
    .select()
    .from(schema.postComment)
    .where(eq(schema.postComment.postId, postId))
    .orderBy(asc(schema.postComment.id));
const mentionsIn = async (commentId: string) =>
  (
    await file.reader
      .select()
      .from(schema.commentMention)
      .where(eq(schema.commentMention.commentId, commentId))
  ).map(({ personId }) => personId);
const person = (role: Role) => network.people[role].id;

describe('a comment', () => {
  it('stands under the post with name and place, and is written once however often it is sent', async () => {
    const { id, response } = await write(far, posts.named, '  How long did it take?  ');
    expect(response.headers.get('Location')).toBe(`/posts/${posts.named}?comment=${id}#comment-${id}`);
    await Promise.all([1, 2].map(() => write(far, posts.named, 'How long did it take?', { id })));
    expect((await write(far, posts.named, 'Something else', { id })).response.status).toBe(302);
    expect((await write(coach, posts.named, 'Taken over', { id })).response.status).toBe(404);
    expect((await write(far, posts.hidden, 'Elsewhere', { id })).response.status).toBe(404);
    const all = await commentsOf(posts.named);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ body: 'How long did it take?', asOrigin: false, parentId: null });
    const page = words(await pageOf(await member.get(`/posts/${posts.named}`)));
    expect(page).toContain('OtherLeaMember Person');
    expect(page).toContain('School two · Far team');
    const events = await file.reader
      .select()
      .from(schema.activityEvent)
      .where(eq(schema.activityEvent.kind, 'post_commented'));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ teamId: network.own.teamId, postId: posts.named, detail: 'By name' });
  });

  it('is answered one level deep, beneath a comment of the same post', async () => {
    const [top] = await commentsOf(posts.named);
    const parentId = top?.id ?? '';
    const reply = await write(member, posts.named, 'Two weeks.', { parentId });
    expect(reply.response.status).toBe(302);
    const deeper = await write(far, posts.named, 'And then <nothing lost>?', { parentId: reply.id });
    expect(deeper.response.status).toBe(400);
    const page = await pageOf(deeper.response);
    expect(page).toContain('An answer has no answers of its own.');
    expect(page).toContain('And then &lt;nothing lost&gt;?</textarea>');
    const before = everythingIn(databaseFile());
    expect((await write(far, posts.hidden, 'x', { parentId })).response.status).toBe(404);
    expect((await write(far, posts.named, 'x', { parentId: uuidv7() })).response.status).toBe(404);
    expect((await write(far, posts.named, 'x', { parentId: 'x' })).response.status).toBe(404);
    expect(everythingIn(databaseFile())).toBe(before);
  });

  it('that says nothing, or 100 kB, comes back with a message beside it and what was typed', async () => {
    const before = everythingIn(databaseFile());
    const empty = await write(far, posts.named, '   ');
    expect([
      empty.response.status,
      (await empty.response.text()).includes('Write a few words first.'),
    ]).toEqual([400, true]);
    for (const ending of ['', '.data']) {
      const long = 'ü'.repeat(100_000);
      const response = await far.post(`/posts/${posts.named}/comments${ending}`, {
        id: uuidv7(),
        body: long,
      });
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain('Please keep this under 4,000 characters; it has 100,000.');
      expect(text).toContain(long);
    }
    expect(everythingIn(databaseFile())).toBe(before);
  });

  it('is text, whatever is in it', async () => {
    const bodies = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '🎉🎉 שלום لكم',
      '[x](javascript:alert(1))',
    ];
    for (const body of bodies) expect((await write(far, posts.changing, body)).response.status).toBe(302);
    const page = await pageOf(await coach.get(`/posts/${posts.changing}`));
    const shown = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(shown).not.toMatch(/<script|<img|href="javascript/);
    expect(shown).toContain('🎉🎉 שלום لكم');
  });

  it('is taken back by its author only; its place stays while it has answers', async () => {
    const top = await write(far, posts.long, 'A secret after all @Coach Person');
    const reply = await write(coach, posts.long, 'An answer', { parentId: top.id });
    const lonely = await write(far, posts.long, 'Nobody answers this');
    const withdraw = (who: Visitor, id: string) => who.post(`/comments/${id}/withdrawal`, {});
    expect(await mentionsIn(top.id)).toEqual([person('coach')]);
    const before = everythingIn(databaseFile());
    expect((await withdraw(coach, top.id)).status).toBe(403);
    expect((await withdraw(coach, uuidv7())).status).toBe(404);
    expect(everythingIn(databaseFile())).toBe(before);
    for (const id of [top.id, lonely.id, top.id])
      expect((await withdraw(far, id)).headers.get('Location')).toBe(`/posts/${posts.long}#comments`);
    const page = words(await pageOf(await member.get(`/posts/${posts.long}`)));
    expect(page.match(/This comment was withdrawn\./g)).toHaveLength(1);
    expect(page).toContain('An answer');
    for (const gone of ['A secret after all', 'Nobody answers this', 'OtherLeaMember'])
      expect(page).not.toContain(gone);
    expect(everythingIn(databaseFile())).not.toContain('A secret after all');
    expect(await mentionsIn(top.id)).toEqual([]);
    expect((await write(far, posts.long, 'x', { parentId: top.id })).response.status).toBe(400);
    await withdraw(coach, reply.id);
    expect(await pageOf(await member.get(`/posts/${posts.long}`))).not.toContain(
      'This comment was withdrawn.',
    );
  });

  it('is found on its page of fifty', async () => {
    const ids = Array.from({ length: 53 }, () => uuidv7());
    await file.inTransaction(async (tx) => {
      for (const [index, id] of ids.entries())
        await tx.insert(schema.postComment).values({
          ...{ id, postId: posts.long, authorId: person('coach'), body: `Said as number ${index}.` },
          commentedAt: 1000 + Math.floor(index / 10),
        });
    });
    const first = words(await pageOf(await far.get(`/posts/${posts.long}`)));
    expect(first).toContain('Said as number 49.');
    expect(first).not.toContain('Said as number 50.');
    expect(first).toContain('Page 1 of 2');
    for (const path of [`?page=2`, `?comment=${ids[51]}`, '?page=99'])
      expect(words(await pageOf(await far.get(`/posts/${posts.long}${path}`))), path).toContain('number 51.');
    for (const path of ['?page=0', '?page=x', `?comment=${ids[49]}`, '?comment=nothing'])
      expect(words(await pageOf(await far.get(`/posts/${posts.long}${path}`))), path).toContain('number 49.');
  });
});

describe('mentions', () => {
  it('are people who see the post, by their whole name in any case', async () => {
    const named = await write(
      far,
      posts.named,
      'Thanks @coach person, @Sponsor Person and @Nobody Here, @Colleague',
    );
    expect((await mentionsIn(named.id)).toSorted()).toEqual([person('coach'), person('sponsor')].toSorted());
    const inTeam = await write(coach, posts.team, '@OtherLeaMember Person and @Colleague Person');
    expect(await mentionsIn(inTeam.id)).toEqual([person('colleague')]);
    const own = await write(far, posts.named, '@OtherLeaMember Person');
    expect(await mentionsIn(own.id)).toEqual([]);
  });

  it('are suggested to those who see the post', async () => {
    const ask = async (who: Visitor, postId: string, q: string) =>
      (await (
        await who.get(`/posts/${postId}/people?${new URLSearchParams({ q }).toString()}`)
      ).json()) as object;
    expect(await ask(far, posts.named, 'coa')).toEqual({ names: ['Coach Person'] });
    expect(await ask(far, posts.named, 'c')).toEqual({ names: [] });
    expect(await ask(coach, posts.team, 'person')).toEqual({
      names: ['Colleague Person', 'Facilitator Person', 'Member Person'],
    });
    expect((await far.get(`/posts/${posts.team}/people?q=pe`)).status).toBe(404);
  });
});

describe('under a post whose signature hides the team', () => {
  it('the team writes as “The team that shared this”, and nobody learns who', async () => {
    const told = await pageOf(await member.get(`/posts/${posts.hidden}`));
    expect(told).toContain('You write as “The team that shared this”');
    expect(await pageOf(await far.get(`/posts/${posts.hidden}`))).not.toContain('You write as');
    const question = await write(far, posts.hidden, 'Which question was it?');
    const answer = await write(member, posts.hidden, 'Where is the evidence?', { parentId: question.id });
    await write(coach, posts.hidden, 'Ask @Member Person, or @OtherTeamMember Person');
    for (const who of [far, coach, await signedInAs(app.url, network, 'facilitator')])
      for (const ending of ['', '.data']) {
        const page = await pageOf(await who.get(`/posts/${posts.hidden}${ending}`));
        const text = page.replaceAll('@Member Person', '');
        expect(text).toContain('The team that shared this');
        for (const secret of [person('member'), network.own.teamId, 'Own team'])
          expect(text, secret).not.toContain(secret);
        expect(text).not.toMatch(/\bMember Person/);
      }
    const row = (await commentsOf(posts.hidden)).find(({ id }) => id === answer.id);
    expect(row).toMatchObject({ asOrigin: true, authorId: person('member') });
    expect(
      (await (await signedInAs(app.url, network, 'colleague')).post(`/comments/${answer.id}/withdrawal`, {}))
        .status,
    ).toBe(403);
    expect((await member.post(`/comments/${answer.id}/withdrawal`, {})).status).toBe(302);
  });

  it('what the team wrote by name before is signed anew', async () => {
    await write(member, posts.changing, 'We wrote this by name');
    await file.inTransaction((tx) => signOwnCommentsAsOrigin(tx, posts.changing));
    const all = await commentsOf(posts.changing);
    expect(all.filter(({ asOrigin }) => asOrigin).map(({ body }) => body)).toEqual(['We wrote this by name']);
  });
});

describe('a post that is withdrawn in somebody’s open tab', () => {
  it('answers 404, keeps what was typed, and writes nothing', async () => {
    const origin = { teamId: network.own.teamId, authorId: person('member') };
    const postId = await file.inTransaction((tx) => addPost(tx, origin));
    expect((await far.get(`/posts/${postId}`)).status).toBe(200);
    await file.inTransaction((tx) =>
      tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
    );
    const before = everythingIn(databaseFile());
    for (const [who, id] of [
      [far, postId],
      [member, postId],
      [far, uuidv7()],
    ] as const) {
      const { response } = await write(who, id, 'Long and well thought');
      expect(response.status).toBe(404);
      const page = await pageOf(response);
      expect(page).toContain('This post is no longer shared, so nothing was sent.');
      expect(page).toContain('Long and well thought</textarea>');
      const data = await who.post(`/posts/${id}/reactions.data`, { on: 'same_here' });
      expect(data.status).toBe(404);
    }
    expect(everythingIn(databaseFile())).toBe(before);
  });
});
