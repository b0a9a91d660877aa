import { inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder, union } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cohortTeam, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import type { CaseloadScope } from './caseload-filter';

const nobody = sql`1 = 0`;

/** The teams of cohorts; as a set and not as a question per row, so that indexes lead from teams to what is theirs. */
function teamsOfCohorts(cohortIds: string[]) {
  return new QueryBuilder()
    .select({ id: cohortTeam.teamId })
    .from(cohortTeam)
    .where(inArray(cohortTeam.cohortId, cohortIds));
}

/** The teams somebody follows as a coach, or as a facilitator of their cohort too. Working in a team is not following it. */
export function followedTeam(actor: Actor, scope: CaseloadScope, teamId: SQLiteColumn): SQL {
  const { coachedTeamIds: coached, facilitatedCohortIds: cohorts } = actor;
  const wide = scope === 'all' && cohorts.length > 0;
  if (coached.length === 0) return wide ? inArray(teamId, teamsOfCohorts(cohorts)) : nobody;
  if (!wide) return inArray(teamId, coached);
  const asCoach = new QueryBuilder().select({ id: team.id }).from(team).where(inArray(team.id, coached));
  return inArray(teamId, union(asCoach, teamsOfCohorts(cohorts)));
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
