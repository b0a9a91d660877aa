import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { firstStudentGroups } from '#db/student-groups';
import { addDays } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { recentMondays } from './counted-points';
import { networkToday, password, timeZone } from './small-network';

export type AlikeTeam = {
  teamId: string;
  teamName: string;
  schoolId: string;
  schoolName: string;
  member: { id: string; name: string; email: string };
  measureId: string;
  cycleId: string;
};

export type AlikeSchools = {
  /** Four schools of one LEA, each with one team; all four did and counted the same. */
  teams: AlikeTeam[];
  /** A teacher of another LEA, the sponsor of the four schools' LEA, its administrator. */
  outsider: { email: string };
  sponsor: { email: string };
  administrator: { email: string };
  facilitator: { email: string };
  groups: Record<string, string>;
  ideaId: string;
};

async function addPerson(tx: Connection, name: string, hash: string) {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.test`;
  const person = { id: uuidv7(), name, email };
  const stamps = { createdAt: new Date(0), updatedAt: new Date(0) };
  await tx.insert(schema.person).values({ ...person, emailVerified: true, ...stamps });
  await tx.insert(schema.account).values({
    ...{ id: uuidv7(), accountId: person.id, providerId: 'credential', userId: person.id, password: hash },
    ...stamps,
  });
  return person;
}

const met = [10, 11, 9, 12, 10, 11, 9, 10, 12, 11, 15, 16];

type TeamInput = {
  leaId: string;
  cohortId: string;
  groupId: string;
  school: string;
  team: string;
  teacher: string;
  hash: string;
  today: string;
};

async function addTeam(tx: Connection, input: TeamInput): Promise<AlikeTeam> {
  const { leaId, cohortId, groupId, school, team, teacher, hash, today } = input;
  const [schoolId, teamId, measureId, rampId, cycleId, questionId] = Array.from({ length: 6 }, () =>
    uuidv7(),
  ) as [string, string, string, string, string, string];
  const member = await addPerson(tx, teacher, hash);
  const stamp = { createdBy: member.id, createdAt: 1 };
  await tx.insert(schema.school).values({ id: schoolId, leaId, name: school });
  await tx
    .insert(schema.team)
    .values({ id: teamId, schoolId, name: team, grades: 'Grade 5', subject: 'Reading', createdAt: 1 });
  await tx
    .insert(schema.teamMembership)
    .values({ id: uuidv7(), teamId, personId: member.id, role: 'special_educator' });
  await tx.insert(schema.cohortTeam).values({ id: uuidv7(), cohortId, teamId });
  await tx.insert(schema.measure).values({
    ...{ id: measureId, teamId, name: 'Evidence cited', level: 'outcome', kind: 'proportion', unit: '%' },
    ...{ direction: 'increase', frequency: 'weekly', ...stamp },
  });
  await tx
    .insert(schema.measureVersion)
    .values({ id: uuidv7(), measureId, number: 1, definition: 'Two pieces of evidence.', ...stamp });
  await tx.insert(schema.measureGroup).values({ id: uuidv7(), measureId, groupId, position: 0 });
  await tx.insert(schema.dataPoint).values(
    recentMondays(today, met.length).map((date, week) => ({
      ...{ id: uuidv7(), measureId, groupId, kind: 'proportion' as const, date, denominator: 24 },
      ...{ numerator: met[week] ?? 0, recordedBy: member.id, recordedAt: 1 },
    })),
  );
  await tx.insert(schema.ramp).values({ id: rampId, teamId, changeIdea: 'Peer editing', createdAt: 1 });
  await tx.insert(schema.cycle).values({
    ...{ id: cycleId, rampId, teamId, number: 1, objective: 'Partners edit drafts.', scale: 'one_class' },
    ...{
      plannedStart: addDays(today, -28),
      plannedEnd: addDays(today, -7),
      stage: 'complete',
      carriedOut: 'yes',
    },
    ...{ learned: 'Partners fixed spelling only.', version: 1, ...stamp },
  });
  await tx.insert(schema.learningQuestion).values({
    ...{ id: questionId, cycleId, position: 0, question: 'Will partners catch missing evidence?' },
    ...{
      measureId,
      groupId,
      expectedComparison: 'at_least',
      expectedValue: 70,
      because: 'they read it fresh',
    },
    ...{ confidence: 3, predictedAt: 1 },
  });
  await tx.insert(schema.studyAnswer).values({
    ...{
      id: uuidv7(),
      questionId,
      verdict: 'not_as_predicted',
      result: '',
      answeredBy: member.id,
      answeredAt: 1,
    },
  });
  await tx.insert(schema.cycleDecision).values({
    ...{ id: uuidv7(), cycleId, decision: 'abandon', why: 'Give the editor one question.' },
    ...{ decidedBy: member.id, decidedAt: 1 },
  });
  await tx.insert(schema.stageChange).values({
    ...{ id: uuidv7(), cycleId, fromStage: null, toStage: 'plan', changedBy: member.id, changedAt: 1 },
  });
  return { teamId, teamName: team, schoolId, schoolName: school, member, measureId, cycleId };
}

/** A network in which four schools of an LEA differ by nothing but their names. */
export async function makeAlikeSchools(database: Database): Promise<AlikeSchools> {
  const hash = await hashPassword(password);
  const today = networkToday();
  return database.inTransaction(async (tx) => {
    await tx.insert(schema.network).values({ id: uuidv7(), name: 'Test network', timeZone, createdAt: 1 });
    const groupRows = firstStudentGroups(() => uuidv7());
    await tx.insert(schema.studentGroup).values(groupRows);
    const groups = Object.fromEntries(groupRows.map(({ key, id }) => [key, id]));
    const [leaId, farLeaId, cohortId, ideaId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await tx.insert(schema.lea).values([
      { id: leaId, name: 'Hill LEA' },
      { id: farLeaId, name: 'Far LEA' },
    ]);
    await tx.insert(schema.cohort).values({
      id: cohortId,
      name: 'The cohort',
      startsOn: addDays(today, -200),
      endsOn: addDays(today, 100),
    });
    const places = [
      ['Ash School', 'Ash readers', 'Ada Ashby'],
      ['Birch School', 'Birch readers', 'Bea Birchall'],
      ['Cedar School', 'Cedar readers', 'Cleo Cedarman'],
      ['Dogwood School', 'Dogwood readers', 'Dora Dogwell'],
    ] as const;
    const groupId = groups.swd ?? '';
    const common = { cohortId, groupId, hash, today };
    const teams: AlikeTeam[] = [];
    for (const [school, team, teacher] of places)
      teams.push(await addTeam(tx, { ...common, leaId, school, team, teacher }));
    const far = { school: 'Far School', team: 'Far readers', teacher: 'Flo Farley' };
    const outsider = (await addTeam(tx, { ...common, ...far, leaId: farLeaId })).member;
    const sponsor = await addPerson(tx, 'Sol Sponsor', hash);
    await tx.insert(schema.sponsorAssignment).values({ id: uuidv7(), personId: sponsor.id, leaId });
    const administrator = await addPerson(tx, 'Ines Administrator', hash);
    await tx
      .insert(schema.administratorAssignment)
      .values({ id: uuidv7(), personId: administrator.id, since: 1 });
    const facilitator = await addPerson(tx, 'Fay Facilitator', hash);
    await tx
      .insert(schema.facilitatorAssignment)
      .values({ id: uuidv7(), personId: facilitator.id, cohortId });
    await tx.insert(schema.changeIdea).values({
      ...{ id: ideaId, name: 'Peer editing', nameKey: 'peer editing', changedBy: facilitator.id },
      ...{ createdAt: 1, changedAt: 1 },
    });
    return { teams, outsider, sponsor, administrator, facilitator, groups, ideaId };
  });
}
