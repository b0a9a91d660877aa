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

const fieldOf = (page: Page, label: string) => page.getByRole('textbox', { name: label });

const slowLoads = (page: Page) =>
  page.route(
    (url) => url.pathname.endsWith('.data'),
    async (route) => {
      if (route.request().method() === 'GET') await wait(500);
      await route.continue();
    },
  );

/** Required fields beside the one in question. */
const alongside: Record<string, string> = {
  'For whom?': 'Fourth graders',
  'How much?': 'From 3 to 6 in 10',
  'By when?': '2030-06-01',
};

async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await fieldOf(page, label).fill(text);
  for (const [other, words] of Object.entries(alongside)) {
    const field = page.getByLabel(other, { exact: true });
    if ((await field.count()) > 0) await field.fill(words);
  }
}

const forms = [
  ['a plan', () => `/cycles/${network.own.cycles.plan}/plan`, 'What will you try?', 'Save the plan'],
  ['do', () => `/cycles/${network.own.cycles.do}/do`, 'What was different?', 'Save'],
  ['study', () => `/cycles/${network.own.cycles.study}/study`, 'What did we learn?', 'Save'],
  ['the aim', () => `/teams/${network.own.teamId}/aim`, 'What will be different?', 'Save the aim'],
] as const;

describe.each(forms)('two people in %s', (_name, pathOf, label, save) => {
  it('the second is told, the field it goes on in stays, and a reload keeps its words', async () => {
    const first = await openPage(browser);
    const second = await openPage(browser);
    await signIn(first.page, app.url, network, 'colleague');
    await signIn(second.page, app.url, network, 'member');
    const path = app.url + pathOf();
    await Promise.all([first.page.goto(path), second.page.goto(path)]);
    const { page } = second;
    await slowLoads(page);
    await fillIn(first.page, label, 'Written by the colleague');
    const saved = first.page.waitForResponse((response) => response.request().method() === 'POST');
    await first.page.getByRole('button', { name: save, exact: true }).last().click();
    await saved;
    await fillIn(page, label, 'Written by the member');
    await page.getByRole('button', { name: save, exact: true }).last().click();
    await page.getByRole('alert').filter({ hasText: 'changed this while you were writing' }).waitFor();
    const field = fieldOf(page, label);
    await field.focus();
    await field.evaluate((one) => (one as HTMLElement).setAttribute('data-same', 'yes'));
    await page.waitForLoadState('networkidle');
    await wait(1200);
    expect(await field.getAttribute('data-same')).toBe('yes');
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('Written by the member');
    await page
      .getByText(/^Saved/)
      .last()
      .waitFor();
    await first.context.close();
    await second.context.close();
  });
});
