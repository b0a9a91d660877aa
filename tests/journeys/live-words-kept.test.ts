import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { contribution } from '#db/schema';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { Role } from '../factories/small-network';
import { openPage } from '../support/browser';
import { signIn } from '../support/sign-in-page';
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
  await signIn(watched.page, made.app.url, made.network, role);
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
    await signIn(page, made.app.url, made.network, 'otherTeamMember');
    await page.goto(path());
    await expect.poll(() => page.getByText('In step with the room').count()).toBe(1);
    expect(await words(page).inputValue()).toBe('');
    expect(await what(page).inputValue()).toBe('');
    await context.close();
  });

  it('keep the kind that stood there when they were begun, and what is said of them goes with their part', async () => {
    const heldEarly = async () => {
      const file = made.app.look();
      const id = await file.inTransaction(async (tx) => {
        const at = { announced: true, invited: ['member' as const], startsAt: Date.now() + 2 * 86_400_000 };
        const other = await addMeeting(tx, made.network, at);
        await addAgendaItem(tx, other, { title: 'Welcome', steps: [{ title: 'Check-in' }] });
        await addAgendaItem(tx, other, { title: 'Market', steps: [{ title: 'Pitch a topic' }] });
        await addAgendaItem(tx, other, { title: 'Close', steps: [{ title: 'Last words' }] });
        return other;
      });
      file.close();
      return id;
    };
    const before = meetingId;
    meetingId = await heldEarly();
    const facilitator = await openAs('facilitator');
    const planned = facilitator.page.getByText(/This meeting is planned for \w{3}, \w{3} \d+\./);
    await expect.poll(() => planned.count()).toBe(1);
    await press(facilitator.page, 'Start');
    await expect.poll(() => planned.count()).toBe(0);
    const { page, context, complaints } = await openAs('member');
    meetingId = before;
    const isOf = (kind: string) => page.getByRole('radio', { name: kind }).isChecked();
    await expect.poll(() => isOf('Question')).toBe(true);
    await words(page).fill('Which grade is it?');
    await press(facilitator.page, 'Next');
    await expect.poll(() => page.getByText('and it is shown there.').count()).toBe(1);
    expect(await isOf('Question')).toBe(true);
    await press(page, 'Show it to the room');
    await expect.poll(() => page.getByText('The room sees it in “Welcome”.').count()).toBe(1);
    await expect.poll(() => isOf('Topic')).toBe(true);
    await words(page).fill('Exit tickets');
    await press(page, 'Show it to the room');
    await expect.poll(() => page.getByText('The room sees it.').count()).toBe(1);
    await press(facilitator.page, 'Next');
    await expect.poll(() => page.getByText('Nothing has been said here yet.').count()).toBe(1);
    await expect.poll(() => page.getByText('The room sees it').count()).toBe(0);
    const file = made.app.look();
    const said = await file.reader.select().from(contribution).where(eq(contribution.kind, 'topic'));
    file.close();
    expect(said.map(({ body }) => body)).toEqual(['Exit tickets']);
    expect(complaints).toEqual([]);
    await context.close();
    await facilitator.context.close();
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
      .poll(() => page.getByRole('textbox', { name: 'Notes of “' }).inputValue())
      .toBe('A paragraph for all');
    await page.reload();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Notes of “' }).inputValue())
      .toBe('A paragraph for all');
    await context.close();
  });
});
