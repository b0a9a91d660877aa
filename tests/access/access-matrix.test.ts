import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audiences } from '#db/vocabulary';
import type { Audience } from '#db/vocabulary';
import { makeSmallNetwork, roles } from '../factories/small-network';
import { addSynthesis } from '../factories/small-syntheses';
import type { Role, SmallNetwork, TeamRecords } from '../factories/small-network';
import { addPost, audiencesOf } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { visitor } from '../support/visitor';

/** Who reads a team's things (200), who reads but does not write (403), and for whom they are not there (404). */
type Reach = 'writes' | 'reads' | 'nothing';
type Which = 'own' | 'sameSchool' | 'otherLea';

const reach: Record<Role, Record<Which, Reach>> = {
  member: { own: 'writes', sameSchool: 'nothing', otherLea: 'nothing' },
  colleague: { own: 'writes', sameSchool: 'nothing', otherLea: 'nothing' },
  otherTeamMember: { own: 'nothing', sameSchool: 'writes', otherLea: 'nothing' },
  otherLeaMember: { own: 'nothing', sameSchool: 'nothing', otherLea: 'writes' },
  coach: { own: 'reads', sameSchool: 'nothing', otherLea: 'nothing' },
  otherCoach: { own: 'nothing', sameSchool: 'nothing', otherLea: 'reads' },
  facilitator: { own: 'reads', sameSchool: 'reads', otherLea: 'nothing' },
  otherFacilitator: { own: 'nothing', sameSchool: 'nothing', otherLea: 'reads' },
  sponsor: { own: 'nothing', sameSchool: 'nothing', otherLea: 'nothing' },
  otherSponsor: { own: 'nothing', sameSchool: 'nothing', otherLea: 'nothing' },
  administrator: { own: 'nothing', sameSchool: 'nothing', otherLea: 'nothing' },
};

/** Every page about a team, and whether it is for reading or only for the team's own writing. */
const teamPages: { path: (team: TeamRecords) => string; needs: 'read' | 'write' }[] = [
  { path: (team) => `/teams/${team.teamId}`, needs: 'read' },
  { path: (team) => `/teams/${team.teamId}/predictions`, needs: 'read' },
  { path: (team) => `/teams/${team.teamId}/aim`, needs: 'write' },
  { path: (team) => `/measures/new?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/measures/${team.proportionId}`, needs: 'read' },
  { path: (team) => `/measures/${team.proportionId}?gap`, needs: 'read' },
  { path: (team) => `/measures/${team.proportionId}/data-points`, needs: 'write' },
  { path: (team) => `/measures/${team.proportionId}/edit`, needs: 'write' },
  { path: (team) => `/measures/${team.adoptedId}`, needs: 'read' },
  { path: (team) => `/measures/${team.adoptedId}/edit`, needs: 'write' },
  { path: (team) => `/measures/${team.proportionId}/chart.svg`, needs: 'read' },
  { path: (team) => `/measures/${team.proportionId}/data.csv`, needs: 'read' },
  { path: (team) => `/imports/new?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/imports/new?team=${team.teamId}&measure=${team.proportionId}`, needs: 'write' },
  { path: (team) => `/imports/template?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/imports/${team.importId}?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/imports/${team.importId}/report?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/imports/${team.importId}/progress?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/data-points/${team.pointId}`, needs: 'read' },
  { path: (team) => `/cycles/new?team=${team.teamId}`, needs: 'write' },
  { path: (team) => `/cycles/${team.cycles.plan}/plan`, needs: 'read' },
  { path: (team) => `/cycles/${team.cycles.do}/do`, needs: 'read' },
  { path: (team) => `/cycles/${team.cycles.study}/study`, needs: 'read' },
  { path: (team) => `/cycles/${team.cycles.act}/act`, needs: 'read' },
  { path: (team) => `/cycles/${team.cycles.complete}/act`, needs: 'read' },
  { path: (team) => `/cycles/${team.cycles.do}/stop`, needs: 'write' },
  { path: (team) => `/posts/new?cycle=${team.cycles.complete}`, needs: 'write' },
  { path: (team) => `/posts/new?measure=${team.proportionId}`, needs: 'write' },
  { path: (team) => `/cycles/${team.cycles.study}/print`, needs: 'read' },
];

