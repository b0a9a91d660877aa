import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import {
  agendaItem,
  coachAssignment,
  facilitatorAssignment,
  meetingInvitation,
  person,
  school,
  team,
  teamMembership,
} from '#db/schema';
import type { DayOff } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { runnersWords } from './commitment-words';
import type { TakerChoices } from './taker';

type Of = Pick<Meeting, 'id' | 'kind' | 'cohortId' | 'teamId'>;
type PersonRow = { personId: string; name: string };
type TeamRow = { teamId: string; name: string; schoolName: string; leaId: string };

const teamColumns = { teamId: team.id, name: team.name, schoolName: school.name, leaId: school.leaId };
const personColumns = { personId: person.id, name: person.name };

function membersOf(db: Connection, teamId: string, today: SchoolDay): Promise<PersonRow[]> {
  return db
    .select(personColumns)
    .from(teamMembership)
    .innerJoin(person, eq(person.id, teamMembership.personId))
    .where(and(eq(teamMembership.teamId, teamId), inForce(teamMembership.endedOn, today)));
}

async function runnersOf(db: Connection, { cohortId, teamId }: Of, today: SchoolDay): Promise<PersonRow[]> {
  if (teamId === null)
    return db
      .select(personColumns)
      .from(facilitatorAssignment)
      .innerJoin(person, eq(person.id, facilitatorAssignment.personId))
      .where(
        and(
          eq(facilitatorAssignment.cohortId, cohortId ?? ''),
          inForce(facilitatorAssignment.endedOn, today),
        ),
      );
  const coaches = await db
    .select(personColumns)
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .where(and(eq(coachAssignment.teamId, teamId), inForce(coachAssignment.endedOn, today)));
  return [...(await membersOf(db, teamId, today)), ...coaches];
}

async function comersOf(db: Connection, { id }: Of): Promise<(TeamRow & { person: PersonRow })[]> {
  return db
    .select({ ...teamColumns, person: personColumns })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .innerJoin(team, eq(team.id, meetingInvitation.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(
      and(
        eq(meetingInvitation.meetingId, id),
        isNull(meetingInvitation.withdrawnAt),
        isNotNull(meetingInvitation.teamId),
      ),
    )
    .orderBy(asc(person.name));
}

async function presentersOf(db: Connection, { id, teamId }: Of): Promise<TeamRow[]> {
  const presenting = await db
    .selectDistinct(teamColumns)
    .from(agendaItem)
    .innerJoin(team, eq(team.id, agendaItem.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(agendaItem.meetingId, id));
  if (teamId === null) return presenting;
  const own = await db
    .select(teamColumns)
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return [...own, ...presenting];
}

function once(people: PersonRow[]): PersonRow[] {
  const known = new Map(people.map(({ personId, name }) => [personId, { personId, name }]));
  return [...known.values()].toSorted(
    (one, other) => one.name.localeCompare(other.name) || one.personId.localeCompare(other.personId),
  );
}

/**
 * Who may take something on in a meeting that `findMeeting` gave: the teams invited to it or presenting in it, each with
 * the people invited with it; and those who run it. With the days about `today` on which a school of theirs rests.
 */
export async function loadTakerChoices(
  db: Connection,
  of: Of,
  today: SchoolDay,
): Promise<{ choices: TakerChoices; daysOff: DayOff[] }> {
  const comers = await comersOf(db, of);
  const rows = [...(await presentersOf(db, of)), ...comers];
  const people = new Map<string, PersonRow[]>();
  for (const one of comers) people.set(one.teamId, [...(people.get(one.teamId) ?? []), one.person]);
  if (of.teamId !== null)
    people.set(of.teamId, [...(people.get(of.teamId) ?? []), ...(await membersOf(db, of.teamId, today))]);
  const teams = new Map(
    rows.map(({ teamId, name, schoolName }) => [
      teamId,
      { teamId, name, schoolName, people: once(people.get(teamId) ?? []) },
    ]),
  );
  const daysOff = await listDaysOffAbout(db, today);
  const leas = new Set(rows.map(({ leaId }) => leaId));
  return {
    choices: {
      runnersName: runnersWords(of.kind),
      runners: once(await runnersOf(db, of, today)),
      teams: [...teams.values()].toSorted(
        (one, other) =>
          `${one.schoolName} ${one.name}`.localeCompare(`${other.schoolName} ${other.name}`) ||
          one.teamId.localeCompare(other.teamId),
      ),
    },
    daysOff: daysOff.filter(({ leaId }) => leaId === null || leas.has(leaId)),
  };
}
