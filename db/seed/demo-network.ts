import { hashPassword } from 'better-auth/crypto';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from '../schema';
import { firstStudentGroups } from '../student-groups';
import { dayAfter, demoBreaks } from './demo-calendar';
import { demoPassword, demoPeople } from './demo-people';
import { demoLeas, demoName } from './demo-places';
import { idMaker, noRows, tableOrder } from './demo-rows';
import { addTeamStory } from './demo-team';
import { addSharedMeasures } from './demo-shared-measures';
import type { DemoTeam, DemoWorld } from './demo-team';
import { seededRandom } from './seeded-random';
import { elementaryStories1 } from './stories/elementary-stories-1';
import { elementaryStories2 } from './stories/elementary-stories-2';
import { elementaryStories3 } from './stories/elementary-stories-3';
import { secondaryStories1 } from './stories/secondary-stories-1';
import { secondaryStories2 } from './stories/secondary-stories-2';
import { secondaryStories3 } from './stories/secondary-stories-3';
import { finishedCohortMeasures, runningCohortMeasures } from './stories/shared-measure-stories';
import type { TeamStory } from './stories/team-story';

type Target = {
  inTransaction: <T>(work: (tx: BetterSQLite3Database<typeof schema>) => Promise<T>) => Promise<T>;
};

const seed = 20_260_901;
const chunk = 400;
/** What happened longer ago stands in nobody's inbox. */
const toldAgo = 7 * 86_400_000;
const stories: TeamStory[] = [
  ...elementaryStories1,
  ...elementaryStories2,
  ...elementaryStories3,
  ...secondaryStories1,
  ...secondaryStories2,
  ...secondaryStories3,
];

type Options = {
  /** UTC milliseconds; every date of the demo is relative to it. */
  now: number;
  /** How many networks' worth of schools, teams and people; 10 for the bench. */
  copies?: number;
};

/** Which teams' year is over: six of the finished cohort; four more of it went on into the running one. */
const isOver = (index: number) => [4, 8, 11, 16, 20, 23].includes(index);
const wentOn = (index: number) => [2, 9, 14, 22].includes(index);

type Person = { id: string; name: string };

