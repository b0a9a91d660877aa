import { and, asc, eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { listMeasureVersions } from '~/features/measures/measure-version-queries.server';
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

let app: RunningApp;
let network: SmallNetwork;
let facilitator: Visitor;
let member: Visitor;
let nextDoor: Visitor;
let records: Database;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  facilitator = await signedInAs(app.url, network, 'facilitator');
  member = await signedInAs(app.url, network, 'member');
  nextDoor = await signedInAs(app.url, network, 'otherTeamMember');
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const day = (ago: number) => addDays(network.today, -ago);
const swd = () => network.groups.swd ?? '';
const everything = () => everythingIn(join(app.folder, 'boldline.db'));
/** What a conflict refuses stays as its writer’s draft. */
const everythingButDrafts = () => everythingIn(join(app.folder, 'boldline.db'), ['draft']);

const shared = (id: string, name: string, more: Record<string, string | string[]> = {}) => ({
  ...{ id, version: '0', name, level: 'outcome', kind: 'mean', direction: 'increase', unit: 'minutes' },
  ...{ definition: 'Minutes by the clock.', frequency: 'weekly', groupIds: swd() },
  ...more,
});

/** Defines a shared measure of the first cohort; gives its id. */
async function define(name: string, more: Record<string, string | string[]> = {}): Promise<string> {
  const id = uuidv7();
  const path = `/cohorts/${network.own.cohortId}/shared-measures/new`;
  const response = await facilitator.post(path, shared(id, name, more));
  expect(response.headers.get('Location')).toBe(`/cohorts/${network.own.cohortId}`);
  return id;
}

/** The team of `visitor` adopts it; gives the path of the team's measure. */
async function adopt(visitor: Visitor, teamId: string, sharedMeasureId: string): Promise<string> {
  const response = await visitor.post(`/teams/${teamId}/adoptions`, { sharedMeasureId });
  expect(response.status).toBe(302);
  return response.headers.get('Location') ?? '';
}

const change = (id: string, name: string, more: Record<string, string | string[]> = {}) =>
  facilitator.post(`/shared-measures/${id}/edit`, { ...shared(id, name), version: '1', ...more });

const adoptionsOf = (sharedMeasureId: string) =>
  records.reader
    .select()
    .from(schema.measure)
    .where(eq(schema.measure.sharedMeasureId, sharedMeasureId))
    .orderBy(asc(schema.measure.createdAt));

async function log(path: string, ago: number, value: string): Promise<void> {
  const measureId = path.replace('/measures/', '');
  const fields = { id: uuidv7(), measureId, groupId: swd(), date: day(ago), value };
  expect((await member.post('/log', fields)).status).toBeLessThan(400);
}

describe('a measure defined once for a cohort', () => {
  let id: string;
  let path: string;

  it('is on the cohort’s page, for those who read it too', async () => {
    id = await define('Reading minutes', { groupIds: [swd(), network.groups.non_swd ?? ''] });
    for (const visitor of [facilitator, member, nextDoor]) {
      const page = await pageOf(await visitor.get(`/cohorts/${network.own.cohortId}`));
      for (const words of [
        'Reading minutes',
        'Minutes by the clock.',
        'A score or an average, in minutes',
        'Students with disabilities, Students without disabilities',
        'Version 1, in force from the beginning. Facilitator Person wrote it',
        'No team has adopted it yet.',
        'Adopted by 2 of 2 teams',
      ])
        expect(page).toContain(words);
      expect(page.includes('Add a shared measure')).toBe(visitor === facilitator);
      expect(page.includes(`/shared-measures/${id}/edit`)).toBe(visitor === facilitator);
    }
  });

  it('is offered to the teams of the cohort, and adopted as it is', async () => {
    const offered = await pageOf(await member.get(`/measures/new?team=${network.own.teamId}`));
    expect(offered).toContain('Adopt a shared measure');
    expect(offered).toContain('Minutes by the clock.');
    path = await adopt(member, network.own.teamId, id);
    const page = await pageOf(await member.get(path));
    expect(page).toContain('Reading minutes');
    expect(page).toContain('Minutes by the clock.');
    expect(page).toContain('Students without disabilities');
    const left = await pageOf(await member.get(`/measures/new?team=${network.own.teamId}`));
    expect(left).not.toContain('Minutes by the clock.');
    expect(left).toContain('Minutes of planning');
    const [adoption] = await adoptionsOf(id);
    expect(adoption).toMatchObject({
      ...{ name: 'Reading minutes', level: 'outcome', kind: 'mean', direction: 'increase' },
      ...{ unit: 'minutes', frequency: 'weekly', goal: null, teamId: network.own.teamId },
    });
  });

  it('is adopted once, however often it is asked for', async () => {
    const before = everything();
    expect(await adopt(member, network.own.teamId, id)).toBe(path);
    expect(everything()).toBe(before);
    const twice = await define('Adopted twice at once');
    const paths = await Promise.all([1, 2].map(() => adopt(member, network.own.teamId, twice)));
    expect(new Set(paths).size).toBe(1);
    expect(await adoptionsOf(twice)).toHaveLength(1);
  });

  it('starts a phase on the team’s chart when its definition changes, and says why', async () => {
    for (const [week, value] of [30, 31, 29, 32, 30, 31].entries())
      await log(path, 63 - week * 7, String(value));
    for (const [week, value] of [20, 21, 19].entries()) await log(path, 14 - week * 7, String(value));
    await adopt(nextDoor, network.sameSchool.teamId, id);
    const redefined = { definition: 'Minutes seen reading.', newVersionFrom: day(18) };
    expect((await change(id, 'Reading minutes', redefined)).status).toBe(302);
    const page = await pageOf(await member.get(path));
    expect(page).toContain('A new phase begins here: “The definition changed: version 2”');
    expect(page).toContain('Minutes seen reading.');
    const cohort = await pageOf(await member.get(`/cohorts/${network.own.cohortId}`));
    expect(cohort).toContain('Version 2, in force from');
    expect(cohort).toContain('1 earlier definition');
    const adoptions = await adoptionsOf(id);
    expect(adoptions).toHaveLength(2);
    const measureIds = adoptions.map((one) => one.id);
    const versions = await records.reader
      .select()
      .from(schema.measureVersion)
      .where(and(inArray(schema.measureVersion.measureId, measureIds), eq(schema.measureVersion.number, 2)));
    expect(versions.map((one) => [one.definition, one.inForceFrom, one.createdBy])).toEqual(
      adoptions.map(() => ['Minutes seen reading.', day(18), network.people.facilitator.id]),
    );
    const history = await listMeasureVersions(records.reader, path.replace('/measures/', ''));
    expect(history.map((one) => [one.number, one.definition, one.inForceFrom, one.createdByName])).toEqual([
      [2, 'Minutes seen reading.', day(18), 'Facilitator Person'],
      [1, 'Minutes by the clock.', null, 'Facilitator Person'],
    ]);
    const events = await records.reader
      .select()
      .from(schema.activityEvent)
      .where(
        and(
          inArray(schema.activityEvent.measureId, measureIds),
          eq(schema.activityEvent.kind, 'definition_changed'),
        ),
      );
    expect(events.map(({ teamId }) => teamId).toSorted()).toEqual(
      [network.own.teamId, network.sameSchool.teamId].toSorted(),
    );
  });

  it('changed twice in a day starts one phase, for the later wording', async () => {
    const twice = await define('Changed twice in a day');
    const measure = await adopt(member, network.own.teamId, twice);
    for (const week of [0, 1, 2, 3]) await log(measure, 28 - week * 7, '20');
    for (const version of ['1', '2']) {
      const redefined = { version, definition: `After version ${version}.`, newVersionFrom: day(18) };
      expect((await change(twice, 'Changed twice in a day', redefined)).status).toBe(302);
    }
    const page = await pageOf(await member.get(measure));
    expect(page).toContain('The definition changed: version 3');
    expect(page).not.toContain('The definition changed: version 2');
  });

  it('adopted later begins with the definition in force, under its number, and no phase', async () => {
    const late = await define('Adopted late');
    expect((await change(late, 'Adopted late', { definition: 'Second wording.' })).status).toBe(302);
    const latePath = await adopt(member, network.own.teamId, late);
    const versions = await records.reader
      .select()
      .from(schema.measureVersion)
      .where(eq(schema.measureVersion.measureId, latePath.replace('/measures/', '')));
    expect(versions.map((one) => [one.number, one.definition, one.inForceFrom])).toEqual([
      [2, 'Second wording.', null],
    ]);
    const third = { version: '2', definition: 'Third wording.' };
    expect((await change(late, 'Adopted late', third)).status).toBe(302);
    expect(await pageOf(await member.get(latePath))).toContain('Third wording.');
  });
});

describe('a changed shared measure', () => {
  it('reaches every team: name, direction, frequency, level, unit and groups', async () => {
    const id = await define('Old name');
    const path = await adopt(member, network.own.teamId, id);
    await adopt(nextDoor, network.sameSchool.teamId, id);
    const changed = {
      ...{ level: 'driver', direction: 'decrease', unit: 'seconds', frequency: 'daily' },
      groupIds: network.groups.el ?? '',
    };
    expect((await change(id, 'New name', changed)).status).toBe(302);
    for (const one of await adoptionsOf(id))
      expect(one).toMatchObject({
        ...{ name: 'New name', level: 'driver', direction: 'decrease' },
        ...{ unit: 'seconds', frequency: 'daily', version: 1 },
      });
    const groups = await records.reader
      .select()
      .from(schema.measureGroup)
      .where(eq(schema.measureGroup.measureId, path.replace('/measures/', '')));
    expect(groups.find(({ groupId }) => groupId === swd())?.endedOn).toBe(network.today);
    expect(groups.find(({ groupId }) => groupId === network.groups.el)?.endedOn).toBeNull();
    const version = await records.reader
      .select()
      .from(schema.measureVersion)
      .where(eq(schema.measureVersion.measureId, path.replace('/measures/', '')));
    expect(version).toHaveLength(1);
  });

  it('is refused when a team has another measure of the new name, and says whose', async () => {
    const id = await define('Without a clash');
    await adopt(member, network.own.teamId, id);
    const before = everything();
    const response = await change(id, 'Words of Own team', { definition: 'Not kept.' });
    expect(response.status).toBe(400);
    const page = await pageOf(response);
    expect(page).toContain('Another measure has this name in Own team (School one).');
    expect(page).toContain('Not kept.');
    expect(everything()).toBe(before);
  });

  it('keeps how it is counted once a team has numbers', async () => {
    const id = await define('Counted already');
    expect((await change(id, 'Counted already', { kind: 'count', unit: 'times' })).status).toBe(302);
    const path = await adopt(member, network.own.teamId, id);
    await log(path, 7, '4');
    const before = everything();
    const response = await change(id, 'Counted already', { version: '2', kind: 'mean' });
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('Teams have numbers already.');
    expect(everything()).toBe(before);
    expect(await pageOf(await facilitator.get(`/shared-measures/${id}/edit`))).not.toContain(
      'How is it counted?',
    );
  });

  it.each<[string, () => Record<string, string>, string]>([
    [
      'from a day to come',
      () => ({ newVersionFrom: day(-3) }),
      'Change the definition on the day it changes',
    ],
    ['of no group', () => ({ groupIds: uuidv7() }), 'Choose groups from the list.'],
    ['without a definition', () => ({ definition: '' }), 'Say exactly what counts'],
    [
      'with the name of another one',
      () => ({ name: 'On time for the first lesson' }),
      'The cohort has a shared measure of this name already.',
    ],
  ])('%s is refused beside the field', async (name, wrong, message) => {
    const id = await define(`Refused ${name}`);
    const before = everything();
    const response = await change(id, `Refused ${name}`, { definition: 'Other words.', ...wrong() });
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain(message);
    expect(everything()).toBe(before);
  });

  it('is not in force before the version it changes', async () => {
    const id = await define('In order');
    const second = { definition: 'Second.', newVersionFrom: day(10) };
    expect((await change(id, 'In order', second)).status).toBe(302);
    const before = everything();
    const third = { version: '2', definition: 'Third.', newVersionFrom: day(11) };
    const response = await change(id, 'In order', third);
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('Version 2 is in force from');
    expect(everything()).toBe(before);
  });

  it('meets another change with both versions side by side', async () => {
    const id = await define('Changed by two');
    expect((await change(id, 'Changed by two', { definition: 'Theirs.' })).status).toBe(302);
    const before = everythingButDrafts();
    const late = await change(id, 'Changed by two', { definition: 'Mine.' });
    expect(late.status).toBe(409);
    const page = await pageOf(late);
    for (const words of ['Another facilitator changed this', 'Theirs.', 'Mine.'])
      expect(page).toContain(words);
    expect(everythingButDrafts()).toBe(before);
    expect((await change(id, 'Changed by two', { definition: 'Mine.', overwrite: '2' })).status).toBe(302);
  });
});

describe('a second submit of the same form', () => {
  it('defines one shared measure', async () => {
    const id = uuidv7();
    const path = `/cohorts/${network.own.cohortId}/shared-measures/new`;
    const answers = await Promise.all([1, 2].map(() => facilitator.post(path, shared(id, 'Sent twice'))));
    expect(answers.map(({ status }) => status)).toEqual([302, 302]);
    const versions = await records.reader
      .select()
      .from(schema.sharedMeasureVersion)
      .where(eq(schema.sharedMeasureVersion.sharedMeasureId, id));
    expect(versions).toHaveLength(1);
  });
});

describe('a measure of the team’s own with the same name', () => {
  it('stands in the way of adopting, with a way on', async () => {
    const id = await define('Words of Own team');
    const offered = await pageOf(await member.get(`/measures/new?team=${network.own.teamId}`));
    expect(offered).toContain('Your team has a measure of its own with this name.');
    expect(offered).toContain(`/measures/${network.own.meanId}/edit`);
    const before = everything();
    const response = await member.post(`/teams/${network.own.teamId}/adoptions`, { sharedMeasureId: id });
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('Your team has a measure of its own named “Words of Own team”.');
    expect(everything()).toBe(before);
  });
});

describe('of an adopted measure the team changes', () => {
  const path = () => `/measures/${network.own.adoptedId}/edit`;
  const adopted = async () =>
    (
      await records.reader.select().from(schema.measure).where(eq(schema.measure.id, network.own.adoptedId))
    )[0];

  it('goal, goal date and collector', async () => {
    const page = await pageOf(await member.get(path()));
    expect(page).toContain('Your team adopted this measure as it is.');
    expect(page).toContain(`/cohorts/${network.own.cohortId}`);
    expect(page).not.toContain('Operational definition');
    const fields = { id: network.own.adoptedId, version: '1', goal: '90', goalOn: day(-60) };
    const collectorId = network.people.colleague.id;
    expect((await member.post(path(), { ...fields, collectorId })).status).toBe(302);
    expect(await adopted()).toMatchObject({ goal: 90, goalOn: day(-60), collectorId, version: 2 });
  });

  it('nothing else, whatever the form says', async () => {
    const before = await adopted();
    const crafted = {
      ...shared(network.own.adoptedId, 'Ours now', { kind: 'proportion', level: 'driver', unit: '' }),
      ...{ version: '2', definition: 'What we like.', groupIds: network.groups.el ?? '', goal: '91' },
    };
    expect((await member.post(path(), crafted)).status).toBe(302);
    expect(await adopted()).toEqual({ ...before, goal: 91, goalOn: null, collectorId: null, version: 3 });
    const page = await pageOf(await member.get(`/measures/${network.own.adoptedId}`));
    expect(page).toContain('In the room when the bell rings.');
    expect(page).not.toContain('What we like.');
    expect(page).not.toContain('English learners');
  });

  it('not over somebody else’s change, and to no impossible goal', async () => {
    const stale = await member.post(path(), { id: network.own.adoptedId, version: '1', goal: '5' });
    expect(stale.status).toBe(409);
    const page = await pageOf(stale);
    expect(page).toContain('Somebody in your team changed this');
    const before = everything();
    const fields = { id: network.own.adoptedId, version: '3', goal: '120' };
    const response = await member.post(path(), fields);
    expect(response.status).toBe(400);
    expect(await pageOf(response)).toContain('A percent lies from 0 to 100.');
    expect(everything()).toBe(before);
  });
});

describe('drafts of shared measures', () => {
  it('come back as they were typed', async () => {
    const id = await define('With a draft');
    const form = `shared-measure/${id}`;
    const fields = new URLSearchParams({ ...shared(id, 'Half typed'), version: '1' }).toString();
    expect((await facilitator.post(`/drafts/${uuidv7()}`, { form, fields })).status).toBe(200);
    const page = await pageOf(await facilitator.get(`/shared-measures/${id}/edit`));
    expect(page).toContain('Half typed');
    expect(page).toContain('Discard my changes');
    expect((await change(id, 'Whole')).status).toBe(302);
    expect(await pageOf(await facilitator.get(`/shared-measures/${id}/edit`))).not.toContain('Half typed');
  });
});
