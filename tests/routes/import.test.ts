import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { dataPoint } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';
import { join } from 'node:path';

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;
let records: Database;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  member = await signedInAs(app.url, network, 'member');
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const path = () => `/measures/${network.own.proportionId}/import`;
const day = (ago: number) => addDays(network.today, -ago);
const group = 'Students with disabilities';

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index += 1)
    new DataView(bytes.buffer).setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}

/** The hidden fields of the preview's form. */
function confirmationOf(html: string): Record<string, string> {
  const form = /<form[^>]*>(?:(?!<\/form>).)*name="importId".*?<\/form>/s.exec(html)?.[0] ?? '';
  const plain = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, plain(value)],
    ),
  );
}

describe('a refused file stores nothing and says why', () => {
  it.each<[string, () => Uint8Array | string, string]>([
    [
      'a part above its whole',
      () => `date,numerator,denominator,group\n${day(200)},9,8,${group}`,
      'the first number is part of the second',
    ],
    [
      'text in a number',
      () => `date,numerator,denominator,group\n${day(200)},five,8,${group}`,
      'is not a number',
    ],
    ['a future date', () => `date,numerator,denominator,group\n2199-01-05,5,8,${group}`, 'still to come'],
    [
      'a date twice',
      () => `date,numerator,denominator,group\n${day(200)},5,8,${group}\n${day(200)},6,8,${group}`,
      'twice (line 2)',
    ],
    [
      'no such group',
      () => `date,numerator,denominator,group\n${day(200)},5,8,Left-handed students`,
      'is not a group of this measure',
    ],
    ['a missing column', () => `date,value\n${day(200)},5`, 'Missing: “numerator”, “denominator”'],
    [
      'an open quotation mark',
      () => `date,numerator,denominator,group\n"${day(200)},5,8,${group}`,
      'quotation mark',
    ],
    ['no rows', () => 'date,numerator,denominator,group\n', 'no row of numbers'],
    ['nothing', () => '', 'Choose a file first'],
    ['5 MB', () => `date,numerator,denominator,group\n${'x'.repeat(5 * 1024 * 1024)}`, '5.0 MB'],
    ['a spreadsheet', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'not a CSV file'],
    [
      'one bad row among good ones',
      () => `date,numerator,denominator,group\n${day(200)},5,8,${group}\n${day(201)},9,8,${group}`,
      'Line 3',
    ],
  ])('%s', async (_name, bytes, message) => {
    const before = everythingIn(join(app.folder, 'boldline.db'));
    const response = await member.upload(path(), 'numbers.csv', bytes());
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain(message);
    expect(everythingIn(join(app.folder, 'boldline.db'))).toBe(before);
  });
});

describe('imports on top of each other', () => {
  const date = () => day(500);
  const take = async (value: number) => {
    const file = `date,value\n${date()},${value}`;
    const fields = confirmationOf(
      await pageOf(await member.upload(`/measures/${network.own.meanId}/import`, 'x.csv', file)),
    );
    await member.post(`/measures/${network.own.meanId}/import`, { ...fields, replace: 'on' });
    return fields.importId ?? '';
  };
  const undo = (importId: string) => member.post(`/measures/${network.own.meanId}`, { undoImport: importId });
  const now = async () =>
    (await records.reader.select().from(dataPoint).where(eq(dataPoint.date, date()))).map(
      ({ value }) => value,
    );

  it('taken back in either order leave nothing behind', async () => {
    const [first, second] = [await take(1.21), await take(1.24)];
    expect(await now()).toEqual([1.24]);
    await undo(second);
    expect(await now()).toEqual([1.21]);
    await undo(first);
    expect(await now()).toEqual([]);
    const [third, fourth] = [await take(3), await take(4)];
    await undo(third);
    expect(await now()).toEqual([4]);
    await undo(fourth);
    expect(await now()).toEqual([]);
  });

  it('a file of a million empty lines is nothing', async () => {
    const begun = performance.now();
    const response = await member.upload(
      `/measures/${network.own.meanId}/import`,
      'x.csv',
      `date,value\n${'\n'.repeat(1_000_000)}`,
    );
    expect(response.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a good file', () => {
  it('in UTF-16 with semicolons is read, shown, taken in whole, and taken back whole', async () => {
    const rows = [
      `Date;Numerator;Denominator;Group`,
      `${day(300)};5;8;${group}`,
      `${day(293)};;;${group}`,
      `${day(286)};6;8;${group}`,
    ];
    const preview = await pageOf(await member.upload(path(), 'zahlen.csv', utf16(rows.join('\r\n'))));
    expect(preview).toContain('2 numbers read from zahlen.csv');
    expect(preview).toContain('a gap stays a gap');
    const fields = confirmationOf(preview);
    const twice = await Promise.all([member.post(path(), fields), member.post(path(), fields)]);
    expect(twice.map(({ headers }) => headers.get('Location'))).toEqual(
      [1, 2].map(() => `/measures/${network.own.proportionId}?imported=2`),
    );
    const stored = await records.reader
      .select()
      .from(dataPoint)
      .where(eq(dataPoint.importId, fields.importId ?? ''));
    expect(stored.map(({ date, numerator, denominator }) => [date, numerator, denominator])).toEqual([
      [day(300), 5, 8],
      [day(286), 6, 8],
    ]);
    expect(
      (await member.post(`/measures/${network.own.proportionId}`, { undoImport: fields.importId ?? '' }))
        .status,
    ).toBe(302);
    expect(
      await records.reader
        .select()
        .from(dataPoint)
        .where(eq(dataPoint.importId, fields.importId ?? '')),
    ).toEqual([]);
  });

  it('replaces what differs only when asked, and gives it back when undone', async () => {
    const date = day(400);
    await member.post('/log', {
      id: uuidv7(),
      measureId: network.own.proportionId,
      groupId: network.groups.swd ?? '',
      date,
      numerator: '2',
      denominator: '8',
    });
    const fields = confirmationOf(
      await pageOf(
        await member.upload(path(), 'x.csv', `date,numerator,denominator,group\n${date},7,8,${group}`),
      ),
    );
    const now = async () =>
      (await records.reader.select().from(dataPoint).where(eq(dataPoint.date, date)))[0]?.numerator;
    await member.post(path(), { ...fields, importId: uuidv7() });
    expect(await now()).toBe(2);
    await member.post(path(), { ...fields, replace: 'on' });
    expect(await now()).toBe(7);
    await member.post(`/measures/${network.own.proportionId}`, { undoImport: fields.importId ?? '' });
    expect(await now()).toBe(2);
  });
});
