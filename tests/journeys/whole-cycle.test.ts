import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
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

describe.each([
  { script: true, role: 'member' as const, denominator: '8', saved: '63% saved ✓' },
  { script: false, role: 'colleague' as const, denominator: '', saved: '25% saved ✓' },
])('at 390 px, script: $script', ({ script, role, denominator, saved: expected }) => {
  it('from home to a saved number in three interactions and one number typed', async () => {
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled: script });
    await signInByHand(page, app.url, network, role);
    const row = page.locator('form[action^="/log"]').first();
    const name = await row.locator('p').first().innerText();
    await expect.poll(() => row.getByLabel('Out of how many').inputValue()).toBe(denominator);
    if (denominator === '') await row.getByLabel('Out of how many').fill('20');
    await row.getByLabel('How many', { exact: false }).first().click(); // one
    await page.keyboard.type('5'); // the number
    await page.keyboard.press('Enter'); // two
    const saved = page
      .locator('form[action^="/log"]', { hasText: name.split('\n')[1] ?? '' })
      .getByText('saved ✓')
      .first();
    await saved.waitFor();
    await expect.poll(() => saved.innerText()).toBe(expected);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a whole cycle, from new to adapt, and its successor, in one sitting', async () => {
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled: script });
    await signInByHand(page, app.url, network, role);
    await page.goto(`${app.url}/teams/${network.own.teamId}`);
    await page.getByRole('link', { name: 'Plan a cycle' }).click();
    const idea = `Word bank on the desk, ${role}`;
    await page.getByLabel('What will you try?').fill(idea);
    await page
      .getByLabel('What do you want to learn?')
      .fill('Will more students start within three minutes?');
    await page.getByRole('button', { name: 'Begin the cycle' }).click();
    await page.getByText('Which number do you expect?').waitFor();
    await expect.poll(() => page.getByLabel('What will you try?').inputValue()).toBe(idea);
    await page.getByLabel('Expected number').fill('60');
    await page.getByLabel('Because…').fill('the words are in front of them');
    await page.getByText('fairly sure').click();
    await page.getByRole('button', { name: 'Begin the cycle' }).click();

    await page.getByRole('heading', { level: 1, name: /^Do:/ }).waitFor();
    await page.getByLabel('Add what you noticed').fill('Two asked for more words.');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'Two asked for more words.' }).waitFor();
    await page.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'Go on to Study' }).click();

    await page.getByRole('heading', { level: 1, name: /^Study:/ }).waitFor();
    await expect.poll(() => page.getByText('At least 60%').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Decide: adopt, adapt or abandon' }).click();
    await page.getByText('Write down what you learned').waitFor();
    await page.getByText('Partly', { exact: true }).click();
    await page.getByLabel('What did we learn?').fill('Starters use it; finishers ignore it.');
    await page.getByRole('button', { name: 'Decide: adopt, adapt or abandon' }).click();

    await page.getByRole('heading', { level: 1, name: /^Act:/ }).waitFor();
    await page.locator('label', { hasText: /^Adapt/ }).click();
    await page.getByLabel('Why?').fill('Only for those who want it.');
    await page.getByRole('button', { name: 'Finish the cycle' }).click();

    await page.getByRole('heading', { level: 1, name: /^Plan:/ }).waitFor();
    await expect
      .poll(() => page.getByLabel('What do you want to learn?').inputValue())
      .toBe('Will more students start within three minutes?');
    await expect.poll(() => page.getByLabel('Expected number').inputValue()).toBe('60');
    await expect.poll(() => page.getByRole('link', { name: 'Cycle 1, adapt' }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('link', { name: 'Cycle 2' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Begin the cycle' }).click();
    await page.getByRole('heading', { level: 1, name: /^Do:/ }).waitFor();
    await page.goto(`${app.url}/teams/${network.own.teamId}`);
    await expect.poll(() => page.getByText(idea).first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('a number logged, a cycle planned, begun, done and another one decided, by keyboard alone', async () => {
  const { page, context } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await signInByHand(page, app.url, network, 'member');
  const reach = async (test: () => Promise<boolean>) => {
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      if (await test()) return;
    }
    throw new Error('Not reached by Tab');
  };
  const focused = (selector: string) => () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  await page.goto(`${app.url}/log`);
  await reach(focused('input[name=value]'));
  await page.keyboard.type('47');
  await page.keyboard.press('Enter');
  await page.getByText('47 words saved ✓').waitFor();

  await page.goto(`${app.url}/cycles/new?team=${network.own.teamId}`);
  await reach(focused('input[name=changeIdea]'));
  await page.keyboard.type('Typed without a mouse');
  await reach(focused('textarea[name="questions[0].question"]'));
  await page.keyboard.type('Does it work by keyboard?');
  await reach(focused('input[name="questions[0].expectedValue"]'));
  await page.keyboard.type('50');
  await reach(focused('textarea[name="questions[0].because"]'));
  await page.keyboard.type('every control is a native one');
  await reach(focused('input[name="questions[0].confidence"]'));
  await page.keyboard.press('ArrowRight');
  await reach(focused('button[value=begin]'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Do:/ }).waitFor();
  await reach(focused('input[name=carriedOut]'));
  await page.keyboard.press('Space');
  await reach(focused('button[value=finish]'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Study:/ }).waitFor();

  await page.goto(`${app.url}/cycles/${network.own.cycles.act}/act`);
  await reach(focused('input[name=decision]'));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await reach(focused('textarea[name=why]'));
  await page.keyboard.type('It helped nobody.');
  await reach(focused('form button'));
  while (
    !(await page.evaluate(() => document.activeElement?.textContent?.includes('Finish the cycle') ?? false))
  )
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Abandoned' }).waitFor();
  await context.close();
});
