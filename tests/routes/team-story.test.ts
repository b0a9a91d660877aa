import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import * as schema from '#db/schema';
import { listPostsOfTeam } from '~/features/feed/reading/team-posts-queries.server';
import { loadTeamStory } from '~/features/coaching/story/load-team-story.server';
import { findCycleTeam } from '~/features/cycles/cycle-team-queries.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { addDays } from '~/lib/school-day';
import { openDatabase } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { makeSmallNetwork, roles, timeZone } from '../factories/small-network';
import type { Role, SmallNetwork } from '../factories/small-network';
import { addPost } from '../factories/small-posts';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { migrationsFolder } from '../support/test-database';
import { pageOf } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
const day = 86_400_000;

async function fill(tx: Connection): Promise<void> {
  const { own, people } = network;
  const { teamId } = own;
  const [member, coach] = [people.member.id, people.coach.id];
  const origin = { teamId, authorId: member };
  await addPost(tx, origin, { title: 'Frames work', sharedAt: Date.now() - 4 * day });
  await addPost(tx, origin, { title: 'Hidden frames', signature: 'school_hidden', signedAs: 'A team' });
  await addPost(tx, origin, { title: 'For ourselves', audience: 'team', audienceId: teamId });
  await addPost(tx, origin, { title: 'Taken back', standing: 'withdrawn' });
  const reviewId = uuidv7();
  await tx.insert(schema.review).values({
    ...{ id: reviewId, cycleId: own.cycles.do, teamId, stage: 'requested', asks: 'Is it small enough?' },
    ...{ cycleStage: 'do', requestedBy: member, beganAt: Date.now() - 2 * day },
  });
  const readId = uuidv7();
  await tx.insert(schema.review).values({
    ...{ id: readId, cycleId: own.cycles.complete, teamId, stage: 'returned', cycleStage: 'act' },
    ...{ coachId: coach, beganAt: Date.now() - 9 * day, feedbackAt: Date.now() - 8 * day },
  });
  const written = { reviewId: readId, kind: 'ask' as const, stage: 'do' as const, authorId: coach };
  await tx.insert(schema.reviewComment).values([
    { id: uuidv7(), body: 'What surprised you?', writtenAt: 1, handedAt: 2, ...written },
    { id: uuidv7(), body: 'Not handed yet', writtenAt: 1, handedAt: null, ...written },
  ]);
  await tx.insert(schema.coachContact).values({
    ...{ id: uuidv7(), teamId, coachId: coach, kind: 'visit', happenedOn: addDays(network.today, -3) },
    ...{ note: 'Saw the frames in use.', notedAt: Date.now() },
  });
  await tx.insert(schema.nudge).values({
    ...{
      id: uuidv7(),
      teamId,
      coachId: coach,
      week: '2025-01-06',
      body: 'How are you?',
      path: `/teams/${teamId}`,
    },
    sentAt: Date.now() - 20 * day,
  });
  const before = uuidv7();
  await tx.insert(schema.coachAssignment).values({
    ...{ id: before, personId: people.otherCoach.id, teamId },
    ...{ beganOn: '2025-01-06', endedOn: addDays(network.today, -10) },
  });
  await tx.insert(schema.coachHandover).values({
    ...{ id: uuidv7(), assignmentId: before, teamId, nextCoachId: coach, note: 'Short calls on Tuesdays.' },
    ...{ handedOverBy: people.otherCoach.id, handedOverAt: Date.now() - 10 * day },
  });
  await tx
    .update(schema.coachAssignment)
    .set({ beganOn: addDays(network.today, -10) })
    .where(eq(schema.coachAssignment.personId, coach));
}

beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(fill);
    },
  });
});
afterAll(() => app.remove());

const path = () => `/coaching/${network.own.teamId}`;
async function pageAs(role: Role, more = ''): Promise<string> {
  return pageOf(await (await signedInAs(app.url, network, role)).get(path() + more));
}

