import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '~/lib/school-day';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork, TeamRecords } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { everythingIn } from '../support/everything-in';
import { uploadFile } from '../support/import-form';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let member: Visitor;
let coach: Visitor;
let facilitator: Visitor;

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        for (const { teamId, ...team } of [network.own, network.sameSchool, network.otherLea]) {
          const shared = { audience: 'team' as const, audienceId: teamId };
          const authorId = network.people.member.id;
          posts.set(teamId, await addPost(tx, { teamId, authorId, cycleId: team.cycles.complete }, shared));
        }
      });
    },
  });
  member = await signedInAs(app.url, network, 'member');
  coach = await signedInAs(app.url, network, 'coach');
  facilitator = await signedInAs(app.url, network, 'facilitator');
});
afterAll(() => app.remove());

type Attempt = {
  name: string;
  path: (team: TeamRecords) => string;
  fields: (team: TeamRecords) => Record<string, string | string[]>;
};

const measureFields = (id: string, groupId: string) => ({
  ...{
    id,
    version: '1',
    name: 'Taken over',
    level: 'outcome',
    kind: 'proportion',
    direction: 'increase',
    definition: 'x',
    frequency: 'weekly',
    groupIds: groupId,
  },
});
const planFields = (id: string, series: string) => ({
  ...{
    id,
    version: '1',
    changeIdea: 'Taken over',
    scale: 'one_class',
    plannedStart: '2026-01-05',
    plannedEnd: '2026-01-16',
    step: 'save',
  },
  ...{
    'questions[0].question': 'Mine now?',
    'questions[0].series': series,
    'questions[0].expects': 'at_least',
    'questions[0].expectedValue': '5',
    'questions[0].because': 'x',
    'questions[0].confidence': '3',
  },
});
const swd = () => network.groups.swd ?? '';
const shareFields = (id: string, series = '') => ({
  ...{ id, version: '0', kind: 'loss', title: 'Taken over', happened: 'It went down.', series },
  ...{ audience: 'network', signature: 'by_name', step: 'share', previewed: 'x' },
});
/** A post of each team, for its team and coaches, by name. */
const posts = new Map<string, string>();
const postOf = (team: TeamRecords) => posts.get(team.teamId) ?? '';

