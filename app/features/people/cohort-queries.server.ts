import { and, asc, count, eq, sql } from 'drizzle-orm';
import { cohort, cohortTeam, school, team } from '#db/schema';
import type { Connection } from '~/platform/database.server';
import type { Actor } from './actor';
import type { Cohort, CohortTeam } from './cohort';
import { readableCohort, readableTeam } from './team-scope.server';

const columns = { id: cohort.id, name: cohort.name, startsOn: cohort.startsOn, endsOn: cohort.endsOn };

/** Null when it is not there or not for this actor. */
export async function findCohort(db: Connection, actor: Actor, cohortId: string): Promise<Cohort | null> {
  const rows = await db
    .select(columns)
    .from(cohort)
    .where(and(eq(cohort.id, cohortId), readableCohort(actor, cohort.id)));
  return rows[0] ?? null;
}

/** The cohorts whose pages an actor may read, the newest first. */
export async function listCohorts(db: Connection, actor: Actor): Promise<Cohort[]> {
  return db
    .select(columns)
    .from(cohort)
    .where(readableCohort(actor, cohort.id))
    .orderBy(sql`${cohort.startsOn} desc`, asc(cohort.name));
}

const pageSize = 50;

/** The teams of a cohort that `findCohort` gave, by name and school, fifty to a page. */
export async function listTeamsOfCohort(
  db: Connection,
  actor: Actor,
  { cohortId, page }: { cohortId: string; page: number },
): Promise<{ teams: CohortTeam[]; total: number; pages: number }> {
  const counted = await db.select({ n: count() }).from(cohortTeam).where(eq(cohortTeam.cohortId, cohortId));
  const total = counted[0]?.n ?? 0;
  const teams = await db
    .select({
      id: team.id,
      name: team.name,
      schoolName: school.name,
      isReadable: sql`${readableTeam(actor, team.id)}`.mapWith(Boolean),
    })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(cohortTeam.cohortId, cohortId))
    .orderBy(asc(team.name), asc(school.name), asc(team.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { teams, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}
