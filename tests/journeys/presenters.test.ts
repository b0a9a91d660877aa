import type { Browser } from 'playwright-core';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addPresentation } from '../factories/shown-storyboards';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
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

/** A network day with one consultancy, and two teams that asked for help. */
async function dayWithTwoSuggestions(): Promise<string> {
  const database = app.look();
  try {
    return await database.inTransaction(async (tx) => {
      const meetingId = await addMeeting(tx, network);
      await addAgendaItem(tx, meetingId, { title: 'Our consultancy', protocolKey: 'consultancy-20' });
      for (const [team, title] of [
        [network.own, 'Stuck on Fridays'],
        [network.sameSchool, 'Nobody reads the card'],
      ] as const)
        await addPost(
          tx,
          { authorId: network.people.member.id, teamId: team.teamId, cycleId: team.cycles.study },
          { kind: 'puzzle', title },
        );
      return meetingId;
    });
  } finally {
    database.close();
  }
}

it.each([true, false])('a second presenter is taken in one press (script: %s)', async (javaScriptEnabled) => {
  const meetingId = await dayWithTwoSuggestions();
  const { context, page, complaints } = await openPage(browser, { javaScriptEnabled });
  await signIn(page, app.url, network, 'facilitator');
  await page.goto(`${app.url}/meetings/${meetingId}/presenters`);
  const take = page.getByRole('button', { name: 'Take, and ask the team' });
  const rows = page.locator('section:has(#present) li, div:has(> #present) li');
  const before = await take.count();
  expect(before).toBeGreaterThanOrEqual(2);
  await take.first().click();
  await expect.poll(() => take.count()).toBe(before - 1);
  const chosen = await page
    .locator('select[name=place]')
    .evaluateAll((selects) => selects.map((one) => (one instanceof HTMLSelectElement ? one.value : '')));
  expect(chosen.filter((value) => value === '')).toEqual([]);
  await take.first().click();
  await expect.poll(() => take.count()).toBe(before - 2);
  await expect.poll(() => rows.count()).toBe(2);
  await page.getByRole('button', { name: 'Take back' }).first().click();
  await expect.poll(() => take.count()).toBe(before - 1);
  await expect.poll(() => rows.count()).toBe(1);
  expect(complaints).toEqual([]);
  await context.close();
});

/** A team asked for a cycle in whose words a student is named. */
async function askedWithAName(): Promise<string> {
  const database = app.look();
  try {
    return await database.inTransaction(async (tx) => {
      const meetingId = await addMeeting(tx, network);
      const cycleId = network.own.cycles.complete;
      await addAgendaItem(tx, meetingId, { teamId: network.own.teamId, cycleId });
      const named = { learned: 'It helped Jamal Washington most.' };
      await tx.update(schema.cycle).set(named).where(eq(schema.cycle.id, cycleId));
      return addPresentation(tx, network, { meetingId, team: network.own, cycleId });
    });
  } finally {
    database.close();
  }
}

it('the door asks at once, says what was missed, and keeps nothing that nobody changed', async () => {
  const id = await askedWithAName();
  const { context, page, complaints, quiet } = await openPage(browser);
  await signIn(page, app.url, network, 'member');
  await page.goto(`${app.url}/presentations/${id}`);
  await page.getByText('A question before you agree').waitFor();
  await expect.poll(() => page.locator('[data-storyboard] mark').innerText()).toBe('Jamal Washington');
  const yes = page.getByRole('button', { name: 'We’ll present this' });
  await yes.click();
  await page.getByRole('alert').getByText('It is about “Jamal Washington”.').waitFor();
  await page.reload();
  await yes.waitFor();
  const looked = page.getByRole('checkbox', { name: /^I have looked/ });
  await looked.check();
  await page.reload();
  await yes.waitFor();
  await looked.check();
  await quiet();
  expect(await page.getByText(/Saved \d/).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Discard my changes' }).count()).toBe(0);
  await yes.click();
  await page.getByText('said yes on').waitFor();
  expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
  await context.close();
});
