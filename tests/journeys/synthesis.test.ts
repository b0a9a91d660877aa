import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { sidewaysScroll } from '../support/axe';
import { openPage } from '../support/browser';
import { flaws } from '../support/look-at';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;
let posts: string[] = [];

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

beforeAll(async () => {
  const { own, people } = network;
  const origin = { teamId: own.teamId, authorId: people.member.id };
  const records = app.look();
  posts = await records.inTransaction(async (tx) => [
    await addPost(tx, origin, { title: 'Frames before writing', decision: 'adopt' }),
    await addPost(tx, origin, {
      title: 'Peer editing',
      kind: 'loss',
      audience: 'cohort',
      audienceId: own.cohortId,
    }),
  ]);
  records.close();
});

/** The harvest form of a post's page, by hand: what it posts is what counts here. */
async function harvest(page: Page, postId: string, synthesisId: string): Promise<void> {
  const response = await page.request.post(`${app.url}/posts/${postId}/harvests`, {
    form: { synthesisId },
    headers: { Origin: app.url },
    maxRedirects: 0,
  });
  expect(response.status()).toBe(302);
}

const placed = (page: Page) =>
  page
    .getByRole('combobox')
    .evaluateAll((selects) =>
      selects.map((select) => (select instanceof HTMLSelectElement ? select.selectedOptions[0]?.text : '')),
    );

describe.each([true, false])('script: %s', (script) => {
  it('harvested, written, placed, published, read by a member and printed', async () => {
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled: script });
    await signIn(page, app.url, network, 'facilitator');
    await page.goto(`${app.url}/cohorts/${network.own.cohortId}`);
    await page.getByRole('link', { name: 'Syntheses' }).click();
    await page.getByRole('link', { name: 'Begin a synthesis' }).click();
    const title = script ? 'What frames do' : 'What frames do, without script';
    await page.getByLabel('Title').fill(title);
    await page.getByText('The whole network').click();
    await page.getByRole('button', { name: 'Begin the synthesis' }).click();
    await page.getByRole('heading', { level: 1, name: 'Edit the synthesis' }).waitFor();
    const synthesisId = page.url().split('/')[4] ?? '';
    for (const postId of posts) await harvest(page, postId, synthesisId);
    await page.goto(`${app.url}/cycles/${network.own.cycles.complete}/act`);
    await page.getByText('Harvest to synthesis').click();
    await page.getByLabel('Which learning page?').selectOption(synthesisId);
    await page.getByRole('button', { name: 'Harvest', exact: true }).click();
    await expect.poll(() => page.getByText('Harvested to').count()).toBe(1);

    await page.goto(`${app.url}/syntheses/${synthesisId}/edit`);
    await page.getByLabel('Claim 1', { exact: true }).fill('Frames help starters.');
    await page.getByRole('button', { name: 'Add another claim' }).click();
    await page.getByLabel('Claim 2', { exact: true }).fill('Editors need one question.');
    // Without script the options say what the claims were when the page was made; their order is the same.
    await page.getByRole('combobox').nth(0).selectOption({ index: 1 });
    await page.getByRole('combobox').nth(1).selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Move up claim 2' }).click();
    await expect
      .poll(() => page.getByLabel('Claim 1', { exact: true }).inputValue())
      .toBe('Editors need one question.');
    await expect
      .poll(() => page.getByLabel('Claim 2', { exact: true }).inputValue())
      .toBe('Frames help starters.');
    await expect
      .poll(() => placed(page))
      .toEqual(['Claim 2: Frames help starters.', 'Claim 1: Editors need one question.', 'Not placed yet']);
    await page.getByRole('button', { name: 'Save the synthesis' }).click();

    await page.getByRole('heading', { name: 'This page is a draft' }).waitFor();
    await expect.poll(() => page.getByText('“Peer editing”: shared with the cohort').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Publish to the whole network' }).click();
    await page.getByRole('heading', { name: 'This page is published' }).waitFor();

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'This page is published' }).isVisible()).toBe(false);
    const claim = page
      .getByRole('heading', { name: 'Frames help starters.' })
      .locator('xpath=ancestor::div[2]');
    expect(await claim.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
    await expect.poll(() => claim.getByText('Frames before writing').isVisible()).toBe(true);
    const link = page.getByRole('link', { name: 'Frames before writing' });
    expect(await link.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('none');
    expect(await sidewaysScroll(page)).toBe(0);
    if (script) expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints).toEqual([]);
    await context.close();

    const reader = await openPage(browser, { javaScriptEnabled: script });
    await signIn(reader.page, app.url, network, 'otherLeaMember');
    await reader.page.goto(`${app.url}/syntheses`);
    await reader.page.getByRole('link', { name: title, exact: true }).click();
    await reader.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await reader.page.getByText('Frames before writing').waitFor();
    await reader.page.getByText('One piece of evidence is not shared with you.').waitFor();
    expect(await reader.page.getByText('Peer editing').count()).toBe(0);
    expect(reader.complaints).toEqual([]);
    await reader.context.close();
  });
});

it('what is typed right after a row was added outlives a closed tab', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, app.url, network, 'facilitator');
  await page.goto(`${app.url}/syntheses/new`);
  await page.getByLabel('Title').fill('Typed fast');
  await page.getByRole('button', { name: 'Begin the synthesis' }).click();
  await page.getByRole('heading', { level: 1, name: 'Edit the synthesis' }).waitFor();
  const path = page.url();
  await page.getByLabel('Claim 1', { exact: true }).fill('First');
  await page.getByRole('button', { name: 'Add another claim' }).click();
  await page.getByLabel('Claim 2', { exact: true }).fill('Second');
  await page.getByText(/^Saved/).waitFor();
  await page.close();
  const again = await context.newPage();
  await again.goto(path);
  await again.getByText(/^Saved/).waitFor();
  await expect.poll(() => again.getByLabel('Claim 1', { exact: true }).inputValue()).toBe('First');
  await expect.poll(() => again.getByLabel('Claim 2', { exact: true }).inputValue()).toBe('Second');
  await context.close();
});

it('axe finds nothing, and nothing scrolls sideways at 320 px', async () => {
  const { page, context } = await openPage(browser);
  await signIn(page, app.url, network, 'facilitator');
  await page.goto(`${app.url}/syntheses`);
  await page.getByRole('link', { name: 'What frames do', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'What frames do' }).waitFor();
  const reading = new URL(page.url()).pathname;
  const cycle = `/cycles/${network.own.cycles.complete}/act`;
  const findings: string[] = [];
  for (const path of ['/syntheses', '/syntheses/new', reading, `${reading}/edit`, cycle]) {
    await page.goto(app.url + path);
    await page.locator('h1').first().waitFor();
    findings.push(...(await flaws(page, [320])).map((one) => `${path}: ${one}`));
  }
  expect(findings).toEqual([]);
  await context.close();
});
