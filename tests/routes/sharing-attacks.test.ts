import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import { addDays } from '~/lib/school-day';
import { countWeekly, recentMondays } from '../factories/counted-points';
import { previewPost, shareFields, sharePost } from '../support/share-form';
import { withSmallNetworkApp } from '../support/small-network-app';
import type { SmallNetworkApp } from '../support/small-network-app';
import { signedInAs } from '../support/signed-in';
import { pageOf } from '../support/visitor';
import type { Visitor } from '../support/visitor';

let made: SmallNetworkApp;
withSmallNetworkApp((app) => {
  made = app;
});
let member: Visitor;
let neighbour: Visitor;
let outsider: Visitor;
let secondId: string;
const told = { title: 'A chart', happened: 'It moved.' };
const refused = 'Only you see this: why there are no numbers';
const swd = () => made.network.groups.swd ?? '';

async function change(work: (tx: Parameters<typeof countWeekly>[0]) => Promise<void>) {
  const database = made.app.look();
  await database.inTransaction(work);
  database.close();
}

const count = (measureId: string, pairs: [number, number][], groupId = swd()) =>
  change((tx) =>
    countWeekly(
      tx,
      { measureId, groupId, recordedBy: made.network.people.member.id, today: made.network.today },
      pairs,
    ),
  );
const of = (students: number, met: number[]): [number, number][] => met.map((one) => [one, students]);
const chart = (measureId: string, group = 'swd') =>
  `measure=${measureId}&group=${made.network.groups[group] ?? ''}&kind=win`;
const isRefused = async (query: string, fields: Record<string, string | string[]> = {}, who = member) => {
  const { status, html } = await previewPost(who, query, { ...told, students: '', ...fields });
  expect(status).toBe(200);
  return html.includes(refused);
};

/** A second measure of the team, by the same definition, of another class; the first can be told from it by name alone. */
beforeAll(async () => {
  const { app, network } = made;
  member = await signedInAs(app.url, network, 'member');
  neighbour = await signedInAs(app.url, network, 'otherTeamMember');
  outsider = await signedInAs(app.url, network, 'otherLeaMember');
  secondId = uuidv7();
  await change(async (tx) => {
    const stamp = { createdBy: network.people.member.id, createdAt: 1 };
    await tx.insert(schema.measure).values({
      ...{ id: secondId, teamId: network.own.teamId, name: 'Room 14', level: 'outcome', kind: 'proportion' },
      ...{ direction: 'increase', unit: '%', frequency: 'weekly', ...stamp },
    });
    await tx.insert(schema.measureVersion).values({
      ...{ id: uuidv7(), measureId: secondId, number: 1, ...stamp },
      definition: 'A topic sentence, two details and a closing.',
    });
    await tx
      .insert(schema.measureGroup)
      .values({ id: uuidv7(), measureId: secondId, groupId: swd(), position: 0 });
    await tx.insert(schema.measureGroup).values({
      ...{ id: uuidv7(), measureId: network.own.proportionId, position: 2 },
      groupId: network.groups.all ?? '',
    });
  });
});

beforeEach(() =>
  change(async (tx) => {
    await tx.delete(schema.disclosureRelease);
    await tx.update(schema.post).set({ standing: 'withdrawn' });
  }),
);

describe('pooling', () => {
  const both = () => ({ pool: secondId, poolApart: 'yes' });

  it('does not let a class of eight be taken from the pool it is in', async () => {
    await count(made.network.own.proportionId, of(12, [6, 7, 5, 6]));
    await count(secondId, of(8, [3, 4, 5, 3]));
    expect(await isRefused(chart(secondId))).toBe(true);
    expect(await isRefused(chart(made.network.own.proportionId), both())).toBe(false);
    await sharePost(member, chart(made.network.own.proportionId), { ...told, students: '' });
    expect(await isRefused(chart(made.network.own.proportionId), both())).toBe(true);
    const turned = { pool: made.network.own.proportionId, poolApart: 'yes' };
    expect(await isRefused(chart(secondId), turned)).toBe(true);
  });

  it('asks whether the classes are apart, takes each once, and only of one definition', async () => {
    await count(secondId, of(8, [3, 4, 5, 3]));
    const apart = await previewPost(member, chart(made.network.own.proportionId), {
      ...told,
      pool: secondId,
    });
    expect(apart.status).toBe(400);
    expect(apart.html).toContain('Please say that no student is in two of these classes');
    const own = made.network.own;
    const other = await previewPost(member, chart(own.proportionId), {
      ...told,
      ...both(),
      pool: own.adoptedId,
    });
    expect(other.html).toContain('by the same operational definition');
    await count(own.proportionId, of(4, [1, 2, 3, 1]));
    await count(secondId, of(3, [1, 2, 3, 1]));
    expect(
      await isRefused(chart(own.proportionId), { ...both(), pool: [secondId, secondId, secondId] }),
    ).toBe(true);
  });
});