/** Every form of the product, with ids of the given team in its path and fields. */
const attempts: Attempt[] = [
  {
    name: 'log a number',
    path: () => '/log',
    fields: (team) => ({
      id: uuidv7(),
      measureId: team.proportionId,
      groupId: swd(),
      date: '2026-01-05',
      numerator: '1',
      denominator: '2',
    }),
  },
  {
    name: 'correct a number',
    path: (team) => `/data-points/${team.pointId}`,
    fields: () => ({ version: '1', date: '2026-01-05', numerator: '1', denominator: '2', intent: 'correct' }),
  },
  {
    name: 'delete a number',
    path: (team) => `/data-points/${team.pointId}`,
    fields: () => ({ version: '1', intent: 'delete' }),
  },
  {
    name: 'upload a file',
    path: (team) => `/imports/new?team=${team.teamId}&measure=${team.proportionId}`,
    fields: () => ({ file: 'date,numerator,denominator\n2026-01-05,1,2' }),
  },
  {
    name: 'import numbers',
    path: (team) => `/imports/${uuidv7()}?team=${team.teamId}`,
    fields: (team) => ({
      ...{ step: 'import', dateColumn: 'date', dateFormat: 'iso', group: `all:${swd()}` },
      ...{ 'measures[0].id': team.proportionId, 'measures[0].how': 'parts' },
    }),
  },
  {
    name: 'undo an import',
    path: (team) => `/imports/${team.importId}?team=${team.teamId}`,
    fields: () => ({ step: 'undo' }),
  },
  {
    name: 'type into the grid',
    path: (team) => `/measures/${team.proportionId}/data-points`,
    fields: () => ({ [`cell/2026-01-05/${swd()}`]: '1/2', [`was/2026-01-05/${swd()}`]: '' }),
  },
  {
    name: 'paste into the grid',
    path: (team) => `/measures/${team.proportionId}/data-points`,
    fields: () => ({ paste: '1/2\n2/2', from: `${addDays(network.today, -30)}/${swd()}` }),
  },
  {
    name: 'leave a point out',
    path: (team) => `/data-points/${team.pointId}`,
    fields: () => ({ intent: 'exclude', reason: 'x' }),
  },
  {
    name: 'note something on a chart',
    path: (team) => `/measures/${team.proportionId}`,
    fields: () => ({ intent: 'annotate', id: uuidv7(), kind: 'event', date: '2026-01-05', text: 'x' }),
  },
  {
    name: 'remove a note',
    path: (team) => `/measures/${team.meanId}`,
    fields: (team) => ({ intent: 'remove_annotation', annotationId: team.annotationId }),
  },
  {
    name: 'begin a phase',
    path: (team) => `/measures/${team.proportionId}`,
    fields: () => ({
      ...{ intent: 'begin_phase', id: uuidv7(), groupId: swd() },
      ...{ startsOn: addDays(network.today, -30), reason: 'x' },
    }),
  },
  {
    name: 'remove a phase',
    path: (team) => `/measures/${team.meanId}`,
    fields: (team) => ({ intent: 'remove_phase', phaseId: team.phaseId }),
  },
  {
    name: 'freeze a baseline',
    path: (team) => `/measures/${team.proportionId}`,
    fields: () => ({
      ...{ intent: 'freeze', id: uuidv7(), groupId: swd() },
      throughDate: addDays(network.today, -14),
    }),
  },
  {
    name: 'release a baseline',
    path: (team) => `/measures/${team.proportionId}`,
    fields: () => ({ intent: 'release', groupId: swd() }),
  },
  {
    name: 'change a measure',
    path: (team) => `/measures/${team.proportionId}/edit`,
    fields: (team) => measureFields(team.proportionId, swd()),
  },
  {
    name: 'add a measure',
    path: (team) => `/measures/new?team=${team.teamId}`,
    fields: () => measureFields(uuidv7(), swd()),
  },
  {
    name: 'change an adopted measure',
    path: (team) => `/measures/${team.adoptedId}/edit`,
    fields: (team) => ({ id: team.adoptedId, version: '1', goal: '5' }),
  },
  {
    name: 'adopt a shared measure',
    path: (team) => `/teams/${team.teamId}/adoptions`,
    fields: (team) => ({ sharedMeasureId: team.offeredMeasureId }),
  },
  {
    name: 'write the aim',
    path: (team) => `/teams/${team.teamId}/aim`,
    fields: () => ({ version: '1', what: 'x', forWhom: 'x', howMuch: 'x', byWhen: '2026-01-05' }),
  },
  {
    name: 'begin a cycle',
    path: (team) => `/cycles/new?team=${team.teamId}`,
    fields: (team) => planFields(uuidv7(), `${team.proportionId}/${swd()}`),
  },
  {
    name: 'begin a cycle that tries an idea',
    path: (team) => `/cycles/new?team=${team.teamId}&idea=${uuidv7()}`,
    fields: (team) => ({ ...planFields(uuidv7(), `${team.proportionId}/${swd()}`), withoutLink: 'yes' }),
  },
  {
    name: 'save a plan',
    path: (team) => `/cycles/${team.cycles.plan}/plan`,
    fields: (team) => planFields(team.cycles.plan, `${team.proportionId}/${swd()}`),
  },
  {
    name: 'save Do',
    path: (team) => `/cycles/${team.cycles.do}/do`,
    fields: () => ({ version: '1', carriedOut: 'no', step: 'finish' }),
  },
  {
    name: 'add an observation',
    path: (team) => `/cycles/${team.cycles.do}/do`,
    fields: () => ({ observationId: uuidv7(), kind: 'observation', text: 'x', observedOn: '2026-01-05' }),
  },
  {
    name: 'remove an observation',
    path: (team) => `/cycles/${team.cycles.do}/do`,
    fields: (team) => ({ removeObservation: team.observationId }),
  },
  {
    name: 'tick a task',
    path: (team) => `/cycles/${team.cycles.do}/do`,
    fields: (team) => ({ taskId: team.taskId, done: 'yes' }),
  },
  {
    name: 'save Study',
    path: (team) => `/cycles/${team.cycles.study}/study`,
    fields: (team) => ({
      version: '1',
      'answers[0].questionId': team.questions.study,
      'answers[0].verdict': 'partly',
      learned: 'x',
      step: 'finish',
    }),
  },
  {
    name: 'decide',
    path: (team) => `/cycles/${team.cycles.act}/act`,
    fields: () => ({ version: '1', nextCycleId: uuidv7(), decision: 'adapt', why: 'x' }),
  },
  {
    name: 'stop',
    path: (team) => `/cycles/${team.cycles.do}/stop`,
    fields: () => ({ version: '1', reason: 'x' }),
  },
  {
    name: 'go back',
    path: (team) => `/cycles/${team.cycles.study}/returns`,
    fields: () => ({ version: '1', to: 'plan' }),
  },
  {
    name: 'share a cycle',
    path: (team) => `/posts/new?cycle=${team.cycles.complete}`,
    fields: () => shareFields(uuidv7()),
  },
  {
    name: 'share a chart',
    path: (team) => `/posts/new?measure=${team.proportionId}`,
    fields: () => shareFields(uuidv7()),
  },
  {
    name: 'change a post',
    path: (team) => `/posts/${postOf(team)}/edit`,
    fields: (team) => shareFields(postOf(team)),
  },
  { name: 'withdraw a post', path: (team) => `/posts/${postOf(team)}/withdrawal`, fields: () => ({}) },
  {
    name: 'keep a draft',
    path: (team) => `/drafts/${team.draftId}`,
    fields: () => ({ form: 'aim/x', fields: 'what=stolen' }),
  },
  { name: 'discard a draft', path: (team) => `/drafts/${team.draftId}`, fields: () => ({ discard: '/' }) },
];

