import { and, eq, sql } from 'drizzle-orm';
import { coachAssignment, person, school, team, teamMembership } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { inForce } from '~/features/people/in-force.server';
import { readableTeam } from '~/features/people/team-scope.server';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { CycleTeam } from './cycle';

const teamIdHere = sql.placeholder('teamId');

const peopleQuery = perConnection((db) => {
  const members = db
    .select({
      id: person.id,
      name: person.name,
      role: sql<string>`${teamMembership.role}`.as('role'),
      rank: sql<number>`case ${teamMembership.role} when 'lead' then 0 when 'general_educator' then 1 when 'special_educator' then 2 else 3 end`.as(
        'rank',
      ),
    })
    .from(teamMembership)
    .innerJoin(person, eq(person.id, teamMembership.personId))
    .where(
      and(eq(teamMembership.teamId, teamIdHere), inForce(teamMembership.endedOn, sql.placeholder('today'))),
    );
  const coaches = db
    .select({ id: person.id, name: person.name, role: sql<string>`'coach'`, rank: sql<number>`4` })
    .from(coachAssignment)
    .innerJoin(person, eq(person.id, coachAssignment.personId))
    .where(
      and(eq(coachAssignment.teamId, teamIdHere), inForce(coachAssignment.endedOn, sql.placeholder('today'))),
    );
  return members
    .unionAll(coaches)
    .orderBy(sql`rank`, sql`name`)
    .prepare();
});

/** Who works in a team and who coaches it; null when it is not there or not for this actor. */
export async function findCycleTeam(
  db: Connection,
  actor: Actor,
  teamId: string,
  today: SchoolDay,
): Promise<CycleTeam | null> {
  const rows = await db
    .select({ teamId: team.id, teamName: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(team.id, teamId), readableTeam(actor, team.id)));
  const found = rows[0];
  if (!found) return null;
  const people = await peopleQuery(db).execute({ teamId, today });
  return {
    ...found,
    members: people.flatMap(({ id, name, role }) =>
      role === 'lead' || role === 'general_educator' || role === 'special_educator' || role === 'other'
        ? [{ id, name, role }]
        : [],
    ),
    coaches: people.filter(({ role }) => role === 'coach').map(({ name }) => name),
  };
}
