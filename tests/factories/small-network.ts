import { hashPassword } from 'better-auth/crypto';
import { v7 as uuidv7 } from 'uuid';
import * as schema from '#db/schema';
import { firstStudentGroups } from '#db/student-groups';
import type { CycleStage } from '#db/vocabulary';
import { addDays, latestWeekday, mondayOf } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { addCohort, adopt } from './small-cohort';
import type { SmallCohort } from './small-cohort';

export const password = 'a quiet green field';
export const timeZone = 'America/New_York';

export const roles = [
  'member',
  'colleague',
  'otherTeamMember',
  'otherLeaMember',
  'coach',
  'otherCoach',
  'facilitator',
  'otherFacilitator',
  'sponsor',
  'otherSponsor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export type TeamRecords = {
  teamId: string;
  proportionId: string;
  meanId: string;
  pointId: string;
  importId: string;
  annotationId: string;
  phaseId: string;
  draftId: string;
  rampId: string;
  cycles: Record<CycleStage, string>;
  questions: Record<CycleStage, string>;
  taskId: string;
  observationId: string;
  cohortId: string;
  /** The shared measure of its cohort, and the team's own measure that was adopted from it. */
  sharedMeasureId: string;
  adoptedId: string;
  /** A shared measure of its cohort that no team has adopted. */
  offeredMeasureId: string;
};

export type SmallNetwork = {
  people: Record<Role, { id: string; name: string; email: string }>;
  groups: Record<string, string>;
  own: TeamRecords;
  sameSchool: TeamRecords;
  otherLea: TeamRecords;
  today: string;
};

const stages: CycleStage[] = ['plan', 'do', 'study', 'act', 'complete', 'stopped'];
const order: CycleStage[] = ['plan', 'do', 'study', 'act', 'complete'];

/** The day it is in the network, as the running app sees it. */
export function networkToday(now = Date.now()): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
}

type PersonRow = { id: string; name: string; email: string };

async function addPerson(tx: Connection, role: string, hash: string): Promise<PersonRow> {
  const person = {
    id: uuidv7(),
    name: `${role.charAt(0).toUpperCase()}${role.slice(1)} Person`,
    email: `${role.toLowerCase()}@example.test`,
  };
  const stamps = { createdAt: new Date(), updatedAt: new Date() };
  await tx.insert(schema.person).values({ ...person, emailVerified: true, ...stamps });
  await tx.insert(schema.account).values({
    id: uuidv7(),
    accountId: person.id,
    providerId: 'credential',
    userId: person.id,
    password: hash,
    ...stamps,
  });
  return person;
}

type TeamInput = {
  schoolId: string;
  name: string;
  memberIds: string[];
  groups: Record<string, string>;
  today: string;
  cohort: SmallCohort;
};

