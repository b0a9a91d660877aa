import type { Browser, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { dataPoint } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Role, SmallNetwork } from '../factories/small-network';
import { axeFindings } from '../support/axe';
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

const upAndDown = [40, 44, 41, 45, 40, 46, 41, 44, 39, 45, 41, 46, 40];
const stepUp = [...upAndDown, 60, 63, 61, 66, 64, 60, 67, 62, 65, 61];

/** A measure of the own team with a number a week for each group, the newest last week. */
async function measureWith(series: Record<string, number[]>): Promise<string> {
  const id = uuidv7();
  const member = await signedInAs(app.url, network, 'member');
  const groupIds = Object.keys(series).map((key) => network.groups[key] ?? '');
  const made = await member.post(`/measures/new?team=${network.own.teamId}`, {
    ...{ id, version: '0', name: `Words ${id}`, level: 'driver', kind: 'mean', unit: 'words' },
    ...{ direction: 'increase', definition: 'Words on the Friday prompt', frequency: 'weekly', groupIds },
  });
  expect(made.status).toBe(302);
  const records = app.look();
  await records.inTransaction(async (tx) => {
    for (const [key, values] of Object.entries(series))
      for (const [index, value] of values.entries())
        await tx.insert(dataPoint).values({
          ...{ id: uuidv7(), measureId: id, groupId: network.groups[key] ?? '', kind: 'mean', value },
          date: addDays(network.today, -7 * (values.length - index)),
          ...{ recordedBy: network.people.member.id, recordedAt: Date.now() - 9 * 86_400_000 },
        });
  });
  records.close();
  return id;
}

