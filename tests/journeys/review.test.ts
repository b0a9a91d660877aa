import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
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

const standing = (page: Page) => page.locator('#review-standing').innerText();

describe.each([
  { script: true, stage: 'plan' as const },
  { script: false, stage: 'study' as const },
])('a review between two browsers, script: $script', ({ script, stage }) => {
  it('request, questions, edit, answer, again, done: each sees the other’s step on the next page', async () => {
    const options = { javaScriptEnabled: script };
    const team = await openPage(browser, options);
    const reader = await openPage(browser, { ...options, viewport: { width: 1280, height: 900 } });
    await signIn(team.page, app.url, network, 'member');
    await signIn(reader.page, app.url, network, 'coach');
    const cycle = `${app.url}/cycles/${network.own.cycles[stage]}`;
    const [page, coach] = [team.page, reader.page];

    await page.goto(cycle);
    await page.getByText('Ask your coach to look at this').click();
    await page.getByLabel('What would you like to know?').fill('Is it small enough?');
    await page.getByRole('button', { name: 'Ask Coach Person' }).click();
    await page.getByText('You asked for a review.').waitFor();

    await coach.goto(`${cycle}/review`);
    await expect.poll(() => coach.getByText('Is it small enough?').isVisible()).toBe(true);
    await coach.getByRole('button', { name: 'Begin to read' }).click();
    await coach.getByText('You are reading this cycle.').waitFor();
    const hangsOn = stage === 'plan' ? 'Because' : 'What we learned';
    await coach
      .locator('summary')
      .filter({ hasText: new RegExp(`^Comment on ${hangsOn}$`) })
      .click();
    const form = coach.locator('details[open] form').filter({ hasText: 'What would you say' });
    if (script) {
      await form.getByRole('button', { name: /What makes you think so/ }).click();
      await expect.poll(() => form.getByRole('textbox').inputValue()).toBe('What makes you think so?');
    } else {
      await expect.poll(() => form.getByText('What does the gap between').isVisible()).toBe(true);
      await form.getByRole('textbox').fill('What makes you think so?');
    }
    await form.getByRole('button', { name: 'Keep this comment' }).click();
    await coach.getByText('The team has not read this yet').waitFor();
    await coach.getByText('Comment on a point').click();
    const onPoint = coach.locator('details[open] form').filter({ hasText: 'Which point?' });
    await onPoint.locator('label', { hasText: 'Suggest' }).click();
    await onPoint.getByRole('textbox').fill('Look at the points in their order.');
    await onPoint.getByRole('button', { name: 'Keep this comment' }).click();
    await coach.getByText('Look at the points in their order.').waitFor();
    await coach.getByRole('button', { name: 'Yes: Learning written down' }).click();
    await coach.getByRole('button', { name: 'Yes: Learning written down', pressed: true }).waitFor();
    await coach.getByLabel('A few words with it').fill('Nearly there.');
    await coach.getByRole('button', { name: 'Send it back with questions' }).click();
    await coach.getByText('With the team: 1 question and 1 idea wait for an answer.').waitFor();

    await page.goto(app.url);
    await page
      .getByText(`Coach Person sent 1 question and 1 idea about cycle 1 of “Idea in ${stage}`)
      .waitFor();
    await page.goto(`${cycle}/${stage}`);
    const asks = page.getByRole('region', { name: 'From your coach' });
    await asks.getByText('What makes you think so?').waitFor();
    await asks.getByRole('link', { name: /^Change it in/ }).click();
    if (stage === 'plan') {
      await page.getByLabel('Because…').fill('last spring nine of ten did');
      await page.getByRole('button', { name: 'Save the plan' }).click();
    } else {
      await page.getByLabel('What did we learn?').fill('Starters use it.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    }
    await page.getByText('Saved for your team.').waitFor();
    await asks.getByText('This was changed since: before and now').first().waitFor();
    const other = asks.locator('li').filter({ hasText: 'Look at the points' });
    await other.locator('summary').filter({ hasText: 'Answer' }).click();
    await other.getByLabel('Your answer').fill('We did, in order.');
    await other.getByRole('button', { name: 'Answer' }).click();
    await asks.getByText('We did, in order.').waitFor();
    await page.goto(`${cycle}/review`);
    expect(await standing(page)).toBe('Everything Coach Person asked has an answer.');
    await page.getByRole('button', { name: 'We are done, please look again' }).click();
    await page.getByText('Coach Person is asked to look again.').waitFor();

    await coach.goto(`${cycle}/review`);
    expect(await standing(coach)).toBe('The team asks you to look again.');
    await expect.poll(() => coach.getByText('We did, in order.').isVisible()).toBe(true);
    // Saving Study keeps the suggested verdict too.
    await expect.poll(() => coach.getByText(/^changed since/).count()).toBe(stage === 'plan' ? 1 : 2);
    await coach.getByRole('button', { name: 'Begin to read' }).click();
    await coach.getByText('You are reading this cycle.').waitFor();
    await coach.getByRole('button', { name: 'Finish the review' }).click();
    await coach.getByText('You finished reading.').waitFor();

    await page.goto(`${cycle}/review`);
    expect(await standing(page)).toBe('Coach Person finished reading.');
    expect([...team.complaints, ...reader.complaints]).toEqual([]);
    await team.context.close();
    await reader.context.close();
  });
});

it.each(['coach', 'member'] as const)(
  'axe finds nothing on the review page and none of it scrolls sideways, as %s',
  async (role) => {
    const { page, context, complaints } = await openPage(browser);
    await signIn(page, app.url, network, role);
    await page.goto(`${app.url}/cycles/${network.own.cycles.act}/review`);
    if (role === 'coach') {
      const begin = page.getByRole('button', { name: /^(Begin a review|Begin to read)$/ });
      if (await begin.isVisible()) await begin.click();
      await page.getByText('You are reading this cycle.').waitFor();
      await page.locator('summary').filter({ hasText: 'Comment on Because' }).click();
    }
    expect(await flaws(page, [320, 390, 1280])).toEqual([]);
    await page.goto(`${app.url}/cycles/${network.own.cycles.act}/study`);
    expect(await flaws(page, [320, 1280])).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
