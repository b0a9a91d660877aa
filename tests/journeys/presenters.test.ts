import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
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
  await signInByHand(page, app.url, network, 'facilitator');
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
  expect(await rows.count()).toBe(2);
  expect(complaints).toEqual([]);
  await context.close();
});
