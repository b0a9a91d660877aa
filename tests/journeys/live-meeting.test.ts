import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import type { Role } from '../factories/small-network';
import { openPage } from '../support/browser';
import { flaws } from '../support/look-at';
import type { Watched } from '../support/browser';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});

let meetingId = '';
const opened: Watched[] = [];

async function openAs(role: Role, path: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const watched = await openPage(made.browser, options);
  opened.push(watched);
  const { page } = watched;
  await signIn(page, made.app.url, made.network, role);
  await page.goto(`${made.app.url}/meetings/${meetingId}/live${path}`);
  return page;
}

const stepOf = (page: Page) => page.locator('h2').first().textContent();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  const file = made.app.look();
  const { own } = made.network;
  meetingId = await file.inTransaction(async (tx) => {
    const id = await addMeeting(tx, made.network, {
      ...{ announced: true, invited: ['member', 'otherTeamMember'], startsAt: Date.now() - 60_000 },
    });
    await addAgendaItem(tx, id, { title: 'Welcome', steps: [{ title: 'Check-in' }] });
    await addAgendaItem(tx, id, {
      ...{ title: 'Tuning', teamId: own.teamId },
      steps: [
        { title: 'The story', speaks: 'presenter', silent: 'group' },
        { title: 'Warm and cool feedback', speaks: 'group', silent: 'presenter' },
      ],
    });
    return id;
  });
  file.close();
});
afterAll(async () => {
  for (const { context } of opened) await context.close();
});

