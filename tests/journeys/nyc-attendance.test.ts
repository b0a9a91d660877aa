import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseRunChart } from '~/features/run-charts/analysis';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { confirmImport, measureFields, readAgain, uploadFile } from '../support/import-form';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const file = join(process.cwd(), '..', 'shared', 'data', 'nyc_attendance_weekly.csv');
const isThere = existsSync(file);
if (!isThere) console.warn(`skipped: ${file} is not here, so attendance of real schools is not tried`);

/** Calculated by hand from the file's rows of 2014-15: the 17th of 33 sorted weeks, and runs about it. */
const byHand = [
  { school: 'N01', weeks: 33, median: 91.49, shown: '91.5%', longest: 9, crossings: 11, gaps: 3 },
  { school: 'N02', weeks: 33, median: 91.83, shown: '91.8%', longest: 7, crossings: 15, gaps: 3 },
  { school: 'N04', weeks: 33, median: 77.54, shown: '77.5%', longest: 10, crossings: 8, gaps: 3 },
];

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  member = await signedInAs(app.url, network, 'member');
});
afterAll(() => app.remove());

describe.skipIf(!isThere)('weekly attendance of three schools, imported through the page', () => {
  it.each(byHand)(
    '$school: median, longest run and crossings as calculated by hand',
    async ({ school, weeks, median, shown, longest, crossings, gaps }) => {
      const id = uuidv7();
      const measure = {
        id,
        version: '0',
        name: `Attendance ${school}`,
        level: 'outcome',
        kind: 'mean',
        unit: '%',
        direction: 'increase',
        definition: 'Weekly mean of daily attendance',
        frequency: 'weekly',
        groupIds: network.groups.all ?? '',
      };
      expect((await member.post(`/measures/new?team=${network.own.teamId}`, measure)).status).toBe(302);
      const at = await uploadFile(
        member,
        `team=${network.own.teamId}&measure=${id}`,
        'nyc_attendance_weekly.csv',
        readFileSync(file, 'utf8'),
      );
      const columns = await readAgain(member, at, {
        ...{ 'filters[0].column': 'school', 'filters[1].column': 'school_year' },
        ...measureFields(at.fields, id, { how: 'value', column: 'attendance_pct' }),
      });
      const both = await readAgain(member, columns, { 'filters[1].column': 'school_year' });
      const preview = await readAgain(member, both, {
        ...{ 'filters[0].value': school, 'filters[1].value': '2014-15' },
      });
      expect(preview.html).toContain(`${weeks} numbers read from nyc_attendance_weekly.csv`);
      expect((await confirmImport(member, preview)).status).toBe(302);
      const page = await pageOf(await member.get(`/measures/${id}`));
      expect(page).toContain(`median ${shown}`);
      const csv = await (await member.get(`/measures/${id}/data.csv`)).text();
      const values = csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => Number(line.split(',')[2]));
      expect(analyseRunChart({ values }).phases[0]?.center).toBe(median);
      expect(page).toContain(`The longest run on one side is ${longest};`);
      expect(page).toContain(`The line crosses the median ${crossings} times;`);
      const chart = /<svg width="100%" height="\d\d\d".*?<\/svg>/s.exec(page)?.[0] ?? '';
      expect(chart.match(/<circle/g)).toHaveLength(weeks);
      expect(chart.match(/<line [^>]*stroke-width="1.5"[^>]*>/g)).toHaveLength(weeks - 1 - gaps);
    },
  );
});
