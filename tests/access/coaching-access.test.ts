import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addCoaching } from '../factories/small-coaching';
import type { CoachingRecords } from '../factories/small-coaching';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInPeople } from '../support/signed-in';
import { visitor } from '../support/visitor';

/** What somebody is to the team whose coaching this is. */
type Standing = 'member' | 'coach' | 'facilitator' | 'administrator' | 'stranger';

const whiches = ['own', 'sameSchool', 'otherLea'] as const;
type Which = (typeof whiches)[number];

const standings: Partial<Record<Role, Partial<Record<Which, Standing>>>> = {
  member: { own: 'member' },
  colleague: { own: 'member' },
  otherTeamMember: { sameSchool: 'member' },
  otherLeaMember: { otherLea: 'member' },
  coach: { own: 'coach' },
  otherCoach: { otherLea: 'coach' },
  facilitator: { own: 'facilitator', sameSchool: 'facilitator' },
  otherFacilitator: { otherLea: 'facilitator' },
  administrator: { own: 'administrator', sameSchool: 'administrator', otherLea: 'administrator' },
};
const standingOf = (role: Role, which: Which): Standing => standings[role]?.[which] ?? 'stranger';

type Answers = Record<Standing, number>;
const forReaders: Answers = { member: 200, coach: 200, facilitator: 200, administrator: 404, stranger: 404 };
const forCoaches: Answers = { member: 403, coach: 200, facilitator: 403, administrator: 404, stranger: 404 };
const forAssigning: Answers = {
  ...{ member: 403, coach: 200, facilitator: 200, administrator: 200, stranger: 404 },
};

const pages: { name: string; path: (which: Which) => string; answers: Answers }[] = [
  { name: 'a team on one page', path: (w) => `/coaching/${network[w].teamId}`, answers: forReaders },
  {
    name: 'a nudge',
    path: (w) => `/coaching/${network[w].teamId}/nudges/new?cycle=${network[w].cycles.do}`,
    answers: forCoaches,
  },
  { name: 'handover', path: (w) => `/coaching/${network[w].teamId}/handover`, answers: forAssigning },
  { name: 'contacts', path: (w) => `/coaching/${network[w].teamId}/contacts`, answers: forReaders },
  { name: 'a review', path: (w) => `/cycles/${network[w].cycles.study}/review`, answers: forReaders },
  {
    name: 'an earlier review',
    path: (w) => `/cycles/${network[w].cycles.study}/review?review=${coaching[w].reviewId}`,
    answers: forReaders,
  },
  { name: 'progress', path: (w) => `/teams/${network[w].teamId}/progress`, answers: forReaders },
];

const followers: Role[] = ['coach', 'otherCoach', 'facilitator', 'otherFacilitator'];
const ownPages: { path: string; may: (role: Role) => boolean }[] = [
  { path: '/coaching', may: (role) => followers.includes(role) },
  { path: '/coaching?view=contact', may: (role) => followers.includes(role) },
  { path: '/inbox', may: () => true },
  { path: '/account/mail', may: () => true },
  { path: '/account/calendar', may: () => true },
  { path: '/admin/days-off', may: (role) => role === 'administrator' || /acilitator$/.test(role) },
  { path: '/admin/coaches', may: (role) => role === 'administrator' || /acilitator$/.test(role) },
  { path: '/admin/mail', may: (role) => role === 'administrator' },
];

let app: RunningApp;
let network: SmallNetwork;
const coaching = {} as Record<Which, CoachingRecords>;
const as = signedInPeople(() => ({ url: app.url, network }));

