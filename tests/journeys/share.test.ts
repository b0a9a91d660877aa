import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { axeFindings, sidewaysScroll } from '../support/axe';
import { openPage } from '../support/browser';
import type { RunningApp } from '../support/running-app';
import { signInByHand } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

async function openCycle(page: Page): Promise<void> {
  await signInByHand(page, app.url, network, 'colleague');
  await page.goto(`${app.url}/cycles/${network.own.cycles.complete}/act`);
}

describe('a special educator on a phone', () => {
  it.each([true, false])('shares a loss in three taps, script: %s', async (javaScriptEnabled) => {
    const { page, context, complaints } = await openPage(browser, {
      ...{ viewport: { width: 390, height: 844 }, javaScriptEnabled },
    });
    await openCycle(page);
    await page.getByRole('link', { name: 'Share as a loss' }).click();
    await page.getByRole('button', { name: 'See what others will see' }).click();
    await page.getByRole('heading', { name: 'What others will see' }).waitFor();
    await expect.poll(() => page.getByText('Only you see this: why there are no numbers').count()).toBe(1);
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
    await expect.poll(() => page.getByText('Numbers are not shown').count()).toBe(1);
    await expect.poll(() => page.getByText('Your team’s post').count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'sees forms and previews that axe finds nothing in, %s',
    async (colorScheme) => {
      const { page, context, complaints } = await openPage(browser, {
        ...{ viewport: { width: 320, height: 800 }, colorScheme, bypassCSP: true },
      });
      await openCycle(page);
      await page.getByRole('link', { name: 'Share as a loss' }).click();
      await page.getByLabel('What happened').fill('My student Jaylen waited for the frame.');
      await page.getByRole('button', { name: 'See what others will see' }).click();
      await page.getByText('A question before you share').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.getByRole('button', { name: 'Share it' }).click();
      await page.getByText('Please look at the words marked below first').waitFor();
      await page.getByText('Change something').click();
      await page.getByLabel('What happened').fill('They waited for the frame.');
      await page.getByRole('button', { name: 'See it again' }).click();
      await page.getByText('A question before you share').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Share it' }).click();
      await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('finds a half-written post again, and none once it is shared', async () => {
    const { page, context } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await openCycle(page);
    const path = `${app.url}/posts/new?cycle=${network.own.cycles.act}&kind=loss`;
    await page.goto(path);
    await page.getByLabel('What happened').fill('Half of it worked, and half of it did not.');
    await page.getByText(/^Saved /).waitFor();
    await page.goto(path);
    await expect
      .poll(() => page.getByLabel('What happened').inputValue())
      .toBe('Half of it worked, and half of it did not.');
    await page.getByRole('button', { name: 'See what others will see' }).click();
    await page.getByRole('button', { name: 'Share it' }).click();
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
    await page.goto(path);
    expect(await page.getByLabel('What happened').inputValue()).not.toContain('Half of it worked');
    await context.close();
  });
});
