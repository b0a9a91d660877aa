import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ShownStoryboard } from '~/features/meetings/presenters/presentation';
import { addAgendaItem, addMeeting } from '../factories/small-meetings';
import { addPost } from '../factories/small-posts';
import { addPresentation, releasedChart, storyboard } from '../factories/shown-storyboards';
import { openPage } from '../support/browser';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';
import { signIn } from '../support/sign-in-page';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});

const long = (words: string) => `${words} `.repeat(Math.ceil(2000 / (words.length + 1))).slice(0, 2000);
const chart = () => JSON.stringify(releasedChart(made.network.today));

/** What a team could write at most, in letters that take more room than others too. */
function longest(): ShownStoryboard {
  const question = {
    question: long('Will more of our students write a whole paragraph?'),
    ...{ prediction: 'At least 65%', because: long('frames take away the blank page') },
    ...{ result: long('Most of them did, and WE WERE SURPRISED BY IT.'), verdict: 'partly' as const },
  };
  return storyboard({
    changeIdea: 'Sentence frames before writing, '.repeat(9),
    objective: long('Offer three frames before each paragraph.'),
    questions: Array.from({ length: 8 }, () => question),
    carriedOut: 'Yes.\n'.repeat(400),
    learned: long('句子框架有帮助。'),
    decision: { word: 'adapt', why: 'Unbroken'.repeat(250) },
    chart: chart(),
  });
}

/** A meeting with these cycles or posts on its agenda, one item each. */
async function meetingWith(shown: ShownStoryboard[], posts: string[] = []): Promise<string> {
  const { app, network } = made;
  const database = app.look();
  try {
    return await database.inTransaction(async (tx) => {
      const meetingId = await addMeeting(tx, network, {
        purpose: 'Learn from each other.',
        place: 'Library',
      });
      const cycles = Object.values(network.own.cycles);
      for (const [index, one] of shown.entries()) {
        const cycleId = cycles[index] ?? '';
        await addPresentation(tx, network, { meetingId, team: network.own, cycleId, shown: one });
        const subject = { teamId: network.own.teamId, cycleId };
        await addAgendaItem(tx, meetingId, { title: `Success analysis ${index + 1}`, ...subject });
      }
      for (const postId of posts) await addAgendaItem(tx, meetingId, { title: 'From the feed', postId });
      return meetingId;
    });
  } finally {
    database.close();
  }
}

/** How many pages a PDF of Chromium has: its page objects are written plainly. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0;

async function openPacket(meetingId: string): Promise<Page> {
  const { page } = await openPage(made.browser, { viewport: { width: 1280, height: 900 } });
  await signIn(page, made.app.url, made.network, 'facilitator');
  await page.goto(`${made.app.url}/meetings/${meetingId}/packet`);
  return page;
}

/** Boxes of a page that hold more than they show, on paper of this width in CSS pixels. */
async function spilling(page: Page, width: number): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width, height: 900 });
  return page.$$eval('[data-packet-page]', (boxes) =>
    boxes.flatMap((box) => {
      const inner = box.querySelector('[data-storyboard]') ?? box;
      const isOver = inner.scrollHeight > inner.clientHeight + 1 || inner.clientHeight > 946;
      const isWide = inner.scrollWidth > inner.clientWidth + 1;
      return isOver || isWide
        ? [`${inner.scrollHeight} of ${inner.clientHeight}: ${box.textContent.slice(0, 80)}`]
        : [];
    }),
  );
}

const formats = [
  { format: 'A4', width: 703 },
  { format: 'Letter', width: 725 },
] as const;

describe('a packet', () => {
  it.each([
    ['short texts', () => storyboard({ chart: chart() })],
    ['every text as long as it may be', longest],
    [
      'no chart, and words instead',
      () =>
        storyboard({
          shape: 'Above the baseline for 8 of 8 weeks.',
          hiddenWhy: 'Numbers are not shown, to protect a small group of students.',
        }),
    ],
    ['long texts and no chart', () => ({ ...longest(), chart: null })],
  ])('prints a storyboard with %s on one page', async (_, make) => {
    const one = make();
    const page = await openPacket(await meetingWith([one]));
    for (const { format, width } of formats) {
      expect(await spilling(page, width)).toEqual([]);
      // The cover, the storyboard, its chart where it has one, and the page for notes and commitments.
      expect(pagesOf(await page.pdf({ format, printBackground: true }))).toBe(one.chart === null ? 3 : 4);
    }
    await page.context().close();
  });

  it('prints posts, storyboards and charts of a whole day on one page each', async () => {
    const { app, network } = made;
    const database = app.look();
    const postId = await database.inTransaction((tx) =>
      addPost(
        tx,
        { authorId: network.people.member.id, teamId: network.own.teamId },
        { title: 'What frames did for us' },
        {
          tried: long('We tried it.'),
          happened: long('It went up.'),
          advice: long('Try it.'),
          chart: chart(),
        },
      ),
    );
    database.close();
    const stories = [storyboard({ chart: chart() }), longest(), storyboard({ changeIdea: 'Exit tickets' })];
    const page = await openPacket(await meetingWith(stories, [postId]));
    for (const { format, width } of formats) {
      // The words of a long post are cut on paper; its chart stands before them.
      const boxes = await spilling(page, width);
      expect(boxes).toEqual([]);
      // Cover, four storyboards, three charts, notes.
      const pages = pagesOf(await page.pdf({ format, printBackground: true }));
      expect(pages).toBeGreaterThanOrEqual(9);
      expect(pages).toBeLessThanOrEqual(10);
    }
    await page.context().close();
  });

  it('has no header and no buttons on paper, and room to write', async () => {
    const page = await openPacket(await meetingWith([storyboard()]));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await page.getByText('Print or save as PDF').isVisible()).toBe(false);
    await expect.poll(() => page.locator('[data-packet-commitments] tbody tr').count()).toBe(8);
    await expect.poll(() => page.getByRole('heading', { name: 'Notes' }).isVisible()).toBe(true);
    await page.context().close();
  });
});
