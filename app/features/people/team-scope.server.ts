import { and, eq, exists, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { cohortTeam, team } from '#db/schema';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { Actor } from './actor';
import { memberTeamIds } from './people-policy';

const nothing = sql`1 = 0`;

/** Rule 1 of product.md as a condition: the team itself, its coaches, the facilitators of its cohorts. */
export function readableTeam(actor: Actor, teamId: SQLiteColumn): SQL {
  const direct = [...memberTeamIds(actor), ...actor.coachedTeamIds];
  return (
    or(
      direct.length > 0 ? inArray(teamId, direct) : undefined,
      actor.facilitatedCohortIds.length > 0
        ? exists(
            new QueryBuilder()
              .select({ one: sql`1` })
              .from(cohortTeam)
              .where(
                and(eq(cohortTeam.teamId, teamId), inArray(cohortTeam.cohortId, actor.facilitatedCohortIds)),
              ),
          )
        : undefined,
    ) ?? nothing
  );
}

/** The teams a person works in. */
export function ownTeam(actor: Actor, teamId: SQLiteColumn): SQL {
  const own = memberTeamIds(actor);
  return own.length > 0 ? inArray(teamId, own) : nothing;
}

/** A cohort is read by its facilitators, and by the members and coaches of its teams. */
export function readableCohort(actor: Actor, cohortId: SQLiteColumn): SQL {
  const teams = [...memberTeamIds(actor), ...actor.coachedTeamIds];
  return (
    or(
      actor.facilitatedCohortIds.length > 0 ? inArray(cohortId, actor.facilitatedCohortIds) : undefined,
      teams.length > 0
        ? exists(
            new QueryBuilder()
              .select({ one: sql`1` })
              .from(cohortTeam)
              .where(and(eq(cohortTeam.cohortId, cohortId), inArray(cohortTeam.teamId, teams))),
          )
        : undefined,
    ) ?? nothing
  );
}

/** The condition for a query that has joined `team`. */
export function teamScopeOf(actor: Actor): SQL {
  return readableTeam(actor, team.id);
}

const mostReaches = 300;

/**
 * Builds a query once for each connection and each set of teams somebody reaches; what changes from call to call is a
 * placeholder in it. `build` may look at nothing of the actor but that reach.
 */
export function perReach<T>(build: (db: Connection, actor: Actor) => T): (db: Connection, actor: Actor) => T {
  const builtFor = perConnection(() => new Map<string, { query: T }>());
  return (db, actor) => {
    const built = builtFor(db);
    const reach = [memberTeamIds(actor), actor.coachedTeamIds, actor.facilitatedCohortIds].join('|');
    const known = built.get(reach) ?? { query: build(db, actor) };
    if (built.size >= mostReaches) built.clear();
    built.set(reach, known);
    return known.query;
  };
}
