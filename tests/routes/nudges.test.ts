import { eq } from 'drizzle-orm';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays, mondayOf } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { makeSmallNetwork, roles } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { everythingIn } from '../support/everything-in';
import { startApp } from '../support/running-app';
import type { RunningApp } from '../support/running-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let app: RunningApp;
let network: SmallNetwork;
let records: Database;
let coach: Visitor;
let secondCoach: Visitor;
let member: Visitor;

/** The other coach coaches the first team too. */
beforeAll(async () => {
  app = await startApp({
    fill: async (database) => {
      network = await makeSmallNetwork(database);
      await database.inTransaction(async (tx) => {
        const personId = network.people.otherCoach.id;
        await tx
          .insert(schema.coachAssignment)
          .values({ id: uuidv7(), personId, teamId: network.own.teamId });
      });
    },
  });
  records = app.look();
  coach = await signedInAs(app.url, network, 'coach');
  secondCoach = await signedInAs(app.url, network, 'otherCoach');
  member = await signedInAs(app.url, network, 'member');
});
afterAll(async () => {
  records.close();
  await app.remove();
});

const everything = () => everythingIn(join(app.folder, 'boldline.db'));
const path = () => `/coaching/${network.own.teamId}/nudges/new`;
const typed = (more: Record<string, string> = {}) => ({
  ...{ id: uuidv7(), template: 'prediction', cycleId: network.own.cycles.study },
  ...{ body: 'Your prediction is ready. What surprised you?', ...more },
});
const nudges = () => records.reader.select().from(schema.nudge);

async function write(work: (tx: Connection) => Promise<unknown>): Promise<void> {
  const database = app.look();
  await database.inTransaction(work);
  database.close();
}

describe('the page of a nudge', () => {
  it('is for the team’s own coaches', async () => {
    const status: Record<string, number> = {
      ...{ coach: 200, otherCoach: 200, member: 403, colleague: 403, facilitator: 403 },
    };
    for (const role of roles) {
      const person = await signedInAs(app.url, network, role);
      const expected = status[role] ?? 404;
      expect((await person.get(path())).status, role).toBe(expected);
      if (expected === 200) continue;
      const before = everything();
      expect((await person.post(path(), typed())).status, role).toBe(expected);
      expect(everything()).toBe(before);
    }
    expect((await coach.get(`/coaching/${network.sameSchool.teamId}/nudges/new`)).status).toBe(404);
  });

  it('offers beginnings that fit, without script, to the members by name', async () => {
    const page = await pageOf(await coach.get(`${path()}?cycle=${network.own.cycles.study}`));
    for (const words of [
      'Member Person, Colleague Person',
      'Idea in study of Own team',
      'Hello Member and Colleague,',
    ])
      expect(page).toContain(words);
    const hello = await pageOf(await coach.get(`${path()}?template=hello`));
    expect(hello).toContain('name="template" value="hello"');
    expect(hello).toContain('how is it going?');
    const foreign = await pageOf(await coach.get(`${path()}?cycle=${network.sameSchool.cycles.study}`));
    expect(foreign).not.toContain('Next-door team');
  });

  it('says when schools rest', async () => {
    expect(await pageOf(await coach.get(path()))).not.toContain('schools rest until');
    const id = uuidv7();
    const stamp = { changedBy: network.people.administrator.id, changedAt: Date.now() };
    await write((tx) =>
      tx.insert(schema.dayOff).values({
        ...{
          id,
          leaId: null,
          name: 'Autumn rest',
          startsOn: network.today,
          endsOn: addDays(network.today, 3),
        },
        ...stamp,
      }),
    );
    expect(await pageOf(await coach.get(path()))).toMatch(/Autumn rest: schools rest until \w{3} \d+/);
    await write((tx) => tx.delete(schema.dayOff).where(eq(schema.dayOff.id, id)));
  });

  it('keeps what was typed, and takes no foreign cycle and no path', async () => {
    const before = everything();
    const cases: [Record<string, string>, number, string][] = [
      [{ body: '  ' }, 400, 'Write a few words.'],
      [{ body: 'Kept as typed '.repeat(100) }, 400, 'Kept as typed'],
      [{ template: 'command' }, 400, 'Your prediction is ready. What surprised you?'],
      [{ cycleId: network.sameSchool.cycles.study }, 404, ''],
      [{ cycleId: uuidv7() }, 404, ''],
    ];
    for (const [fields, status, words] of cases) {
      const response = await coach.post(path(), typed(fields));
      expect(response.status, JSON.stringify(fields)).toBe(status);
      if (words !== '') expect(await pageOf(response)).toContain(words);
    }
    expect(everything()).toBe(before);
  });
});

