import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { loadPooledSeries } from '~/features/cohorts/pooled/pooled-queries.server';
import { addDays, mondayOf } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { instantOfWallClock } from '~/lib/wall-clock';
import { makeSmallNetwork, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

const people = [
  ...(['facilitator', 'otherFacilitator', 'member', 'coach'] as const),
  ...(['sponsor', 'administrator'] as const),
];
const lists = ['cycles', 'ramps', 'predictions', 'times', 'quiet'];
const files = ['participation', 'figures', 'cycles', 'ramps', 'predictions', 'quiet', 'feedback', 'measures'];

let app: RunningApp;
let network: SmallNetwork;
let extraTeams: string[] = [];
const as = new Map<Role, Visitor>();
const by = (role: (typeof people)[number]): Visitor => {
  const known = as.get(role);
  if (!known) throw new Error(`${role} is not signed in`);
  return known;
};

/** Writes in the database as a page would have, and gives what `look` finds. */
async function inDatabase<T>(work: (tx: Connection) => Promise<T>): Promise<T> {
  const database = app.look();
  const result = await database.inTransaction(work);
  database.close();
  return result;
}

/** Sixty more teams of schools of their own in the first cohort, each with its numbers of the shared measure. */
async function addTeams(tx: Connection, made: SmallNetwork): Promise<string[]> {
  const [lea] = await tx.select().from(schema.lea).limit(1);
  const author = made.people.facilitator.id;
  const ids: string[] = [];
  for (let place = 0; place < 60; place += 1) {
    const [schoolId, teamId, measureId] = [uuidv7(), uuidv7(), uuidv7()];
    const two = String(place).padStart(2, '0');
    await tx
      .insert(schema.school)
      .values({ id: schoolId, leaId: lea?.id ?? '', name: `Extra school ${two}` });
    await tx
      .insert(schema.team)
      .values({ id: teamId, schoolId, name: `=Extra ${two}`, createdAt: Date.now() - 45 * 86_400_000 });
    await tx.insert(schema.cohortTeam).values({ id: uuidv7(), cohortId: made.own.cohortId, teamId });
    await tx.insert(schema.measure).values({
      ...{ id: measureId, teamId, name: 'On time', level: 'balancing', kind: 'proportion', unit: '%' },
      ...{ direction: 'increase', frequency: 'monthly', sharedMeasureId: made.own.sharedMeasureId },
      ...{ createdBy: author, createdAt: Date.now() },
    });
    await tx
      .insert(schema.measureGroup)
      .values({ id: uuidv7(), measureId, groupId: made.groups.swd ?? '', position: 0 });
    // The first four count enough students; the others too few.
    await tx.insert(schema.dataPoint).values({
      ...{ id: uuidv7(), measureId, groupId: made.groups.swd ?? '', kind: 'proportion' },
      ...{ date: addDays(made.today, -45), numerator: place < 4 ? 6 : 7, denominator: place < 4 ? 12 : 9 },
      ...{ recordedBy: author, recordedAt: Date.now() - 45 * 86_400_000 },
    });
    ids.push(teamId);
  }
  return ids;
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      extraTeams = await database.inTransaction((tx) => addTeams(tx, network));
    },
  });
  for (const role of people) as.set(role, await signedInAs(app.url, network, role));
});
afterAll(() => app.remove());

const cohortPath = () => `/cohorts/${network.own.cohortId}`;
const read = async (path: string, role: (typeof people)[number] = 'facilitator') => {
  const response = await by(role).get(path);
  expect(response.status, path).toBe(200);
  return pageOf(response);
};
/** The number that a figure's link carries. */
const figuresOf = (page: string, list: string) =>
  [...page.matchAll(new RegExp(`href="(/cohorts/[^"]*/${list}\\?[^"]*)"[^>]*>`, 'g'))].map((match) =>
    (match[1] ?? '').replaceAll('&amp;', '&'),
  );

