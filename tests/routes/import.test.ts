import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityEvent, dataImport, dataImportReport, dataPoint, importMapping } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import {
  confirmImport,
  importIdOf,
  mappingFields,
  measureFields,
  readAgain,
  uploadFile,
} from '../support/import-form';
import type { MappingAt } from '../support/import-form';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

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

const ofProportion = () => `team=${network.own.teamId}&measure=${network.own.proportionId}`;
const ofMean = () => `team=${network.own.teamId}&measure=${network.own.meanId}`;
const day = (ago: number) => addDays(network.today, -ago);
const group = 'Students with disabilities';
const everything = () => everythingIn(join(app.folder, 'boldline.db'));
const pointsOf = (importId: string) =>
  records.reader.select().from(dataPoint).where(eq(dataPoint.importId, importId));
const undo = (at: MappingAt) => member.post(at.path, { step: 'undo' });
const reportOf = async (at: MappingAt) => (await member.get(at.path.replace('?', '/report?'))).text();

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index += 1)
    new DataView(bytes.buffer).setUint16(2 + index * 2, text.charCodeAt(index), true);
  return bytes;
}

describe('a file that is no table of dates is refused, stores nothing and hears why', () => {
  it.each<[string, () => Uint8Array | string, string]>([
    ['no dates', () => 'school,score\nA,5\nB,6', 'a run chart needs a date for each number'],
    ['an open quotation mark', () => `date,numerator,denominator\n"${day(200)},5,8`, 'quotation mark'],
    ['no rows', () => 'date,numerator,denominator,group\n', 'no row of numbers'],
    ['no names of columns', () => `${day(200)},5,8\n${day(199)},5,8`, 'must name the columns'],
    ['nothing', () => '', 'Choose a file first'],
    ['5 MB', () => `date,numerator,denominator\n${'x'.repeat(5 * 1024 * 1024)}`, '5.0 MB'],
    ['a spreadsheet', () => new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'not a CSV file'],
    ['50,001 rows', () => `date,value\n${`${day(20)},1\n`.repeat(50_001)}`, 'Up to 50,000 rows'],
  ])('%s', async (_name, bytes, message) => {
    const before = everything();
    const response = await member.upload(`/imports/new?${ofProportion()}`, 'numbers.csv', bytes());
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain(message);
    expect(everything()).toBe(before);
  });

  it('a file of a million empty lines is nothing', async () => {
    const begun = performance.now();
    const response = await member.upload(
      `/imports/new?${ofMean()}`,
      'x.csv',
      `date,value\n${'\n'.repeat(1_000_000)}`,
    );
    expect(response.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a line that cannot be read stays out, and the page says why', () => {
  it.each<[string, () => string, string]>([
    ['a part above its whole', () => `${day(200)},9,8,${group}`, 'the first number is part of the second'],
    ['text in a number', () => `${day(200)},five,8,${group}`, 'is not a number'],
    ['a future date', () => `2199-01-05,5,8,${group}`, 'still to come'],
    [
      'a date twice',
      () => `${day(200)},5,8,${group}\n${day(200)},6,8,${group}`,
      'twice for the same group (line 2 and line 3)',
    ],
    ['no such group', () => `${day(200)},5,8,Left-handed students`, 'is not a group of this measure'],
    ['half a student', () => `${day(200)},5.5,8,${group}`, 'Students are counted whole'],
  ])('%s', async (_name, rows, message) => {
    const before = everything();
    const at = await uploadFile(
      member,
      ofProportion(),
      'numbers.csv',
      `date,numerator,denominator,group\n${rows()}`,
    );
    expect(at.html).toContain(message);
    expect(at.html).not.toContain('value="import"');
    const response = await confirmImport(member, at);
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('No line of this file gives a number yet');
    expect(everything()).toBe(before);
  });

  it('one bad line among good ones: the button and a sentence say what stays out', async () => {
    const at = await uploadFile(
      member,
      ofProportion(),
      'numbers.csv',
      `date,numerator,denominator,group\n${day(220)},5,8,${group}\n${day(221)},9,8,${group}`,
    );
    expect(at.html).toContain('Import 1 number<');
    expect(at.html).toContain('1 line cannot be read and stays out.');
    expect(at.html).toContain('Line 3: ');
    expect((await confirmImport(member, at)).status).toBe(302);
    expect(await pointsOf(importIdOf(at))).toHaveLength(1);
    const report = await reportOf(at);
    expect(report).toContain(`2,added,Paragraphs of Own team,${group},${day(220)},5 of 8,`);
    expect(report).toContain('3,cannot be read,Paragraphs of Own team,');
    await undo(at);
  });
});

describe('imports on top of each other', () => {
  const date = () => day(500);
  const take = async (value: number) => {
    const at = await uploadFile(member, ofMean(), 'x.csv', `date,value\n${date()},${value}`);
    const replacing =
      at.fields.existing === undefined ? at : await readAgain(member, at, { existing: 'replace' });
    expect((await confirmImport(member, replacing)).status).toBe(302);
    return at;
  };
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

  it('a number that somebody has corrected since stays', async () => {
    const at = await take(7);
    const [point] = await pointsOf(importIdOf(at));
    await member.post(`/data-points/${point?.id}`, {
      ...{ version: '1', date: date(), value: '8', note: '', intent: 'correct' },
    });
    await undo(at);
    expect(await now()).toEqual([8]);
  });

  it('can be taken back for a week, and no longer', async () => {
    const at = await take(9);
    const writer = app.look();
    await writer.inTransaction((tx) =>
      tx
        .update(dataImport)
        .set({ importedAt: Date.now() - 8 * 86_400_000 })
        .where(eq(dataImport.id, importIdOf(at)))
        .then(() => undefined),
    );
    writer.close();
    expect(await pageOf(await member.get(at.path))).toContain('it is too late');
    const response = await undo(at);
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('taken back for a week');
  });
});

describe('a file made to hurt', () => {
  it('with cells full of spaces holds nobody up', async () => {
    const rows = Array.from({ length: 10 }, (_, index) => `${day(900 + index)},01${' '.repeat(49_000)}x`);
    const begun = performance.now();
    await member.upload(
      `/imports/new?team=${network.own.teamId}`,
      'spaces.csv',
      `date,value\n${rows.join('\n')}`,
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('a good file', () => {
  it('in UTF-16 with semicolons is read, shown, taken in once, and taken back whole', async () => {
    const rows = [
      `Group;Denominator;Date;Numerator`,
      `${group};8;${day(300)};5`,
      `${group};;${day(293)};`,
      `${group};8;${day(286)};6`,
    ];
    const at = await uploadFile(member, ofProportion(), 'zahlen.csv', utf16(rows.join('\r\n')));
    expect(at.html).toContain('2 numbers read from zahlen.csv');
    expect(at.html).toContain('a gap stays a gap');
    const twice = await Promise.all([confirmImport(member, at), confirmImport(member, at)]);
    expect(twice.map(({ headers }) => headers.get('Location'))).toEqual([at.path, at.path]);
    expect((await confirmImport(member, at)).headers.get('Location')).toBe(at.path);
    const result = await pageOf(await member.get(at.path));
    expect(result).toContain('2 numbers imported');
    const stored = await pointsOf(importIdOf(at));
    expect(stored.map(({ date, numerator, denominator }) => [date, numerator, denominator])).toEqual([
      [day(300), 5, 8],
      [day(286), 6, 8],
    ]);
    expect((await undo(at)).status).toBe(302);
    expect(await pointsOf(importIdOf(at))).toEqual([]);
    expect(await pageOf(await member.get(at.path))).toContain('is taken back');
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
    const file = `date,numerator,denominator,group\n${date},7,8,${group}\n${day(401)},1,8,${group}`;
    const now = async () =>
      (await records.reader.select().from(dataPoint).where(eq(dataPoint.date, date)))[0]?.numerator;
    const kept = await uploadFile(member, ofProportion(), 'x.csv', file);
    expect(kept.html).toContain('1 number differs from what is here, which stays');
    await confirmImport(member, kept);
    expect(await now()).toBe(2);
    const replaced = await uploadFile(member, ofProportion(), 'x.csv', file);
    await confirmImport(member, replaced, { existing: 'replace' });
    expect(await now()).toBe(7);
    await undo(replaced);
    expect(await now()).toBe(2);
    await undo(kept);
  });

  it('is read as last time when the same columns come again, in another order', async () => {
    const at = await uploadFile(
      member,
      `team=${network.own.teamId}`,
      'a.csv',
      `When,Correct,Tried,Who\n${day(610)},3,8,IEP\n${day(611)},4,8,Rest`,
    );
    expect(at.html).not.toContain('Read as last time');
    const chosen = await readAgain(member, at, {
      ...measureFields(at.fields, network.own.proportionId, { how: 'parts', column: 'Correct', of: 'Tried' }),
      group: 'column:Who',
    });
    const grouped = await readAgain(member, chosen, {
      'groupValues[0].choice': network.groups.swd ?? '',
      'groupValues[1].choice': network.groups.non_swd ?? '',
    });
    const complete = await readAgain(
      member,
      grouped,
      measureFields(grouped.fields, network.own.proportionId, {
        how: 'parts',
        column: 'Correct',
        of: 'Tried',
      }),
    );
    expect(complete.html).toContain('Import 2 numbers');
    expect((await confirmImport(member, complete)).status).toBe(302);
    const again = await uploadFile(
      member,
      `team=${network.own.teamId}`,
      'b.csv',
      `Who,When,tried,correct\nIEP,${day(600)},8,6`,
    );
    expect(again.html).toContain('Read as last time');
    expect(again.html).toContain('6 of 8');
    expect(again.html).toContain('Import 1 number<');
    await undo(complete);
  });

  it('brings several measures at once, as the template asks, with one event for each', async () => {
    const template = await (await member.get(`/imports/template?team=${network.own.teamId}`)).text();
    const [header = '', ...rows] = template.replace('\ufeff', '').trim().split('\n');
    expect(header).toBe(
      'date,group,Paragraphs of Own team numerator,Paragraphs of Own team denominator,Words of Own team,On time for the first lesson numerator,On time for the first lesson denominator,note',
    );
    expect(rows).toHaveLength(2);
    const at = await uploadFile(
      member,
      `team=${network.own.teamId}`,
      't.csv',
      `${header}\n${day(700)},${group},5,8,44,,,Field trip\n${day(700)},Students without disabilities,7,9,,,,`,
    );
    expect(at.html).toContain('Import 3 numbers');
    const before = await records.reader.select().from(activityEvent);
    await confirmImport(member, at);
    const after = await records.reader.select().from(activityEvent);
    expect(after.slice(before.length).map(({ kind }) => kind)).toEqual(['data_imported', 'data_imported']);
    const stored = await pointsOf(importIdOf(at));
    expect(stored.map(({ note, value, numerator }) => [numerator, value, note])).toEqual([
      [5, null, 'Field trip'],
      [null, 44, 'Field trip'],
      [7, null, ''],
    ]);
    await undo(at);
    expect(await pointsOf(importIdOf(at))).toEqual([]);
  });

  it('with a column that names the measure is read line by line', async () => {
    const at = await uploadFile(
      member,
      `team=${network.own.teamId}`,
      'long.csv',
      `date,measure,value,out of\n${day(710)},Words of Own team,41,\n${day(710)},Paragraphs of Own team,3,8\n${day(710)},Lunch,1,`,
    );
    expect(at.fields.layout).toBe('long');
    const chosen = await readAgain(member, at, {
      ...{ group: `all:${network.groups.swd}`, 'longValues[2].choice': 'out' },
      ...{ 'long.how': 'parts', 'long.column': 'value', 'long.of': 'out of' },
    });
    expect(chosen.html).toContain('Import 2 numbers');
    expect(chosen.html).toContain('3 of 8');
    expect(chosen.html).toContain('1 line left out, as chosen');
  });

  it('changed and confirmed in one go is shown once more first', async () => {
    const at = await uploadFile(
      member,
      ofProportion(),
      'x.csv',
      `date,numerator,denominator,met\n${day(720)},5,8,6`,
    );
    const chosen = await readAgain(member, at, { group: `all:${network.groups.swd}` });
    const before = everything();
    const response = await confirmImport(
      member,
      chosen,
      measureFields(chosen.fields, network.own.proportionId, { how: 'parts', column: 'met' }),
    );
    expect(response.status).toBe(200);
    const page = await pageOf(response);
    expect(page).toContain('Look at the numbers once more');
    expect(page).toContain('6 of 8');
    expect(
      (await confirmImport(member, { ...chosen, fields: { ...mappingFields(page), revision: '0' } })).status,
    ).toBe(200);
    expect(everything()).toBe(before);
  });
});

describe('students', () => {
  const list = () =>
    [
      'Student ID,First name,Date,Met,Home language',
      `pupil-4711,Zelda,${day(800)},yes,Elvish`,
      `pupil-4712,Yorick,${day(800)},no,Elvish`,
      `pupil-4713,Xenia,${day(800)},yes,Elvish`,
      `pupil-4714,Wanda,${day(800)},maybe,Elvish`,
    ].join('\n');

  it('a list with a row for each becomes one number, and nobody of it is kept anywhere', async () => {
    const at = await uploadFile(member, ofProportion(), 'class.csv', list());
    expect(at.html).toContain('Columns “Student ID”, “First name” are not read and not kept');
    const chosen = await readAgain(member, at, { group: `all:${network.groups.swd}` });
    expect(chosen.html).toContain('2 of 3');
    expect(chosen.html).toContain('“maybe” is neither yes nor no');
    expect((await confirmImport(member, chosen)).status).toBe(302);
    const [point] = await pointsOf(importIdOf(chosen));
    expect([point?.numerator, point?.denominator]).toEqual([2, 3]);
    const stored = everything() + (await reportOf(chosen)) + app.log();
    for (const word of ['pupil-4711', 'pupil-4714', 'Zelda', 'Xenia', 'Wanda', 'Elvish'])
      expect(stored).not.toContain(word);
    const reports = await records.reader.select().from(dataImportReport);
    expect(reports.length).toBeGreaterThan(0);
    expect((await records.reader.select().from(importMapping)).length).toBeGreaterThan(0);
    await undo(chosen);
  });

  it('a column of them cannot be chosen', async () => {
    const at = await uploadFile(member, ofProportion(), 'class.csv', list());
    const chosen = await readAgain(member, at, { group: 'column:First name', note: 'First name' });
    expect(chosen.fields.group).toBe('');
    expect(chosen.fields.note).toBe('');
    expect(chosen.html).not.toContain('Zelda');
  });
});

describe('a waiting file', () => {
  const file = () => `date,value\n${day(900)},5`;

  it('is one person’s, for one team, and the next one takes its place', async () => {
    const at = await uploadFile(member, ofMean(), 'first.csv', file());
    const colleague = await signedInAs(app.url, network, 'colleague');
    const theirs = await colleague.get(at.path);
    expect(theirs.status).toBe(404);
    expect(await pageOf(theirs)).toContain('This file is no longer kept; choose it again.');
    await uploadFile(member, ofMean(), 'second.csv', file());
    const response = await member.get(at.path);
    expect(response.status).toBe(404);
    expect(await pageOf(response)).toContain('This file is no longer kept; choose it again.');
    expect((await confirmImport(member, at)).status).toBe(404);
  });

  it('is never written to the database', async () => {
    const before = everything();
    await uploadFile(member, ofMean(), 'x.csv', file());
    expect(everything()).toBe(before);
  });
});

it('50,000 rows come in, and others are answered meanwhile', async () => {
  const rows = Array.from({ length: 25_000 }, (_, index) => addDays('1950-01-01', index)).flatMap(
    (date, index) => [
      `${date},${index % 9},8,${group}`,
      `${date},${index % 8},8,Students without disabilities`,
    ],
  );
  const begun = performance.now();
  const at = await uploadFile(
    member,
    ofProportion(),
    'long.csv',
    `date,numerator,denominator,group\n${rows.join('\n')}`,
  );
  const progress: number[] = [];
  const importing = confirmImport(member, at);
  let running = true;
  void importing.then(() => (running = false));
  let slowest = 0;
  while (running) {
    const asked = performance.now();
    const answer = (await (await member.get(at.path.replace('?', '/progress?'))).json()) as {
      done: number;
      total: number;
    };
    slowest = Math.max(slowest, performance.now() - asked);
    if (answer.total > 0) progress.push(answer.done / answer.total);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await importing).status).toBe(302);
  const took = performance.now() - begun;
  console.log(`50,000 rows: ${(took / 1000).toFixed(1)} s, slowest other answer ${slowest.toFixed(0)} ms`);
  // The bench holds the bar of ten seconds; here other tests share the machine.
  expect(took).toBeLessThan(20_000);
  expect(slowest).toBeLessThan(3000);
  expect(new Set(progress).size).toBeGreaterThan(2);
  expect(progress).toEqual(progress.toSorted((one, other) => one - other));
  expect((await reportOf(at)).split('\n').length).toBeGreaterThan(50_000);
  expect((await undo(at)).status).toBe(302);
  expect(await pointsOf(importIdOf(at))).toEqual([]);
});
