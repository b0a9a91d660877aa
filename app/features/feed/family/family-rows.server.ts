import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import {
  changeIdea,
  cycle,
  cycleDecision,
  post,
  postOrigin,
  ramp,
  replication,
  school,
  team,
} from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { ownTeam, readableTeam } from '~/features/people/team-scope.server';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { ownPost, visiblePost } from '../post-scope.server';

/** Who looks, and what posts they see. */
export type Reader = { db: Connection; actor: Actor; audienceIds: string[] };

const seen = ({ actor, audienceIds }: Reader): SQL =>
  sql`(${or(visiblePost(audienceIds), ownPost(actor)) ?? sql`0`})`;

const postColumns = (reader: Reader) => ({
  id: post.id,
  title: post.title,
  signedAs: post.signedAs,
  decision: post.decision,
  isByName: sql`${post.signature} = 'by_name'`.mapWith(Boolean),
  isShared: sql`${post.standing} = 'shared'`.mapWith(Boolean),
  isOwn: sql`${ownPost(reader.actor)}`.mapWith(Boolean),
  /** Null where the signature hides whose it is: nobody but its own team may walk on from there. */
  cycleId: sql<
    string | null
  >`case when ${post.signature} = 'by_name' or ${ownPost(reader.actor)} then ${postOrigin.cycleId} end`,
});

export type PostRow = Awaited<ReturnType<typeof findPostRow>>;

export async function findPostRow(reader: Reader, postId: string) {
  const rows = await reader.db
    .select(postColumns(reader))
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(and(eq(post.id, postId), seen(reader)));
  return rows[0] ?? null;
}

/**
 * The posts of these cycles that may stand for them in a tree: signed by name, or the reader's own team's. A post whose
 * signature hides its team is never joined to a cycle for others.
 */
export async function listPostsOfCycles(reader: Reader, cycleIds: string[]) {
  if (cycleIds.length === 0) return [];
  const { actor } = reader;
  return reader.db
    .select(postColumns(reader))
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(
      and(
        inArray(postOrigin.cycleId, cycleIds),
        seen(reader),
        or(eq(post.signature, 'by_name'), ownTeam(actor, postOrigin.teamId)),
      ),
    )
    .orderBy(desc(post.sharedAt), desc(post.id));
}

const cycleColumns = (actor: Actor) => ({
  cycleId: cycle.id,
  number: cycle.number,
  stage: cycle.stage,
  changeIdea: ramp.changeIdea,
  teamName: team.name,
  schoolName: school.name,
  decision: cycleDecision.decision,
  isReadable: sql`${readableTeam(actor, cycle.teamId)}`.mapWith(Boolean),
});

/** Cycles that began from these posts or this idea, the oldest first. */
export async function listReplications(
  { db, actor }: Reader,
  { postIds, ideaId, most }: { postIds: string[]; ideaId: string | null; most: number },
) {
  if (postIds.length === 0 && ideaId === null) return [];
  return db
    .select({ ...cycleColumns(actor), fromPostId: replication.fromPostId })
    .from(replication)
    .innerJoin(cycle, eq(cycle.id, replication.cycleId))
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, and(eq(cycleDecision.cycleId, cycle.id), eq(cycle.stage, 'complete')))
    .where(
      or(
        postIds.length > 0 ? inArray(replication.fromPostId, postIds) : undefined,
        ideaId === null ? undefined : eq(replication.fromIdeaId, ideaId),
      ),
    )
    .orderBy(asc(replication.startedAt), asc(replication.cycleId))
    .limit(most);
}

export type ReplicationRow = Awaited<ReturnType<typeof listReplications>>[number];

/** A cycle the reader may read; null otherwise. */
export async function findCycleRow({ db, actor }: Reader, cycleId: string) {
  const rows = await db
    .select(cycleColumns(actor))
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .innerJoin(team, eq(team.id, cycle.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .leftJoin(cycleDecision, and(eq(cycleDecision.cycleId, cycle.id), eq(cycle.stage, 'complete')))
    .where(and(eq(cycle.id, cycleId), readableTeam(actor, cycle.teamId)));
  return rows[0] ?? null;
}

const familyQuery = perConnection((db) =>
  db
    .select({
      has: sql<number>`exists (select 1 from ${replication} r where r.cycle_id = ${cycle.id}) or exists (select 1 from ${postOrigin} o inner join ${replication} r on r.from_post_id = o.post_id where o.cycle_id = ${cycle.id})`,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(eq(cycle.id, sql.placeholder('cycleId')))
    .prepare(),
);

/** Whether anything leads to a cycle or from it: most have no family, and their pages ask no more than this. */
export async function hasFamily(db: Connection, cycleId: string): Promise<boolean> {
  const rows = await familyQuery(db).execute({ cycleId });
  return rows[0]?.has === 1;
}

/** What a cycle began from; null when it is the team's own. The cycle came from a query in scope. */
export async function findOriginOf({ db }: Pick<Reader, 'db'>, cycleId: string) {
  const rows = await db
    .select({
      postId: replication.fromPostId,
      ideaId: replication.fromIdeaId,
      ideaName: changeIdea.name,
      kept: replication.kept,
      changed: replication.changed,
    })
    .from(replication)
    .leftJoin(changeIdea, eq(changeIdea.id, replication.fromIdeaId))
    .where(eq(replication.cycleId, cycleId));
  return rows[0] ?? null;
}

/** The idea's visible posts from which a cycle began, the newest first. */
export async function listTriedPostsOfIdea(reader: Reader, ideaId: string, most: number) {
  return reader.db
    .select({
      ...postColumns(reader),
      isReplication:
        sql`exists (select 1 from ${replication} r where r.cycle_id = ${postOrigin.cycleId} and (${post.signature} = 'by_name' or ${ownPost(reader.actor)}))`.mapWith(
          Boolean,
        ),
    })
    .from(post)
    .innerJoin(postOrigin, eq(postOrigin.postId, post.id))
    .where(
      and(
        eq(post.ideaId, ideaId),
        visiblePost(reader.audienceIds),
        sql`exists (select 1 from ${replication} r where r.from_post_id = ${post.id})`,
      ),
    )
    .orderBy(desc(post.sharedAt), desc(post.id))
    .limit(most);
}