describe('who sees it', () => {
  it('its own facilitators', async () => {
    const page = await read(cohortPath());
    expect(page).toContain('Teams and weeks');
    expect(page).toContain('figure-cycles');
    for (const list of [...lists, 'measures']) await read(`${cohortPath()}/${list}`);
    for (const file of files) {
      const response = await by('facilitator').get(`${cohortPath()}/${file}.csv`);
      expect(response.status, file).toBe(200);
      expect(response.headers.get('Content-Type')).toContain('text/csv');
    }
    await read(`${cohortPath()}/teams/${network.own.teamId}`);
  });

  it('nobody else: members and coaches read the cohort without the glance', async () => {
    for (const role of ['member', 'coach'] as const) {
      const page = await read(cohortPath(), role);
      expect(page).toContain('Shared measures');
      for (const hidden of ['Teams and weeks', 'figure-cycles', 'figure-quiet'])
        expect(page).not.toContain(hidden);
      const measures = await read(`${cohortPath()}/measures`, role);
      expect(measures).not.toContain('In each team');
    }
  });

  it('lists, files and weeks are not there for anybody else', async () => {
    const paths = [
      ...lists.map((list) => `${cohortPath()}/${list}`),
      ...files.map((file) => `${cohortPath()}/${file}.csv`),
      `${cohortPath()}/teams/${network.own.teamId}`,
    ];
    for (const role of people.filter((one) => one !== 'facilitator'))
      for (const path of paths) expect((await by(role).get(path)).status, `${role} ${path}`).toBe(404);
    for (const role of ['otherFacilitator', 'sponsor', 'administrator'] as const)
      for (const path of [cohortPath(), `${cohortPath()}/measures`])
        expect((await by(role).get(path)).status, `${role} ${path}`).toBe(404);
  });

  it('no team of another cohort through its own', async () => {
    const path = `${cohortPath()}/teams/${network.otherLea.teamId}`;
    expect((await by('facilitator').get(path)).status).toBe(404);
    const cycles = await (await by('facilitator').get(`${cohortPath()}/cycles.csv`)).text();
    expect(cycles).toContain('Own team');
    expect(cycles).not.toContain('Far team');
  });
});

describe('teams and weeks', () => {
  const csvRows = async (query = '') => {
    const text = await (await by('facilitator').get(`${cohortPath()}/participation.csv${query}`)).text();
    return text.trim().split('\r\n').slice(1);
  };
  const weekOf = async (team: string) => {
    const monday = mondayOf(network.today);
    return (await csvRows('?search=' + encodeURIComponent(team))).find((row) => row.includes(`,${monday},`));
  };
  const post = async (signature: 'by_name' | 'team_hidden' | 'school_hidden', teamId: string) => {
    const id = uuidv7();
    await inDatabase(async (tx) => {
      await tx.insert(schema.post).values({
        ...{ id, kind: 'win', title: `A post ${signature}`, audience: 'network', audienceId: 'network' },
        ...{ signature, signedAs: 'A team', sharedAt: Date.now() - 1000 },
      });
      await tx.insert(schema.postOrigin).values({ postId: id, teamId, authorId: network.people.member.id });
    });
    return id;
  };

  it('has fifty teams to a page, and all of them in the file', async () => {
    const first = await read(cohortPath());
    const second = await read(`${cohortPath()}?page=2`);
    const teams = (page: string) => page.split('scope="row"').length;
    expect(first).toContain('Page 1 of 2');
    expect(second).toContain('Page 2 of 2');
    expect(teams(first)).toBeGreaterThan(teams(second));
    const rows = await csvRows();
    expect(rows.length % 62).toBe(0);
    // Names are text, never formulas.
    expect(rows.some((row) => row.includes(`'=Extra 07`))).toBe(true);
  });

  it('marks a post signed by name, and never one whose signature hides its team', async () => {
    const { teamId } = network.own;
    for (const signature of ['team_hidden', 'school_hidden'] as const) {
      const id = await post(signature, teamId);
      expect(await weekOf('Own team')).toMatch(/Own team,[\d-]+,yes,(yes|no),no,no,no$/);
      expect(await read(`${cohortPath()}/teams/${teamId}`)).not.toContain(id);
    }
    const shown = await post('by_name', teamId);
    expect(await weekOf('Own team')).toMatch(/Own team,[\d-]+,yes,(yes|no),yes,no,no$/);
    expect(await read(`${cohortPath()}/teams/${teamId}`)).toContain(`/posts/${shown}`);
  });

  it('marks a meeting that a member came to', async () => {
    await inDatabase(async (tx) => {
      const by = network.people.facilitator.id;
      const id = uuidv7();
      await tx.insert(schema.meeting).values({
        ...{ id, kind: 'cohort_huddle', cohortId: network.own.cohortId, title: 'The huddle' },
        ...{
          day: network.today,
          time: '15:30',
          timeZone: 'America/New_York',
          startsAt: Date.now(),
          minutes: 60,
        },
        ...{
          announcedAt: Date.now(),
          createdBy: by,
          createdAt: Date.now(),
          changedBy: by,
          changedAt: Date.now(),
        },
      });
      const personId = network.people.colleague.id;
      await tx
        .insert(schema.attendance)
        .values({ meetingId: id, personId, notedBy: personId, notedAt: Date.now() });
    });
    expect(await weekOf('Own team')).toMatch(/,yes,no$/);
    expect(await weekOf('Next-door')).toMatch(/,no,no$/);
    expect(await read(`${cohortPath()}/teams/${network.own.teamId}`)).toContain('The huddle');
  });
});

