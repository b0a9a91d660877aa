import { and, asc, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import {
  coachAssignment,
  cohortTeam,
  facilitatorAssignment,
  meeting,
  meetingInvitation,
  person,
  school,
  team,
  teamMembership,
} from '#db/schema';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import type { Invitable, Invitation, Place } from './invitation';
import type { HadRole } from './rotate-roles-rules';

type Of = Pick<Meeting, 'cohortId' | 'teamId'>;

/** The teams of a meeting, for a query of `team`: the one it is of, or all of its cohort. */
const teamOf = ({ cohortId, teamId }: Of) =>
  teamId !== null
    ? eq(team.id, teamId)
    : sql`${team.id} in (select c.team_id from ${cohortTeam} c where c.cohort_id = ${cohortId})`;

function memberRows(db: Connection, of: Of, today: SchoolDay) {
  return db
    .select({
      ...{ personId: person.id, name: person.name },
      ...{ teamId: team.id, teamName: team.name, schoolName: school.name },
    })
    .from(teamMembership)
    .innerJoin(person, eq(person.id, teamMembership.personId))
    .innerJoin(team, eq(team.id, teamMembership.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(teamOf(of), inForce(teamMembership.endedOn, today)))
    .orderBy(asc(school.name), asc(team.name), asc(person.name), asc(person.id));
}

function coachRows(db: Connection, of: Of, today: SchoolDay) {
  return db
    .selectDistinct({ personId: person.id, name: person.name })
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .innerJoin(team, eq(team.id, coachAssignment.teamId))
    .where(and(teamOf(of), inForce(coachAssignment.endedOn, today)))
    .orderBy(asc(person.name), asc(person.id));
}

function facilitatorRows(db: Connection, cohortId: string, today: SchoolDay) {
  return db
    .selectDistinct({ personId: person.id, name: person.name })
    .from(facilitatorAssignment)
    .innerJoin(person, eq(person.id, facilitatorAssignment.personId))
    .where(and(eq(facilitatorAssignment.cohortId, cohortId), inForce(facilitatorAssignment.endedOn, today)))
    .orderBy(asc(person.name), asc(person.id));
}

/**
 * Who may be invited today: the members and coaches of the cohort's teams and its facilitators, or a team's members and
 * coaches; each once, by school, team and name. Three statements.
 */
export async function listInvitable(db: Connection, of: Of, today: SchoolDay): Promise<Invitable[]> {
  const people = new Map<string, Invitable>();
  const add = ({ personId, name }: { personId: string; name: string }, place: Place) => {
    const known = people.get(personId) ?? { personId, name, places: [] };
    known.places.push(place);
    people.set(personId, known);
  };
  for (const { teamId, teamName, schoolName, ...one } of await memberRows(db, of, today))
    add(one, { as: 'member', teamId, teamName, schoolName });
  for (const one of await coachRows(db, of, today)) add(one, { as: 'coach' });
  const facilitators = of.cohortId === null ? [] : await facilitatorRows(db, of.cohortId, today);
  for (const one of facilitators) add(one, { as: 'facilitator' });
  return [...people.values()];
}

/** All invitations of a meeting, standing or withdrawn, by name. */
export function listInvitations(db: Connection, meetingId: string): Promise<Invitation[]> {
  return db
    .select({
      ...{ id: meetingInvitation.id, personId: person.id, name: person.name },
      ...{ teamId: meetingInvitation.teamId, role: meetingInvitation.role, answer: meetingInvitation.answer },
      isWithdrawn: sql`${meetingInvitation.withdrawnAt} is not null`.mapWith(Boolean),
    })
    .from(meetingInvitation)
    .innerJoin(person, eq(person.id, meetingInvitation.personId))
    .where(eq(meetingInvitation.meetingId, meetingId))
    .orderBy(asc(person.name), asc(person.id));
}

/** Who had a role in earlier meetings of the same series, or of the same cohort or team. */
export async function listEarlierRoles(
  db: Connection,
  { seriesId, cohortId, teamId, startsAt }: Of & Pick<Meeting, 'seriesId' | 'startsAt'>,
): Promise<HadRole[]> {
  return db
    .select({ personId: meetingInvitation.personId, at: meeting.startsAt })
    .from(meetingInvitation)
    .innerJoin(meeting, eq(meeting.id, meetingInvitation.meetingId))
    .where(
      and(
        or(
          seriesId === null ? undefined : eq(meeting.seriesId, seriesId),
          cohortId === null ? undefined : eq(meeting.cohortId, cohortId),
          teamId === null ? undefined : eq(meeting.teamId, teamId),
        ),
        ...[lt(meeting.startsAt, startsAt), isNull(meeting.cancelledAt)],
        ...[isNotNull(meetingInvitation.role), isNull(meetingInvitation.withdrawnAt)],
        or(isNull(meetingInvitation.answer), ne(meetingInvitation.answer, 'no')),
      ),
    );
}
