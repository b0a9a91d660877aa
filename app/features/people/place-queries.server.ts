import { and, asc, countDistinct, eq, inArray, or, sql } from 'drizzle-orm';
import { activityEvent, cohort, cohortTeam, cycle, school, team } from '#db/schema';
import { coachingActivityKinds } from '#db/vocabulary';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { Actor } from './actor';
import { memberTeamIds } from './people-policy';
import type { TeamInList } from './team-lists';
import { readableTeam } from './team-scope.server';

const placeQuery = perConnection((db) =>
  db
    .select({ team: team.name, school: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, sql.placeholder('teamId')))
    .prepare(),
);

/** Where somebody works, for the head of the page: `Eastern Ridge ES · Grade 4 writing`. */
export async function placeOf(db: Connection, actor: Actor): Promise<string | null> {
  const first = memberTeamIds(actor)[0];
  if (first === undefined) return null;
  const rows = await placeQuery(db).execute({ teamId: first });
  return rows[0] ? `${rows[0].school} · ${rows[0].team}` : null;
}

const pageSize = 50;

/** The teams an actor may read, fifty to a page, by school and name; `search` looks in both. */
export async function listTeams(
  db: Connection,
  actor: Actor,
  { search, page }: { search: string; page: number },
): Promise<{ teams: TeamInList[]; total: number; pages: number }> {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  const wanted = and(
    readableTeam(actor, team.id),
    search === '' ? undefined : or(sql`${team.name} like ${like}`, sql`${school.name} like ${like}`),
  );
  const counted = await db
    .select({ n: countDistinct(team.id) })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted);
  const total = counted[0]?.n ?? 0;
  const teams = await db
    .select({
      id: team.id,
      name: team.name,
      schoolName: school.name,
      openCycles: sql<number>`(select count(*) from ${cycle} c where c.team_id = ${team.id} and c.stage in ('plan', 'do', 'study', 'act'))`,
      lastActivity: sql<
        number | null
      >`(select max(a.happened_at) from ${activityEvent} a where a.team_id = ${team.id} and a.post_id is null and a.kind not in ${[...coachingActivityKinds]})`,
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(wanted)
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { teams, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

/** Cohorts a facilitator runs, with how many teams each has. */
export async function listFacilitatedCohorts(db: Connection, actor: Actor) {
  if (actor.facilitatedCohortIds.length === 0) return [];
  return db
    .select({
      id: cohort.id,
      name: cohort.name,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      teams: countDistinct(cohortTeam.teamId),
    })
    .from(cohort)
    .leftJoin(cohortTeam, eq(cohortTeam.cohortId, cohort.id))
    .where(inArray(cohort.id, actor.facilitatedCohortIds))
    .groupBy(cohort.id)
    .orderBy(asc(cohort.startsOn));
}