/** A cohort is its facilitators' to write, and its teams' members' and coaches' to read; two of the teams are in one. */
const cohortReach: Record<Role, Record<'one' | 'two', Reach>> = {
  member: { one: 'reads', two: 'nothing' },
  colleague: { one: 'reads', two: 'nothing' },
  otherTeamMember: { one: 'reads', two: 'nothing' },
  otherLeaMember: { one: 'nothing', two: 'reads' },
  coach: { one: 'reads', two: 'nothing' },
  otherCoach: { one: 'nothing', two: 'reads' },
  facilitator: { one: 'writes', two: 'nothing' },
  otherFacilitator: { one: 'nothing', two: 'writes' },
  sponsor: { one: 'nothing', two: 'nothing' },
  otherSponsor: { one: 'nothing', two: 'nothing' },
  administrator: { one: 'nothing', two: 'nothing' },
};

const cohortPages: { path: (team: TeamRecords) => string; needs: 'read' | 'write' }[] = [
  { path: (team) => `/cohorts/${team.cohortId}`, needs: 'read' },
  { path: (team) => `/cohorts/${team.cohortId}/shared-measures/new`, needs: 'write' },
  { path: (team) => `/shared-measures/${team.sharedMeasureId}/edit`, needs: 'write' },
  { path: (team) => `/syntheses/new?cohort=${team.cohortId}`, needs: 'write' },
];

/** Syntheses of the first cohort: a draft is its facilitators', a published one its audience's, with its sponsors. */
const synthesisKinds = ['draft', 'cohort', 'network'] as const;
type SynthesisKind = (typeof synthesisKinds)[number];
const inCohortOne: Role[] = ['member', 'colleague', 'otherTeamMember', 'coach', 'sponsor'];

function synthesisReach(role: Role, kind: SynthesisKind): Reach {
  if (role === 'facilitator') return 'writes';
  if (kind === 'draft') return 'nothing';
  return kind === 'network' || inCohortOne.includes(role) ? 'reads' : 'nothing';
}

const synthesisPages: { path: (id: string) => string; needs: 'read' | 'write' }[] = [
  { path: (id) => `/syntheses/${id}`, needs: 'read' },
  { path: (id) => `/syntheses/${id}/edit`, needs: 'write' },
];

function statusFor(has: Reach, needs: 'read' | 'write'): number {
  if (has === 'nothing') return 404;
  return needs === 'write' && has === 'reads' ? 403 : 200;
}

function expectedStatus(role: Role, which: Which, needs: 'read' | 'write'): number {
  return statusFor(reach[role][which], needs);
}

const readers: Role[] = [
  'member',
  'colleague',
  'otherTeamMember',
  'otherLeaMember',
  'coach',
  'otherCoach',
  'facilitator',
  'otherFacilitator',
];
const inviters: Role[] = ['facilitator', 'otherFacilitator', 'administrator'];
const moderators: Role[] = ['facilitator', 'otherFacilitator'];

/** Who reads a post of the first team, by what it is shared with; its school, LEA and cohort hold the same people. */
const closeBy: Role[] = ['member', 'colleague', 'coach', 'facilitator'];
const aroundIt: Role[] = [...closeBy, 'otherTeamMember', 'sponsor'];
const postReaders: Record<Audience, readonly Role[]> = {
  ...{ team: closeBy, school: aroundIt, lea: aroundIt, cohort: aroundIt, network: roles },
};
const posts = new Map<Audience, string>();

/** Pages that are not about one team; a 302 is the only team's own page. */
const ownPages: { path: string; status: (role: Role) => number[] }[] = [
  { path: '/', status: () => [200] },
  { path: '/log', status: () => [200] },
  { path: '/account', status: () => [200] },
  { path: '/teams', status: (role) => (readers.includes(role) ? [200, 302] : [404]) },
  { path: '/feed', status: () => [200] },
  { path: '/feed/readings', status: () => [404] },
  { path: '/measures', status: (role) => (readers.includes(role) ? [200] : [404]) },
  { path: '/ideas', status: () => [200] },
  { path: '/ideas/new', status: (role) => (/facilitator/i.test(role) ? [200] : [403]) },
  { path: '/ideas/01890000-0000-7000-8000-000000000000', status: () => [404] },
  { path: '/ideas/01890000-0000-7000-8000-000000000000/try', status: () => [404] },
  { path: '/posts/01890000-0000-7000-8000-000000000000/try', status: () => [404] },
  { path: '/admin/settings', status: (role) => (role === 'administrator' ? [200] : [404]) },
  { path: '/invitations', status: (role) => (inviters.includes(role) ? [200] : [404]) },
  { path: '/syntheses', status: () => [200] },
  { path: '/syntheses/new', status: (role) => (/acilitator$/.test(role) ? [200] : [404]) },
  { path: '/reports', status: (role) => (moderators.includes(role) ? [200] : [404]) },
  { path: '/no-such-page', status: () => [404] },
  { path: '/set-up', status: () => [404] },
  { path: '/drafts/01890000-0000-7000-8000-000000000000', status: () => [404] },
];

