import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ramp } from '#db/schema';
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

describe('what is typed', () => {
  it('is saved as typed and survives a reload', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(`${app.url}/cycles/${network.own.cycles.study}/study`);
    await page.getByLabel('What did we learn?').fill('Half a thought');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('What did we learn?').inputValue()).toBe('Half a thought');
    await page.getByRole('button', { name: 'Discard my changes' }).click();
    await page.waitForFunction(
      () =>
        document.querySelector('textarea[name=learned]') instanceof HTMLTextAreaElement &&
        (document.querySelector('textarea[name=learned]') as HTMLTextAreaElement).value === '',
    );
    await context.close();
  });

  it('is saved although it was typed before the script came', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.route('**/assets/entry.client-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`${app.url}/cycles/${network.own.cycles.study}/study`, { waitUntil: 'commit' });
    await page.getByLabel('What did we learn?').fill('Typed early');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('What did we learn?').inputValue()).toBe('Typed early');
    await page.getByRole('button', { name: 'Discard my changes' }).click();
    await context.close();
  });

  it('stays in a field that held a text although it was typed before the script came', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.route('**/assets/entry.client-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    const path = `${app.url}/posts/new?cycle=${network.own.cycles.act}&kind=loss`;
    await page.goto(path, { waitUntil: 'commit' });
    await page.getByLabel('What happened').fill('Typed early, over another text');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await expect
      .poll(() => page.getByLabel('What happened').inputValue())
      .toBe('Typed early, over another text');
    await page.reload();
    await expect
      .poll(() => page.getByLabel('What happened').inputValue())
      .toBe('Typed early, over another text');
    await page.getByRole('button', { name: 'Discard' }).click();
    await context.close();
  });

  it('survives a dropped connection and a closed tab', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    const path = `${app.url}/cycles/new?team=${network.own.teamId}`;
    await page.goto(path);
    await page.getByLabel('What will you try?').waitFor();
    await context.setOffline(true);
    await page.getByLabel('What will you try?').fill('Typed in a tunnel');
    await page.getByText('Not connected. What you typed is kept on this device.').waitFor();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await expect.poll(() => page.getByLabel('What will you try?').inputValue()).toBe('Typed in a tunnel');
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(path);
    await again.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=changeIdea]')?.value === 'Typed in a tunnel',
    );
    await again.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await context.close();
  });

  it('two presses of one button make one cycle, and going back does not make another', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'colleague');
    await page.goto(`${app.url}/cycles/new?team=${network.own.teamId}`);
    await page.getByLabel('What will you try?').fill('Pressed twice');
    await page.getByLabel('What do you want to learn?').fill('Once or twice?');
    await page.getByRole('button', { name: 'Save the plan' }).dblclick();
    await page.getByRole('heading', { level: 1, name: /^Plan:/ }).waitFor();
    await page.goBack();
    await page.goForward();
    await page.getByRole('heading', { level: 1, name: /^Plan:/ }).waitFor();
    const records = app.look();
    const made = (await records.reader.select().from(ramp)).filter(
      ({ changeIdea }) => changeIdea === 'Pressed twice',
    );
    records.close();
    expect(made).toHaveLength(1);
    await page.goto(`${app.url}/cycles/new?team=${network.own.teamId}`);
    expect(await page.getByLabel('What will you try?').inputValue()).toBe('');
    await context.close();
  });

  it('of two people in one plan, the second sees both versions and chooses', async () => {
    const first = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    const second = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await signIn(first.page, app.url, network, 'colleague');
    await signIn(second.page, app.url, network, 'member');
    const path = `${app.url}/cycles/${network.own.cycles.plan}/plan`;
    await Promise.all([first.page.goto(path), second.page.goto(path)]);
    await first.page.getByLabel('What will you try?').fill('Written by the colleague');
    await first.page.getByRole('button', { name: 'Save the plan' }).click();
    await first.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=version]')?.value === '2',
    );
    await second.page.getByLabel('What will you try?').fill('Written by the member');
    await second.page.getByRole('button', { name: 'Save the plan' }).click();
    const choice = second.page.getByRole('alert').filter({ hasText: 'changed this while you were writing' });
    await choice.waitFor();
    await expect.poll(() => choice.innerText()).toContain('Written by the colleague');
    await expect.poll(() => choice.innerText()).toContain('Written by the member');
    await expect
      .poll(() => second.page.getByLabel('What will you try?').inputValue())
      .toBe('Written by the member');
    await second.page.getByRole('button', { name: 'Keep what is in my form' }).click();
    await second.page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=version]')?.value === '3',
    );
    await first.page.reload();
    await expect
      .poll(() => first.page.getByLabel('What will you try?').inputValue())
      .toBe('Written by the member');
    await first.context.close();
    await second.context.close();
  });

  it('a second number for one day asks, and a typed one that is wrong stays to be mended', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(`${app.url}/log`);
    const row = page.locator('form[action^="/log"]').first();
    await row.getByLabel('How many', { exact: false }).first().fill('12');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('the first number is part of the second').waitFor();
    await expect.poll(() => row.getByLabel('How many', { exact: false }).first().inputValue()).toBe('12');
    await row.getByLabel('How many', { exact: false }).first().fill('3');
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('38% saved ✓').waitFor();
    await row.getByLabel('How many', { exact: false }).first().fill('6');
    await page.keyboard.press('Enter');
    await row.getByText('Replace it?').waitFor();
    await row.getByRole('button', { name: 'Replace it' }).click();
    await row.getByText('75% saved ✓').waitFor();
    await context.close();
  });

  const studyPath = () => `${app.url}/cycles/${network.own.cycles.study}/study`;
  const learned = (page: Page) => page.getByLabel('What did we learn?');
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

  it('stays when it was typed while a slow save was on its way', async () => {
    const { page, context, quiet } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(studyPath());
    await page.route('**/study*', async (route) => {
      if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue();
    });
    await learned(page).fill('Handed in.');
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().includes('/study'),
    );
    await save(page);
    await learned(page).fill('Handed in. A second thought.');
    await answer;
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await quiet();
    await page.reload();
    await expect.poll(() => learned(page).inputValue()).toBe('Handed in. A second thought.');
    await page.getByRole('button', { name: 'Discard my changes' }).click();
    await context.close();
  });

  it('comes back where a link was followed before the server had it', async () => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'facilitator');
    await page.goto(`${app.url}/ideas/new`);
    await page.route('**/ideas/new*', (route) =>
      route.request().method() === 'POST' ? undefined : route.continue(),
    );
    await page.getByLabel('Name').fill('An idea on its way');
    await page.getByRole('button', { name: 'Add the idea' }).click();
    await page.locator('a[href="/ideas"]').first().click();
    await page.waitForURL(/\/ideas$/);
    await page.goto(`${app.url}/ideas/new`);
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('An idea on its way');
    await context.close();
  });

  it('stays in a second window when the first one hands the form in', async () => {
    const first = await openPage(browser);
    await signIn(first.page, app.url, network, 'colleague');
    await first.page.goto(studyPath());
    await learned(first.page).fill('Of the first window');
    await first.page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    const second = await first.context.newPage();
    await second.goto(studyPath(), { waitUntil: 'networkidle' });
    await learned(second).fill('Of the second window');
    await second.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await first.page.bringToFront();
    await save(first.page);
    await first.quiet();
    await second.close();
    await first.page.goto(studyPath());
    await expect.poll(() => learned(first.page).inputValue()).toBe('Of the second window');
    await first.context.close();
  });
});
