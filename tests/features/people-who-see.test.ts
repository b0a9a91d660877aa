import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '#db/schema';
import type { Audience } from '#db/vocabulary';
import { listPeopleWhoSee, suggestPeople } from '~/features/feed/conversation/people-who-see.server';
import { audienceIdsOf, wholeNetwork } from '~/features/feed/post-scope.server';
import { loadActor } from '~/features/people/actor-queries.server';
import { addDays } from '~/lib/school-day';
import { makeSmallNetwork } from '../factories/small-network';
import type { SmallNetwork } from '../factories/small-network';
import { openTestDatabase } from '../support/test-database';
import type { TestDatabase } from '../support/test-database';

let test: TestDatabase;
let network: SmallNetwork;
const shared: { audience: Audience; audienceId: string }[] = [];

/** On top of the small network: ended and coming ends, a team in two cohorts, and a school and an LEA without a team. */
async function complicate(): Promise<void> {
  const { people, own, otherLea, today } = network;
  await test.database.inTransaction(async (tx) => {
    const [emptyLea, emptySchool, teamless] = [uuidv7(), uuidv7(), uuidv7()];
    await tx.insert(schema.lea).values({ id: emptyLea, name: 'Empty LEA' });
    const [one] = await tx.select().from(schema.lea).where(eq(schema.lea.name, 'LEA one'));
    await tx.insert(schema.school).values([
      { id: emptySchool, leaId: emptyLea, name: 'Empty school' },
      { id: teamless, leaId: one?.id ?? '', name: 'School without a team' },
    ]);
    await tx
      .insert(schema.cohortTeam)
      .values({ id: uuidv7(), cohortId: otherLea.cohortId, teamId: own.teamId });
    await tx.insert(schema.sponsorAssignment).values([
      { id: uuidv7(), personId: people.otherSponsor.id, leaId: emptyLea },
      { id: uuidv7(), personId: people.sponsor.id, schoolId: emptySchool, endedOn: today },
      { id: uuidv7(), personId: people.administrator.id, schoolId: teamless },
    ]);
    await tx
      .insert(schema.coachAssignment)
      .values({ id: uuidv7(), personId: people.otherCoach.id, teamId: own.teamId, endedOn: today });
    await tx
      .update(schema.teamMembership)
      .set({ endedOn: addDays(today, 1) })
      .where(eq(schema.teamMembership.personId, people.otherTeamMember.id));
    await tx
      .update(schema.teamMembership)
      .set({ endedOn: today })
      .where(eq(schema.teamMembership.personId, people.colleague.id));
  });
}

beforeAll(async () => {
  test = openTestDatabase();
  network = await makeSmallNetwork(test.database);
  await complicate();
  const db = test.database.reader;
  const all = async (audience: Audience, rows: Promise<{ id: string }[]>) => {
    for (const { id } of await rows) shared.push({ audience, audienceId: id });
  };
  await all('team', db.select({ id: schema.team.id }).from(schema.team).execute());
  await all('school', db.select({ id: schema.school.id }).from(schema.school).execute());
  await all('lea', db.select({ id: schema.lea.id }).from(schema.lea).execute());
  await all('cohort', db.select({ id: schema.cohort.id }).from(schema.cohort).execute());
  shared.push({ audience: 'network', audienceId: wholeNetwork });
});
afterAll(() => test.remove());

describe('who sees what is shared', () => {
  it('agrees with what each person belongs to, for every role and every audience', async () => {
    const db = test.database.reader;
    expect(shared.length).toBe(3 + 4 + 3 + 2 + 1);
    let told = 0;
    for (const person of Object.values(network.people)) {
      const belongsTo = await audienceIdsOf(db, await loadActor(db, person, network.today));
      for (const seen of shared) {
        const ids = (await listPeopleWhoSee(db, seen, network.today)).map(({ id }) => id);
        const sees = belongsTo.includes(seen.audienceId);
        expect(ids.includes(person.id), `${person.name} ${seen.audience} ${seen.audienceId}`).toBe(sees);
        told += 1;
      }
    }
    expect(told).toBe(11 * 13);
  });

  it('suggests at most eight of them, by any word of the name, and no name that two bear', async () => {
    const { reader: db, inTransaction } = test.database;
    const everybody = { audience: 'network' as const, audienceId: wholeNetwork };
    const ask = (typed: string, seen: { audience: Audience; audienceId: string } = everybody) =>
      suggestPeople(db, seen, { typed, notFor: network.people.member.id, today: network.today });
    expect(await ask('coach')).toEqual(['Coach Person']);
    expect(await ask('pers')).toHaveLength(8);
    expect(await ask('p')).toEqual([]);
    expect(await ask('%%')).toEqual([]);
    expect(await ask('Member')).toEqual([]);
    expect(await ask('far', { audience: 'team', audienceId: network.otherLea.teamId })).toEqual([]);
    expect(await ask('otherle', { audience: 'team', audienceId: network.otherLea.teamId })).toEqual([
      'OtherLeaMember Person',
    ]);
    await inTransaction(async (tx) => {
      const stamps = { createdAt: new Date(), updatedAt: new Date() };
      const names = ['Élodie Marchand', 'Sam Twin', 'Sam Twin'];
      for (const [index, name] of names.entries())
        await tx
          .insert(schema.person)
          .values({ id: uuidv7(), name, email: `extra${index}@example.test`, ...stamps });
    });
    expect(await ask('él')).toEqual(['Élodie Marchand']);
    expect(await ask('sam')).toEqual([]);
  });
});