/** The forms of a cohort, with ids of the given team's. */
const cohortAttempts: Attempt[] = [
  {
    name: 'define a shared measure',
    path: (team) => `/cohorts/${team.cohortId}/shared-measures/new`,
    fields: () => measureFields(uuidv7(), swd()),
  },
  {
    name: 'change a shared measure',
    path: (team) => `/shared-measures/${team.sharedMeasureId}/edit`,
    fields: (team) => measureFields(team.sharedMeasureId, swd()),
  },
];

const file = () => join(app.folder, 'boldline.db');

describe('ids of another team are not found, and nothing changes', () => {
  it.each(attempts)('$name', async ({ path, fields }) => {
    for (const team of [network.sameSchool, network.otherLea]) {
      const before = everythingIn(file());
      expect((await member.post(path(team), fields(team))).status).toBe(404);
      expect((await member.post(`${path(team).replace(/(\?|$)/, '.data$1')}`, fields(team))).status).toBe(
        404,
      );
      expect(everythingIn(file())).toBe(before);
    }
  });
});

describe('a coach reads and changes nothing', () => {
  it.each(attempts.filter(({ name }) => !name.includes('draft')))('$name', async ({ path, fields }) => {
    const before = everythingIn(file());
    expect((await coach.post(path(network.own), fields(network.own))).status).toBe(403);
    expect(everythingIn(file())).toBe(before);
  });
});

