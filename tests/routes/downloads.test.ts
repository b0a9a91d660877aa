import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { excludedPoint } from '#db/schema';
import { addDays } from '~/lib/school-day';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { uploadFile } from '../support/import-form';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        await tx.insert(excludedPoint).values({
          id: uuidv7(),
          measureId: network.own.proportionId,
          groupId: network.groups.swd ?? '',
          date: leftOutDay(),
          reason: '+ snow day',
          excludedBy: network.people.member.id,
          excludedAt: Date.now(),
        });
      });
    },
  });
  member = await signedInAs(app.url, network, 'member');
});
afterAll(() => app.remove());

const monday = () => {
  const day = new Date(`${network.today}T00:00:00Z`).getUTCDay();
  const friday = day === 6 ? -1 : day === 0 ? -2 : 0;
  const weekday = addDays(network.today, friday);
  return addDays(weekday, -((new Date(`${weekday}T00:00:00Z`).getUTCDay() + 6) % 7));
};
const leftOutDay = () => addDays(monday(), -21);
const picture = (measureId = network.own.proportionId, group?: string) =>
  `/measures/${measureId}/chart.svg${group === undefined ? '' : `?group=${group}`}`;
const numbers = (measureId = network.own.proportionId, group?: string) =>
  `/measures/${measureId}/data.csv${group === undefined ? '' : `?group=${group}`}`;

function expectDownload(response: Response, type: string, name: RegExp): void {
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe(type);
  expect(response.headers.get('Content-Disposition')).toMatch(name);
  expect(response.headers.get('Cache-Control')).toBe('private, no-store');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
}

describe('a chart as a picture', () => {
  it('is an SVG of its own with a name that says what it is', async () => {
    const response = await member.get(picture());
    expectDownload(
      response,
      'image/svg+xml; charset=utf-8',
      new RegExp(`^attachment; filename="[a-z0-9-]+-students-with-disabilities-${network.today}\\.svg"$`),
    );
    const svg = await response.text();
    expect(svg).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
    );
    for (const words of ['Own team, School one.', 'A topic sentence, two details and a closing.', 'goal 60%'])
      expect(svg).toContain(words);
    expect(svg).not.toMatch(/undefined|NaN/);
  });

  it('is of the group asked for', async () => {
    const response = await member.get(picture(network.own.proportionId, network.groups.non_swd));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('No numbers yet.');
  });

  it('of a group the measure does not have, or of nothing, is not there', async () => {
    for (const group of ['nothing', network.groups.all ?? '', uuidv7(), ''])
      expect((await member.get(picture(network.own.proportionId, group))).status, group).toBe(404);
    expect((await member.get(picture('nothing'))).status).toBe(404);
    expect((await member.get(picture(uuidv7()))).status).toBe(404);
  });
});

describe('the numbers as a file', () => {
  it('holds every row with its parts, and why a point is left out', async () => {
    const response = await member.get(numbers());
    expectDownload(
      response,
      'text/csv; charset=utf-8',
      new RegExp(`^attachment; filename="[a-z0-9-]+-${network.today}\\.csv"$`),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines[0]).toBe('date,group,numerator,denominator,plotted,note,left_out');
    expect(lines).toHaveLength(14);
    expect(lines.at(-1)).toBe(`${addDays(monday(), -7)},Students with disabilities,4,8,50,,`);
    expect(lines.find((line) => line.startsWith(leftOutDay()))).toMatch(/,'\+ snow day$/);
    expect(lines.slice(1)).toEqual(lines.slice(1).toSorted());
  });

  it('has one value a row where nothing is divided', async () => {
    const text = await (await member.get(numbers(network.own.meanId))).text();
    expect(text.trim().split('\r\n')).toEqual([
      'date,group,value,plotted,note,left_out',
      `${addDays(monday(), -7)},Students with disabilities,46,46,,`,
    ]);
  });

  it('holds no formula, and keeps numbers below zero as numbers', async () => {
    const date = addDays(monday(), -70);
    const posted = await member.post('/log', {
      id: uuidv7(),
      measureId: network.own.meanId,
      groupId: network.groups.swd ?? '',
      date,
      value: '-4.5',
      note: '=HYPERLINK("http://x.test","a")',
    });
    expect(posted.status).toBe(302);
    const text = await (await member.get(numbers(network.own.meanId))).text();
    expect(text).toContain(
      `${date},Students with disabilities,-4.5,-4.5,"'=HYPERLINK(""http://x.test"",""a"")",\r\n`,
    );
  });

  it('of one group holds that group alone', async () => {
    const text = await (await member.get(numbers(network.own.proportionId, network.groups.non_swd))).text();
    expect(text.trim().split('\r\n')).toHaveLength(1);
    expect((await member.get(numbers(network.own.proportionId, uuidv7()))).status).toBe(404);
  });

  it('can be imported again, and says nothing new', async () => {
    const csv = new Uint8Array(await (await member.get(numbers())).arrayBuffer());
    const { teamId, proportionId } = network.own;
    const at = await uploadFile(member, `team=${teamId}&measure=${proportionId}`, 'again.csv', csv);
    expect(at.html).toContain('13 numbers are here already');
  });
});

describe('downloads are for the team, its coaches and facilitators', () => {
  const readersOf: Record<'own' | 'sameSchool' | 'otherLea', Role[]> = {
    own: ['member', 'colleague', 'coach', 'facilitator'],
    sameSchool: ['otherTeamMember', 'facilitator'],
    otherLea: ['otherLeaMember', 'otherCoach', 'otherFacilitator'],
  };

  it.each(roles)('%s', async (role) => {
    const person = await signedInAs(app.url, network, role);
    for (const which of ['own', 'sameSchool', 'otherLea'] as const)
      for (const path of [picture(network[which].proportionId), numbers(network[which].proportionId)]) {
        const response = await person.get(path);
        const reads = readersOf[which].includes(role);
        expect(response.status, `${which} ${path}`).toBe(reads ? 200 : 404);
        if (!reads) expect((await response.text()).length).toBeLessThan(200);
      }
  });

  it('nobody signed out', async () => {
    for (const path of [picture(), numbers()]) {
      const response = await visitor(app.url).get(path);
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe(
        `/sign-in?${new URLSearchParams({ to: path }).toString()}`,
      );
    }
  });
});
