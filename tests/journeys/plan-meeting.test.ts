import type { Browser, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { axeFindings, sidewaysScroll } from '../support/axe';
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

const mostPresses = 12;
const parts = (page: Page) => page.locator('ol > li[id^="item-"] p').filter({ has: page.locator('bdi') });
const sum = (page: Page) => page.locator('#agenda-sum').innerText();

it('a network day of 90 minutes with two presenters is planned from an empty page in a dozen presses', async () => {
  const { context, page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await signIn(page, app.url, network, 'facilitator');
  let presses = 0;
  const press = async (control: Locator) => {
    presses += 1;
    await control.click();
  };
  const choose = async (index: number) => {
    presses += 2;
    await page.locator('select[name=subject]').selectOption({ index });
    await press(page.getByRole('button', { name: 'Save it' }));
    await page.getByRole('heading', { name: 'Agenda', level: 1 }).waitFor();
  };
  await page.goto(`${app.url}/meetings`);
  await page.getByText('No meeting yet.').waitFor();
  await press(page.getByRole('link', { name: 'Plan a meeting' }));
  await press(page.getByRole('button', { name: 'Go on to the agenda' }));
  await page.getByRole('heading', { name: 'Agenda', level: 1 }).waitFor();
  expect(await sum(page)).toContain('90 of 90 minutes; it fits');
  await press(page.getByRole('link', { name: 'Choose who presents in Consultancy' }));
  await choose(2);
  await press(page.getByRole('link', { name: 'Choose who presents in Success analysis' }));
  await choose(8);
  await expect.poll(() => parts(page).count()).toBeGreaterThan(4);
  expect(presses).toBeLessThanOrEqual(mostPresses);
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('a draft leads from its agenda to its announcement, one primary action on each page', async () => {
  const { context, page, complaints } = await openPage(browser);
  await signIn(page, app.url, network, 'facilitator');
  await page.goto(`${app.url}/meetings/new`);
  expect(await page.getByRole('textbox', { name: 'Minutes' }).getAttribute('placeholder')).toBe(
    '90, as usual',
  );
  const path = page.getByRole('navigation', { name: 'Planning' });
  const isAt = async (heading: string, primary: string) => {
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await expect.poll(() => page.locator('main .bg-accent:is(a, button)').allInnerTexts()).toEqual([primary]);
    expect(await axeFindings(page), heading).toEqual([]);
    expect(await sidewaysScroll(page), heading).toBe(0);
  };
  await page.getByRole('button', { name: 'Go on to the agenda' }).click();
  await isAt('Agenda', 'Next: who presents');
  await page.getByText('The end. The agenda fills the meeting to the minute.').waitFor();
  await page.getByRole('link', { name: 'Next: who presents' }).click();
  await isAt('Who presents', 'Next: people');
  await page.getByRole('link', { name: 'Next: people' }).click();
  await isAt('People and roles', 'Invite those ticked');
  await page.getByRole('button', { name: 'Invite those ticked' }).click();
  await isAt('People and roles', 'Announce the meeting');
  await path.getByText(/^\d+ people$/).waitFor();
  await page.getByRole('link', { name: 'Network day', exact: true }).first().click();
  await isAt('Network day', 'Announce it');
  await page.getByRole('link', { name: 'Announce it' }).click();
  await isAt('Announce the meeting', 'Announce the meeting');
  await page.getByRole('button', { name: 'Announce the meeting' }).click();
  await page.getByText(/^Announced\./).waitFor();
  expect(await path.count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('an item is moved by the keyboard, keeps the focus and says its new place; the clock adds up at once', async () => {
  const { context, page, complaints } = await openPage(browser);
  await signIn(page, app.url, network, 'member');
  await page.goto(`${app.url}/meetings/new`);
  await page.getByLabel('Begin the agenda from').selectOption('empty');
  await page.getByLabel('Minutes').fill('30');
  await page.getByRole('button', { name: 'Go on to the agenda' }).click();
  await page.getByText('Nothing here yet.').waitFor();
  for (const name of [/^Add Welcome/, /^Add Data walk/, /^Add Check-in/]) {
    const before = await parts(page).count();
    await page.getByRole('button', { name }).click();
    await expect.poll(() => parts(page).count()).toBe(before + 1);
  }
  expect(await sum(page)).toContain('30 of 30 minutes; it fits');
  const later = page.getByRole('button', { name: /^Later ?: Welcome/ });
  await later.focus();
  for (const [place, at] of [
    ['2 of 3', '15:50'],
    ['3 of 3', '15:55'],
  ]) {
    await page.keyboard.press('Enter');
    await page.getByText(`“Welcome” is now ${place}, and begins at ${at}.`).waitFor();
    await expect.poll(() => later.evaluate((button) => button === document.activeElement)).toBe(true);
  }
  const settled = () => expect.poll(() => page.locator('ol[aria-busy=true]').count()).toBe(0);
  await settled();
  await page.reload();
  await expect
    .poll(() => parts(page).allInnerTexts())
    .toEqual(['15:30 Data walk', '15:50 Check-in', '15:55 Welcome']);
  await page.getByRole('button', { name: /^Earlier ?: Welcome/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByText('“Welcome” is now 1 of 3, and begins at 15:30.').waitFor();
  await settled();
  await page.reload();
  await expect
    .poll(() => parts(page).allInnerTexts())
    .toEqual(['15:30 Welcome', '15:35 Data walk', '15:55 Check-in']);
  await page.getByRole('link', { name: 'Change Data walk' }).click();
  await page.getByLabel('Minutes').first().fill('15');
  await page.getByText('30 minutes · the meeting: 40 of 30 minutes; 10 over').waitFor();
  expect(await sidewaysScroll(page)).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});
