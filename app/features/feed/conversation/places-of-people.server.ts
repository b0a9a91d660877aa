import { and, asc, eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  coachAssignment,
  facilitatorAssignment,
  school,
  sponsorAssignment,
  team,
  teamMembership,
} from '#db/schema';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/**
 * Where people work today, for beneath their words: `School · Team`, or else what they do in the network. Who is neither
 * has no entry.
 */
export async function placesOfPeople(
  db: Connection,
  personIds: string[],
  today: SchoolDay,
): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  if (personIds.length === 0) return places;
  const among = (column: SQLiteColumn) => inArray(column, personIds);
  const members = await db
    .select({ personId: teamMembership.personId, team: team.name, school: school.name })
    .from(teamMembership)
    .innerJoin(team, eq(team.id, teamMembership.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(among(teamMembership.personId), inForce(teamMembership.endedOn, today)))
    .orderBy(asc(teamMembership.id));
  for (const one of members)
    if (!places.has(one.personId)) places.set(one.personId, `${one.school} · ${one.team}`);
  const tables = [
    { table: facilitatorAssignment, name: 'Facilitator' },
    { table: coachAssignment, name: 'Coach' },
    { table: sponsorAssignment, name: 'Sponsor' },
  ];
  for (const { table, name } of tables) {
    const rows = await db
      .selectDistinct({ personId: table.personId })
      .from(table)
      .where(and(among(table.personId), inForce(table.endedOn, today)));
    for (const { personId } of rows) if (!places.has(personId)) places.set(personId, name);
  }
  return places;
}