const told = ['Is our question too big?', 'Which students start sooner?', 'The ones who speak first.'];
const toldElsewhere = ['One number is enough.', 'Saw the frames.', 'Said by the coach.', 'Said by the team.'];

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      const { own, sameSchool, otherLea, people: named, today } = network;
      const now = Date.now();
      await database.inTransaction(async (tx) => {
        for (const [which, team, memberId, coachId] of [
          ['own', own, named.member.id, named.coach.id],
          ['sameSchool', sameSchool, named.otherTeamMember.id, named.coach.id],
          ['otherLea', otherLea, named.otherLeaMember.id, named.otherCoach.id],
        ] as const)
          coaching[which] = await addCoaching(tx, {
            ...{ teamId: team.teamId, cycleId: team.cycles.study, questionId: team.questions.study },
            ...{ memberId, coachId, today, now },
          });
      });
    },
  });
});
afterAll(() => app.remove());

describe.each(roles)('%s', (role) => {
  it.each(pages)('$name', async ({ path, answers }) => {
    for (const which of whiches) {
      const expected = answers[standingOf(role, which)];
      const response = await as(role).get(path(which));
      expect(response.status, `${which} ${path(which)}`).toBe(expected);
      if (expected === 200) continue;
      const text = await response.text();
      for (const words of [...told, ...toldElsewhere]) expect(text).not.toContain(words);
    }
  });

  it('page data follow the same rule as pages', async () => {
    for (const which of whiches) {
      const reads = forReaders[standingOf(role, which)] === 200;
      const text = await (await as(role).get(`/cycles/${network[which].cycles.study}/review.data`)).text();
      for (const words of told) expect(text.includes(words), `${which} ${words}`).toBe(reads);
      const story = await (await as(role).get(`/coaching/${network[which].teamId}.data`)).text();
      expect(story.includes('Saw the frames.'), which).toBe(reads);
      const progress = await (await as(role).get(`/teams/${network[which].teamId}/progress.data`)).text();
      expect(progress.includes('Said by the coach.'), which).toBe(reads);
    }
  });

  it('pages about nobody in particular', async () => {
    for (const { path, may } of ownPages)
      expect((await as(role).get(path)).status, path).toBe(may(role) ? 200 : 404);
  });

  it('endpoints that only take forms have no pages', async () => {
    expect((await as(role).get('/inbox/readings')).status).toBe(404);
  });
});

describe('an assignment that ends', () => {
  it('closes every door that day, for pages and for forms', async () => {
    const { otherCoach } = network.people;
    const { teamId, cycles } = network.otherLea;
    expect((await as('otherCoach').get(`/coaching/${teamId}`)).status).toBe(200);
    const records = app.look();
    await records.inTransaction(async (tx) => {
      await tx
        .update(schema.coachAssignment)
        .set({ endedOn: network.today })
        .where(eq(schema.coachAssignment.personId, otherCoach.id));
    });
    records.close();
    for (const path of [
      `/coaching/${teamId}`,
      `/cycles/${cycles.study}/review`,
      `/teams/${teamId}/progress`,
      `/coaching/${teamId}/nudges/new`,
      `/cycles/${cycles.study}/study`,
      '/coaching',
    ])
      expect((await as('otherCoach').get(path)).status, path).toBe(404);
    const answer = await as('otherCoach').post(`/coaching/${teamId}/contacts`, {
      ...{ id: coaching.own.contactId, kind: 'call', happenedOn: network.today, note: 'Still here?' },
    });
    expect(answer.status).toBe(404);
  });
});

describe('signed out', () => {
  it('every page asks to sign in and comes back to the very thing', async () => {
    for (const path of [...pages.map(({ path: of }) => of('own')), ...ownPages.map(({ path }) => path)]) {
      const response = await visitor(app.url).get(path);
      expect(response.status, path).toBe(302);
      expect(response.headers.get('Location')).toBe(
        `/sign-in?${new URLSearchParams({ to: path }).toString()}`,
      );
    }
  });

  it('secret addresses that are wrong lead nowhere', async () => {
    for (const path of ['/calendar/nothing', '/calendar/nothing.ics', '/unsubscribe/nothing'])
      expect((await visitor(app.url).get(path)).status, path).toBe(404);
  });
});
