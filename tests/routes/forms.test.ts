import { v7 as uuidv7 } from 'uuid';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;
let colleague: Visitor;
let records: Database;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  member = await signedInAs(app.url, network, 'member');
  colleague = await signedInAs(app.url, network, 'colleague');
  records = app.look();
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const swd = () => network.groups.swd ?? '';
const newCycle = (id: string) => ({
  ...{
    id,
    version: '0',
    changeIdea: 'Word bank',
    scale: 'small_group',
    plannedStart: addDays(network.today, -7),
    plannedEnd: addDays(network.today, 7),
    step: 'begin',
  },
  ...{
    'questions[0].question': 'Will it help?',
    'questions[0].series': `${network.own.proportionId}/${swd()}`,
    'questions[0].expects': 'at_least',
    'questions[0].expectedValue': '60',
    'questions[0].because': 'words are there',
    'questions[0].confidence': '4',
  },
});

describe('a second submit of the same form', () => {
  it('begins one cycle', async () => {
    const id = uuidv7();
    const path = `/cycles/new?team=${network.own.teamId}`;
    const answers = await Promise.all([
      member.post(path, newCycle(id)),
      member.post(path, newCycle(id)),
      colleague.post(path, newCycle(id)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
    expect(await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, id))).toHaveLength(1);
    expect(
      await records.reader
        .select()
        .from(schema.learningQuestion)
        .where(eq(schema.learningQuestion.cycleId, id)),
    ).toHaveLength(1);
  });

  it('logs one number, adds one observation, one measure', async () => {
    const point = {
      id: uuidv7(),
      measureId: network.own.meanId,
      groupId: swd(),
      date: addDays(network.today, -60),
      value: '44',
    };
    await Promise.all([member.post('/log', point), member.post('/log', point)]);
    const points = await records.reader
      .select()
      .from(schema.dataPoint)
      .where(eq(schema.dataPoint.id, point.id));
    expect(points).toHaveLength(1);
    expect(points[0]?.version).toBe(1);
    const seen = {
      observationId: uuidv7(),
      kind: 'observation',
      text: 'They asked for more',
      observedOn: network.today,
    };
    await Promise.all([1, 2, 3].map(() => member.post(`/cycles/${network.own.cycles.do}/do`, seen)));
    expect(
      await records.reader
        .select()
        .from(schema.observation)
        .where(eq(schema.observation.id, seen.observationId)),
    ).toHaveLength(1);
    const measure = {
      id: uuidv7(),
      version: '0',
      name: 'Prompts',
      level: 'driver',
      kind: 'rate',
      direction: 'decrease',
      definition: 'Each prompt',
      frequency: 'weekly',
      groupIds: swd(),
    };
    const path = `/measures/new?team=${network.own.teamId}`;
    expect(
      (await Promise.all([member.post(path, measure), member.post(path, measure)])).map(
        ({ status }) => status,
      ),
    ).toEqual([302, 302]);
  });

  it('adapts once: one successor, and the second answer leads to it', async () => {
    const nextCycleId = uuidv7();
    const act = { version: '1', nextCycleId, decision: 'adapt', why: 'Try the whole class' };
    const path = `/cycles/${network.own.cycles.act}/act`;
    const answers = await Promise.all([member.post(path, act), member.post(path, act)]);
    expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([
      `/cycles/${nextCycleId}/plan`,
      `/cycles/${nextCycleId}/plan`,
    ]);
    const next = await records.reader
      .select()
      .from(schema.cycle)
      .where(eq(schema.cycle.parentId, network.own.cycles.act));
    expect(next.map(({ id, number }) => [id, number])).toEqual([[nextCycleId, 2]]);
    const carried = await records.reader
      .select()
      .from(schema.learningQuestion)
      .where(eq(schema.learningQuestion.cycleId, nextCycleId));
    expect(
      carried.map(({ question, expectedValue, because, measureId }) => [
        question,
        expectedValue,
        because,
        measureId,
      ]),
    ).toEqual([['Will it work in act?', 60, 'they have a frame', network.own.proportionId]]);
  });
});

describe('two people edit one thing', () => {
  it('the second sees both versions of a plan, overwrites nothing, and may choose', async () => {
    const path = `/cycles/${network.own.cycles.plan}/plan`;
    const plan = (changeIdea: string) => ({
      ...newCycle(network.own.cycles.plan),
      version: '1',
      changeIdea,
      step: 'save',
    });
    expect((await colleague.post(path, plan('Theirs'))).status).toBe(302);
    const second = await member.post(path, plan('Mine'));
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('changed this while you were writing');
    expect(page).toContain('Theirs');
    expect(page).toContain('value="Mine"');
    const idea = async () =>
      (
        await records.reader
          .select({ idea: schema.ramp.changeIdea })
          .from(schema.ramp)
          .innerJoin(schema.cycle, eq(schema.cycle.rampId, schema.ramp.id))
          .where(eq(schema.cycle.id, network.own.cycles.plan))
      )[0]?.idea;
    expect(await idea()).toBe('Theirs');
    expect((await member.post(path, { ...plan('Mine'), overwrite: '2' })).status).toBe(302);
    expect(await idea()).toBe('Mine');
  });

  it('a stale Study, aim, measure or number is refused with both versions', async () => {
    const study = (learned: string) => ({
      version: '1',
      'answers[0].questionId': network.own.questions.study,
      'answers[0].verdict': 'partly',
      learned,
      step: 'save',
    });
    expect((await colleague.post(`/cycles/${network.own.cycles.study}/study`, study('Theirs'))).status).toBe(
      302,
    );
    expect((await member.post(`/cycles/${network.own.cycles.study}/study`, study('Mine'))).status).toBe(409);
    const aim = (what: string) => ({ version: '1', what, forWhom: 'x', howMuch: 'x', byWhen: network.today });
    expect((await colleague.post(`/teams/${network.own.teamId}/aim`, aim('Theirs'))).status).toBe(302);
    expect((await member.post(`/teams/${network.own.teamId}/aim`, aim('Mine'))).status).toBe(409);
    const measure = (name: string) => ({
      id: network.own.meanId,
      version: '1',
      name,
      level: 'driver',
      kind: 'mean',
      direction: 'increase',
      definition: 'Words on the Friday prompt.',
      frequency: 'weekly',
      groupIds: swd(),
    });
    expect((await colleague.post(`/measures/${network.own.meanId}/edit`, measure('Theirs'))).status).toBe(
      302,
    );
    expect((await member.post(`/measures/${network.own.meanId}/edit`, measure('Mine'))).status).toBe(409);
    const point = (numerator: string) => ({
      version: '1',
      date: addDays(network.today, -3),
      numerator,
      denominator: '8',
      intent: 'correct',
    });
    expect((await colleague.post(`/data-points/${network.own.pointId}`, point('5'))).status).toBe(302);
    expect((await member.post(`/data-points/${network.own.pointId}`, point('6'))).status).toBe(409);
  });
});

describe('the way through the stages', () => {
  it('there is no way into Do without a prediction, and nothing typed is lost', async () => {
    const id = uuidv7();
    const fields = {
      ...newCycle(id),
      'questions[0].expectedValue': '',
      'questions[0].because': '',
      'questions[0].confidence': '',
    };
    const response = await member.post(`/cycles/new?team=${network.own.teamId}`, fields);
    expect(response.status).toBe(400);
    const page = await response.text();
    for (const message of ['Which number do you expect?', 'Say why you expect it', 'How sure are you?'])
      expect(page).toContain(message);
    expect(page).toContain('Will it help?');
    expect(await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, id))).toEqual([]);
    expect(
      (await member.post(`/cycles/new?team=${network.own.teamId}`, { ...fields, step: 'save' })).status,
    ).toBe(302);
  });

  it('none past Study without a verdict on each question', async () => {
    const head = (
      await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, network.own.cycles.study))
    )[0];
    const response = await member.post(`/cycles/${network.own.cycles.study}/study`, {
      version: String(head?.version),
      'answers[0].questionId': network.own.questions.study,
      learned: 'x',
      step: 'finish',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('which of the three?');
    const now = (
      await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, network.own.cycles.study))
    )[0];
    expect([now?.stage, now?.version]).toEqual(['study', head?.version]);
  });

  it('going back is recorded with its reason', async () => {
    const head = (
      await records.reader.select().from(schema.cycle).where(eq(schema.cycle.id, network.own.cycles.study))
    )[0];
    const response = await member.post(`/cycles/${network.own.cycles.study}/returns`, {
      version: String(head?.version),
      to: 'do',
      reason: 'One more week',
    });
    expect(response.headers.get('Location')).toBe(`/cycles/${network.own.cycles.study}/do`);
    const changes = await records.reader
      .select()
      .from(schema.stageChange)
      .where(eq(schema.stageChange.cycleId, network.own.cycles.study));
    expect(changes.at(-1)).toMatchObject({
      fromStage: 'study',
      toStage: 'do',
      reason: 'One more week',
      changedBy: network.people.member.id,
    });
  });
});

