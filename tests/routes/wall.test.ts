import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;
let coach: Visitor;
let administrator: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  member = await signedInAs(app.url, network, 'member');
  coach = await signedInAs(app.url, network, 'coach');
  administrator = await signedInAs(app.url, network, 'administrator');
});
afterAll(() => app.remove());

/** What the wall says, in text, of the own team's words. */
async function wordsOnTheWall(): Promise<string> {
  const page = await pageOf(await coach.get('/measures?search=Words+of+Own+team'));
  return page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the wall is as new as its numbers', () => {
  const measure = () => network.own.meanId;
  const swd = () => network.groups.swd ?? '';
  const cell = (date: string, text: string, was: string) =>
    member.post(`/measures/${measure()}/data-points`, {
      [`cell/${date}/${swd()}`]: text,
      [`was/${date}/${swd()}`]: was,
    });

  it('a number logged, corrected and deleted shows at once', async () => {
    const date = addDays(network.today, -1);
    expect(await wordsOnTheWall()).toContain('46 words');
    await cell(date, '51', '');
    expect(await wordsOnTheWall()).toContain('51 words');
    await cell(date, '52', '51');
    expect(await wordsOnTheWall()).toContain('52 words');
    await cell(date, '', '52');
    expect(await wordsOnTheWall()).toContain('46 words');
  });

  it('other rules and a phase do too', async () => {
    const days = Array.from({ length: 26 }, (_, index) => addDays(network.today, -14 - index));
    const value = (index: number) => (index < 6 ? 61 + index : (index % 2 === 0 ? 40 : 60) + index / 100);
    for (const [index, date] of days.entries()) await cell(date, String(value(index)), '');
    expect(await wordsOnTheWall()).toContain('No clear change so far.');
    await administrator.post('/admin/settings', { rules: 'ihi', minimumGroup: '10' });
    expect(await wordsOnTheWall()).toContain('Going');
    await administrator.post('/admin/settings', { rules: 'anhoj', minimumGroup: '10' });
    expect(await wordsOnTheWall()).toContain('No clear change so far.');
    const begun = {
      intent: 'begin_phase',
      id: uuidv7(),
      groupId: swd(),
      startsOn: days[3] ?? '',
      reason: 'New',
    };
    expect((await member.post(`/measures/${measure()}`, begun)).status).toBe(302);
    expect(await wordsOnTheWall()).toContain('Too early to tell');
  });
});

describe('the address of a wall', () => {
  it('filters by level and words, sorts, and bears nonsense', async () => {
    const text = async (query: string) => pageOf(await coach.get(`/measures?${query}`));
    expect(await text('level=driver')).toContain('Words of Own team');
    expect(await text('level=driver')).not.toContain('Paragraphs of Own team');
    expect(await text('search=%25')).toContain('Words of Own team');
    for (const query of ['level=best', 'sort=worst', 'page=0', 'page=-1', 'page=1e9', 'page=x'])
      expect((await coach.get(`/measures?${query}`)).status, query).toBe(200);
    expect((await coach.get(`/measures?cohort=${uuidv7()}`)).status).toBe(404);
  });
});
