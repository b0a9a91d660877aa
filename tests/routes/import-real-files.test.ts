import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPoint } from '#db/schema';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { confirmImport, importIdOf, measureFields, readAgain, uploadFile } from '../support/import-form';
import type { MappingAt } from '../support/import-form';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const folder = join(process.cwd(), '..', 'shared', 'data');
const isThere = existsSync(folder);
if (!isThere) console.warn(`skipped: ${folder} is not here, so real files are not tried`);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

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

async function addMeasure(fields: { name: string; kind: string; unit: string; groups: string[] }) {
  const { groups, ...rest } = fields;
  const id = uuidv7();
  const response = await member.post(`/measures/new?team=${network.own.teamId}`, {
    ...{ id, version: '0', level: 'outcome', direction: 'increase', frequency: 'monthly' },
    ...{
      ...rest,
      definition: 'From a public file',
      groupIds: groups.map((key) => network.groups[key] ?? ''),
    },
  });
  expect(response.status).toBe(302);
  return { id, query: `team=${network.own.teamId}&measure=${id}` };
}

const stored = (at: MappingAt) =>
  records.reader
    .select()
    .from(dataPoint)
    .where(eq(dataPoint.importId, importIdOf(at)))
    .orderBy(asc(dataPoint.date));

const buttonOf = (at: MappingAt) => /Import [\d,]+ numbers?(?=<)/.exec(at.html)?.[0];

