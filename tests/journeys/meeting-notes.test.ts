import type { Browser, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { meetingNote } from '#db/schema';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
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

async function newNote(): Promise<{ path: string; itemId: string }> {
  const database = app.look();
  const made = await database.inTransaction(async (tx) => {
    const meetingId = await addMeeting(tx, network, { announced: true, invited: ['member', 'colleague'] });
    const { itemId } = await addAgendaItem(tx, meetingId, { title: 'What we saw' });
    return { itemId, path: `/meetings/${meetingId}/notes/${itemId}` };
  });
  database.close();
  return made;
}

async function wordsOf(itemId: string): Promise<string> {
  const database = app.look();
  const rows = await database.reader.select().from(meetingNote);
  database.close();
  return rows.find((row) => row.itemId === itemId)?.words ?? '';
}

const field = (page: Page) => page.getByRole('textbox', { name: /^Notes($| of “)/ });

async function openNotes(role: Role, path: string): Promise<Watched> {
  const opened = await openPage(browser);
  await signIn(opened.page, app.url, network, role);
  await opened.page.goto(app.url + path);
  await field(opened.page).waitFor();
  return opened;
}

describe('notes of a meeting', () => {
  it('three people type at one place at once, and all of it is there', async () => {
    const { path, itemId } = await newNote();
    const roles = ['member', 'colleague', 'facilitator'] as const;
    const opened = await Promise.all(roles.map((role) => openNotes(role, path)));
    const told = ['Rafa tried the frame with six. ', 'Dana saw two starters 😀. ', 'We ask them on Friday. '];
    await Promise.all(
      opened.map(async ({ page }, at) => {
        await field(page).focus();
        await page.keyboard.type(told[at] ?? '', { delay: 35 });
      }),
    );
    const letters = (text: string) => [...text].toSorted().join('');
    await expect.poll(async () => letters(await wordsOf(itemId))).toBe(letters(told.join('')));
    const words = await wordsOf(itemId);
    for (const { page } of opened) await expect.poll(() => field(page).inputValue()).toBe(words);
    await expect.poll(() => opened[0]?.page.getByText(/^Saved \d\d:\d\d$/).count()).toBe(1);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all(opened.map(({ context }) => context.close()));
  });

  it('others’ words leave the caret where it is, and undo takes back one’s own', async () => {
    const { path } = await newNote();
    const [one, other] = [await openNotes('member', path), await openNotes('colleague', path)];
    await field(one.page).pressSequentially('The middle stays.');
    await expect.poll(() => field(other.page).inputValue()).toBe('The middle stays.');
    await field(one.page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 10));
    await field(other.page).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
    await field(other.page).pressSequentially('Before. ');
    await expect.poll(() => field(one.page).inputValue()).toBe('Before. The middle stays.');
    const chosen = await field(one.page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(chosen).toBe('middle');
    await one.page.keyboard.type('end');
    await expect.poll(() => field(other.page).inputValue()).toBe('Before. The end stays.');
    await one.page.keyboard.press('Control+z');
    await expect.poll(() => field(other.page).inputValue()).toContain('Before. ');
    await expect.poll(() => field(other.page).inputValue()).not.toContain('end');
    await Promise.all([one, other].map(({ context }) => context.close()));
  });

  it('what is typed without a connection is kept, through a closed tab, and sent later', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openNotes('member', path);
    await field(page).pressSequentially('Typed in the room. ');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await context.setOffline(true);
    await field(page).pressSequentially('And in a tunnel.');
    await page.getByText('Not saved yet; trying again.').waitFor();
    expect(await wordsOf(itemId)).toBe('Typed in the room. ');
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(app.url + path);
    await expect.poll(() => wordsOf(itemId)).toBe('Typed in the room. And in a tunnel.');
    await expect.poll(() => field(again).inputValue()).toBe('Typed in the room. And in a tunnel.');
    await context.close();
  });

  it('what one person could not send, the next person on the device neither sees nor sends', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openNotes('member', path);
    await field(page).pressSequentially('For all. ');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await context.setOffline(true);
    await field(page).pressSequentially('Of the first one.');
    await page.getByText('Not saved yet; trying again.').waitFor();
    const other = await context.newPage();
    // The session ends first: a page that closes still sends what it can.
    await context.clearCookies();
    await page.close();
    await context.setOffline(false);
    await signIn(other, app.url, network, 'colleague');
    await other.goto(app.url + path);
    await expect.poll(() => field(other).inputValue()).toBe('For all. ');
    await field(other).press('End');
    await field(other).pressSequentially('Of the second.');
    await expect.poll(() => wordsOf(itemId)).toBe('For all. Of the second.');
    expect(await field(other).inputValue()).toBe('For all. Of the second.');
    await context.clearCookies();
    await signIn(other, app.url, network, 'member');
    await other.goto(app.url + path);
    await expect.poll(() => wordsOf(itemId)).toContain('Of the first one.');
    await context.close();
  });

  it('a page that stays open sends nothing once somebody else is signed in', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openNotes('member', path);
    await context.clearCookies();
    const other = await context.newPage();
    await signIn(other, app.url, network, 'colleague');
    await field(page).pressSequentially('Of the first one.');
    await page.getByText('Somebody else has signed in here since').waitFor();
    expect(await wordsOf(itemId)).toBe('');
    await context.close();
  });

  it('a tab that is closed in mid-word has sent it', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openNotes('member', path);
    await field(page).pressSequentially('Gone at once');
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => wordsOf(itemId)).toBe('Gone at once');
    await context.close();
  });

  it('what was typed into the form before the script came goes into the notes', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.route('**/assets/note-session-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(app.url + path);
    await page.getByLabel('Add to the notes').fill('Typed early');
    await expect.poll(() => wordsOf(itemId)).toBe('Typed early');
    await expect.poll(() => field(page).inputValue()).toBe('Typed early');
    await context.close();
  });

  it('whoever is writing stays in the notes when the room moves on', async () => {
    const database = app.look();
    const { meetingId, first } = await database.inTransaction(async (tx) => {
      const input = { announced: true, invited: ['member' as const], startsAt: Date.now() };
      const id = await addMeeting(tx, network, input);
      const one = await addAgendaItem(tx, id, { title: 'What we saw' });
      await addAgendaItem(tx, id, { title: 'What comes next' });
      return { meetingId: id, first: one };
    });
    database.close();
    const facilitator = await signedInAs(app.url, network, 'facilitator');
    const press = (move: string, stepId: string) =>
      facilitator.post(`/meetings/${meetingId}/clock`, { id: uuidv7(), move, stepId });
    await press('start', '');
    const { page, context, complaints } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await page.goto(`${app.url}/meetings/${meetingId}/live`);
    await field(page).pressSequentially('Half a sen');
    await press('next', first.stepIds[0] ?? '');
    await page.getByText('The room has moved on to “What comes next”.').waitFor();
    await page.keyboard.type('tence');
    await expect.poll(() => wordsOf(first.itemId)).toBe('Half a sentence');
    await page.getByRole('button', { name: 'Go to its notes' }).click();
    await page.getByRole('region', { name: 'Notes on What comes next' }).waitFor();
    await page.getByRole('textbox', { name: 'Notes of “What comes next”' }).waitFor();
    await expect.poll(() => field(page).inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works without script', async () => {
    const { path, itemId } = await newNote();
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${app.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(network.people.member.email);
    await page.getByLabel('Password').fill('a quiet green field');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(app.url + path);
    await page.getByLabel('Add to the notes').fill('On paper first.');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('On paper first.').waitFor();
    expect(await wordsOf(itemId)).toBe('On paper first.');
    await context.close();
  });
});