let app: RunningApp;
let network: SmallNetwork;
const syntheses: Record<SynthesisKind, string> = { draft: '', cohort: '', network: '' };
const as = signedInPeople(() => ({ url: app.url, network }));

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      const of = { cohortId: network.own.cohortId, by: network.people.facilitator.id };
      await database.inTransaction(async (tx) => {
        for (const kind of synthesisKinds) {
          const audience = kind === 'network' ? 'network' : 'cohort';
          const input = {
            ...of,
            title: `Synthesis, ${kind}`,
            audience,
            isPublished: kind !== 'draft',
          } as const;
          syntheses[kind] = (await addSynthesis(tx, input)).synthesisId;
        }
        const origin = { teamId: network.own.teamId, authorId: network.people.member.id };
        const places = await audiencesOf(tx, network.own);
        for (const audience of audiences) {
          const shared = { audience, audienceId: places[audience], title: `A post for the ${audience}` };
          posts.set(audience, await addPost(tx, origin, shared));
        }
      });
    },
  });
});
afterAll(() => app.remove());

const whiches: Which[] = ['own', 'sameSchool', 'otherLea'];

describe.each(roles)('%s', (role) => {
  it.each(
    teamPages.map(({ path, needs }) => ({
      needs,
      path,
      name: path({ ...blank, cycles: { ...blank.cycles } }),
    })),
  )('$name', async ({ path, needs }) => {
    for (const which of whiches) {
      const response = await as(role).get(path(network[which]));
      expect(response.status, `${which} ${path(network[which])}`).toBe(expectedStatus(role, which, needs));
      if (response.status === 404)
        expect(await response.text()).not.toContain(
          which === 'otherLea' ? 'Far team' : which === 'own' ? 'Own team' : 'Next-door team',
        );
    }
  });

  it.each(cohortPages.map(({ path, needs }) => ({ path, needs, name: path(blank) })))(
    '$name',
    async ({ path, needs }) => {
      for (const [which, team] of [
        ['one', network.own],
        ['two', network.otherLea],
      ] as const) {
        const response = await as(role).get(path(team));
        expect(response.status, path(team)).toBe(statusFor(cohortReach[role][which], needs));
        if (response.status === 404) expect(await response.text()).not.toContain(`Cohort ${which}`);
      }
    },
  );

  it.each(synthesisPages.map(({ path, needs }) => ({ path, needs, name: path(':synthesis') })))(
    '$name',
    async ({ path, needs }) => {
      for (const kind of synthesisKinds) {
        const response = await as(role).get(path(syntheses[kind]));
        expect(response.status, `${kind} ${path(syntheses[kind])}`).toBe(
          statusFor(synthesisReach(role, kind), needs),
        );
        if (response.status === 404) expect(await response.text()).not.toContain(`Synthesis, ${kind}`);
      }
    },
  );

  it('harvesting and publishing have no pages of their own', async () => {
    for (const path of [
      `/syntheses/${syntheses.cohort}/publication`,
      `/cycles/${network.own.cycles.do}/harvests`,
      '/posts/01890000-0000-7000-8000-000000000000/harvests',
    ])
      expect((await as(role).get(path)).status, path).toBe(404);
  });

  it('a cycle of others is told of on a page, not as a bare word', async () => {
    for (const which of whiches) {
      const response = await as(role).get(`/cycles/${network[which].cycles.study}`);
      expect(response.status, which).toBe(reach[role][which] === 'nothing' ? 404 : 302);
      if (response.status === 404) expect(await response.text()).toContain('This page is not here');
    }
    const gone = await as(role).get('/inbox/01890000-0000-7000-8000-000000000000');
    expect(await gone.text()).toContain('This page is not here');
  });

  it('adopting has no page of its own', async () => {
    for (const which of whiches)
      expect((await as(role).get(`/teams/${network[which].teamId}/adoptions`)).status).toBe(404);
  });

  it('/posts/:post', async () => {
    for (const audience of audiences) {
      const may = postReaders[audience].includes(role);
      for (const ending of ['', '.data']) {
        const response = await as(role).get(`/posts/${posts.get(audience)}${ending}`);
        expect(response.status, audience + ending).toBe(may ? 200 : 404);
        expect((await response.text()).includes(`A post for the ${audience}`), audience).toBe(may);
      }
    }
  });

  it('pages about nobody in particular', async () => {
    for (const { path, status } of ownPages)
      expect(status(role), path).toContain((await as(role).get(path)).status);
  });

  it('the wall of measures shows those of readable teams only, and no other cohort', async () => {
    const text = await (await as(role).get('/measures')).text();
    for (const which of whiches) {
      const name = { own: 'Own team', sameSchool: 'Next-door team', otherLea: 'Far team' }[which];
      const readable = reach[role][which] !== 'nothing';
      expect(text.includes(`Words of ${name}`), which).toBe(readable);
    }
    for (const which of ['own', 'otherLea'] as const) {
      const cohort = await as(role).get(`/measures?cohort=${network[which].cohortId}`);
      const inCohort = which === 'own' ? (['own', 'sameSchool'] as const) : (['otherLea'] as const);
      const readable = inCohort.some((one) => reach[role][one] !== 'nothing');
      expect(cohort.status, `cohort of ${which}`).toBe(readable ? 200 : 404);
    }
  });

  it('page data follow the same rule as pages', async () => {
    for (const which of whiches) {
      const response = await as(role).get(`/cycles/${network[which].cycles.study}/study.data`);
      const text = await response.text();
      const name = `Idea in study of ${which === 'own' ? 'Own team' : which === 'sameSchool' ? 'Next-door team' : 'Far team'}`;
      expect(text.includes(name), which).toBe(reach[role][which] !== 'nothing');
    }
  });
});

