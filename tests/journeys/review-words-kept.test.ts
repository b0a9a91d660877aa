import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
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

/** Addresses that the page asked for and did not find. */
function notFoundOn(page: Page): string[] {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url());
  });
  return missing;
}

it('a review’s form is refused in place, and no other form’s words are lost', async () => {
  const cycle = `${app.url}/cycles/${network.own.cycles.plan}`;
  const reader = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  const coach = reader.page;
  const missing = notFoundOn(coach);
  await signIn(coach, app.url, network, 'coach');
  await coach.goto(`${cycle}/review`);
  await coach.getByRole('button', { name: 'Begin a review' }).click();
  await coach.getByText('You are reading this cycle.').waitFor();
  const open = (on: string) =>
    coach
      .locator('summary')
      .filter({ hasText: new RegExp(`^Comment on ${on}$`) })
      .click();
  const formOf = (on: string) => coach.locator(`form[data-about="${on}"]`);
  await open('Because');
  const because = formOf('Because');
  await because.getByRole('button', { name: 'Keep this comment' }).click();
  await because.getByText('Write a few words first.').waitFor();
  const words = because.getByRole('textbox');
  expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(new URL(coach.url()).pathname).toBe(new URL(`${cycle}/review`).pathname);

  await words.fill('x'.repeat(2001));
  await because.getByRole('button', { name: 'Keep this comment' }).click();
  await because.getByText('Please keep this under 2,000 characters').waitFor();
  expect((await words.inputValue()).length).toBe(2001);

  await words.fill('Not kept so far');
  await coach.getByRole('button', { name: 'Yes: Learning written down' }).click();
  await coach.getByRole('button', { name: 'Yes: Learning written down', pressed: true }).waitFor();
  await expect.poll(() => words.inputValue()).toBe('Not kept so far');
  await open('Objective');
  await formOf('Objective').getByRole('textbox').fill('Is this one enough?');
  await formOf('Objective').getByRole('button', { name: 'Keep this comment' }).click();
  await coach.getByText('The team has not read this yet').waitFor();
  await expect.poll(() => words.inputValue()).toBe('Not kept so far');

  await coach.getByLabel('A few words with it').fill('Nearly there.');
  await coach.getByRole('button', { name: 'Send it back with questions' }).click();
  const held = coach.getByRole('alert').filter({ hasText: 'not kept yet' });
  await held.getByRole('button', { name: 'Because' }).click();
  expect(await words.evaluate((field) => field === document.activeElement)).toBe(true);
  await because.getByRole('button', { name: 'Keep this comment' }).click();
  await held.waitFor({ state: 'detached' });
  await expect.poll(() => coach.getByLabel('A few words with it').inputValue()).toBe('Nearly there.');
  await open('Tasks');
  await formOf('Tasks').getByRole('textbox').fill('Given up');
  await coach.getByRole('button', { name: 'Send it back with questions' }).click();
  await held.getByRole('button', { name: 'Go on without them' }).click();
  await coach.getByText('With the team: 2 questions wait for an answer.').waitFor();
  await expect.poll(() => coach.getByText('“Nearly there.”').isVisible()).toBe(true);
  expect(await coach.getByText('Given up').count()).toBe(0);

  const team = await openPage(browser);
  const { page } = team;
  missing.push(...notFoundOn(page));
  await signIn(page, app.url, network, 'member');
  await page.goto(`${cycle}/plan`);
  const asks = page.getByRole('region', { name: 'From your coach' });
  const asked = asks.locator('li').filter({ hasText: 'Not kept so far' });
  await asked.locator('summary').filter({ hasText: 'Answer' }).click();
  await asked.getByRole('button', { name: 'Answer' }).click();
  await asked.getByText('Write a few words first.').waitFor();
  expect(new URL(page.url()).pathname).toBe(new URL(`${cycle}/plan`).pathname);
  await asked.getByRole('link', { name: 'Change it in Plan' }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'plan-questions[0].because');

  expect(missing).toEqual([]);
  expect([...reader.complaints, ...team.complaints]).toEqual([]);
  await reader.context.close();
  await team.context.close();
});
