import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPoint, dataPointHistory, excludedPoint } from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
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

const day = (ago: number) => addDays(network.today, -ago);
const swd = () => network.groups.swd ?? '';
const grid = () => `/measures/${network.own.meanId}/data-points`;
const cell = (date: string, text: string, was: string) =>
  member.post(grid(), { [`cell/${date}/${swd()}`]: text, [`was/${date}/${swd()}`]: was });
const pointOn = async (date: string) =>
  (await records.reader.select().from(dataPoint).where(eq(dataPoint.date, date))).find(
    (point) => point.measureId === network.own.meanId,
  );

describe('a number that is deleted in the grid and comes back by undo', () => {
  it('has its note and its history again', async () => {
    const date = day(40);
    const id = uuidv7();
    const logged = { id, measureId: network.own.meanId, groupId: swd(), date, value: '44' };
    await member.post('/log', { ...logged, note: 'Substitute teacher' });
    await cell(date, '', '44');
    expect(await pointOn(date)).toBeUndefined();
    await cell(date, '44', '');
    expect(await pointOn(date)).toMatchObject({ id, value: 44, note: 'Substitute teacher', version: 2 });
    const history = await records.reader
      .select()
      .from(dataPointHistory)
      .where(eq(dataPointHistory.dataPointId, id));
    expect(history.map(({ endedHow }) => endedHow)).toEqual(['deleted']);
  });
});

describe('a point that is left out', () => {
  const leaveOut = async (date: string) =>
    member.post(`/data-points/${(await pointOn(date))?.id ?? ''}`, {
      intent: 'exclude',
      reason: 'Fire drill',
    });
  const leftOut = async () =>
    (await records.reader.select().from(excludedPoint)).map(({ date }) => date).toSorted();

  it('is left out no more once it is deleted: the next number on its day counts', async () => {
    const date = day(41);
    await cell(date, '400', '');
    expect((await leaveOut(date)).status).toBe(302);
    expect(await leftOut()).toEqual([date]);
    await cell(date, '', '400');
    expect(await leftOut()).toEqual([]);
    await cell(date, '400', '');
    await leaveOut(date);
    const point = await pointOn(date);
    await member.post(`/data-points/${point?.id ?? ''}`, {
      intent: 'delete',
      version: String(point?.version),
    });
    expect(await leftOut()).toEqual([]);
  });

  it('stays left out when its day is corrected', async () => {
    const date = day(43);
    await cell(date, '400', '');
    await leaveOut(date);
    const point = await pointOn(date);
    await member.post(`/data-points/${point?.id ?? ''}`, {
      ...{ intent: 'correct', version: String(point?.version), date: day(44), value: '400' },
    });
    expect(await leftOut()).toEqual([day(44)]);
  });
});

describe('a frozen baseline', () => {
  it('gives way, and says so, when its points are left out afterwards; and ends before the newest number', async () => {
    const days = Array.from({ length: 16 }, (_, index) => day(100 - index * 3));
    for (const [index, date] of days.entries())
      await cell(date, String(index < 12 ? 40 + (index % 4) : 60), '');
    const path = `/measures/${network.own.meanId}`;
    await member.post(path, { intent: 'remove_phase', phaseId: network.own.phaseId });
    const freeze = (throughDate: string) =>
      member.post(path, { intent: 'freeze', id: uuidv7(), groupId: swd(), throughDate });
    expect((await freeze('2150-01-01')).status).toBe(400);
    expect((await freeze(days[11] ?? '')).status).toBe(302);
    expect(await pageOf(await member.get(path))).toContain('baseline 41.5');
    for (const date of days.slice(0, 8))
      await member.post(`/data-points/${(await pointOn(date))?.id ?? ''}`, {
        intent: 'exclude',
        reason: 'x',
      });
    const page = await pageOf(await member.get(path));
    expect(page).not.toContain('baseline 41.5');
    expect(page).toContain('The baseline was frozen and no longer holds');
  });
});

describe('phases of two groups, begun on one day for one reason', () => {
  it('are told apart: each chart takes off its own', async () => {
    const id = uuidv7();
    const other = network.groups.non_swd ?? '';
    await member.post(`/measures/new?team=${network.own.teamId}`, {
      ...{ id, version: '0', name: 'Two groups', level: 'driver', kind: 'mean', unit: 'words' },
      ...{ direction: 'increase', definition: 'Words', frequency: 'weekly', groupIds: [swd(), other] },
    });
    const cells = [swd(), other].flatMap((group) =>
      [30, 23, 16].map((ago): [string, string] => [`cell/${day(ago)}/${group}`, String(ago)]),
    );
    await member.post(`/measures/${id}/data-points`, Object.fromEntries(cells));
    const begin = async (groupId: string) => {
      const phaseId = uuidv7();
      const phase = { intent: 'begin_phase', id: phaseId, groupId, startsOn: day(20), reason: 'Frames' };
      expect((await member.post(`/measures/${id}`, phase)).status).toBe(302);
      return phaseId;
    };
    const [one, two] = [await begin(swd()), await begin(other)];
    const page = await pageOf(await member.get(`/measures/${id}?group=${other}`));
    const offered = [...page.matchAll(/name="phaseId" value="([^"]+)"/g)].map(([, phaseId]) => phaseId);
    expect(offered).toEqual([two]);
    expect(offered).not.toContain(one);
  });
});

describe('numbers of long ago, entered today', () => {
  it('leave the log at the day it usually offers', async () => {
    const id = uuidv7();
    await member.post(`/measures/new?team=${network.own.teamId}`, {
      ...{ id, version: '0', name: 'Old numbers', level: 'driver', kind: 'mean', unit: 'words' },
      ...{ direction: 'increase', definition: 'Words', frequency: 'weekly', groupIds: swd() },
    });
    await member.post(`/measures/${id}/data-points`, { [`cell/${day(2000)}/${swd()}`]: '40' });
    const page = await pageOf(await member.get(`/measures/${id}`));
    const offered = /name="date"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="date"/.exec(
      page.slice(page.indexOf('id="log"')),
    );
    expect((offered?.[1] ?? offered?.[2] ?? '') >= day(7)).toBe(true);
  });
});

describe('a pasted block', () => {
  it('that began in a row or group which is gone changes nothing', async () => {
    const before = await records.reader.select().from(dataPoint);
    const paste = { paste: '50', days: day(8) };
    const gone = await pageOf(await member.post(grid(), { ...paste, from: `${day(7)}/${swd()}` }));
    expect(gone).toContain('The grid has changed meanwhile');
    await member.post(grid(), { ...paste, from: `${day(8)}/${network.groups.white ?? ''}` });
    expect(await records.reader.select().from(dataPoint)).toEqual(before);
  });

  it('does not overwrite what somebody else wrote since the page was shown', async () => {
    const date = day(50);
    await cell(date, '51', '');
    const response = await member.post(grid(), {
      ...{ paste: '99', from: `${date}/${swd()}`, days: date },
      [`was/${date}/${swd()}`]: '50',
    });
    expect(await pageOf(response)).toContain('Somebody wrote 51 meanwhile');
    expect((await pointOn(date))?.value).toBe(51);
  });
});