describe('signed out', () => {
  it('every page asks to sign in and comes back', async () => {
    const nobody = visitor(app.url);
    for (const { path } of [...teamPages, ...cohortPages]) {
      const response = await nobody.get(path(network.own));
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe(
        `/sign-in?${new URLSearchParams({ to: path(network.own) }).toString()}`,
      );
    }
    for (const path of ['/', '/log', '/account', '/teams', '/invitations', '/feed', '/syntheses'])
      expect((await nobody.get(path)).status).toBe(302);
    for (const path of ['/reports', '/posts/any', '/ideas', '/ideas/new'])
      expect((await nobody.get(path)).status).toBe(302);
  });

  it('forms change nothing', async () => {
    const response = await visitor(app.url).post(`/cycles/${network.own.cycles.do}/stop`, {
      version: '1',
      reason: 'x',
    });
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toContain('/sign-in');
  });

  it('public pages answer', async () => {
    const nobody = visitor(app.url);
    for (const path of ['/sign-in', '/forgotten-password', '/reset-password/nothing', '/health', '/ready'])
      expect((await nobody.get(path)).status, path).toBe(200);
    for (const path of ['/join/nothing', '/set-up', '/sign-out', '/demo-sign-in'])
      expect((await nobody.get(path)).status, path).toBe(404);
    expect((await nobody.post('/demo-sign-in', { person: 'teacher' })).status).toBe(404);
  });
});

/** Ids only to name the rows of the matrix. */
const blank: TeamRecords = {
  ...{
    teamId: ':team',
    proportionId: ':measure',
    meanId: ':measure',
    pointId: ':point',
    importId: ':import',
    annotationId: ':annotation',
    phaseId: ':phase',
    draftId: ':draft',
    rampId: ':ramp',
  },
  ...{ taskId: ':task', observationId: ':observation' },
  ...{ cohortId: ':cohort', sharedMeasureId: ':sharedMeasure', adoptedId: ':adopted', offeredMeasureId: '' },
  cycles: {
    plan: ':cycle',
    do: ':cycle',
    study: ':cycle',
    act: ':cycle',
    complete: ':complete',
    stopped: ':stopped',
  },
  questions: { plan: '', do: '', study: '', act: '', complete: '', stopped: '' },
};