describe('the ledger', () => {
  it('knows a measure by another name', async () => {
    const { proportionId } = made.network.own;
    await count(proportionId, of(24, [10, 11, 12, 13]), made.network.groups.all);
    await count(proportionId, of(18, [8, 9, 10, 9]));
    await sharePost(member, chart(proportionId, 'all'), { ...told, students: '' });
    expect(await isRefused(chart(proportionId))).toBe(true);
    await change(async (tx) => {
      await tx.update(schema.measure).set({ name: 'Renamed' }).where(eq(schema.measure.id, proportionId));
    });
    expect(await isRefused(chart(proportionId))).toBe(true);
  });

  it('takes Thursday and Friday for one week', async () => {
    const { proportionId } = made.network.own;
    await count(proportionId, of(24, [10, 11, 12, 13]), made.network.groups.all);
    await count(proportionId, of(18, [8, 9, 10, 9]));
    await change(async (tx) => {
      for (const day of recentMondays(made.network.today, 4))
        await tx
          .update(schema.dataPoint)
          .set({ date: addDays(day, 3) })
          .where(eq(schema.dataPoint.date, day));
    });
    await sharePost(member, chart(proportionId, 'all'), { ...told, students: '' });
    await count(proportionId, of(18, [8, 9, 10, 9]));
    expect(await isRefused(chart(proportionId))).toBe(true);
  });

  it('asks of what was counted too, where the sharer says fewer', async () => {
    const { proportionId } = made.network.own;
    await count(proportionId, of(24, [10, 11, 12, 13]), made.network.groups.all);
    await count(proportionId, of(15, [8, 9, 10, 9]));
    await sharePost(member, chart(proportionId, 'all'), { ...told, students: '' });
    expect(await isRefused(chart(proportionId), { students: '14' })).toBe(true);
  });

  it('asks of what was counted also where the smaller size was said first', async () => {
    const { proportionId } = made.network.own;
    await count(proportionId, of(20, [10, 11, 12, 13]), made.network.groups.all);
    await count(proportionId, of(12, [6, 7, 5, 6]));
    await sharePost(member, chart(proportionId, 'all'), { ...told, students: '12' });
    expect(await isRefused(chart(proportionId))).toBe(true);
  });

  it('lets the same chart go out again with one week more, as its form begins', async () => {
    const pairs: [number, number][] = [
      [8, 20],
      [9, 18],
      [10, 20],
      [9, 19],
    ];
    await count(secondId, pairs);
    await sharePost(member, chart(secondId), told);
    await change(async (tx) => {
      await tx.insert(schema.dataPoint).values({
        ...{
          id: uuidv7(),
          measureId: secondId,
          groupId: swd(),
          kind: 'proportion',
          numerator: 8,
          denominator: 15,
        },
        ...{ date: made.network.today, recordedBy: made.network.people.member.id, recordedAt: 1 },
      });
    });
    const { html } = await previewPost(member, chart(secondId), told);
    expect(html).not.toContain(refused);
  });

  it('knows a week by another pace of the measure', async () => {
    const { proportionId } = made.network.own;
    await count(proportionId, of(20, [10, 11, 12, 13]), made.network.groups.all);
    await count(proportionId, of(12, [6, 7, 5, 6]));
    await sharePost(member, chart(proportionId, 'all'), { ...told, students: '' });
    await change(async (tx) => {
      await tx.update(schema.measure).set({ frequency: 'daily' }).where(eq(schema.measure.id, proportionId));
    });
    expect(await isRefused(chart(proportionId))).toBe(true);
    await change(async (tx) => {
      await tx.update(schema.measure).set({ frequency: 'weekly' }).where(eq(schema.measure.id, proportionId));
    });
  });

  it('keeps the fewest students ever said: a larger number later un-codes nothing', async () => {
    await count(secondId, of(60, [57, 30, 57, 30]));
    const first = await sharePost(member, chart(secondId), { ...told, students: '12' });
    expect(await pageOf(await outsider.get(`/posts/${first}`))).toContain('&gt;80%');
    const again = await previewPost(member, chart(secondId), { ...told, students: '45' });
    expect(again.html).not.toContain('95%');
    expect((await previewPost(member, chart(secondId), { ...told, students: '' })).html).not.toContain('95%');
  });
});

