import { and, asc, count, eq, exists, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { coachAssignment, cohortTeam, person, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { inForce } from '~/features/people/in-force.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';

/** A team with the names of those who coach it; nothing of its work. */
export type TeamWithCoaches = { id: string; name: string; schoolName: string; coaches: string[] };

const pageSize = 50;

/** Administrators assign coaches to every team, facilitators to those of their cohorts. */
function assignableTeam(actor: Actor): SQL | undefined {
  if (actor.isAdministrator) return undefined;
  if (actor.facilitatedCohortIds.length === 0) return sql`1 = 0`;
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(cohortTeam)
      .where(and(eq(cohortTeam.teamId, team.id), inArray(cohortTeam.cohortId, actor.facilitatedCohortIds))),
  );
}

/** The teams to which somebody assigns coaches, fifty to a page, by school and name; `search` looks in both. */
export async function listTeamsWithCoaches(
  db: Connection,
  actor: Actor,
  { search, page, today }: { search: string; page: number; today: SchoolDay },
): Promise<{ teams: TeamWithCoaches[]; total: number; pages: number }> {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  const wanted = and(
    assignableTeam(actor),
    search === '' ? undefined : or(sql`${team.name} like ${like}`, sql`${school.name} like ${like}`),
  );
  const [counted] = await db
    .select({ n: count() })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted);
  const total = counted?.n ?? 0;
  const teams = await db
    .select({ id: team.id, name: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted)
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const coaches =
    teams.length === 0
      ? []
      : await db
          .select({ teamId: coachAssignment.teamId, name: person.name })
          .from(coachAssignment)
          .innerJoin(person, eq(person.id, coachAssignment.personId))
          .where(
            and(
              inArray(
                coachAssignment.teamId,
                teams.map(({ id }) => id),
              ),
              inForce(coachAssignment.endedOn, today),
            ),
          )
          .orderBy(asc(person.name));
  return {
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    teams: teams.map((one) => ({
      ...one,
      coaches: coaches.flatMap(({ teamId, name }) => (teamId === one.id ? [name] : [])),
    })),
  };
}