describe('the forms of a cohort', () => {
  it.each(cohortAttempts)('$name: another cohort’s is not found', async ({ path, fields }) => {
    for (const visitor of [member, coach, facilitator]) {
      const before = everythingIn(file());
      expect((await visitor.post(path(network.otherLea), fields(network.otherLea))).status).toBe(404);
      expect(everythingIn(file())).toBe(before);
    }
  });

  it.each(cohortAttempts)('$name: who reads the cohort changes nothing', async ({ path, fields }) => {
    for (const visitor of [member, coach]) {
      const before = everythingIn(file());
      expect((await visitor.post(path(network.own), fields(network.own))).status).toBe(403);
      expect(everythingIn(file())).toBe(before);
    }
  });

  it('another cohort’s measure changed through one’s own, or its id taken', async () => {
    const before = everythingIn(file());
    const foreign = measureFields(network.otherLea.sharedMeasureId, swd());
    expect(
      (await facilitator.post(`/shared-measures/${network.own.sharedMeasureId}/edit`, foreign)).status,
    ).toBe(404);
    expect(
      (await facilitator.post(`/cohorts/${network.own.cohortId}/shared-measures/new`, foreign)).status,
    ).toBe(404);
    expect(everythingIn(file())).toBe(before);
  });
});

describe('ids of another team inside a form of one’s own', () => {
  const refused = async (path: string, fields: Record<string, string | string[]>, statuses: number[]) => {
    const before = everythingIn(file());
    expect(statuses).toContain((await member.post(path, fields)).status);
    expect(everythingIn(file())).toBe(before);
  };

  it('a question resting on another team’s measure', () =>
    refused(
      `/cycles/${network.own.cycles.plan}/plan`,
      planFields(network.own.cycles.plan, `${network.otherLea.proportionId}/${swd()}`),
      [400],
    ));
  it('a data plan with another team’s measure', () =>
    refused(
      `/cycles/${network.own.cycles.plan}/plan`,
      { ...planFields(network.own.cycles.plan, ''), 'dataPlan[0].measureId': network.sameSchool.meanId },
      [400],
    ));
  it('a question id of another team’s cycle', () =>
    refused(
      `/cycles/${network.own.cycles.plan}/plan`,
      { ...planFields(network.own.cycles.plan, ''), 'questions[0].id': network.otherLea.questions.plan },
      [404],
    ));
  it('a task id of another team’s cycle', () =>
    refused(
      `/cycles/${network.own.cycles.plan}/plan`,
      {
        ...planFields(network.own.cycles.plan, ''),
        'tasks[0].id': network.otherLea.taskId,
        'tasks[0].what': 'x',
      },
      [404],
    ));
  it('another cycle’s id in the plan', () =>
    refused(`/cycles/${network.own.cycles.plan}/plan`, planFields(network.otherLea.cycles.plan, ''), [404]));
  it('a study answer to another team’s question', () =>
    refused(
      `/cycles/${network.own.cycles.study}/study`,
      {
        version: '1',
        'answers[0].questionId': network.otherLea.questions.study,
        'answers[0].verdict': 'partly',
        learned: 'x',
      },
      [404],
    ));
  it('a task of another team ticked through one’s own cycle', () =>
    refused(`/cycles/${network.own.cycles.do}/do`, { taskId: network.otherLea.taskId, done: 'yes' }, [404]));
  it('a note and a phase of another team, removed through one’s own chart', async () => {
    const { meanId } = network.own;
    const { annotationId, phaseId } = network.otherLea;
    await refused(`/measures/${meanId}`, { intent: 'remove_annotation', annotationId }, [404]);
    await refused(`/measures/${meanId}`, { intent: 'remove_phase', phaseId }, [404]);
  });
  it('a group the measure does not have, in the grid and on the chart', async () => {
    const groupId = network.groups.white ?? '';
    const path = `/measures/${network.own.proportionId}`;
    await refused(`${path}/data-points`, { [`cell/2026-01-05/${groupId}`]: '1/2' }, [404]);
    const phase = { intent: 'begin_phase', id: uuidv7(), startsOn: '2026-01-05', reason: 'x' };
    await refused(path, { ...phase, groupId }, [404]);
  });
  it('the id of another team’s note, for a note of one’s own', () =>
    refused(
      `/measures/${network.own.meanId}`,
      {
        ...{ intent: 'annotate', id: network.otherLea.annotationId },
        ...{ kind: 'event', date: '2026-01-05', text: 'x' },
      },
      [404],
    ));
  it('a chart of another team, or one pooled with it, on a post of one’s own', async () => {
    const path = `/posts/new?cycle=${network.own.cycles.complete}`;
    for (const team of [network.sameSchool, network.otherLea])
      await refused(path, shareFields(uuidv7(), `${team.proportionId}/${swd()}`), [400]);
    const own = shareFields(uuidv7(), `${network.own.proportionId}/${swd()}`);
    const before = everythingIn(file());
    await member.post(path, { ...own, pool: network.otherLea.proportionId });
    expect(everythingIn(file())).toBe(before);
  });
  it('the id of another team’s post, for a post of one’s own', () =>
    refused(`/posts/new?cycle=${network.own.cycles.complete}`, shareFields(postOf(network.otherLea)), [404]));
  it('a shared measure of another cohort', () =>
    refused(
      `/teams/${network.own.teamId}/adoptions`,
      { sharedMeasureId: network.otherLea.offeredMeasureId },
      [404],
    ));
  it('a collector from another team, for an adopted measure', () =>
    refused(
      `/measures/${network.own.adoptedId}/edit`,
      { id: network.own.adoptedId, version: '1', collectorId: network.people.otherLeaMember.id },
      [400],
    ));
  it('another team’s adopted measure in the form of one’s own', () =>
    refused(
      `/measures/${network.own.adoptedId}/edit`,
      { id: network.otherLea.adoptedId, version: '1', goal: '5' },
      [404],
    ));
  it('another team’s import undone through one’s own team', () =>
    refused(`/imports/${network.otherLea.importId}?team=${network.own.teamId}`, { step: 'undo' }, [404]));
  it('another team’s import and report opened through one’s own team', async () => {
    for (const part of ['', '/report']) {
      const path = `/imports/${network.sameSchool.importId}${part}?team=${network.own.teamId}`;
      expect((await member.get(path)).status).toBe(404);
    }
  });
  it('a file for another team’s measure', () =>
    refused(
      `/imports/new?team=${network.own.teamId}&measure=${network.sameSchool.proportionId}`,
      { file: 'x' },
      [404],
    ));
  it('another team’s measure, or a group of no measure, in the mapping of a file', async () => {
    const at = await uploadFile(
      member,
      `team=${network.own.teamId}&measure=${network.own.meanId}`,
      'x.csv',
      'date,value\n2026-01-05,3',
    );
    const foreignFields: Record<string, string>[] = [
      {
        'measures[0].id': network.otherLea.meanId,
        'measures[0].how': 'value',
        'measures[0].column': 'value',
      },
      { group: `all:${network.groups.el}` },
    ];
    for (const foreign of foreignFields)
      for (const step of ['read', 'import'])
        await refused(at.path, { ...at.fields, ...foreign, step }, [404]);
  });
  it('a collector from another team', () =>
    refused(
      `/measures/${network.own.proportionId}/edit`,
      { ...measureFields(network.own.proportionId, swd()), collectorId: network.people.otherLeaMember.id },
      [400],
    ));
  it('a group that is not the measure’s', () =>
    refused(
      '/log',
      {
        id: uuidv7(),
        measureId: network.own.meanId,
        groupId: network.groups.el ?? '',
        date: '2026-01-05',
        value: '3',
      },
      [404],
    ));
  it('an id already taken by another team’s cycle', () =>
    refused(`/cycles/new?team=${network.own.teamId}`, planFields(network.otherLea.cycles.plan, ''), [404]));
  it('a successor id already taken', () =>
    refused(
      `/cycles/${network.own.cycles.act}/act`,
      { version: '1', nextCycleId: network.otherLea.cycles.plan, decision: 'adapt', why: 'x' },
      [404],
    ));
});