describe('a nudge', () => {
  it('reaches the team once a week, whoever writes and however often', async () => {
    const fields = typed({ path: 'https://example.org/elsewhere' });
    const response = await coach.post(path(), fields);
    expect(response.headers.get('Location')).toBe(`/coaching/${network.own.teamId}?nudged`);
    const [sent] = await nudges();
    expect(sent).toMatchObject({
      ...{ path: `/cycles/${network.own.cycles.study}/study`, cycleId: network.own.cycles.study },
      ...{ week: mondayOf(network.today), coachId: network.people.coach.id },
    });
    const [told] = await records.reader
      .select()
      .from(schema.activityEvent)
      .where(eq(schema.activityEvent.kind, 'nudge_sent'));
    expect(told).toMatchObject({
      teamId: network.own.teamId,
      cycleId: network.own.cycles.study,
      aboutId: fields.id,
    });
    const before = everything();
    expect((await coach.post(path(), fields)).status).toBe(302);
    const other = await coach.post(path(), { ...fields, body: 'Words on second thoughts' });
    expect(other.status).toBe(400);
    const otherPage = await pageOf(other);
    for (const words of ['Coach Person wrote to this team on', 'Words on second thoughts'])
      expect(otherPage).toContain(words);
    const late = await secondCoach.post(path(), typed({ body: 'My own words' }));
    expect(late.status).toBe(400);
    const page = await pageOf(late);
    expect(page).toMatch(/Coach Person wrote to this team on \w{3}, \w{3} \d+, \d\d:\d\d\./);
    expect(page).toContain('My own words');
    expect((await secondCoach.post(path(), fields)).status).toBe(404);
    expect(everything()).toBe(before);
    expect(await pageOf(await secondCoach.get(path()))).toContain('One a week is enough');
  });

  it('stands on This week for its team alone, until the step is taken', async () => {
    expect(await pageOf(await member.get('/'))).toContain('A word from Coach Person');
    for (const role of ['coach', 'otherTeamMember', 'facilitator', 'sponsor'] as const)
      expect(await pageOf(await (await signedInAs(app.url, network, role)).get('/'))).not.toContain(
        'A word from',
      );
    const event = { actorId: network.people.member.id, teamId: network.own.teamId };
    await write((tx) =>
      tx.insert(schema.activityEvent).values({
        ...{ id: uuidv7(), kind: 'data_recorded', measureId: network.own.meanId, ...event },
        happenedAt: Date.now() + 1000,
      }),
    );
    expect(await pageOf(await member.get('/'))).toContain('A word from Coach Person');
    await write((tx) =>
      tx.insert(schema.activityEvent).values({
        ...{ id: uuidv7(), kind: 'cycle_stage_entered', cycleId: network.own.cycles.study, ...event },
        happenedAt: Date.now() + 1000,
      }),
    );
    expect(await pageOf(await member.get('/'))).not.toContain('A word from');
  });

  it('waits seven days, over a Sunday and a Monday too', async () => {
    const sent = async (daysAgo: number) => {
      await write((tx) =>
        tx.update(schema.nudge).set({
          sentAt: Date.now() - daysAgo * 86_400_000,
          week: mondayOf(addDays(network.today, -daysAgo)),
        }),
      );
    };
    for (const daysAgo of [1, 6]) {
      await sent(daysAgo);
      const response = await coach.post(path(), typed({ body: 'My own words' }));
      expect(response.status, `${daysAgo} days`).toBe(400);
      expect(await pageOf(response)).toContain('One a week is enough');
    }
    await sent(7);
    expect(await pageOf(await coach.get(path()))).not.toContain('One a week is enough');
  });

  it('leaves This week after seven days', async () => {
    const sentAt = (daysAgo: number) => Date.now() - daysAgo * 86_400_000;
    await write(async (tx) => {
      await tx.delete(schema.nudge);
      await tx.insert(schema.nudge).values({
        ...{ id: uuidv7(), teamId: network.own.teamId, coachId: network.people.coach.id },
        ...{
          week: mondayOf(addDays(network.today, -6)),
          body: 'Hello',
          path: '/measures/none',
          sentAt: sentAt(6.9),
        },
      });
    });
    expect(await pageOf(await member.get('/'))).toContain('A word from Coach Person');
    await write((tx) => tx.update(schema.nudge).set({ sentAt: sentAt(7.1) }));
    expect(await pageOf(await member.get('/'))).not.toContain('A word from');
  });

  it('from a form of another week goes under a new id', async () => {
    const [sent] = await nudges();
    await write((tx) => tx.update(schema.nudge).set({ week: mondayOf(addDays(network.today, -14)) }));
    const fields = typed({ id: sent?.id ?? '', body: 'A new week' });
    const answer = await coach.post(path(), fields);
    expect(answer.status).toBe(400);
    const page = await pageOf(answer);
    expect(page).toContain('A new week');
    const newId = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? fields.id;
    expect((await coach.post(path(), { ...fields, id: newId })).status).toBe(302);
    expect((await nudges()).map(({ body }) => body)).toEqual(['Hello', 'A new week']);
  });
});