function personMaker(world: DemoWorld, password: string) {
  let made = 0;
  return (fixed?: { name: string; email: string }): Person => {
    const id = world.newId();
    const name = fixed?.name ?? demoName(made);
    const email =
      fixed?.email ?? `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${made}@demo.boldline.example`;
    if (!fixed) made += 1;
    const created = new Date(world.now - 300 * 86_400_000);
    const stamps = { createdAt: created, updatedAt: created };
    world.rows.person.push({ id, name, email, emailVerified: true, ...stamps });
    world.rows.account.push({
      id: world.newId(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      ...stamps,
    });
    return { id, name };
  };
}

function schoolKind(story: TeamStory, index: number): 'ES' | 'MS' | 'HS' {
  if (index < 13) return 'ES';
  const grade = Number(/\d+/.exec(story.grades)?.[0] ?? 7);
  return grade >= 9 ? 'HS' : 'MS';
}

function addPlaces(world: DemoWorld, ending: string): { id: string; kind: string; leaId: string }[] {
  return demoLeas.flatMap((lea) => {
    const leaId = world.newId();
    world.rows.lea.push({ id: leaId, name: lea.name + ending });
    return lea.schools.map((name) => {
      const id = world.newId();
      world.rows.school.push({ id, leaId, name: name + ending });
      return { id, kind: name.slice(-2), leaId };
    });
  });
}

type Makers = {
  person: ReturnType<typeof personMaker>;
  isFirst: boolean;
  ending: string;
  /** The same world with ids and chances of its own, so that the teams' stories stay as they are. */
  sharedWorld: DemoWorld;
};

function addCopy(world: DemoWorld, { person, isFirst, ending, sharedWorld }: Makers): void {
  const { rows, newId, today, now } = world;
  const known = (key: string) => {
    const found = demoPeople.find((one) => one.key === key);
    return person(isFirst && found ? { name: found.name, email: found.email } : undefined);
  };
  const schools = addPlaces(world, ending);
  const [finished, running] = [newId(), newId()];
  rows.cohort.push(
    {
      id: finished,
      name: `Last year’s cohort${ending}`,
      startsOn: dayAfter(today, -92 * 7),
      endsOn: dayAfter(today, -51 * 7),
    },
    {
      id: running,
      name: `This year’s cohort${ending}`,
      startsOn: dayAfter(today, -39 * 7),
      endsOn: dayAfter(today, 16 * 7),
    },
  );
  const coaches = [known('coach'), person(), person(), person(), person()];
  const facilitators = [known('facilitator'), person()];
  rows.facilitatorAssignment.push(
    { id: newId(), personId: facilitators[0]?.id ?? '', cohortId: running },
    { id: newId(), personId: facilitators[1]?.id ?? '', cohortId: finished },
  );
  rows.sponsorAssignment.push(
    { id: newId(), personId: known('sponsor').id, leaId: schools[0]?.leaId ?? '' },
    { id: newId(), personId: person().id, schoolId: schools[5]?.id ?? '' },
  );
  if (isFirst)
    rows.administratorAssignment.push({
      id: newId(),
      personId: known('administrator').id,
      since: now - 300 * 86_400_000,
    });
  const used = new Map<string, number>();
  const teams: DemoTeam[] = [];
  stories.forEach((story, turn) => {
    const kind = schoolKind(story, turn);
    const ofKind = schools.filter((school) => school.kind === kind);
    const nth = used.get(kind) ?? 0;
    used.set(kind, nth + 1);
    const teamId = newId();
    const coach = coaches[turn % 5 === 0 || turn < 4 ? 0 : turn % 5];
    rows.team.push({
      id: teamId,
      schoolId: ofKind[nth % ofKind.length]?.id ?? '',
      name: story.team,
      grades: story.grades,
      subject: story.subject,
      createdAt: now - 280 * 86_400_000,
    });
    const members =
      turn === 0
        ? [known('teacher'), known('special-educator')]
        : turn % 3 === 1
          ? [person(), person()]
          : [person(), person(), person()];
    members.forEach((member, index) => {
      const role =
        turn === 0
          ? index === 0
            ? 'general_educator'
            : 'special_educator'
          : (['lead', 'special_educator', 'general_educator'] as const)[index];
      rows.teamMembership.push({ id: newId(), teamId, personId: member.id, role: role ?? 'other' });
    });
    if (!isOver(turn)) rows.cohortTeam.push({ id: newId(), cohortId: running, teamId });
    if (isOver(turn) || wentOn(turn)) rows.cohortTeam.push({ id: newId(), cohortId: finished, teamId });
    if (coach)
      rows.coachAssignment.push({
        ...{ id: newId(), personId: coach.id, teamId },
        beganOn: dayAfter(today, -270),
      });
    const team = {
      story,
      teamId,
      memberIds: members.map(({ id }) => id),
      memberNames: members.map(({ name }) => name),
      running: !isOver(turn),
      turn,
    };
    teams.push(team);
    addTeamStory(world, team);
  });
  addSharedMeasures(sharedWorld, {
    ...{ id: running, facilitatorId: facilitators[0]?.id ?? '', stories: runningCohortMeasures, over: 0 },
    teams: teams.filter((team) => team.running),
  });
  addSharedMeasures(sharedWorld, {
    ...{ id: finished, facilitatorId: facilitators[1]?.id ?? '', stories: finishedCohortMeasures, over: 52 },
    teams: teams.filter((team) => !team.running),
  });
  if (!isFirst) return;
  const teamId = newId();
  rows.team.push({
    id: teamId,
    schoolId: schools[1]?.id ?? '',
    name: 'Grade 2 listening',
    grades: 'Grade 2',
    subject: 'Listening',
    createdAt: now - 3_600_000,
  });
  rows.teamMembership.push({ id: newId(), teamId, personId: known('new-team').id, role: 'lead' });
  rows.cohortTeam.push({ id: newId(), cohortId: running, teamId });
  rows.coachAssignment.push({ id: newId(), personId: coaches[0]?.id ?? '', teamId });
}

/**
 * Fills an empty database with the demo network: 4 LEAs, 14 schools, a finished and a running cohort, 26 teams at work and
 * one that begins today. The same seed and day give the same story.
 */
export async function seedDemoNetwork(database: Target, { now, copies = 1 }: Options): Promise<void> {
  const password = await hashPassword(demoPassword);
  const random = seededRandom(seed);
  const newId = idMaker(random, now);
  const today = new Date(now - 5 * 3_600_000).toISOString().slice(0, 10);
  const rows = noRows();
  const groups = firstStudentGroups(newId);
  const world: DemoWorld = {
    rows,
    random,
    newId,
    today,
    now,
    groupIds: new Map(groups.map(({ key, id }) => [key, id])),
  };
  rows.studentGroup.push(...groups);
  rows.network.push({
    id: newId(),
    name: 'Bold Lake Network (demo)',
    timeZone: 'America/New_York',
    createdAt: now - 300 * 86_400_000,
  });
  const person = personMaker(world, password);
  const sharedRandom = seededRandom(seed + 1);
  const sharedWorld = { ...world, random: sharedRandom, newId: idMaker(sharedRandom, now) };
  for (let copy = 0; copy < copies; copy += 1)
    addCopy(world, { person, sharedWorld, isFirst: copy === 0, ending: copy === 0 ? '' : ` ${copy + 1}` });
  const administrator = rows.administratorAssignment[0]?.personId ?? '';
  const stamps = { changedBy: administrator, changedAt: now - 290 * 86_400_000 };
  rows.dayOff.push(...demoBreaks(today).map((one) => ({ id: newId(), leaId: null, ...one, ...stamps })));
  for (const event of rows.activityEvent)
    if (event.happenedAt < now - toldAgo) event.toldAt = event.happenedAt;
  await database.inTransaction(async (tx) => {
    for (const name of tableOrder) {
      const values = rows[name];
      for (let start = 0; start < values.length; start += chunk)
        await tx.insert(schema[name]).values(values.slice(start, start + chunk));
    }
  });
}

/** What `npm run demo` says at the end. */
export function howToSignIn(url: string): string {
  const lines = demoPeople.map(
    ({ role, name, email }) => `  ${`${role}:`.padEnd(24)}${name.padEnd(18)}${email}`,
  );
  return [
    '',
    `The demo network is at ${url}`,
    'Its sign-in page offers one click per role. Or sign in with one of these and the password',
    `  ${demoPassword}`,
    '',
    ...lines,
    '',
  ].join('\n');
}
