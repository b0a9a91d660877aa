import { and, eq, exists, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { cohortTeam, post, postOrigin, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { memberTeamIds } from '~/features/people/people-policy';
import { ownTeam } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';

/** What a post for everybody in the network is shared with. */
export const wholeNetwork = 'network';

type Place = { teamId: string; schoolId: string; leaId: string; cohortId: string | null };

function placesQuery(db: Connection, actor: Actor) {
  const direct = [...memberTeamIds(actor), ...actor.coachedTeamIds];
  const { facilitatedCohortIds: cohorts, sponsoredSchoolIds: schools, sponsoredLeaIds: leas } = actor;
  return db
    .select({ teamId: team.id, schoolId: school.id, leaId: school.leaId, cohortId: cohortTeam.cohortId })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cohortTeam, eq(cohortTeam.teamId, team.id))
    .where(
      or(
        direct.length > 0 ? inArray(team.id, direct) : undefined,
        cohorts.length > 0
          ? inArray(
              team.id,
              new QueryBuilder()
                .select({ teamId: cohortTeam.teamId })
                .from(cohortTeam)
                .where(inArray(cohortTeam.cohortId, cohorts)),
            )
          : undefined,
        schools.length > 0 ? inArray(school.id, schools) : undefined,
        leas.length > 0 ? inArray(school.leaId, leas) : undefined,
      ),
    )
    .prepare();
}

const mostBuilt = 300;
const builtFor = perConnection(() => new Map<string, ReturnType<typeof placesQuery>>());

/** The places of the teams an actor works in, coaches, facilitates or sponsors. */
async function placesOf(db: Connection, actor: Actor): Promise<Place[]> {
  const reach = [
    ...[memberTeamIds(actor), actor.coachedTeamIds, actor.facilitatedCohortIds],
    ...[actor.sponsoredSchoolIds, actor.sponsoredLeaIds],
  ];
  if (reach.every((ids) => ids.length === 0)) return [];
  const built = builtFor(db);
  const key = reach.join('|');
  const query = built.get(key) ?? placesQuery(db, actor);
  if (built.size >= mostBuilt) built.clear();
  built.set(key, query);
  return query.execute();
}

/**
 * What an actor belongs to, as the ids that posts are shared with: teams they work in, coach or facilitate; schools, LEAs
 * and cohorts of those teams and of the schools they sponsor; the network.
 */
export async function audienceIdsOf(db: Connection, actor: Actor): Promise<string[]> {
  const places = await placesOf(db, actor);
  const ids = new Set<string>([wholeNetwork, ...actor.sponsoredSchoolIds, ...actor.sponsoredLeaIds]);
  const sponsors = actor.sponsoredSchoolIds.length + actor.sponsoredLeaIds.length > 0;
  const near = new Set([...memberTeamIds(actor), ...actor.coachedTeamIds]);
  for (const { teamId, schoolId, leaId, cohortId } of places) {
    const follows = near.has(teamId) || (cohortId !== null && actor.facilitatedCohortIds.includes(cohortId));
    if (follows) ids.add(teamId);
    const sponsored =
      sponsors && (actor.sponsoredSchoolIds.includes(schoolId) || actor.sponsoredLeaIds.includes(leaId));
    if (follows || sponsored) ids.add(schoolId).add(leaId);
    if (cohortId !== null && (follows || sponsored)) ids.add(cohortId);
  }
  for (const cohortId of actor.facilitatedCohortIds) ids.add(cohortId);
  return [...ids].sort();
}

/** Whether a post is the actor's own team's. */
export function ownPost(actor: Actor): SQL {
  return exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(postOrigin)
      .where(and(eq(postOrigin.postId, post.id), ownTeam(actor, postOrigin.teamId))),
  );
}

/** The posts that stand and are shared with somebody of these audiences: the scope of feed, search, ideas and every embed. */
export function visiblePost(audienceIds: string[]): SQL {
  return sql`${eq(post.standing, 'shared')} and ${inArray(post.audienceId, audienceIds)}`;
}

/** As `visiblePost`, with the hidden ones: for facilitators, who may show them again. */
export function moderatedPost(audienceIds: string[]): SQL {
  return sql`${inArray(post.standing, ['shared', 'hidden'])} and ${inArray(post.audienceId, audienceIds)}`;
}