describe('every figure opens what it counts', () => {
  it('cycles, ramps and predictions', async () => {
    const page = await read(cohortPath());
    const figures = await (await by('facilitator').get(`${cohortPath()}/figures.csv`)).text();
    const sumOf = (figure: string) =>
      figures
        .split('\r\n')
        .filter((row) => row.startsWith(`${figure},`))
        .reduce((sum, row) => sum + Number(row.split(',').at(-1)), 0);
    for (const [list, word] of [
      ['cycles', 'cycle'],
      ['ramps', 'ramp'],
      ['predictions', 'prediction'],
    ] as const) {
      const links = figuresOf(page, list).filter((path) => !path.includes('confidence'));
      expect(links.length, list).toBeGreaterThan(0);
      let listed = 0;
      for (const path of links) {
        const found = new RegExp(`(\\d+) ${word}s?\\b`).exec(await read(path));
        listed += Number(found?.[1]);
      }
      expect(listed, list).toBe(sumOf(list));
      const all = await (await by('facilitator').get(`${cohortPath()}/${list}.csv`)).text();
      expect(all.trim().split('\r\n').length - 1, list).toBe(sumOf(list));
    }
  });

  it('requests to coaches of the days of its year, by the network’s clock', async () => {
    const { own, people: who, today } = network;
    const [first, last] = [addDays(today, -100), addDays(today, 100)];
    const asked = [
      ...[instantOfWallClock(first, '00:30', timeZone), instantOfWallClock(last, '23:30', timeZone)],
      ...[
        instantOfWallClock(addDays(first, -1), '23:30', timeZone),
        instantOfWallClock(addDays(last, 1), '00:30', timeZone),
      ],
    ];
    await inDatabase((tx) =>
      tx.insert(schema.review).values(
        asked.map((beganAt) => ({
          ...{ id: uuidv7(), cycleId: own.cycles.study, teamId: own.teamId, stage: 'done' as const },
          ...{ cycleStage: 'study' as const, requestedBy: who.member.id, beganAt: beganAt ?? 0 },
          endedAt: 1,
        })),
      ),
    );
    const file = await (await by('facilitator').get(`${cohortPath()}/feedback.csv`)).text();
    for (const day of [first, last]) expect(file).toContain(day);
    for (const day of [addDays(first, -1), addDays(last, 1)]) expect(file).not.toContain(day);
  });

  it('quiet teams, a row for each', async () => {
    const figures = await (await by('facilitator').get(`${cohortPath()}/figures.csv`)).text();
    const quiet = await (await by('facilitator').get(`${cohortPath()}/quiet.csv`)).text();
    const counted = /teams quiet for three weeks or more,today,(\d+)/.exec(figures)?.[1];
    expect(quiet.trim().split('\r\n').length - 1).toBe(Number(counted));
    expect(Number(counted)).toBe(extraTeams.length);
  });
});

