import { and, eq } from 'drizzle-orm';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addMonths, monthOf } from '~/lib/school-month';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { pageOf } from '../support/visitor';

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

const path = () => `/teams/${network.own.teamId}/progress`;
const month = () => monthOf(network.today);
const lastMonth = () => addMonths(month(), -1);
const everything = () => everythingIn(join(app.folder, 'boldline.db'));

type Fields = Record<string, string>;
const form = (more: Fields = {}): Fields => ({
  ...{ month: month(), scorer: 'team', version: '0', score: '3', because: 'Six of eight start alone.' },
  ...more,
});
const score = async (role: Role, more: Fields = {}) => as(role).post(path(), form(more));
const page = async (role: Role) => pageOf(await as(role).get(path()));
const scoreOf = async (scorer: 'team' | 'coach', of = month()) =>
  (
    await records.reader
      .select()
      .from(schema.teamScore)
      .where(
        and(
          eq(schema.teamScore.teamId, network.own.teamId),
          eq(schema.teamScore.scorer, scorer),
          eq(schema.teamScore.month, of),
        ),
      )
  )[0];
const events = () =>
  records.reader.select().from(schema.activityEvent).where(eq(schema.activityEvent.kind, 'team_scored'));

describe('who reads it, and who scores', () => {
  it.each<Role>(['member', 'colleague', 'coach', 'facilitator'])('%s reads', async (role) => {
    const response = await as(role).get(path());
    expect(response.status).toBe(200);
    const html = await pageOf(response);
    expect(html).toContain('From cycles and numbers');
    expect(html.includes('Your team’s score')).toBe(role === 'member' || role === 'colleague');
    expect(html.includes('Your score as coach')).toBe(role === 'coach');
  });

  it.each<Role>([
    ...(['otherTeamMember', 'otherLeaMember', 'otherCoach', 'otherFacilitator'] as const),
    ...(['sponsor', 'otherSponsor', 'administrator'] as const),
  ])('%s finds nothing and changes nothing', async (role) => {
    const before = everything();
    expect((await as(role).get(path())).status).toBe(404);
    for (const scorer of ['team', 'coach']) expect((await score(role, { scorer })).status).toBe(404);
    expect(everything()).toEqual(before);
  });

  it.each<[Role, string]>([
    ['facilitator', 'team'],
    ['facilitator', 'coach'],
    ['coach', 'team'],
    ['member', 'coach'],
  ])('%s does not score as %s', async (role, scorer) => {
    const before = everything();
    expect((await score(role, { scorer })).status).toBe(403);
    expect(everything()).toEqual(before);
  });
});

describe('a month’s score', () => {
  it('is written once, however often the form is handed in', async () => {
    const response = await score('member');
    expect([response.status, response.headers.get('Location')]).toEqual([
      302,
      `${path()}?saved=team#score-team`,
    ]);
    expect(await pageOf(await as('member').get(`${path()}?saved=team`))).toContain('Saved.');
    expect(await scoreOf('team')).toMatchObject({
      ...{ score: 3, because: 'Six of eight start alone.', version: 1 },
      scoredBy: network.people.member.id,
    });
    expect(await events()).toMatchObject([{ teamId: network.own.teamId, detail: 'team' }]);
    const before = everything();
    expect((await score('member')).status).toBe(302);
    expect((await score('colleague')).status).toBe(302);
    expect(everything()).toEqual(before);
  });

  it('scored meanwhile: both are shown, and a person chooses', async () => {
    const before = everything();
    const response = await score('colleague', { score: '2', because: 'Only on Tuesdays.' });
    expect(response.status).toBe(409);
    const html = await pageOf(response);
    expect(html).toContain('Member Person changed this while you were writing');
    for (const words of ['3.0, modest improvement', '2.0, activity, no change tested', 'Only on Tuesdays.'])
      expect(html).toContain(words);
    expect(everything()).toEqual(before);
    expect((await score('colleague', { score: '2.5', version: '0', overwrite: '1' })).status).toBe(302);
    expect(await scoreOf('team')).toMatchObject({ score: 2.5, version: 2 });
  });

  it('of last month too, and of no other', async () => {
    expect((await score('member', { month: lastMonth(), score: '2' })).status).toBe(302);
    expect(await scoreOf('team', lastMonth())).toMatchObject({ score: 2 });
    const before = everything();
    for (const wrong of [addMonths(month(), -2), addMonths(month(), 1), network.today.slice(0, 7), 'x', ''])
      expect((await score('member', { month: wrong, version: '0' })).status).toBe(400);
    expect(everything()).toEqual(before);
  });

  it.each(['', '0', '5.5', '2.25', '-1', 'three', '1e9'])('the step “%s” is on no scale', async (step) => {
    const before = everything();
    const response = await score('member', { score: step, because: 'Kept as typed.', version: '2' });
    expect(response.status).toBe(400);
    const html = await pageOf(response);
    expect(html).toContain('Choose a step of the scale, from 0.5 to 5.0.');
    expect(html).toContain('Kept as typed.');
    expect(everything()).toEqual(before);
  });

  it('words that are too long stay, and nothing changes', async () => {
    const response = await score('member', { because: 'a'.repeat(601), version: '2' });
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('Please keep this under 600 characters.');
  });
});

it('team and coach side by side, and the talking point in kind words', async () => {
  expect((await score('member', { score: '4', version: '2' })).status).toBe(302);
  expect((await score('coach', { scorer: 'coach', score: '3', because: 'It wobbles.' })).status).toBe(302);
  const own = await page('member');
  expect(own).toContain('You see 4.0, your coach 3.0: a good thing to talk about.');
  expect(own).toContain('It wobbles.');
  expect(await page('coach')).toContain('The team sees 4.0, you 3.0: a good thing to talk about.');
  expect(await page('facilitator')).toContain(
    'The team sees 4.0, the coach 3.0: a good thing to talk about.',
  );
  expect((await events()).at(-1)).toMatchObject({ detail: 'coach', actorId: network.people.coach.id });
  expect((await score('coach', { scorer: 'coach', score: '3.5', version: '1' })).status).toBe(302);
  expect(await page('member')).not.toContain('your coach 3.5');
});

it('what is worked out says why, and what comes next', async () => {
  const html = await page('member');
  expect(html).toContain('Numbers are logged; no change has been tried yet.');
  expect(html).toContain('To 2.5: a cycle that comes as far as Study.');
  expect(html).toContain('The aim is written.');
});

it('the team’s page leads to it', async () => {
  const html = await pageOf(await as('member').get(`/teams/${network.own.teamId}`));
  expect(html).toContain(`href="${path()}"`);
});