describe('numbers', () => {
  const log = (fields: Record<string, string>) =>
    member.post('/log', {
      id: uuidv7(),
      measureId: network.own.proportionId,
      groupId: swd(),
      date: addDays(network.today, -90),
      ...fields,
    });

  it.each([
    ['more than the whole', { numerator: '9', denominator: '8' }, 'the first number is part of the second'],
    ['text', { numerator: 'five', denominator: '8' }, 'is not a number'],
    ['infinity', { numerator: 'Infinity', denominator: '8' }, 'is not a number'],
    ['out of range', { numerator: '1', denominator: '1e400' }, 'is not a number'],
    ['a negative', { numerator: '-1', denominator: '8' }, 'cannot be below 0'],
    ['nothing', { numerator: '', denominator: '8' }, 'Type how many'],
    ['a future date', { numerator: '1', denominator: '8', date: '2199-01-01' }, 'still to come'],
    [
      'a date that is none',
      { numerator: '1', denominator: '8', date: '2026-02-30' },
      'not a day of the calendar',
    ],
  ])('%s gets a message and is not stored', async (_name, fields, message) => {
    const before = await records.reader.select().from(schema.dataPoint);
    const response = await log(fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
    expect(await records.reader.select().from(schema.dataPoint)).toEqual(before);
  });

  it('a second number for the same day offers to replace and keeps the old one', async () => {
    const date = addDays(network.today, -91);
    expect((await log({ date, numerator: '3', denominator: '8' })).status).toBe(302);
    const second = await log({ date, numerator: '6', denominator: '8' });
    expect(second.status).toBe(409);
    expect((await log({ date, numerator: '6', denominator: '8', replaceVersion: '7' })).status).toBe(409);
    expect((await log({ date, numerator: '6', denominator: '8', replaceVersion: '1' })).status).toBe(302);
    const points = await records.reader
      .select()
      .from(schema.dataPoint)
      .where(eq(schema.dataPoint.date, date));
    expect(points.map(({ numerator, version }) => [numerator, version])).toEqual([[6, 2]]);
    const history = await records.reader
      .select()
      .from(schema.dataPointHistory)
      .where(eq(schema.dataPointHistory.date, date));
    expect(history.map(({ numerator, endedHow }) => [numerator, endedHow])).toEqual([[3, 'replaced']]);
  });
});

describe('drafts', () => {
  it('are kept, found again on the page, and seen by nobody else', async () => {
    const id = uuidv7();
    const form = `cycle-new/${network.own.teamId}`;
    const kept = await member.post(`/drafts/${id}.data`, {
      form,
      fields: 'changeIdea=Half+a+thought&scale=one_class',
    });
    expect(kept.status).toBe(200);
    expect(await (await member.get(`/cycles/new?team=${network.own.teamId}`)).text()).toContain(
      'value="Half a thought"',
    );
    expect(await (await colleague.get(`/cycles/new?team=${network.own.teamId}`)).text()).not.toContain(
      'Half a thought',
    );
    expect((await colleague.post(`/drafts/${id}`, { discard: '/' })).status).toBe(404);
    expect((await member.post(`/drafts/${id}`, { discard: '/' })).status).toBe(302);
    expect(await (await member.get(`/cycles/new?team=${network.own.teamId}`)).text()).not.toContain(
      'Half a thought',
    );
  });
});
