import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { indexIdea } from '~/features/feed/search/search-index.server';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { openPage } from '../support/browser';
import { flaws } from '../support/look-at';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

const hour = 3_600_000;

beforeAll(async () => {
  const database = app.look();
  const author = { changedBy: network.people.member.id, createdAt: 1, changedAt: 1 };
  await database.inTransaction(async (tx) => {
    await tx.insert(schema.changeIdea).values({
      ...{ id: '019a0000-0000-7000-8000-000000000001', name: 'Sentence frames', nameKey: 'sentence frames' },
      ...{ description: 'A frame to begin with.', ...author },
    });
    await indexIdea(tx, '019a0000-0000-7000-8000-000000000001');
    for (let place = 0; place < 50; place += 1)
      await addPost(
        tx,
        { teamId: network.own.teamId, authorId: network.people.member.id },
        {
          ...{ title: `Post ${place}`, sharedAt: Date.now() - (place + 1) * hour },
          ...{ kind: place % 2 === 0 ? 'win' : 'loss', groupId: place % 3 === 0 ? network.groups.swd : null },
          ideaId: place % 5 === 0 ? '019a0000-0000-7000-8000-000000000001' : null,
        },
      );
    for (const person of [network.people.coach, network.people.otherCoach])
      await tx
        .insert(schema.feedReading)
        .values({ personId: person.id, readThrough: Date.now() - 3.5 * hour });
  });
  database.close();
});

const titles = (page: Page) => page.locator('article h2').allInnerTexts();
const upTo = (count: number) => Array.from({ length: count }, (_, place) => `Post ${place}`);

describe('with script', () => {
  it('older posts open below, stay when one comes back, and are announced', async () => {
    const { page, context, complaints } = await openPage(browser, {});
    await signIn(page, app.url, network, 'otherLeaMember');
    await page.goto(`${app.url}/feed`);
    await expect.poll(() => titles(page)).toEqual(upTo(20));
    await page.getByRole('link', { name: 'Older posts' }).press('Enter');
    await page.getByRole('heading', { name: 'Post 39' }).waitFor();
    await expect.poll(() => titles(page)).toEqual(upTo(40));
    expect(page.url()).toBe(`${app.url}/feed`);
    await page.getByText('20 older posts opened below.').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Post 20');
    await page.getByRole('link', { name: 'Older posts' }).click();
    await page.getByRole('heading', { name: 'Post 49' }).waitFor();
    await expect.poll(() => titles(page)).toEqual(upTo(50));
    expect(await page.getByRole('link', { name: 'Older posts' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Losses' }).click();
    await page.waitForURL('**/feed?kind=loss');
    await expect.poll(() => titles(page)).toHaveLength(20);
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(upTo(50));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('what was seen is read a little later, and the page does not change', async () => {
    const { page, context, complaints } = await openPage(browser, {});
    await signIn(page, app.url, network, 'otherCoach');
    await page.goto(`${app.url}/feed`);
    await page.getByText('3 new since').waitFor();
    const answer = await page.waitForResponse((response) => response.url().includes('/feed/readings'));
    expect(answer.status()).toBe(200);
    await page.waitForTimeout(500);
    await expect.poll(() => page.getByText('3 new since').count()).toBe(1);
    await expect.poll(() => page.getByText('New', { exact: true }).count()).toBe(3);
    await page.reload();
    await page.getByRole('heading', { name: 'Wins and losses' }).waitFor();
    expect(await page.getByText('new since').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('without script', () => {
  it('pages, filters, search and marking as read are links and forms', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, app.url, network, 'coach');
    await page.goto(`${app.url}/feed`);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.waitForURL('**/feed');
    expect(await page.getByText('new since').count()).toBe(0);
    await page.getByRole('link', { name: 'Older posts' }).click();
    await expect.poll(async () => (await titles(page))[0]).toBe('Post 20');
    await page.getByRole('link', { name: 'Back to the newest' }).click();
    await page.getByText('+ Filter').click();
    await page.getByLabel('Student group').selectOption({ label: 'Students with disabilities' });
    await page.getByRole('button', { name: 'Show these posts' }).click();
    await expect.poll(() => titles(page)).toHaveLength(17);
    await page.getByLabel('Search posts and change ideas').fill('post 12');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect.poll(() => titles(page)).toEqual(['Post 12']);
    expect(new URL(page.url()).searchParams.get('group')).toBe(network.groups.swd);
    await page.getByRole('link', { name: /Students with disabilities/ }).click();
    expect(new URL(page.url()).search).toBe('?q=post+12');
    await context.close();
  });
});

it('axe finds nothing, and nothing scrolls sideways', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, app.url, network, 'member');
  for (const path of ['/feed', '/feed?improved=yes&driver=frames', '/feed?q=sentnce', '/feed?kind=win']) {
    await page.goto(app.url + path);
    expect(await flaws(page, [320, 1280]), path).toEqual([]);
  }
  await context.close();
});