/** A team with one of everything. */
async function addTeam(
  tx: Connection,
  { schoolId, name, memberIds, groups, today, cohort }: TeamInput,
): Promise<TeamRecords> {
  const now = Date.now();
  const teamId = uuidv7();
  const author = memberIds[0] ?? '';
  await tx
    .insert(schema.team)
    .values({ id: teamId, schoolId, name, grades: 'Grade 4', subject: 'Writing', createdAt: now });
  for (const [index, personId] of memberIds.entries())
    await tx
      .insert(schema.teamMembership)
      .values({ id: uuidv7(), teamId, personId, role: index === 0 ? 'lead' : 'special_educator' });
  await tx.insert(schema.aim).values({
    id: uuidv7(),
    teamId,
    what: `Aim of ${name}`,
    forWhom: 'Fourth graders',
    howMuch: '3 in 10 to 6 in 10',
    byWhen: addDays(today, 90),
    changedBy: author,
    changedAt: now,
  });
  const stamp = { createdBy: author, createdAt: now };
  const proportionId = uuidv7();
  const meanId = uuidv7();
  await tx.insert(schema.measure).values([
    {
      id: proportionId,
      teamId,
      name: `Paragraphs of ${name}`,
      level: 'outcome',
      kind: 'proportion',
      direction: 'increase',
      unit: '%',
      frequency: 'weekly',
      goal: 60,
      ...stamp,
    },
    {
      id: meanId,
      teamId,
      name: `Words of ${name}`,
      level: 'driver',
      kind: 'mean',
      direction: 'increase',
      unit: 'words',
      frequency: 'weekly',
      ...stamp,
      createdAt: now + 1,
    },
  ]);
  await tx.insert(schema.measureVersion).values([
    {
      id: uuidv7(),
      measureId: proportionId,
      number: 1,
      definition: 'A topic sentence, two details and a closing.',
      ...stamp,
    },
    { id: uuidv7(), measureId: meanId, number: 1, definition: 'Words on the Friday prompt.', ...stamp },
  ]);
  await tx.insert(schema.measureGroup).values([
    { id: uuidv7(), measureId: proportionId, groupId: groups.swd ?? '', position: 0 },
    { id: uuidv7(), measureId: proportionId, groupId: groups.non_swd ?? '', position: 1 },
    { id: uuidv7(), measureId: meanId, groupId: groups.swd ?? '', position: 0 },
  ]);
  await tx.insert(schema.cohortTeam).values({ id: uuidv7(), cohortId: cohort.cohortId, teamId });
  const adoptedId = await adopt(tx, { teamId, author, cohort, groups, today });
  const importId = uuidv7();
  await tx.insert(schema.dataImport).values({
    id: importId,
    teamId,
    fileName: 'words.csv',
    rowCount: 1,
    importedBy: author,
    importedAt: now,
  });
  await tx
    .insert(schema.dataImportMeasure)
    .values({ id: uuidv7(), importId, measureId: meanId, rowCount: 1 });
  const [annotationId, phaseId] = [uuidv7(), uuidv7()];
  const mark = { measureId: meanId, createdBy: author, createdAt: now };
  await tx
    .insert(schema.annotation)
    .values({ id: annotationId, kind: 'event', date: addDays(today, -7), text: `Snow at ${name}`, ...mark });
  await tx.insert(schema.phase).values({
    ...{ id: phaseId, groupId: groups.swd ?? '', startsOn: addDays(today, -3), reason: `New at ${name}` },
    ...mark,
  });
  await tx.insert(schema.dataImportReport).values({
    id: uuidv7(),
    importId,
    text: `line,what became of it,measure,group,date,number,why\n2,added,Words of ${name},,,46,\n`,
  });
  const monday = mondayOf(latestWeekday(today));
  const pointId = uuidv7();
  const recorded = { recordedBy: author, recordedAt: now - 9 * 86_400_000 };
  await tx.insert(schema.dataPoint).values([
    {
      id: pointId,
      measureId: proportionId,
      groupId: groups.swd ?? '',
      kind: 'proportion',
      date: addDays(monday, -7),
      numerator: 4,
      denominator: 8,
      ...recorded,
    },
    ...Array.from({ length: 12 }, (_, week) => ({
      id: uuidv7(),
      measureId: proportionId,
      groupId: groups.swd ?? '',
      kind: 'proportion' as const,
      date: addDays(monday, -14 - 7 * week),
      numerator: week % 2 === 0 ? 3 : 4,
      denominator: 8,
      ...recorded,
    })),
    {
      id: uuidv7(),
      measureId: meanId,
      groupId: groups.swd ?? '',
      kind: 'mean',
      date: addDays(monday, -7),
      value: 46,
      importId,
      ...recorded,
    },
  ]);
  const cycles: Partial<Record<CycleStage, string>> = {};
  const questions: Partial<Record<CycleStage, string>> = {};
  const taskId = uuidv7();
  const observationId = uuidv7();
  let rampId = '';
  for (const stage of stages) {
    rampId = uuidv7();
    const [cycleId, questionId] = [uuidv7(), uuidv7()];
    cycles[stage] = cycleId;
    questions[stage] = questionId;
    const reached = stage === 'stopped' ? 1 : order.indexOf(stage);
    await tx
      .insert(schema.ramp)
      .values({ id: rampId, teamId, changeIdea: `Idea in ${stage} of ${name}`, createdAt: now });
    await tx.insert(schema.cycle).values({
      id: cycleId,
      rampId,
      teamId,
      number: 1,
      objective: `Objective in ${stage}`,
      scale: 'small_group',
      plannedStart: addDays(today, -14),
      plannedEnd: today,
      stage,
      carriedOut: reached > 1 ? 'yes' : null,
      learned: reached > 2 ? 'Frames help starters.' : '',
      version: 1,
      ...stamp,
    });
    await tx.insert(schema.learningQuestion).values({
      id: questionId,
      cycleId,
      position: 0,
      question: `Will it work in ${stage}?`,
      measureId: proportionId,
      groupId: groups.swd ?? '',
      expectedComparison: 'at_least',
      expectedValue: 60,
      because: 'they have a frame',
      confidence: 3,
      predictedAt: now,
    });
    await tx.insert(schema.dataPlan).values({ id: uuidv7(), cycleId, position: 0, measureId: proportionId });
    if (reached > 2)
      await tx.insert(schema.studyAnswer).values({
        id: uuidv7(),
        questionId,
        verdict: 'partly',
        result: '',
        answeredBy: author,
        answeredAt: now,
      });
    if (stage === 'complete')
      await tx.insert(schema.cycleDecision).values({
        id: uuidv7(),
        cycleId,
        decision: 'adopt',
        why: 'It held.',
        decidedBy: author,
        decidedAt: now,
      });
    await tx.insert(schema.stageChange).values({
      id: uuidv7(),
      cycleId,
      fromStage: null,
      toStage: 'plan',
      changedBy: author,
      changedAt: now - 1000,
    });
    if (stage === 'stopped')
      await tx.insert(schema.stageChange).values({
        id: uuidv7(),
        cycleId,
        fromStage: 'do',
        toStage: 'stopped',
        reason: 'Lost the block.',
        changedBy: author,
        changedAt: now,
      });
    if (stage === 'do') {
      await tx.insert(schema.cycleTask).values({ id: taskId, cycleId, position: 0, what: 'Copy the frames' });
      await tx.insert(schema.observation).values({
        id: observationId,
        cycleId,
        kind: 'observation',
        text: `Seen by ${name}`,
        observedOn: today,
        recordedBy: author,
        recordedAt: now,
      });
    }
    await tx.insert(schema.activityEvent).values({
      id: uuidv7(),
      kind: 'cycle_started',
      actorId: author,
      teamId,
      cycleId,
      happenedAt: now - 1000,
      toldAt: now,
    });
  }
  const draftId = uuidv7();
  await tx.insert(schema.draft).values({
    id: draftId,
    personId: author,
    form: `aim/${teamId}`,
    fields: 'what=half+typed',
    savedAt: now,
  });
  return {
    teamId,
    proportionId,
    meanId,
    pointId,
    importId,
    annotationId,
    phaseId,
    draftId,
    rampId,
    cycles: whole(cycles),
    questions: whole(questions),
    taskId,
    observationId,
    ...{ cohortId: cohort.cohortId, sharedMeasureId: cohort.sharedMeasureId, adoptedId },
    offeredMeasureId: cohort.offeredMeasureId,
  };
}

