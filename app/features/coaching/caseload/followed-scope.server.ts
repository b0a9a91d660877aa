import { and, eq, exists, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cohortTeam } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { CaseloadScope } from './caseload-filter';

const nobody = sql`1 = 0`;

/** The teams somebody follows as a coach, or as a facilitator of their cohort too. Working in a team is not following it. */
export function followedTeam(actor: Actor, scope: CaseloadScope, teamId: SQLiteColumn): SQL {
  const { coachedTeamIds: coached, facilitatedCohortIds: cohorts } = actor;
  const asCoach = coached.length > 0 ? inArray(teamId, coached) : undefined;
  if (scope === 'mine') return asCoach ?? nobody;
  const asFacilitator =
    cohorts.length > 0
      ? exists(
          new QueryBuilder()
            .select({ one: sql`1` })
            .from(cohortTeam)
            .where(and(eq(cohortTeam.teamId, teamId), inArray(cohortTeam.cohortId, cohorts))),
        )
      : undefined;
  return or(asCoach, asFacilitator) ?? nobody;
}

type Followed = (teamId: SQLiteColumn) => SQL;

/** Builds a query once for each connection, reach and scope. */
export function perScope<T>(
  build: (db: Connection, followed: Followed, scope: CaseloadScope) => T,
): (db: Connection, actor: Actor, scope: CaseloadScope) => T {
  const built = (scope: CaseloadScope) =>
    perReach((db, actor) => build(db, (teamId) => followedTeam(actor, scope, teamId), scope));
  const queries = { mine: built('mine'), all: built('all') };
  return (db, actor, scope) => queries[scope](db, actor);
}
