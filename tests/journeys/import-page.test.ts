import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import type { SmallNetwork } from '../factories/small-network';
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

const day = (ago: number) => addDays(network.today, -ago);

/** Three terms of a class list, a second measure, and a line that cannot be read. */
function classFile(): string {
  const rows = Array.from({ length: 60 }, (_, index) =>
    [
      `s${index}`,
      ['fall', 'winter', 'spring'][index % 3],
      index % 2 === 0 ? 'IEP' : 'No IEP',
      index % 4 === 0 ? 'yes' : 'no',
      40 + (index % 20),
      index % 2 === 0 ? 'Oak' : 'Elm',
    ].join(','),
  );
  return ['Student,Occasion,Group,Paragraph,Words,School', ...rows, 's99,fall,IEP,perhaps,x,Oak'].join('\n');
}

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.goto(`${app.url}/imports/new?team=${network.own.teamId}`);
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.getByRole('heading', { level: 1, name: `How ${name} is read` }).waitFor();
}

const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });

/** Chooses everything that the class file needs; `settle` reads the page again where no script does. */
async function chooseClass(page: Page, settle: () => Promise<void>): Promise<void> {
  for (const [word, ago] of [
    ['fall', 420],
    ['winter', 300],
    ['spring', 180],
  ] as const)
    await page.getByLabel(word, { exact: true }).fill(day(ago));
  // The unit of the other measure names a column, so it is guessed.
  await choose(page, 'Words of Own team', 'Not in this file');
  await settle();
  await choose(page, 'Paragraphs of Own team', 'One row per student: yes or no, 1 or 0');
  await settle();
  await choose(page, 'Column with yes or no', 'Paragraph');
  await settle();
  await page.getByRole('button', { name: 'Import 6 numbers' }).waitFor();
}

describe('the mapping page', () => {
  it('axe finds nothing on it, and nothing scrolls sideways', async () => {
    const { page, context, complaints } = await openPage(browser);
    await signIn(page, app.url, network, 'member');
    await upload(page, 'class.csv', classFile());
    await chooseClass(page, () => Promise.resolve());
    expect(await flaws(page, [320, 390, 1280])).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('reads at once what is chosen, keeps the focus, imports and takes back', async () => {
    const { page, context, complaints } = await openPage(browser, {});
    await signIn(page, app.url, network, 'member');
    await upload(page, 'class.csv', classFile());
    await chooseClass(page, () => Promise.resolve());
    await page.getByText('Column “Student” is not read and not kept').waitFor();
    await choose(page, 'Only rows where', 'School');
    await page.getByLabel('is', { exact: true }).focus();
    await choose(page, 'is', 'Oak');
    await page.getByRole('button', { name: 'Import 3 numbers' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('filters[0].value');
    await page.getByRole('button', { name: 'Import 3 numbers' }).click();
    await page.getByRole('heading', { level: 1, name: '3 numbers imported' }).waitFor();
    await page.getByRole('button', { name: 'Take the import back' }).click();
    await page.getByRole('heading', { level: 1, name: 'is taken back' }).waitFor();
    await upload(page, 'class.csv', classFile());
    await page.getByText('Read as last time').waitFor();
    await page.getByRole('button', { name: 'Import 3 numbers' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works without script', async () => {
    const { page, context } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${app.url}/sign-in`);
    await signIn(page, app.url, network, 'colleague');
    await upload(page, 'plain.csv', classFile().replace('School', 'Building'));
    await chooseClass(page, () =>
      page.getByRole('button', { name: 'Read again with these choices' }).click(),
    );
    await page.getByRole('button', { name: 'Import 6 numbers' }).click();
    await page.getByRole('heading', { level: 1, name: '6 numbers imported' }).waitFor();
    await context.close();
  });

  it('shows how far a large file is', async () => {
    const { page, context } = await openPage(browser, {});
    await signIn(page, app.url, network, 'member');
    const rows = Array.from(
      { length: 25_000 },
      (_, index) => `${addDays('1950-01-01', index)},${index % 50}`,
    );
    await upload(page, 'large.csv', `date,Words of Own team\n${rows.join('\n')}`);
    await choose(page, 'Which group of students', 'Students with disabilities');
    await page.getByRole('button', { name: 'Import 25,000 numbers' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('heading', { level: 1, name: '25,000 numbers imported' }).waitFor();
    await context.close();
  });
});
