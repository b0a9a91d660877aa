import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { meetingMinutes } from '#db/schema';
import { addHeldMeetings } from '../factories/meetings-to-look-at';
import type { SmallNetwork } from '../factories/small-network';
import { openPage } from '../support/browser';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;
const meetings: string[] = [];

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});
beforeAll(async () => {
  const records = app.look();
  await records.inTransaction(async (tx) => {
    for (const _ of [1, 2]) meetings.push((await addHeldMeetings(tx, network)).over);
    await tx.delete(meetingMinutes);
  });
  records.close();
});

it.each([true, false])('the button on top sends what was just typed below, script: %s', async (script) => {
  const path = `${app.url}/meetings/${meetings[script ? 0 : 1] ?? ''}/minutes`;
  const { page, context } = await openPage(browser, { javaScriptEnabled: script });
  await signIn(page, app.url, network, 'facilitator');
  await page.goto(path);
  await page.locator('summary').filter({ hasText: 'Change the words' }).click();
  const words = `We begin with the quiet teams, script ${script}.`;
  await page.getByLabel('Minutes', { exact: true }).fill(words);
  await page
    .getByRole('button', { name: /^Send / })
    .first()
    .click();
  await page.getByText('Sent to everybody invited.').waitFor();
  await expect.poll(() => page.locator('main').innerText()).toContain(words);
  await context.close();
  const reader = await openPage(browser);
  await signIn(reader.page, app.url, network, 'member');
  await reader.page.goto(path);
  await reader.page.getByText(words).waitFor();
  await reader.context.close();
});
