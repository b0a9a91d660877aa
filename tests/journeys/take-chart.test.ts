import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
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

const group = 'Take this chart with you: Students with disabilities';
const pngSign = '89504e470d0a1a0a';

it('a chart is saved as a PNG twice the size of its picture', async () => {
  const { page, context, complaints } = await openPage(browser, { acceptDownloads: true });
  await signIn(page, app.url, network, 'member');
  await page.goto(`${app.url}/measures/${network.own.proportionId}?group=${network.groups.swd ?? ''}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('group', { name: group }).getByRole('button', { name: 'Picture (PNG)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-students-with-disabilities\.png$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 8).toString('hex')).toBe(pngSign);
  const svg = await page.evaluate(
    async (path) => (await fetch(path)).text(),
    `/measures/${network.own.proportionId}/chart.svg`,
  );
  const height = Number(/ height="(\d+)"/.exec(svg)?.[1]);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2400, 2 * height]);
  await page.getByText('The picture is saved with your downloads.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('a chart’s numbers are copied as a table and as text', async () => {
  const { page, context } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await signIn(page, app.url, network, 'coach');
  await page.goto(`${app.url}/measures/${network.own.proportionId}?group=${network.groups.swd ?? ''}`);
  await page.getByRole('group', { name: group }).getByRole('button', { name: 'Copy as a table' }).click();
  await page.getByText('Copied. Paste it into a document').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (item ? await (await item.getType(type)).text() : '');
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  expect(copied.html).toContain('<table>');
  expect(copied.html).toMatch(/<td>50%<\/td><td>4 of 8<\/td>/);
  const lines = copied.text.split('\n');
  expect(lines[0]).toBe('Day\tNumber\tCounted');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toMatch(/\t50%\t4 of 8$/);
  await context.close();
});

it('without script the links still work, and no button is there that would not', async () => {
  const { page, context } = await openPage(browser, { javaScriptEnabled: false, acceptDownloads: true });
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(network.people.member.email);
  await page.getByLabel('Password').fill('a quiet green field');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.goto(`${app.url}/measures/${network.own.proportionId}?group=${network.groups.swd ?? ''}`);
  const links = page.getByRole('group', { name: group });
  expect(await links.getByRole('button').count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    links.getByRole('link', { name: 'Numbers (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await context.close();
});