describe('a room with a facilitator, a projector and two phones', () => {
  it('is in step on all of them', async () => {
    const desk = { viewport: { width: 1280, height: 800 } };
    const facilitator = await openAs('facilitator', '', desk);
    const projector = await openAs('facilitator', '/projector', desk);
    const presenter = await openAs('member', '');
    const phone = await openAs('otherTeamMember', '');
    const screens = [facilitator, projector, presenter, phone];
    const allSee = async (step: string) => {
      for (const page of screens) await expect.poll(() => stepOf(page)).toBe(step);
    };
    for (const page of screens)
      await expect.poll(() => page.getByText('In step with the room').count()).toBe(1);
    await expect.poll(() => facilitator.getByText('2 people here.').count()).toBe(1);

    await press(facilitator, 'Start');
    await allSee('Check-in');
    await expect.poll(() => phone.getByText('3 people here.').count()).toBe(1);
    const what = facilitator.getByLabel('What will be done?');
    const who = facilitator.getByLabel('Who takes it on?');
    expect(await who.inputValue()).toBe('');
    await what.fill('Film one lesson');
    await who.selectOption(`${made.network.sameSchool.teamId} all`);
    await projector.keyboard.press('ArrowRight');
    await allSee('The story');
    await expect.poll(() => facilitator.getByText('You began this in “Welcome”').count()).toBe(1);
    await expect.poll(() => what.inputValue()).toBe('Film one lesson');
    await expect.poll(() => who.inputValue()).toBe(`${made.network.sameSchool.teamId} all`);
    await press(facilitator, 'Note it');
    await expect.poll(() => presenter.getByText('Film one lesson').count()).toBe(1);
    await expect.poll(() => who.inputValue()).toBe('');
    await expect.poll(() => presenter.getByText('You present now.').count()).toBe(1);
    await expect.poll(() => phone.getByText('You are silent now').count()).toBe(1);

    await projector.keyboard.press(' ');
    for (const page of screens)
      await expect.poll(() => page.getByText('the clock stands still').count()).toBe(1);
    const shown = await Promise.all(screens.map((page) => page.getByRole('timer').textContent()));
    expect(new Set(shown).size).toBe(1);
    await press(facilitator, '+2 minutes');
    for (const page of screens) await expect.poll(() => page.getByText('of 12 minutes').count()).toBe(1);
    await press(facilitator, 'Go on');
    await press(facilitator, 'Next');
    await allSee('Warm and cool feedback');
    await expect.poll(() => presenter.getByText('You are silent now').count()).toBe(1);

    await phone.getByText('Question', { exact: true }).click();
    await phone.getByLabel('Your words').fill('When does the frame come off?');
    await press(phone, 'Show it to the room');
    await expect.poll(() => presenter.getByText('When does the frame come off?').count()).toBe(1);
    await press(presenter, 'Take this up');
    await expect.poll(() => phone.getByText('Wanted by 1').count()).toBe(1);
    await projector.getByRole('link', { name: 'Questions and votes' }).click();
    await expect.poll(() => projector.getByText('Wanted by 1').count()).toBe(1);
    const name = made.network.people.otherTeamMember.name;
    expect(await projector.locator('body').innerText()).not.toContain(name);
    await expect.poll(() => presenter.locator('#said').innerText()).toContain(name);

    await phone.reload();
    expect(await stepOf(phone)).toBe('Warm and cool feedback');

    expect(await facilitator.getByRole('link', { name: 'Read and send the minutes' }).count()).toBe(0);
    await facilitator.getByText('End', { exact: true }).click();
    await press(facilitator, 'End the meeting');
    for (const page of [facilitator, presenter, phone])
      await expect.poll(() => page.getByRole('heading', { name: 'The meeting has ended' }).count()).toBe(1);
    const minutes = { name: 'Read and send the minutes' };
    await expect.poll(() => facilitator.getByRole('link', minutes).count()).toBe(1);
    expect(await phone.getByRole('link', minutes).count()).toBe(0);
    for (const { complaints } of opened) expect(complaints).toEqual([]);
  });

  it('is readable by everybody, light and dark, and fits each screen', async () => {
    const page = await openAs('facilitator', '');
    await press(page, 'Open the meeting again');
    await expect.poll(() => stepOf(page)).toBe('Warm and cool feedback');
    for (const path of ['', '/projector', '/projector?show=said'])
      for (const width of [320, 1280, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${made.app.url}/meetings/${meetingId}/live${path}`);
        expect(await flaws(page, [width]), path).toEqual([]);
      }
  });

  it('says that it is not in step when the server goes away, and finds it again', async () => {
    const phone = await openAs('member', '');
    await expect.poll(() => phone.getByText('In step with the room').count()).toBe(1);
    await phone.context().setOffline(true);
    await phone.evaluate("window.dispatchEvent(new Event('online'))");
    await expect.poll(() => phone.getByText('Not in step; trying again…').count()).toBe(1);
    await phone.context().setOffline(false);
    await expect.poll(() => phone.getByText('In step with the room').count()).toBe(1);
  });
});

describe('a room without script', () => {
  it('starts, goes on and takes words by forms alone', async () => {
    const file = made.app.look();
    const other = await file.inTransaction(async (tx) => {
      const id = await addMeeting(tx, made.network, { announced: true, invited: ['member'] });
      await addAgendaItem(tx, id, { steps: [{ title: 'Check-in' }, { title: 'Close' }] });
      return id;
    });
    file.close();
    const before = meetingId;
    meetingId = other;
    const page = await openAs('facilitator', '', { javaScriptEnabled: false });
    meetingId = before;
    await press(page, 'Start');
    expect(await stepOf(page)).toBe('Check-in');
    await expect.poll(() => page.getByText(/left of 10 minutes, at \d\d:\d\d:\d\d/).count()).toBe(1);
    await page.getByLabel('Your words').fill('Who brings the charts?');
    await press(page, 'Show it to the room');
    await expect.poll(() => page.locator('#said').innerText()).toContain('Who brings the charts?');
    await press(page, 'Take this up');
    await expect.poll(() => page.locator('#said').innerText()).toContain('Wanted by 1');
    await press(page, 'Next');
    expect(await stepOf(page)).toBe('Close');
    await press(page, 'I’m here');
    await expect.poll(() => page.locator('#here').innerText()).toContain('1 person here.');
  });
});
