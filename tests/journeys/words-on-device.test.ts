import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { openPage } from '../support/browser';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;
let postId = '';

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

beforeAll(async () => {
  const records = app.look();
  postId = await records.inTransaction((tx) =>
    addPost(tx, { teamId: network.own.teamId, authorId: network.people.member.id }, { title: 'Frames' }),
  );
  records.close();
});

const keptKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('boldline-typed:')).length);

describe('half-typed words of a small form', () => {
  it('of a review survive a reload and a closed tab, and go once they are sent', async () => {
    const { page, context, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await signIn(page, app.url, network, 'coach');
    const path = `${app.url}/cycles/${network.own.cycles.plan}/review`;
    await page.goto(path);
    await page.getByRole('button', { name: 'Begin a review' }).click();
    await page.getByText('You are reading this cycle.').waitFor();
    const because = page.locator('form[data-about="Because"]');
    await page
      .locator('summary')
      .filter({ hasText: /^Comment on Because$/ })
      .click();
    await because.getByText('Suggest', { exact: true }).click();
    await because.getByRole('textbox').fill('Half a comment');
    await page.getByLabel('A few words with it').fill('Half a line');
    await page.reload();
    expect(await because.getByRole('textbox').isVisible()).toBe(true);
    expect(await because.getByRole('textbox').inputValue()).toBe('Half a comment');
    expect(await because.getByRole('radio', { checked: true }).getAttribute('value')).toBe('suggest');
    expect(await page.getByLabel('A few words with it').inputValue()).toBe('Half a line');
    await page.close();

    const again = await context.newPage();
    await again.goto(path);
    await again.getByText('From before, as you left it.').first().waitFor();
    const words = again.locator('form[data-about="Because"] textarea');
    expect(await words.inputValue()).toBe('Half a comment');
    await words.fill('x'.repeat(2001));
    await again
      .locator('form[data-about="Because"]')
      .getByRole('button', { name: 'Keep this comment' })
      .click();
    await again.getByText('Please keep this under 2,000 characters').waitFor();
    await again.reload();
    await expect.poll(async () => (await words.inputValue()).length).toBe(2001);
    await words.fill('A whole comment');
    await again
      .locator('form[data-about="Because"]')
      .getByRole('button', { name: 'Keep this comment' })
      .click();
    await again.getByText('The team has not read this yet').waitFor();
    await expect.poll(() => keptKeys(again)).toBe(1);
    await again.reload();
    expect(await words.inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    [
      'a link',
      (page: Page) => page.locator(`main a[href="/cycles/${network.own.cycles.do}"]`).first().click(),
    ],
    ['another address', (page: Page) => page.goto(`${app.url}/feed`)],
  ])('of a review stand open after the browser’s Back: from %s', async (_, leave) => {
    const { page, context, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await signIn(page, app.url, network, 'coach');
    const path = `${app.url}/cycles/${network.own.cycles.do}/review`;
    await page.goto(path);
    const begin = page.getByRole('button', { name: 'Begin a review' });
    if (await begin.isVisible()) await begin.click();
    await page.getByText('You are reading this cycle.').waitFor();
    const fold = page.locator('summary').filter({ hasText: /^Comment on Because$/ });
    const words = page.locator('form[data-about="Because"]').getByRole('textbox', { includeHidden: true });
    if (!(await words.isVisible())) await fold.click();
    await words.fill('Half a comment');
    await leave(page);
    await page.waitForURL((url) => url.href !== path);
    await page.goBack();
    await page.waitForURL(path);
    await expect.poll(() => words.isVisible()).toBe(true);
    expect(await words.inputValue()).toBe('Half a comment');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('of a comment survive a lost line and the server’s refusal, and are another person’s never', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'otherTeamMember');
    await page.goto(`${app.url}/posts/${postId}`);
    const comment = page.getByLabel('Your comment');
    await context.setOffline(true);
    await comment.fill('Typed in a tunnel');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Not connected. What you typed is kept on this device.').waitFor();
    await context.setOffline(false);
    await page.goto(`${app.url}/feed`);
    await page.goto(`${app.url}/posts/${postId}`);
    expect(await comment.inputValue()).toBe('Typed in a tunnel');

    await context.clearCookies();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, app.url, network, 'coach');
    await page.goto(`${app.url}/posts/${postId}`);
    expect(await comment.inputValue()).toBe('');
    await context.clearCookies();
    await signIn(page, app.url, network, 'otherTeamMember');
    await page.goto(`${app.url}/posts/${postId}`);
    expect(await comment.inputValue()).toBe('Typed in a tunnel');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('It is there.').waitFor();
    await expect.poll(() => keptKeys(page)).toBe(0);
    await page.reload();
    expect(await comment.inputValue()).toBe('');
    await context.close();
  });

  it('of a number and of a reason survive a reload; what was done is forgotten', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(`${app.url}/log`);
    const row = page.locator('form[action^="/log"]').first();
    const many = row.getByLabel('How many', { exact: false }).first();
    await many.fill('12');
    await page.reload();
    expect(await many.inputValue()).toBe('12');
    await many.fill('3');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('saved ✓').waitFor();
    await expect.poll(() => keptKeys(page)).toBe(0);

    await page.goto(`${app.url}/cycles/${network.own.cycles.do}/stop`);
    const why = page.getByLabel('Why does it stop here?');
    await why.fill('Nobody had');
    await page.reload();
    expect(await why.inputValue()).toBe('Nobody had');
    await page.getByRole('button', { name: 'Stop the cycle' }).click();
    await page.getByText('Nobody had').first().waitFor();
    await expect.poll(() => keptKeys(page)).toBe(0);
    await context.close();
  });

  it('a draft that was handed in after the session had ended is there after signing in', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    const path = `${app.url}/cycles/${network.own.cycles.act}/act`;
    await page.goto(path);
    await context.clearCookies();
    await page.getByLabel('Why?').fill('Typed after the session had ended');
    await page.getByRole('button', { name: 'Finish the cycle' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, app.url, network, 'member');
    await page.goto(path);
    await expect.poll(() => page.getByLabel('Why?').inputValue()).toBe('Typed after the session had ended');
    await context.close();
  });

  it('a choice that was made before the script came is kept', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.route('**/assets/entry.client-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const path = `${app.url}/cycles/${network.own.cycles.plan}/plan`;
    await page.goto(path, { waitUntil: 'commit' });
    const measure = page.getByRole('combobox').first();
    const chosen = await measure.evaluate((one) =>
      one instanceof HTMLSelectElement
        ? ([...one.options].find((option) => !option.selected)?.value ?? '')
        : '',
    );
    await measure.selectOption(chosen);
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.reload();
    expect(await measure.inputValue()).toBe(chosen);
    await context.close();
  });
});