describe('a team on one page', () => {
  it('is for the team, its coaches of today and its facilitators', async () => {
    const readers = ['member', 'colleague', 'coach', 'facilitator'];
    for (const role of roles) {
      const person = await signedInAs(app.url, network, role);
      expect((await person.get(path())).status, role).toBe(readers.includes(role) ? 200 : 404);
    }
    const coach = await signedInAs(app.url, network, 'coach');
    expect((await coach.get(`/coaching/${network.sameSchool.teamId}`)).status).toBe(404);
    expect((await coach.get(`/coaching/${uuidv7()}`)).status).toBe(404);
  });

  it('holds aim, measures, cycles, predictions, reviews, tasks, contacts and handovers', async () => {
    const page = await pageAs('coach');
    for (const words of [
      'Aim of Own team',
      'Paragraphs of Own team',
      'Idea in do of Own team',
      'Will it work in complete?',
      'Member Person asked',
      'Coach Person sent it back',
      'One question, not settled yet.',
      'Copy the frames',
      'Saw the frames in use.',
      'How are you?',
      'The story so far',
      'Coach Person followed OtherCoach Person as the team’s coach.',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Not handed yet');
    expect(page).not.toContain('Next-door team');
  });

  it('begins with what the reader can do next', async () => {
    const coach = await pageAs('coach');
    expect(coach).toContain('Member Person asks for your review of cycle 1 of “Idea in do of Own team”');
    expect(coach).toContain(`/cycles/${network.own.cycles.do}/review`);
    expect(coach).toContain('Write a nudge');
    expect(coach).toContain('What OtherCoach Person would like you to know');
    const member = await pageAs('member');
    expect(member).toContain('Coach Person read cycle 1 of “Idea in complete of Own team”');
    const facilitator = await pageAs('facilitator');
    expect(facilitator).toContain('Who coaches this team');
    for (const page of [member, facilitator]) {
      expect(page).not.toContain('Write a nudge');
      expect(page).not.toContain('would like you to know');
    }
  });

  it('shows followers what was shared by name, and the team all of its own', async () => {
    const member = await pageAs('member');
    for (const title of ['Frames work', 'Hidden frames', 'For ourselves']) expect(member).toContain(title);
    for (const role of ['coach', 'facilitator'] as const) {
      const page = await pageAs(role);
      for (const title of ['Frames work', 'For ourselves']) expect(page).toContain(title);
      expect(page).not.toContain('Hidden frames');
    }
    expect(member).not.toContain('Taken back');
  });

  it('is linked from the team’s page, for those who follow it', async () => {
    const coach = await signedInAs(app.url, network, 'coach');
    expect(await pageOf(await coach.get(`/teams/${network.own.teamId}`))).toContain(`href="${path()}"`);
  });

  it('goes back in time by address, whatever is typed there', async () => {
    expect(await pageAs('coach', `?before=${network.today}`)).toContain('The story so far');
    expect(await pageAs('coach', '?before=2020-01-01')).toContain('Nothing further back.');
    expect(await pageAs('coach', '?before=tomorrow')).toContain('Coach Person visited the team');
  });

  it('asks the database a bounded number of times', async () => {
    let statements = 0;
    const logger = { logQuery: () => (statements += 1) };
    const database = openDatabase(`${app.folder}/boldline.db`, migrationsFolder, logger);
    const { id, name, email } = network.people.coach;
    const { today, own } = network;
    const ask = async () => {
      const db = database.reader;
      const actor = await loadActor(db, { id, name, email }, today);
      const team = await findCycleTeam(db, actor, own.teamId, today);
      if (!team) throw new Error('The team is not there');
      const posts = await listPostsOfTeam(db, actor, own.teamId);
      const asked = { team, posts, before: null, rules: 'anhoj' as const, timeZone, today };
      statements = 0;
      await loadTeamStory(db, actor, asked);
      return statements;
    };
    await ask();
    const few = await ask();
    await database.inTransaction(async (tx) => {
      for (let number = 2; number < 40; number += 1)
        await tx.insert(schema.cycle).values({
          ...{ id: uuidv7(), rampId: own.rampId, teamId: own.teamId, number, objective: 'More' },
          ...{
            scale: 'one_class',
            plannedStart: today,
            plannedEnd: today,
            stage: 'do',
            createdAt: Date.now(),
          },
          createdBy: network.people.member.id,
        });
    });
    expect(await ask()).toBe(few);
    expect(few).toBeLessThanOrEqual(26);
    database.close();
  });

  it('shows no more contacts than a page holds, however many are noted', async () => {
    const { own, people, today } = network;
    const database = app.look();
    await database.inTransaction(async (tx) => {
      for (let number = 0; number < 3000; number += 1)
        await tx.insert(schema.coachContact).values({
          ...{ id: uuidv7(), teamId: own.teamId, coachId: people.coach.id, kind: 'call', notedAt: number },
          ...{
            happenedOn: addDays(today, -20 - Math.floor(number / 30)),
            note: `Call ${number} ${'x'.repeat(300)}`,
          },
        });
    });
    database.close();
    const coach = await signedInAs(app.url, network, 'coach');
    const page = await pageOf(await coach.get(path()));
    expect(page.length).toBeLessThan(300_000);
    let next = /href="([^"]*before=[^"]*)"/.exec(page)?.[1]?.split('#')[0];
    let [pages, told] = [1, 0];
    const seen = new Set<string>();
    while (next !== undefined && pages < 120) {
      const older = await pageOf(await coach.get(next));
      expect(older.length).toBeLessThan(300_000);
      const story = older.slice(older.indexOf('The story so far'));
      for (const [words] of story.matchAll(/Call \d+ /g)) seen.add(words);
      const links = [...story.matchAll(/href="([^"]*before=[^"]*)"/g)].map(([, link]) => link?.split('#')[0]);
      const further = links.find((link) => link !== undefined && link < (next ?? ''));
      [pages, told] = [pages + 1, seen.size];
      next = further;
    }
    expect(told).toBeGreaterThan(2900);
  });
});