function whole(ids: Partial<Record<CycleStage, string>>): Record<CycleStage, string> {
  const of = (stage: CycleStage) => ids[stage] ?? '';
  return {
    plan: of('plan'),
    do: of('do'),
    study: of('study'),
    act: of('act'),
    complete: of('complete'),
    stopped: of('stopped'),
  };
}

/** Three teams (own, another of the same school, one of another LEA) and somebody in every role. */
export async function makeSmallNetwork(database: Database): Promise<SmallNetwork> {
  const hash = await hashPassword(password);
  const today = networkToday();
  return database.inTransaction(async (tx) => {
    await tx
      .insert(schema.network)
      .values({ id: uuidv7(), name: 'Test network', timeZone, createdAt: Date.now() });
    const groupRows = firstStudentGroups(() => uuidv7());
    await tx.insert(schema.studentGroup).values(groupRows);
    const groups = Object.fromEntries(groupRows.map(({ key, id }) => [key, id]));
    const made = new Map<Role, PersonRow>();
    for (const role of roles) made.set(role, await addPerson(tx, role, hash));
    const id = (role: Role) => made.get(role)?.id ?? '';
    const [lea1, lea2, school1, school2] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await tx.insert(schema.lea).values([
      { id: lea1, name: 'LEA one' },
      { id: lea2, name: 'LEA two' },
    ]);
    await tx.insert(schema.school).values([
      { id: school1, leaId: lea1, name: 'School one' },
      { id: school2, leaId: lea2, name: 'School two' },
    ]);
    const one = await addCohort(tx, { name: 'Cohort one', definedBy: id('facilitator'), groups, today });
    const two = await addCohort(tx, { name: 'Cohort two', definedBy: id('otherFacilitator'), groups, today });
    const own = await addTeam(tx, {
      schoolId: school1,
      name: 'Own team',
      memberIds: [id('member'), id('colleague')],
      groups,
      today,
      cohort: one,
    });
    const sameSchool = await addTeam(tx, {
      schoolId: school1,
      name: 'Next-door team',
      memberIds: [id('otherTeamMember')],
      groups,
      today,
      cohort: one,
    });
    const otherLea = await addTeam(tx, {
      schoolId: school2,
      name: 'Far team',
      memberIds: [id('otherLeaMember')],
      groups,
      today,
      cohort: two,
    });
    await tx.insert(schema.coachAssignment).values([
      { id: uuidv7(), personId: id('coach'), teamId: own.teamId },
      { id: uuidv7(), personId: id('otherCoach'), teamId: otherLea.teamId },
    ]);
    await tx.insert(schema.sponsorAssignment).values([
      { id: uuidv7(), personId: id('sponsor'), leaId: lea1 },
      { id: uuidv7(), personId: id('otherSponsor'), schoolId: school2 },
    ]);
    await tx
      .insert(schema.administratorAssignment)
      .values({ id: uuidv7(), personId: id('administrator'), since: Date.now() });
    const people = Object.fromEntries(roles.map((role) => [role, made.get(role)])) as SmallNetwork['people'];
    return { people, groups, own, sameSchool, otherLea, today };
  });
}
