import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { contribution } from '#db/schema';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { Role } from '../factories/small-network';
import { openPage } from '../support/browser';
import { signInByHand } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});

let meetingId = '';
let welcome = '';
const path = () => `${made.app.url}/meetings/${meetingId}/live`;

async function openAs(role: Role) {
  const watched = await openPage(made.browser);
  await signInByHand(watched.page, made.app.url, made.network, role);
  await watched.page.goto(path());
  return watched;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const words = (page: Page) => page.getByLabel('Your words');
const what = (page: Page) => page.getByLabel('What will be done?');

beforeAll(async () => {
  const file = made.app.look();
  await file.inTransaction(async (tx) => {
    meetingId = await addMeeting(tx, made.network, {
      ...{ announced: true, invited: ['member', 'otherTeamMember'], startsAt: Date.now() - 60_000 },
    });
    welcome = (await addAgendaItem(tx, meetingId, { title: 'Welcome', steps: [{ title: 'Check-in' }] }))
      .itemId;
    await addAgendaItem(tx, meetingId, { title: 'Tuning', steps: [{ title: 'The story' }] });
  });
  file.close();
});

describe('half-typed words in a room', () => {
  it('are there after a reload, in another tab and when the room moves on, until they are handed in', async () => {
    const facilitator = await openAs('facilitator');
    await press(facilitator.page, 'Start');
    const { page, context, complaints } = await openAs('otherTeamMember');
    await words(page).fill('Where did the frames');
    await page.getByText('Cool feedback', { exact: true }).click();
    await what(page).fill('Bring two samples');
    await page.getByLabel('By when?').fill('2027-03-04');
    await page.reload();
    await expect.poll(() => words(page).inputValue()).toBe('Where did the frames');
    await expect.poll(() => page.getByRole('radio', { name: 'Cool feedback' }).isChecked()).toBe(true);
    expect(await what(page).inputValue()).toBe('Bring two samples');
    expect(await page.getByLabel('By when?').inputValue()).toBe('2027-03-04');

    await press(facilitator.page, 'Next');
    await expect.poll(() => page.getByText('and it is shown there.').count()).toBe(1);
    expect(await words(page).inputValue()).toBe('Where did the frames');
    await page.close();
    const later = await context.newPage();
    await later.goto(path());
    await expect.poll(() => words(later).inputValue()).toBe('Where did the frames');
    await expect.poll(() => later.getByText('You began this in “Welcome”').count()).toBe(2);
    expect(await later.getByRole('radio', { name: 'Cool feedback' }).isChecked()).toBe(true);

    await words(later).fill('Where did the frames come from?');
    await press(later, 'Show it to the room');
    await expect.poll(() => words(later).inputValue()).toBe('');
    await press(later, 'Note it');
    await expect.poll(() => what(later).inputValue()).toBe('');
    await later.reload();
    await expect.poll(() => later.getByText('In step with the room').count()).toBe(1);
    expect(await words(later).inputValue()).toBe('');
    expect(await what(later).inputValue()).toBe('');
    const file = made.app.look();
    const said = await file.reader.select().from(contribution).where(eq(contribution.meetingId, meetingId));
    file.close();
    expect(said.map(({ body, kind, itemId }) => [body, kind, itemId])).toEqual([
      ['Where did the frames come from?', 'cool', welcome],
    ]);
    expect(complaints).toEqual([]);
    await context.close();
    await facilitator.context.close();
  });

  it('stay through a lost line, and are not another person’s', async () => {
    const { page, context } = await openAs('member');
    await what(page).fill('Film one lesson');
    await words(page).fill('Who films?');
    await page.route('**/commitments.data*', (route) => route.abort());
    await press(page, 'Note it');
    await expect.poll(() => page.getByText('The server could not be reached').count()).toBe(1);
    expect(await what(page).inputValue()).toBe('Film one lesson');
    await page.unroute('**/commitments.data*');
    await page.reload();
    await expect.poll(() => what(page).inputValue()).toBe('Film one lesson');
    await expect.poll(() => words(page).inputValue()).toBe('Who films?');
    await context.clearCookies();
    await signInByHand(page, made.app.url, made.network, 'otherTeamMember');
    await page.goto(path());
    await expect.poll(() => page.getByText('In step with the room').count()).toBe(1);
    expect(await words(page).inputValue()).toBe('');
    expect(await what(page).inputValue()).toBe('');
    await context.close();
  });

  it('of a paragraph wait on the device until the notes are open', async () => {
    const { page, context } = await openAs('member');
    await page.route('**/changes*', (route) => route.abort());
    await page.reload();
    await page.getByLabel('Add to the notes').fill('A paragraph for all');
    await page.reload();
    await expect.poll(() => page.getByLabel('Add to the notes').inputValue()).toBe('A paragraph for all');
    await page.unroute('**/changes*');
    await page.reload();
    await expect
      .poll(() => page.getByLabel('Notes', { exact: true }).inputValue())
      .toBe('A paragraph for all');
    await page.reload();
    await expect
      .poll(() => page.getByLabel('Notes', { exact: true }).inputValue())
      .toBe('A paragraph for all');
    await context.close();
  });
});
