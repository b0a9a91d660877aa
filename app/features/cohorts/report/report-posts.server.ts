import { and, desc, eq, exists, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { cohortTeam, post, postOrigin, team } from '#db/schema';
import { wholeNetwork, visiblePost } from '~/features/feed/post-scope.server';
import type { Connection } from '~/platform/database.server';
import type { TimeSpan } from '../time-span';
import { mostOffered } from './report-bounds';

const builder = () => new QueryBuilder();

/** Shared by a team of the cohort. Tells whose a post is: only beside a signature by name. */
export function originInCohort(cohortId: string): SQL {
  return exists(
    builder()
      .select({ one: sql`1` })
      .from(postOrigin)
      .innerJoin(cohortTeam, eq(cohortTeam.teamId, postOrigin.teamId))
      .where(and(eq(postOrigin.postId, post.id), eq(cohortTeam.cohortId, cohortId))),
  );
}

/** Shared by a school that has a team in the cohort: where only the team is hidden, its print names the school. */
function schoolInCohort(cohortId: string): SQL {
  const schools = builder()
    .select({ id: team.schoolId })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .where(eq(cohortTeam.cohortId, cohortId));
  return exists(
    builder()
      .select({ one: sql`1` })
      .from(postOrigin)
      .innerJoin(team, eq(team.id, postOrigin.teamId))
      .where(and(eq(postOrigin.postId, post.id), inArray(team.schoolId, schools))),
  );
}

/** Shared with everybody in the network, and standing. */
const inNetwork = and(visiblePost([wholeNetwork]), eq(post.audience, 'network'));

export const told = inArray(post.kind, ['win', 'loss']);

/**
 * The posts a report of a cohort may tell of: wins and losses for the whole network, as far as their signature lets them be
 * known as the cohort's. One whose school is hidden may be anybody's, so all of the network are offered alike.
 */
export function mayBeTold(cohortId: string): SQL | undefined {
  return and(
    inNetwork,
    told,
    or(
      eq(post.signature, 'school_hidden'),
      and(eq(post.signature, 'team_hidden'), schoolInCohort(cohortId)),
      and(eq(post.signature, 'by_name'), originInCohort(cohortId)),
    ),
  );
}

/** Signed by name by a team of the cohort, for the whole network. */
export const toldByName = (cohortId: string) =>
  and(inNetwork, eq(post.signature, 'by_name'), originInCohort(cohortId));

export const sharedWithin = ({ begins, ends }: TimeSpan) =>
  and(gte(post.sharedAt, begins), lt(post.sharedAt, ends));

/** Of these posts those that a report of the cohort may tell of, in the order given. */
export async function tellablePosts(
  db: Connection,
  cohortId: string,
  postIds: readonly string[],
): Promise<string[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(and(inArray(post.id, [...postIds]), mayBeTold(cohortId)));
  const known = new Set(rows.map(({ id }) => id));
  return postIds.filter((id) => known.has(id));
}

/** The posts of a time that a report may tell of, newest first. */
export async function listTellablePosts(db: Connection, cohortId: string, span: TimeSpan): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(and(mayBeTold(cohortId), sharedWithin(span)))
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(mostOffered);
  return rows.map(({ id }) => id);
}
