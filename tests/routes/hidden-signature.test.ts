import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '~/platform/database.server';
import { makeAlikeSchools } from '../factories/alike-schools';
import type { AlikeSchools, AlikeTeam } from '../factories/alike-schools';
import { password } from '../factories/small-network';
import { crawl } from '../support/crawl';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { previewPost, shareFrom } from '../support/share-form';
import { migrationsFolder } from '../support/test-database';
import { visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

/**
 * Two networks, the same to the byte, in which one and the same post is shared with the school hidden: in the first by a
 * team of Ash School, in the second by a team of Birch School. Whatever somebody else can open must read the same in both.
 */
let network: AlikeSchools;
const folders: string[] = [];
const apps: RunningApp[] = [];
const postId = '019b0000-0000-7000-8000-00000000aaaa';
const [commentId, replyId] = ['019b0000-0000-7000-8000-00000000bbbb', '019b0000-0000-7000-8000-00000000cccc'];

async function signIn(app: RunningApp, { email }: { email: string }): Promise<Visitor> {
  const person = visitor(app.url);
  const response = await person.post('/sign-in', { email, password });
  if (response.status !== 302) throw new Error(`${email} could not sign in`);
  return person;
}

/** From the cycle to the post, its comments, its change and everything around it. */
async function shareHidden(app: RunningApp, team: AlikeTeam): Promise<void> {
  const author = await signIn(app, team.member);
  const query = `cycle=${team.cycleId}&kind=loss`;
  const preview = await previewPost(author, query, { id: postId, signature: 'school_hidden' });
  const shared = await shareFrom(author, query, preview);
  if (shared.status !== 302) throw new Error(`not shared: ${shared.html.slice(0, 2000)}`);
  const outsider = await signIn(app, network.outsider);
  const ask = { id: commentId, body: 'Which question did you give them?' };
  const answer = { id: replyId, body: 'What is missing here?', parentId: commentId };
  await outsider.post(`/posts/${postId}/comments`, ask);
  await outsider.post(`/posts/${postId}/reactions`, { on: 'tell_me_more' });
  await author.post(`/posts/${postId}/comments`, answer);
  const facilitator = await signIn(app, network.facilitator);
  await facilitator.post(`/posts/${postId}/pin`, { wanted: 'pinned' });
}

beforeAll(async () => {
  const first = mkdtempSync(join(tmpdir(), 'boldline-ash-'));
  const second = mkdtempSync(join(tmpdir(), 'boldline-birch-'));
  folders.push(first, second);
  const database = openDatabase(join(first, 'boldline.db'), migrationsFolder);
  network = await makeAlikeSchools(database);
  database.close();
  cpSync(first, second, { recursive: true });
  for (const [index, folder] of folders.entries()) {
    const app = await startApp({ folder });
    apps.push(app);
    const team = network.teams[index];
    if (team) await shareHidden(app, team);
  }
});
afterAll(async () => {
  for (const app of apps) await app.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const starts = () => [
  ...['/', '/feed', '/ideas', '/syntheses', `/posts/${postId}`, `/ideas/${network.ideaId}`],
  ...['/feed?kind=loss', '/feed?q=peer', '/feed?q=Ash', '/feed?q=Birch+readers', '/feed?q=Bea'],
  ...[`/posts/${postId}/people?q=be`, `/posts/${postId}/people?q=ad`, `/posts/${postId}/try`],
  ...network.teams.flatMap(({ teamId, cycleId, measureId, schoolId }) => [
    `/teams/${teamId}`,
    `/cycles/${cycleId}`,
    `/measures/${measureId}`,
    `/feed?team=${teamId}`,
    `/feed?school=${schoolId}`,
    `/feed?lea=${schoolId}`,
  ]),
];

/** Without what differs from one answer to the next in any case: nonces, instants, and ids made for forms. */
function settled(answer: string, known: Set<string>): string {
  const made = new Map<string, string>();
  return answer
    .replaceAll(/nonce(=|\\?":\\?"|\\",\\")[A-Za-z0-9+/=]{20,}/g, 'nonce')
    .replaceAll(/"[A-Za-z0-9+/]{24}={0,2}\\?"/g, '"nonce"')
    .replaceAll(/\b1[789]\d{11}\b/g, 'instant')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      if (known.has(id)) return id;
      made.set(id, made.get(id) ?? `id ${made.size}`);
      return made.get(id) ?? '';
    });
}

const knownIds = () =>
  new Set([
    ...network.teams.flatMap(({ teamId, schoolId, cycleId, measureId, member }) => [
      ...[teamId, schoolId, cycleId, measureId, member.id],
    ]),
    ...[postId, commentId, replyId, network.ideaId],
  ]);

describe('a post with its school hidden', () => {
  it.each(['outsider', 'sponsor', 'administrator', 'a neighbour in the LEA'] as const)(
    'reads the same to %s, whichever school it is from, on every page there is',
    async (who) => {
      const third = network.teams[2];
      const email = who === 'a neighbour in the LEA' ? (third?.member.email ?? '') : network[who].email;
      const answers: Map<string, string>[] = [];
      for (const app of apps) answers.push(await crawl(await signIn(app, { email }), starts()));
      const [ash, birch] = answers;
      if (!ash || !birch) throw new Error('both were walked');
      expect([...birch.keys()]).toEqual([...ash.keys()]);
      expect(ash.size).toBeGreaterThan(50);
      const post = ash.get(`/posts/${postId}`) ?? '';
      expect(post).toContain('A grade 5 team · school hidden');
      expect(post).toContain('What is missing here?');
      const known = knownIds();
      for (const [path, answer] of ash)
        expect(settled(birch.get(path) ?? '', known), path).toBe(settled(answer, known));
    },
  );

  it('names nowhere whose it is: no team, school, person or id of theirs beside it', async () => {
    const [app] = apps;
    const [team] = network.teams;
    if (!app || !team) throw new Error('made above');
    const answers = await crawl(await signIn(app, network.outsider), starts());
    const telling = [team.teamName, team.schoolName, team.member.name, team.member.email, 'ashby'];
    const ids = [team.teamId, team.schoolId, team.member.id, team.cycleId, team.measureId];
    for (const [path, answer] of answers) {
      if (!answer.includes(postId)) continue;
      const asked = decodeURIComponent(path).toLowerCase();
      for (const word of [...telling, ...ids])
        if (!asked.includes(word.toLowerCase())) expect(answer, `${word} on ${path}`).not.toContain(word);
    }
  });

  it('sends no mail and leaves no file that tells', () => {
    for (const app of apps) expect(app.mails()).toEqual([]);
  });

  it('is a team’s own to its members: they see what others see, and the way to their cycle', async () => {
    const [app] = apps;
    const [team] = network.teams;
    if (!app || !team) throw new Error('made above');
    const own = await signIn(app, team.member);
    const html = await (await own.get(`/posts/${postId}`)).text();
    expect(html).toContain('A grade 5 team · school hidden');
    expect(html).toContain(`/cycles/${team.cycleId}`);
  });
});
