import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cohortTeam, cycle, lea, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import type { Cohort } from '~/features/people/cohort';
import { findCohort } from '~/features/people/cohort-queries.server';
import { facilitates } from '~/features/people/people-policy';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { TeamsFilter } from './teams-filter';

/**
 * A cohort for one of its own facilitators, null for everybody else. All teams of the cohort are within their reach (rule 1
 * of product.md), so the queries of the glance go by the cohort alone and are built once for everybody.
 */
export async function findFacilitatedCohort(
  db: Connection,
  actor: Actor,
  cohortId: string,
): Promise<Cohort | null> {
  return facilitates(actor, cohortId) ? findCohort(db, actor, cohortId) : null;
}

/** As `findFacilitatedCohort`, of a cohort that was found already. */
export function asFacilitated(actor: Actor, cohort: Cohort): Cohort | null {
  return facilitates(actor, cohort.id) ? cohort : null;
}

/** The placeholders of `ofCohort`, `wantedTeam` and `inItsYear`. */
export function placesOf({ id, startsOn, endsOn }: Cohort, filter: TeamsFilter) {
  const like = `%${filter.search.replaceAll(/[%_\\]/g, '')}%`;
  return { cohortId: id, startsOn, endsOn, like, leaId: filter.leaId ?? '' };
}

/** The teams of the cohort, as a set, so that indexes lead from teams to what is theirs. */
export function ofCohort(teamId: SQLiteColumn): SQL {
  return inArray(
    teamId,
    new QueryBuilder()
      .select({ id: cohortTeam.teamId })
      .from(cohortTeam)
      .where(eq(cohortTeam.cohortId, sql.placeholder('cohortId'))),
  );
}

/** For queries that have joined team and school: those that the filter of the page asks for. */
export const wantedTeam = sql`(${team.name} like ${sql.placeholder('like')} or ${school.name} like ${sql.placeholder('like')}) and ${sql.placeholder('leaId')} in ('', ${school.leaId})`;

/** Cycles whose planned days touch the cohort's year. */
export const inItsYear = sql`${cycle.plannedEnd} >= ${sql.placeholder('startsOn')} and ${cycle.plannedStart} <= ${sql.placeholder('endsOn')}`;

const leasQuery = perConnection((db) =>
  db
    .selectDistinct({ id: lea.id, name: lea.name })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .innerJoin(lea, eq(lea.id, school.leaId))
    .where(and(eq(cohortTeam.cohortId, sql.placeholder('cohortId'))))
    .orderBy(asc(lea.name))
    .prepare(),
);

/** The LEAs of a cohort's teams, by name, for a filter. */
export async function listLeasOfCohort(db: Connection, cohort: Cohort) {
  return leasQuery(db).execute({ cohortId: cohort.id });
}