describe.skipIf(!isThere)('files with dates load after mapping', () => {
  it('nyc_attendance_weekly.csv: one school of sixty', async () => {
    const { query, id } = await addMeasure({ name: 'Weekly', kind: 'mean', unit: '%', groups: ['all'] });
    const at = await uploadFile(member, query, 'nyc.csv', read('nyc_attendance_weekly.csv'));
    expect(at.html).toContain('“2013-09-09” is read as Mon, Sep 9, 2013');
    expect(at.html).not.toContain('value="import"');
    expect(at.html).toContain('group that another line is about too');
    expect(at.fields).toMatchObject({
      ...{ dateColumn: 'week_start', dateFormat: 'iso', group: `all:${network.groups.all}` },
      ...measureFields(at.fields, id, { how: 'value', column: 'attendance_pct' }),
      'filters[0].column': 'school',
    });
    const one = await readAgain(member, at, { 'filters[0].value': 'N60' });
    const weeks = read('nyc_attendance_weekly.csv')
      .split('\n')
      .filter((line) => line.startsWith('N60,'));
    expect(buttonOf(one)).toBe(`Import ${weeks.length} numbers`);
    expect((await confirmImport(member, one)).status).toBe(302);
    expect((await stored(one)).map(({ date, value }) => `${date} ${value}`)).toEqual(
      weeks.map((line) => line.split(',')).map(([, , date, , value]) => `${date} ${Number(value)}`),
    );
  });

  it('nyc_attendance_daily_2015_16.csv: all schools averaged to one number a day', async () => {
    const { query } = await addMeasure({ name: 'Daily', kind: 'mean', unit: '%', groups: ['all'] });
    const at = await uploadFile(member, query, 'daily.csv', read('nyc_attendance_daily_2015_16.csv'));
    const combined = await readAgain(member, at, { sameDay: 'combine' });
    expect((await confirmImport(member, combined)).status).toBe(302);
    const rows = read('nyc_attendance_daily_2015_16.csv')
      .trim()
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, date]) => date === '2015-09-09');
    const mean = rows.reduce((sum, [, , value]) => sum + Number(value), 0) / rows.length;
    const points = await stored(combined);
    expect(points[0]?.date).toBe('2015-09-09');
    expect(points[0]?.value).toBeCloseTo(mean, 3);
    expect(new Set(points.map(({ date }) => date)).size).toBe(points.length);
  });

  it('ct_chronic_absence_by_meals.csv: school years, groups in a column, withheld cells as gaps', async () => {
    const { query } = await addMeasure({
      ...{ name: 'Chronic absence', kind: 'mean', unit: '%', groups: ['ecd', 'non_ecd'] },
    });
    const at = await uploadFile(member, query, 'ct.csv', read('ct_chronic_absence_by_meals.csv'));
    expect(at.fields).toMatchObject({ dateFormat: 'school_year', group: 'column:meal_group' });
    expect(at.html).toContain('“2011-12” is read as Fri, Jun 1, 2012');
    const reduced = Object.keys(at.fields).find((name) => at.fields[name] === 'reduced') ?? '';
    const chosen = await readAgain(member, at, {
      ...{ 'filters[0].column': 'district', [reduced.replace('.value', '.choice')]: 'out' },
    });
    const ansonia = await readAgain(member, chosen, { 'filters[0].value': 'Ansonia School District' });
    expect((await confirmImport(member, ansonia)).status).toBe(302);
    const lines = read('ct_chronic_absence_by_meals.csv')
      .split('\n')
      .filter((line) => /^Ansonia School District,[^,]*,(free|not_eligible),[\d.]/.test(line));
    const points = await stored(ansonia);
    expect(points).toHaveLength(lines.length);
    expect(points[0]?.date).toBe('2012-06-01');
    expect(new Set(points.map(({ groupId }) => groupId))).toEqual(
      new Set([network.groups.ecd, network.groups.non_ecd]),
    );
  });

  it('dc_school_results.csv: percents and how many were tested, only where they are whole students', async () => {
    const { query, id } = await addMeasure({
      name: 'Meeting',
      kind: 'proportion',
      unit: '%',
      groups: ['all'],
    });
    const at = await uploadFile(member, query, 'dc.csv', read('dc_school_results.csv'));
    expect(at.fields).toMatchObject({ dateColumn: 'year', dateFormat: 'year' });
    const percent = measureFields(at.fields, id, { how: 'percent', column: 'pct_meeting', of: 'n_tested' });
    expect(at.fields).toMatchObject(percent);
    const columns = await readAgain(member, at, {
      ...{ 'filters[0].column': 'school_code', 'filters[1].column': 'subject' },
    });
    const both = await readAgain(member, columns, { 'filters[1].column': 'subject' });
    const chosen = await readAgain(member, both, { 'filters[0].value': '101', 'filters[1].value': 'ELA' });
    const lines = read('dc_school_results.csv')
      .split('\n')
      .map((line) => line.split(','))
      .filter((cells) => cells[0] === '101' && cells[4] === 'ELA');
    const given = lines.filter((cells) => cells[7] !== '');
    expect((await confirmImport(member, chosen)).status).toBe(302);
    const points = await stored(chosen);
    expect(points.length).toBeGreaterThan(0);
    expect(points.length).toBeLessThanOrEqual(given.length);
    expect(points[0]).toMatchObject({ date: '2022-06-01', numerator: 5, denominator: 60 });
  });

  it('reading_fluency_fws.csv: words for dates, a row for each student made one number', async () => {
    const { query, id } = await addMeasure({ name: 'Fluency', kind: 'mean', unit: 'words', groups: ['all'] });
    const at = await uploadFile(member, query, 'reading.csv', read('reading_fluency_fws.csv'));
    expect(at.html).toContain('Column “learner” is not read and not kept');
    expect(at.html).toContain('Type the day for each word of “occasion”');
    expect(at.fields).toMatchObject({ dateFormat: 'words', sameDay: 'combine' });
    const days: Record<string, string> = { fall: '2018-09-17', winter: '2019-01-21', spring: '2019-05-13' };
    const typed = Object.fromEntries(
      Object.entries(at.fields).flatMap(([name, value]) =>
        days[value] === undefined ? [] : [[name.replace('.value', '.choice'), days[value]]],
      ),
    );
    const dated = await readAgain(member, at, {
      ...typed,
      ...measureFields(at.fields, id, { how: 'value', column: 'wcpm' }),
      'filters[0].column': 'grade',
    });
    const second = await readAgain(member, dated, { 'filters[0].value': '2' });
    expect(buttonOf(second)).toBe('Import 3 numbers');
    expect((await confirmImport(member, second)).status).toBe(302);
    const points = await stored(second);
    // The file's README gives 63, 76 and 87 as typical means of grade 2.
    expect(points.map(({ date, value }) => [date, Math.round(value ?? 0)])).toEqual([
      ['2018-09-17', 63],
      ['2019-01-21', 76],
      ['2019-05-13', 87],
    ]);
  });
});

describe.skipIf(!isThere)('files without dates are refused kindly', () => {
  it.each([
    ['ca_schools_api.csv', 'school_name'],
    ['ca_districts_1999.csv', 'expenditure'],
    ['star_pupils.csv', 'class_type'],
    ['maths_growth_us.csv', 'school_lowinc'],
  ])('%s', async (name, column) => {
    const response = await member.upload(`/imports/new?team=${network.own.teamId}`, name, read(name));
    expect(response.status).toBe(400);
    const page = await pageOf(response);
    expect(page).toContain(`No column of ${name} can be read as dates`);
    expect(page).toContain('a run chart needs a date for each number');
    expect(page).toContain(`“${column}”`);
  });
});
