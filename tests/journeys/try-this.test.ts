import type { Browser } from 'playwright-core';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
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

withSmallNetworkApp((made) => {
  ({ app, network, browser } = made);
});

const chart = {
  ...{ name: 'Complete paragraphs', unit: '%', direction: 'increase', pace: { step: 7, tolerance: 11 } },
  ...{ goal: 75, frozenThrough: null, phaseStarts: [], leftOut: [], cycle: null, rules: 'anhoj' },
  points: Array.from({ length: 12 }, (_, week) => ({
    ...{ date: `2026-0${week < 4 ? 1 : week < 8 ? 2 : 3}-${String(5 + 7 * (week % 4)).padStart(2, '0')}` },
    ...{ y: 40 + 3 * (week % 5), show: `${40 + 3 * (week % 5)}%`, isCoded: false },
  })),
};

/** An idea with a test of another school, and one that nobody signed. */
async function shareIdea(name: string): Promise<{ ideaId: string; postId: string }> {
  const records = app.look();
  const ideaId = uuidv7();
  const postId = await records.inTransaction(async (tx) => {
    await tx.insert(schema.changeIdea).values({
      ...{ id: ideaId, name, nameKey: name.toLowerCase(), description: 'Two frames for each prompt.' },
      ...{ changedBy: network.people.facilitator.id, createdAt: Date.now(), changedAt: Date.now() },
    });
    const origin = { teamId: network.otherLea.teamId, authorId: network.people.otherLeaMember.id };
    await addPost(
      tx,
      origin,
      {
        ...{ ideaId, kind: 'loss', title: 'They waited for it', decision: 'abandon', grades: 'Grade 7' },
        ...{ signature: 'school_hidden', signedAs: 'A grade 7 team, school hidden' },
      },
      { shape: 'Below the baseline for 4 of 6 weeks', hiddenWhy: 'Numbers are not shown.' },
    );
    return addPost(
      tx,
      origin,
      { ideaId, title: 'Frames, then none', decision: 'adopt', grades: 'Grade 4', signedAs: 'Far team' },
      {
        steps: '- Copy two frames\n- Fade them in week three',
        predictions: JSON.stringify([
          { question: 'Will more start?', expected: 'It goes up', verdict: null },
        ]),
        chart: JSON.stringify(chart),
      },
    );
  });
  records.close();
  return { ideaId, postId };
}

describe.each([true, false])('at 390 px, script: %s', (script) => {
  it('from what another team shared to a cycle of one’s own', async () => {
    const name = `Sentence frames, script ${script}`;
    const { ideaId, postId } = await shareIdea(name);
    const { page, context, complaints } = await openPage(browser, { javaScriptEnabled: script });
    await signIn(page, app.url, network, 'member');

    await page.goto(app.url);
    await page.getByRole('link', { name: 'Ideas', exact: true }).click();
    await page.getByLabel('Search ideas').fill(name);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name }).click();
    await page.getByText('1 test by 1 team').or(page.getByText('Tested by 1 team')).first().waitFor();
    await page.getByRole('link', { name: 'Setting', exact: true }).click();
    await page.waitForURL(/by=setting/);
    expect(await page.getByRole('link', { name: 'Try this with my students' }).getAttribute('href')).toBe(
      `/ideas/${ideaId}/try`,
    );

    await page.goto(`${app.url}/posts/${postId}/try`);
    await page.getByRole('heading', { level: 1, name: 'Try this with your students' }).waitFor();
    await expect.poll(() => page.getByLabel('What will you try?').inputValue()).toBe(name);
    await expect
      .poll(() => page.getByLabel('What do you want to learn?').inputValue())
      .toBe('Will more start?');
    await page.getByLabel('What we keep').fill('Two frames on the desk.');
    await page.getByLabel('What we change').fill('In Spanish too.');
    await expect.poll(() => page.getByLabel('Tell the team it came from who we are').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Begin the cycle' }).click();
    await page.getByText('Say why you expect it').waitFor();
    await expect.poll(() => page.getByLabel('What we change').inputValue()).toBe('In Spanish too.');
    await expect.poll(() => page.getByLabel('Tell the team it came from who we are').isChecked()).toBe(true);
    await page.getByLabel('Expected number').fill('60');
    await page.getByLabel('Because…').fill('starting is the hardest part');
    await page.getByText('fairly sure').click();
    await page.getByRole('button', { name: 'Begin the cycle' }).click();

    await page.getByRole('heading', { level: 1, name: /^Do:/ }).waitFor();
    for (const task of ['Copy two frames', 'Fade them in week three'])
      await expect.poll(() => page.getByText(task).first().isVisible()).toBe(true);
    const lineage = page.getByRole('region', { name: /Where it comes from/ });
    await expect.poll(() => lineage.innerText()).toContain('What we changed: In Spanish too.');
    await page.goto(`${app.url}/ideas/${ideaId}`);
    await expect.poll(() => page.getByText('Only your team and its coaches see this').isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('region', { name: 'How it spread' }).innerText()).toContain(name);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('a post withdrawn in an open tab: what was typed stays, and the cycle begins without the link', async () => {
  const { postId } = await shareIdea('Withdrawn in an open tab');
  const { page, context, quiet } = await openPage(browser);
  await signIn(page, app.url, network, 'colleague');
  await page.goto(`${app.url}/posts/${postId}/try`);
  await page.getByLabel('What we keep').fill('The card.');
  const records = app.look();
  await records.inTransaction((tx) =>
    tx.update(schema.post).set({ standing: 'withdrawn' }).where(eq(schema.post.id, postId)),
  );
  records.close();
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await page.getByText('is no longer shared.').waitFor();
  await page.getByLabel('What we keep').evaluate((field) => field.classList.add('the-same-field'));
  await quiet();
  await expect.poll(() => page.locator('.the-same-field').count()).toBe(1);
  await expect.poll(() => page.getByLabel('What we keep').inputValue()).toBe('The card.');
  await page.getByRole('button', { name: 'Save it without the link' }).click();
  await page.getByRole('heading', { level: 1, name: /^Plan:/ }).waitFor();
  await expect
    .poll(() => page.getByLabel('Why do you think it works?').inputValue())
    .toContain('What we keep: The card.');
  await context.close();
});

it('axe finds nothing on the idea, its edit page and the plan that came along; nothing scrolls sideways', async () => {
  const { ideaId, postId } = await shareIdea('Looked at');
  const findings: string[] = [];
  for (const [role, paths] of [
    ['colleague', ['/ideas', `/ideas/${ideaId}`, `/ideas/${ideaId}?by=scale`, `/posts/${postId}/try`]],
    ['facilitator', ['/ideas/new', `/ideas/${ideaId}`, `/ideas/${ideaId}/edit`, `/ideas/${ideaId}/try`]],
  ] as const) {
    const { page, context } = await openPage(browser);
    await signIn(page, app.url, network, role);
    for (const path of paths) {
      await page.goto(app.url + path);
      await page.locator('h1').first().waitFor();
      findings.push(...(await flaws(page, [320, 1280])).map((finding) => `${path} ${finding}`));
    }
    await context.close();
  }
  expect(findings).toEqual([]);
});
