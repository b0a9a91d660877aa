import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork, TeamRecords } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { visitor } from '../support/visitor';
import type { Visitor } from '../support/visitor';

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
  { path: (team) => `/measures/${team.proportionId}/edit`, needs: 'write' },
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
  { path: (team) => `/cycles/${team.cycles.study}/print`, needs: 'read' },
];

function expectedStatus(role: Role, which: Which, needs: 'read' | 'write'): number {
  const has = reach[role][which];
  if (has === 'nothing') return 404;
  return needs === 'write' && has === 'reads' ? 403 : 200;
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

/** Pages that are not about one team; a 302 is the only team's own page. */
const ownPages: { path: string; status: (role: Role) => number[] }[] = [
  { path: '/', status: () => [200] },
  { path: '/log', status: () => [200] },
  { path: '/account', status: () => [200] },
  { path: '/teams', status: (role) => (readers.includes(role) ? [200, 302] : [404]) },
  { path: '/invitations', status: (role) => (inviters.includes(role) ? [200] : [404]) },
  { path: '/no-such-page', status: () => [404] },
  { path: '/set-up', status: () => [404] },
  { path: '/drafts/01890000-0000-7000-8000-000000000000', status: () => [404] },
];

let app: RunningApp;
let network: SmallNetwork;
const people = new Map<Role, Visitor>();

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
    },
  });
  for (const role of roles) people.set(role, await signedInAs(app.url, network, role));
});
afterAll(() => app.remove());

const as = (role: Role): Visitor => people.get(role) ?? visitor(app.url);
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

  it('pages about nobody in particular', async () => {
    for (const { path, status } of ownPages)
      expect(status(role), path).toContain((await as(role).get(path)).status);
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
    for (const { path } of teamPages) {
      const response = await nobody.get(path(network.own));
      expect(response.status).toBe(302);
      expect(response.headers.get('Location')).toBe(
        `/sign-in?${new URLSearchParams({ to: path(network.own) }).toString()}`,
      );
    }
    for (const path of ['/', '/log', '/account', '/teams', '/invitations'])
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
    draftId: ':draft',
    rampId: ':ramp',
  },
  ...{ taskId: ':task', observationId: ':observation' },
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