async function openChart(role: Role, path: string, options = {}): Promise<Watched> {
  const watched = await openPage(browser, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  await signIn(watched.page, app.url, network, role);
  await watched.page.goto(app.url + path);
  await watched.page.locator('h1').first().waitFor();
  return watched;
}

const slider = (page: Page) => page.getByRole('slider');

describe('one chart', () => {
  it('is walked point by point with the keyboard, and each point says what it is', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page, complaints } = await openChart('member', `/measures/${id}`);
    await slider(page).focus();
    await page.keyboard.press('Home');
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(
      /: 40 words, below the median, part of 11 in a row below\.$/,
    );
    expect(await slider(page).getAttribute('aria-valuenow')).toBe('1');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    expect(await slider(page).getAttribute('aria-valuenow')).toBe('4');
    await page.keyboard.press('End');
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('61 words, above the median');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByLabel('Day', { exact: true }).first().inputValue())
      .toBe(addDays(network.today, -7));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says verdict, summary and table before the picture, in the page and in the accessibility tree', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page } = await openChart('member', `/measures/${id}`);
    // The table moves the picture down, and a picture that is not on the screen stays static.
    await slider(page).waitFor();
    await page.getByText('How do we know?').first().click();
    const tree = await page.getByRole('figure').first().ariaSnapshot();
    const places = [
      'heading "Going up, as hoped, and it is more than chance."',
      '23 points from',
      'The longest run on one side is',
      'table "The numbers',
      'slider "Points of',
    ].map((words) => tree.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await axeFindings(page)).toEqual([]);
    await context.close();
  });

  it('takes a note by a tap on the time axis, and gives it up again', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page, complaints } = await openChart('member', `/measures/${id}`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await slider(page).waitFor();
    await slider(page).scrollIntoViewIfNeeded();
    const box = await slider(page).boundingBox();
    if (!box) throw new Error('no chart');
    await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height - 6);
    const words = page.getByLabel('In a few words');
    await words.waitFor();
    const day = await page.getByLabel('Day', { exact: true }).first().inputValue();
    expect(day > addDays(network.today, -7 * 16) && day < addDays(network.today, -7 * 5)).toBe(true);
    await page.getByRole('button', { name: 'Put it on the chart' }).click();
    await page.getByText('Say in a few words what happened.').waitFor();
    await words.fill('State testing');
    await page.getByRole('button', { name: 'Put it on the chart' }).click();
    const mark = page.getByRole('listitem').filter({ hasText: 'an event: State testing' });
    await mark.waitFor();
    await mark.getByRole('button').click();
    await mark.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('suggests a phase, begins it for a reason, and joins it again', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page, complaints } = await openChart('member', `/measures/${id}`);
    await page.getByText('Has something changed for good since').waitFor();
    const first = addDays(network.today, -70);
    await page.getByText('Begin a new phase', { exact: true }).click();
    await expect.poll(() => page.getByLabel('First day').inputValue()).toBe(first);
    await page.getByRole('button', { name: 'Begin the phase' }).click();
    await page.getByText('Say why: a cycle, or something that happened.').waitFor();
    await page.getByLabel('Why: a cycle, or something that happened').fill('Sentence frames for all');
    await page.getByRole('button', { name: 'Begin the phase' }).click();
    const mark = page.getByRole('listitem').filter({ hasText: 'A phase begins on' });
    await mark.waitFor();
    await page.getByText('No clear change so far.').first().waitFor();
    await mark.getByRole('button').click();
    await page.getByText('Has something changed for good since').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('freezes a steady baseline and releases it; one with a change of its own is refused', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page } = await openChart('member', `/measures/${id}`);
    await page.getByText('Freeze the baseline').click();
    await page.getByLabel('Last day of the baseline').selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Freeze it' }).click();
    await page.getByText('The baseline is frozen through').waitFor();
    await page.getByText('How do we know?').first().click();
    await page.getByText('A frozen baseline alarms more easily.', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Release: the baseline' }).click();
    await page.getByText('The baseline is frozen through').waitFor({ state: 'detached' });
    const member = await signedInAs(app.url, network, 'member');
    const refused = await member.post(`/measures/${id}`, {
      ...{ intent: 'freeze', id: uuidv7(), groupId: network.groups.swd ?? '' },
      throughDate: addDays(network.today, -14),
    });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('already show a change');
    await context.close();
  });

  it('leaves a point out for a reason, and counts it again', async () => {
    const id = await measureWith({ swd: [...upAndDown, 400] });
    const { context, page, complaints } = await openChart('member', `/measures/${id}`);
    await page.getByText('How do we know?').first().click();
    await page.getByRole('table').first().getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Leave it out of the middle line' }).waitFor();
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await page.getByText('Say why it should not count.').waitFor();
    await page.getByLabel('Why').fill('Fire drill in the middle');
    await page.getByRole('button', { name: 'Leave it out' }).click();
    await page.getByText('The point stays on the chart and counts for nothing.').waitFor();
    await page.getByText('is left out: Fire drill in the middle').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'is left out' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Count it again' }).click();
    await page.getByText('The point counts again.').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a coach reads marks and sets none', async () => {
    const id = await measureWith({ swd: stepUp });
    const { context, page } = await openChart('coach', `/measures/${id}`);
    await slider(page).waitFor();
    expect(await page.getByText('Begin a new phase').count()).toBe(0);
    expect(await page.getByText('Tap the days under the chart').count()).toBe(0);
    const coach = await signedInAs(app.url, network, 'coach');
    const refused = await coach.post(`/measures/${id}`, {
      ...{ intent: 'annotate', id: uuidv7(), kind: 'event', date: network.today, text: 'Mine' },
    });
    expect(refused.status).toBe(403);
    await context.close();
  });

  it('10,000 points: to be used within a second after they arrive, and all of them counted', async () => {
    const values = Array.from({ length: 10_000 }, (_, index) => 40 + ((index * 7919) % 100) / 10);
    const id = uuidv7();
    const member = await signedInAs(app.url, network, 'member');
    await member.post(`/measures/new?team=${network.own.teamId}`, {
      ...{ id, version: '0', name: 'Every day', level: 'driver', kind: 'mean', unit: 'words' },
      ...{
        direction: 'increase',
        definition: 'Words',
        frequency: 'daily',
        groupIds: network.groups.swd ?? '',
      },
    });
    const records = app.look();
    await records.inTransaction(async (tx) => {
      for (const [index, value] of values.entries())
        await tx.insert(dataPoint).values({
          ...{ id: uuidv7(), measureId: id, groupId: network.groups.swd ?? '', kind: 'mean', value },
          date: addDays(network.today, index - 10_000),
          ...{ recordedBy: network.people.member.id, recordedAt: Date.now() },
        });
    });
    records.close();
    const { context, page, complaints } = await openChart('member', '/');
    await page.goto(`${app.url}/measures/${id}`, { waitUntil: 'commit' });
    await slider(page).waitFor();
    const arrived = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).responseEnd,
    );
    const ready = await page.evaluate(() => performance.now());
    console.info(`10,000 points: interactive ${Math.round(ready - arrived)} ms after the page arrived`);
    await page.getByText('How do we know?').first().click();
    await page.getByText('of 10000 numbers').waitFor();
    await page
      .getByText(/^The longest run on one side is [0-9]+/)
      .first()
      .waitFor();
    expect(await page.locator('[data-chart] circle').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('several groups', () => {
  it('stand side by side on one scale, and the gap between complements has a chart of its own', async () => {
    const id = await measureWith({
      swd: stepUp,
      non_swd: upAndDown.concat([64, 62, 65, 61, 66, 62, 64, 61, 65, 63]),
    });
    const { context, page, complaints } = await openChart('member', `/measures/${id}`);
    const ticks = await page
      .locator('[data-chart] svg')
      .evaluateAll((charts) =>
        charts.map((chart) =>
          [...chart.querySelectorAll('text[text-anchor=end]')].map((one) => one.textContent),
        ),
      );
    expect(ticks).toHaveLength(2);
    expect(ticks[0]).toEqual(ticks[1]);
    await page.getByRole('link', { name: 'The gap' }).click();
    await page.getByText(/neither paid for the other/).waitFor();
    await page.getByRole('heading', { name: /^The gap: Students without disabilities minus/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