describe('a cohort that has little yet', () => {
  /** A cohort of the facilitator, that begins in so many days, with a new team where one is wanted. */
  async function addCohort({ beginsIn, withTeam }: { beginsIn: number; withTeam: boolean }): Promise<string> {
    const [cohortId, teamId] = [uuidv7(), uuidv7()];
    const { today, people: who } = network;
    await inDatabase(async (tx) => {
      await tx.insert(schema.cohort).values({
        ...{ id: cohortId, name: `New cohort ${cohortId}`, startsOn: addDays(today, beginsIn) },
        endsOn: addDays(today, beginsIn + 200),
      });
      await tx
        .insert(schema.facilitatorAssignment)
        .values({ id: uuidv7(), personId: who.facilitator.id, cohortId });
      if (!withTeam) return;
      const [place] = await tx.select().from(schema.school).limit(1);
      await tx
        .insert(schema.team)
        .values({ id: teamId, schoolId: place?.id ?? '', name: 'A new team', createdAt: Date.now() });
      await tx.insert(schema.cohortTeam).values({ id: uuidv7(), cohortId, teamId });
    });
    return `/cohorts/${cohortId}`;
  }

  it('without a team says so once, with what to do, and draws no figures', async () => {
    const path = await addCohort({ beginsIn: 30, withTeam: false });
    const page = await read(path);
    expect(page).toContain('not begun yet. No team yet.');
    expect(page).toContain('Invite people');
    for (const missing of ['figure-cycles', 'Teams and weeks']) expect(page).not.toContain(missing);
    for (const list of [...lists, 'measures', 'reports']) await read(`${path}/${list}`);
    for (const file of files) expect((await by('facilitator').get(`${path}/${file}.csv`)).status).toBe(200);
  });

  it('without a cycle shows no rows of noughts', async () => {
    const path = await addCohort({ beginsIn: -10, withTeam: true });
    const page = await read(path);
    expect(page).toContain('No cycle in this cohort’s year yet.');
    expect(page).toContain('No prediction yet.');
    expect(page).not.toContain('In Plan');
    expect(page).toContain('One team is new: nothing noted yet.');
  });
});

describe('shared measures, pooled', () => {
  it('hold no team with fewer students than the minimum, for whoever reads the cohort', async () => {
    const pooled = await inDatabase((tx) =>
      loadPooledSeries(tx, network.own.cohortId, { minimum: 10, rules: 'anhoj', today: network.today }),
    );
    const series = pooled.find(({ sharedMeasureId }) => sharedMeasureId === network.own.sharedMeasureId);
    expect(series?.series[0]?.points).toMatchObject([{ show: '50%', teams: 4, leftOut: 56 }]);
    for (const role of ['facilitator', 'member', 'coach'] as const)
      expect(await read(`${cohortPath()}/measures?measure=${network.own.sharedMeasureId}`, role)).toContain(
        'Pooled over 4 teams; 56 are left out',
      );
    const csv = await (await by('facilitator').get(`${cohortPath()}/measures.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toMatch(/,50%,4\r\n$/);
  });

  it('follow a corrected number', async () => {
    const [first = ''] = extraTeams;
    await inDatabase(async (tx) => {
      const [one] = await tx
        .select({ id: schema.measure.id })
        .from(schema.measure)
        .where(and(eq(schema.measure.teamId, first)));
      await tx
        .update(schema.dataPoint)
        .set({ numerator: 0, version: 2, recordedAt: Date.now() })
        .where(eq(schema.dataPoint.measureId, one?.id ?? ''));
    });
    const csv = await (await by('facilitator').get(`${cohortPath()}/measures.csv`)).text();
    expect(csv).toMatch(/,38%,4\r\n$/);
  });
});
