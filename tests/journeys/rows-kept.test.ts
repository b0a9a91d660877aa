import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { openPage } from '../support/browser';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds back what the page loads again, so that there is time to type meanwhile. */
const slowLoads = (page: Page) =>
  page.route(
    (url) => url.pathname.endsWith('.data'),
    async (route) => {
      if (route.request().method() === 'GET') await wait(800);
      await route.continue();
    },
  );

describe.each([
  ['a plan', () => `/cycles/${network.own.cycles.plan}/plan`],
  ['a new cycle', () => `/cycles/new?team=${network.own.teamId}`],
] as const)('in %s', (_name, pathOf) => {
  it('a row added right after typing stays, with what is typed in it and the focus', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(app.url + pathOf());
    await page.getByLabel('What will you try?').fill('Saved before the row');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await slowLoads(page);
    await page.getByLabel('What will you try?').fill('Typed right before the row');
    await page.getByRole('button', { name: 'Another learning question' }).click();
    const added = page.getByLabel('What do you want to learn?').last();
    await expect.poll(() => page.getByLabel('What do you want to learn?').count()).toBe(2);
    await added.fill('Typed right after the row');
    await wait(2500);
    expect(await added.inputValue()).toBe('Typed right after the row');
    expect(await added.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('What will you try?').inputValue()).toBe('Typed right before the row');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(app.url + pathOf());
    await expect
      .poll(() => again.getByLabel('What do you want to learn?').last().inputValue())
      .toBe('Typed right after the row');
    expect(await again.getByLabel('What will you try?').inputValue()).toBe('Typed right before the row');
    await context.close();
  });
});
