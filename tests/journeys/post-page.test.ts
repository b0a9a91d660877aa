import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { password } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { openPage } from '../support/browser';
import { flaws } from '../support/look-at';
import type { RunningApp } from '../support/running-app';
import { signIn } from '../support/sign-in-page';
import { withSmallNetworkApp } from '../support/small-network-app';

let app: RunningApp;
let network: SmallNetwork;
let browser: Browser;
let postId: string;
let hiddenId: string;

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});
beforeAll(async () => {
  const file = app.look();
  const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
  await file.inTransaction(async (tx) => {
    postId = await addPost(tx, origin);
    hiddenId = await addPost(tx, origin, { title: 'It is hidden', standing: 'hidden' });
    const stamp = { hiddenBy: network.people.facilitator.id, hiddenAt: Date.now() };
    await tx
      .insert(schema.postHiding)
      .values({ id: uuidv7(), postId: hiddenId, reason: 'A place could be told.', ...stamp });
    await tx.insert(schema.postReport).values({
      ...{ id: uuidv7(), postId, reason: 'Look at this' },
      ...{ reportedBy: network.people.coach.id, reportedAt: Date.now() },
    });
  });
  file.close();
});

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' });

it('a comment, an answer with a mention by keyboard, and a reaction, with script', async () => {
  const { page, context, complaints } = await openPage(browser);
  await signIn(page, app.url, network, 'otherLeaMember');
  await page.goto(`${app.url}/posts/${postId}`);
  const box = page.getByLabel('Your comment');
  await box.fill('How long did it take?');
  await page.getByRole('button', { name: 'Send' }).click();
  await comments(page).getByRole('article').getByText('How long did it take?').waitFor();
  await expect.poll(() => box.inputValue()).toBe('');

  await page.getByLabel('Answer OtherLeaMember Person').click();
  const answer = page.getByLabel('Your answer');
  await answer.pressSequentially('Thanks @per');
  const suggestions = page.getByRole('listbox', { name: 'People to mention' });
  await suggestions.waitFor();
  expect(await suggestions.getByRole('option').first().getAttribute('aria-selected')).toBe('true');
  const [first = '', second = ''] = await suggestions.getByRole('option').allTextContents();
  expect(await answer.getAttribute('aria-activedescendant')).toContain('-0');
  await answer.press('ArrowDown');
  await answer.press('ArrowUp');
  await answer.press('ArrowDown');
  await answer.press('Enter');
  await expect.poll(() => answer.inputValue()).toBe(`Thanks @${second} `);
  await answer.pressSequentially('and @per');
  await suggestions.waitFor();
  await answer.press('Escape');
  await expect.poll(() => suggestions.count()).toBe(0);
  expect(first).not.toBe(second);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await comments(page).getByRole('article').getByText(`@${second}`).waitFor();

  const same = page.getByRole('button', { name: 'Same here' });
  await same.click();
  await page.getByRole('list', { name: 'Reactions' }).getByText('OtherLeaMember Person').waitFor();
  expect(await same.getAttribute('aria-pressed')).toBe('true');
  await same.click();
  await expect.poll(() => page.getByRole('list', { name: 'Reactions' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

it('a half-typed comment outlives a reaction, an empty answer and a withdrawn post', async () => {
  const { page, context, complaints } = await openPage(browser);
  const file = app.look();
  const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
  const brief = await file.inTransaction((tx) => addPost(tx, origin));
  await signIn(page, app.url, network, 'coach');
  await page.goto(`${app.url}/posts/${brief}`);
  const box = page.getByLabel('Your comment');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Write a few words first.').waitFor();
  await box.fill('Long and well thought');
  await page.getByRole('button', { name: 'Tell me more' }).click();
  await page.getByRole('list', { name: 'Reactions' }).waitFor();
  await expect.poll(() => box.inputValue()).toBe('Long and well thought');
  await file.inTransaction((tx) =>
    tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, brief)),
  );
  file.close();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alert').getByText('This post is no longer shared').waitFor();
  await expect.poll(() => box.inputValue()).toBe('Long and well thought');
  await page.getByRole('button', { name: 'Same here' }).click();
  await page.getByText('This post is no longer shared.', { exact: true }).waitFor();
  await expect.poll(() => box.inputValue()).toBe('Long and well thought');
  expect(complaints).toEqual([]);
  await context.close();
});

it('comment, answer, reaction, report and hiding without script', async () => {
  const { page, context } = await openPage(browser, { javaScriptEnabled: false });
  const signIn = async (role: 'sponsor' | 'facilitator') => {
    await context.clearCookies();
    await page.goto(`${app.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(network.people[role].email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn('sponsor');
  await page.goto(`${app.url}/posts/${postId}`);
  await page.getByLabel('Your comment').fill('Without script @coach person');
  await page.getByRole('button', { name: 'Send' }).click();
  await comments(page).getByText('Without script').waitFor();
  await page.getByLabel('Answer Sponsor Person').click();
  await page.getByLabel('Your answer').last().fill('And an answer');
  await page.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await comments(page).getByText('And an answer').waitFor();
  await page.getByLabel('Your comment').fill(' ');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Write a few words first.').waitFor();
  await page.getByLabel('Your comment').fill('Said at last');
  await page.getByRole('button', { name: 'Send' }).click();
  await comments(page).getByText('Said at last').waitFor();
  await page.getByRole('button', { name: 'I’ll try it' }).click();
  await page.getByRole('list', { name: 'Reactions' }).getByText('Sponsor Person').waitFor();
  await page.getByRole('link', { name: 'Report this post' }).click();
  await page.getByLabel('What is wrong with it?').fill('A student could be recognised.');
  await page.getByRole('button', { name: 'Tell the facilitators' }).click();
  await page.getByText('Thank you. A facilitator will look.').waitFor();
  await signIn('facilitator');
  await page.goto(`${app.url}/reports`);
  await page.getByText('A student could be recognised.').waitFor();
  await page.getByRole('button', { name: 'Let it stand' }).click();
  await page.getByText('Nothing to look at.').waitFor();
  await page.goto(`${app.url}/posts/${hiddenId}`);
  await page.getByRole('button', { name: 'Show again' }).click();
  await page.goto(`${app.url}/posts/${hiddenId}`);
  await page.getByText('Hide this post', { exact: true }).first().click();
  await page.getByLabel('Why it is hidden').fill('It still tells the place.');
  await page.getByRole('button', { name: 'Hide this post' }).click();
  await page.getByText('This post is hidden.').waitFor();
  await context.close();
});

it.each(['member', 'coach', 'facilitator'] as const)(
  'axe finds nothing as %s, and nothing scrolls sideways',
  async (role) => {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, role);
    const paths = [`/posts/${postId}`];
    if (role !== 'coach') paths.push(`/posts/${hiddenId}`);
    if (role === 'coach') paths.push(`/posts/${postId}/reports/new`);
    if (role === 'facilitator') paths.push('/reports');
    for (const path of paths) {
      await page.goto(app.url + path);
      await page.locator('h1').first().waitFor();
      expect(await flaws(page, [320]), path).toEqual([]);
      expect(await page.locator('h1').count(), path).toBe(1);
    }
    if (role === 'coach') {
      await page.goto(`${app.url}/posts/${postId}`);
      await page.getByLabel('Your comment').pressSequentially('@pers');
      await page.getByRole('listbox').waitFor();
      expect(await flaws(page, [320])).toEqual([]);
    }
    await context.close();
  },
);
