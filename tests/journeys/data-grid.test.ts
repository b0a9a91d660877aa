import type { Browser, Page } from 'playwright-core';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { dataPoint, dataPointHistory } from '#db/schema';
import type { Role, SmallNetwork } from '../factories/small-network';
import { openPage } from '../support/browser';
import type { Watched } from '../support/browser';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { signedInAs } from '../support/signed-in';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

/** A measure of the own team that three groups are counted for. */
async function threeGroups(): Promise<string> {
  const id = uuidv7();
  const member = await signedInAs(app.url, network, 'member');
  const response = await member.post(`/measures/new?team=${network.own.teamId}`, {
    ...{ id, version: '0', name: `Grid ${id}`, level: 'outcome', kind: 'proportion', direction: 'increase' },
    ...{ definition: 'Counted', frequency: 'weekly' },
    groupIds: [network.groups.swd ?? '', network.groups.non_swd ?? '', network.groups.el ?? ''],
  });
  expect(response.status).toBe(302);
  return id;
}

async function openGrid(role: Role, measureId: string, options = {}): Promise<Watched> {
  const watched = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await signIn(watched.page, app.url, network, role);
  await watched.page.goto(`${app.url}/measures/${measureId}/data-points`);
  await watched.page.locator('[data-at="0/0"]').waitFor();
  await watched.quiet();
  return watched;
}

const cell = (page: Page, row: number, column: number) => page.locator(`[data-at="${row}/${column}"]`);
const status = (page: Page) => page.locator('main [role=status]').last();

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press('Control+V');
}

describe('the grid of numbers', () => {
  it('takes a block of 40 × 3 cells as a spreadsheet copies it: one bad cell is marked, the rest is kept, undo takes it back', async () => {
    const measureId = await threeGroups();
    const { context, page, complaints } = await openGrid('member', measureId, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const rows = Array.from({ length: 40 }, (_, row) => [
      `${(row % 9) + 1}/11`,
      row === 17 ? 'n/a' : `"${(row % 12) + 1} of 16"`,
      `${((row % 5) + 1) * 20}%`,
    ]);
    await page.getByLabel('How many there usually are, English learners').fill('5');
    await cell(page, 0, 0).focus();
    await paste(page, rows.map((row) => row.join('\t')).join('\r\n') + '\r\n');
    await expect.poll(() => cell(page, 39, 2).inputValue()).toBe('5/5');
    await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(1);
    await expect.poll(() => cell(page, 17, 1).inputValue()).toBe('n/a');
    const records = app.look();
    const stored = () => records.reader.select().from(dataPoint).where(eq(dataPoint.measureId, measureId));
    expect(await stored()).toHaveLength(119);
    await page.reload();
    await expect.poll(() => cell(page, 16, 1).inputValue()).toBe('5/16');
    await cell(page, 0, 0).focus();
    await paste(page, '10/11\t11/16');
    await expect.poll(() => cell(page, 0, 1).inputValue()).toBe('11/16');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => cell(page, 0, 1).inputValue()).toBe('1/16');
    await expect.poll(() => cell(page, 0, 0).inputValue()).toBe('1/11');
    records.close();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('two people in one grid lose no cell, and each sees the other’s with the next save', async () => {
    const measureId = await threeGroups();
    const one = await openGrid('member', measureId);
    const other = await openGrid('colleague', measureId);
    await cell(one.page, 39, 0).fill('5/8');
    await cell(one.page, 39, 0).press('ArrowRight');
    await expect.poll(() => status(one.page).innerText()).toContain('Saved');
    await cell(other.page, 39, 1).fill('9/17');
    await cell(other.page, 39, 1).press('ArrowUp');
    await expect.poll(() => cell(other.page, 39, 0).inputValue()).toBe('5/8');
    await cell(one.page, 38, 0).fill('3/8');
    await cell(one.page, 38, 0).press('Enter');
    await expect.poll(() => cell(one.page, 39, 1).inputValue()).toBe('9/17');
    await cell(other.page, 38, 0).fill('4/8');
    await cell(other.page, 38, 0).press('ArrowUp');
    await other.page.getByText('Somebody wrote 3/8 meanwhile.').waitFor();
    await expect.poll(() => cell(other.page, 38, 0).inputValue()).toBe('4/8');
    await other.page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => other.page.locator('[aria-invalid=true]').count()).toBe(0);
    const records = app.look();
    const said = await records.reader
      .select()
      .from(dataPointHistory)
      .where(eq(dataPointHistory.measureId, measureId));
    expect(said.map(({ numerator, endedHow }) => [numerator, endedHow])).toEqual([[3, 'replaced']]);
    records.close();
    expect([...one.complaints, ...other.complaints]).toEqual([]);
    await one.context.close();
    await other.context.close();
  });

  it('keeps what was typed while there is no connection, and sends it afterwards', async () => {
    const measureId = await threeGroups();
    const { context, page, complaints } = await openGrid('member', measureId);
    await context.setOffline(true);
    await cell(page, 39, 0).fill('5/8');
    await cell(page, 39, 0).press('ArrowUp');
    await page.getByText('Not connected').waitFor();
    await cell(page, 38, 0).fill('4/8');
    await cell(page, 38, 0).press('ArrowUp');
    await context.setOffline(false);
    await expect.poll(() => status(page).innerText(), { timeout: 12_000 }).toContain('Saved');
    await page.reload();
    expect([await cell(page, 39, 0).inputValue(), await cell(page, 38, 0).inputValue()]).toEqual([
      '5/8',
      '4/8',
    ]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps what was typed before the script came', async () => {
    const measureId = await threeGroups();
    const { context, page, complaints } = await openGrid('member', measureId);
    await page.route('**/assets/entry.client-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await cell(page, 39, 0).fill('5/8');
    await cell(page, 38, 0).focus();
    await expect.poll(() => status(page).innerText()).toContain('Saved');
    await page.reload();
    await expect.poll(() => cell(page, 39, 0).inputValue()).toBe('5/8');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works as a form without script, at the width of a phone', async () => {
    const measureId = await threeGroups();
    const { context, page } = await openGrid('member', measureId, {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    await cell(page, 39, 0).fill('5/8');
    await cell(page, 38, 0).fill('9/8');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('9 of 8 cannot be').waitFor();
    expect(await page.getByText('Each cell is saved as you leave it').count()).toBe(0);
    expect([await cell(page, 39, 0).inputValue(), await cell(page, 38, 0).inputValue()]).toEqual([
      '5/8',
      '9/8',
    ]);
    await page.getByLabel('Cells from a spreadsheet').fill('1/8\t2/16\n2/8\t3/16');
    await page.getByRole('button', { name: 'Put them in' }).click();
    await expect.poll(() => cell(page, 1, 1).inputValue()).toBe('3/16');
    await page.getByRole('button', { name: 'Undo the last 4 changes' }).click();
    await expect.poll(() => cell(page, 1, 1).inputValue()).toBe('');
    await expect.poll(() => cell(page, 39, 0).inputValue()).toBe('5/8');
    await context.close();
  });
});
