import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { openPage } from '../support/browser';
import { flawsAsItStands } from '../support/look-at';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

/** Promise.withResolvers of newer Nodes. */
function heldBack(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function openCycle(page: Page): Promise<void> {
  await signIn(page, app.url, network, 'colleague');
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

  it('sees forms and previews that axe finds nothing in', async () => {
    const { page, context, complaints } = await openPage(browser);
    await openCycle(page);
    await page.getByRole('link', { name: 'Share as a loss' }).click();
    await page.getByLabel('What happened').fill('My student Jaylen waited for the frame.');
    await page.getByRole('button', { name: 'See what others will see' }).click();
    await page.getByText('A question before you share').waitFor();
    expect(await flawsAsItStands(page, [320])).toEqual([]);
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
  });

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

  const begun = 'This stood in a form that was handed in.';

  async function openShare(page: Page): Promise<string> {
    await openCycle(page);
    const path = `${app.url}/posts/new?cycle=${network.own.cycles.act}&kind=loss`;
    await page.goto(path);
    return path;
  }

  async function share(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'See what others will see' }).click();
    await page.getByRole('button', { name: 'Share it' }).click();
  }

  it('finds no draft of a shared post whose last save was still on its way', async () => {
    const { page, context } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    const path = await openShare(page);
    const isShared = heldBack();
    await page.route('**/drafts/*', async (route) => {
      await isShared.promise;
      await route.continue();
    });
    const save = page.waitForRequest('**/drafts/*');
    await page.getByLabel('What happened').fill(begun);
    const late = await save;
    await share(page);
    await page.waitForURL(/\/posts\/[0-9a-f-]{36}$/);
    isShared.resolve();
    expect(await (await late.response())?.json()).toMatchObject({ clock: null });
    await page.goto(path);
    expect(await page.getByLabel('What happened').inputValue()).not.toContain(begun);
    await context.close();
  });

  it('finds no draft of a shared post where they left before the post had loaded', async () => {
    const { page, context } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    const path = await openShare(page);
    await page.getByLabel('What happened').fill(begun);
    await page.getByText(/^Saved /).waitFor();
    const isAsked = page.waitForRequest(/\/posts\/[0-9a-f-]{36}\.data/);
    await page.route(/\/posts\/[0-9a-f-]{36}\.data/, () => undefined);
    await share(page);
    await isAsked;
    await page.goto(path);
    expect(await page.getByLabel('What happened').inputValue()).not.toContain(begun);
    await context.close();
  });
});