describe('other teams of the school', () => {
  it('read nothing from the answers to their own charts', async () => {
    const { own, sameSchool } = made.network;
    await change(async (tx) => {
      await tx.update(schema.measure).set({ name: 'Probe' }).where(eq(schema.measure.id, own.proportionId));
      await tx
        .update(schema.measure)
        .set({ name: 'Probe' })
        .where(eq(schema.measure.id, sameSchool.proportionId));
    });
    await count(own.proportionId, of(17, [8, 9, 10, 9]));
    const asked = async () => {
      const answers: string[] = [];
      for (const n of [10, 16, 17, 18, 26, 40]) {
        await count(sameSchool.proportionId, of(n, [4, 5, 5, 4]));
        for (const scale of ['one_class', 'whole_school'] as const) {
          const fields = { ...told, scale, students: '' };
          const { html } = await previewPost(neighbour, chart(sameSchool.proportionId), fields);
          answers.push(/why there are no numbers<\/p><p[^>]*>([^<]*)/.exec(html)?.[1] ?? 'shown');
        }
      }
      return answers;
    };
    const before = await asked();
    await sharePost(member, chart(own.proportionId), { ...told, students: '', scale: 'one_class' });
    expect(await asked()).toEqual(before);
    expect(new Set(before).size).toBe(2);
  });
});

describe('a group said to be smaller', () => {
  it('takes the chart away, although the sharer keeps it', async () => {
    await count(secondId, of(12, [5, 6, 7, 5]));
    const postId = await sharePost(member, chart(secondId), { ...told, students: '12' });
    const path = `/posts/${postId}/edit`;
    const fields = { ...shareFields(await pageOf(await member.get(path))), students: '6' };
    const preview = await pageOf(await member.post(path, { ...fields, step: 'preview' }));
    expect(preview).toContain('Numbers are not shown');
    const previewed = /name="previewed" value="([^"]*)"/.exec(preview)?.[1] ?? '';
    expect((await member.post(path, { ...fields, previewed, step: 'share' })).status).toBe(302);
    expect(await pageOf(await outsider.get(`/posts/${postId}`))).toContain('Numbers are not shown');
  });

  it('counts where the measure counts no students: the team’s own counts of the group speak', async () => {
    const { meanId, proportionId } = made.network.own;
    await count(proportionId, of(7, [3, 4, 5, 3]));
    expect(await isRefused(chart(meanId), { students: '14' })).toBe(true);
    expect(shareFields(await pageOf(await member.get(`/posts/new?${chart(meanId)}`))).students).not.toBe(
      '14',
    );
  });
});

describe('a mean', () => {
  it('leaves as it is said, not to its last digit', async () => {
    const { meanId, proportionId } = made.network.own;
    await count(proportionId, of(24, [10, 11, 12, 13]));
    await count(secondId, of(24, [10, 11, 12, 13]));
    await count(made.network.own.adoptedId, of(24, [10, 11, 12, 13]));
    await change(async (tx) => {
      await tx.delete(schema.dataPoint).where(eq(schema.dataPoint.measureId, meanId));
      await tx.insert(schema.dataPoint).values({
        ...{ id: uuidv7(), measureId: meanId, groupId: swd(), kind: 'mean', value: 46 / 17 },
        ...{
          date: addDays(made.network.today, -7),
          recordedBy: made.network.people.member.id,
          recordedAt: 1,
        },
      });
    });
    const postId = await sharePost(member, chart(meanId), { ...told, students: '24' });
    const data = await (await outsider.get(`/posts/${postId}.data`)).text();
    expect(data).toContain('2.7');
    expect(data).not.toContain('2.70588');
  });
});

describe('a forged form', () => {
  it('is refused, not a failure', async () => {
    const path = `/posts/new?${chart(secondId)}`;
    for (const kind of ['x', 'synthesis', '__proto__', 'constructor']) {
      const response = await member.post(path, { ...told, id: uuidv7(), version: '0', kind, step: 'share' });
      expect(response.status).toBe(400);
    }
  });

  it('of a shared post that was hidden meanwhile does not let its chart go out unsigned beside it', async () => {
    await count(secondId, of(24, [10, 11, 12, 13]));
    const postId = await sharePost(member, chart(secondId), { ...told, students: '24' });
    await change(async (tx) => {
      await tx.update(schema.post).set({ standing: 'hidden' }).where(eq(schema.post.id, postId));
      for (const name of ['Third', 'Fourth', 'Fifth']) {
        const school = { id: uuidv7(), leaId: (await tx.select().from(schema.lea))[0]?.id ?? '', name };
        await tx.insert(schema.school).values(school);
        const team = { id: uuidv7(), schoolId: school.id, name, createdAt: 1 };
        await tx.insert(schema.team).values(team);
        const ramp = { id: uuidv7(), teamId: team.id, changeIdea: name, createdAt: 1 };
        await tx.insert(schema.ramp).values(ramp);
        await tx.insert(schema.cycle).values({
          ...{ id: uuidv7(), rampId: ramp.id, teamId: team.id, number: 1, objective: '', scale: 'one_class' },
          ...{ plannedStart: '2026-01-05', plannedEnd: '2026-01-16', createdAt: 1 },
          createdBy: made.network.people.member.id,
        });
      }
    });
    const preview = await previewPost(member, chart(secondId), {
      ...told,
      students: '24',
      signature: 'school_hidden',
    });
    expect(preview.status).toBe(400);
    expect(preview.html).toContain('Side by side the two would tell who wrote both');
  });
});
