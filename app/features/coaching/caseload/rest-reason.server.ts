import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { caseloadRest, cycle, measure, review, reviewStep, school, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import { followedTeam } from './followed-scope.server';
import type { RestedThing } from './rest-key';

/** The table in which the thing that a reason is about stands; null where the reason is about the team itself. */
function tableOf(reason: RestedThing['reason']) {
  if (reason === 'review_asked') return review;
  if (reason === 'no_data' || reason === 'signal') return measure;
  return reason === 'quiet' ? null : cycle;
}

/** A review is laid aside for one turn of it: `<review id>/<step id>`. */
async function isStepOf(
  tx: Connection,
  teamId: string,
  { reviewId, stepId }: { reviewId: string; stepId: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: reviewStep.id })
    .from(reviewStep)
    .innerJoin(review, eq(review.id, reviewStep.reviewId))
    .where(and(eq(reviewStep.id, stepId), eq(review.id, reviewId), eq(review.teamId, teamId)));
  return rows.length > 0;
}

async function isOfTeam(tx: Connection, teamId: string, { reason, aboutId }: RestedThing): Promise<boolean> {
  const table = tableOf(reason);
  if (table === null) return aboutId === '';
  const [id = '', stepId, ...more] = aboutId.split('/');
  if (stepId !== undefined)
    return table === review && more.length === 0 && (await isStepOf(tx, teamId, { reviewId: id, stepId }));
  const rows = await tx
    .select({ one: sql`1` })
    .from(table)
    .where(and(eq(table.id, aboutId), eq(table.teamId, teamId)));
  return rows.length > 0;
}

/** `Northgate MS · Grade 6`, of a team that this person follows; null for any other. */
export async function findTeamToRest(db: Connection, actor: Actor, teamId: string): Promise<string | null> {
  const rows = await db
    .select({ teamName: team.name, schoolName: school.name })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(team.id, teamId), followedTeam(actor, 'all', team.id)));
  return rows[0] ? `${rows[0].schoolName} · ${rows[0].teamName}` : null;
}

/** Lays reasons of a team aside for this person until a day. Laying one aside again moves its day. */
export function restReasons(
  database: Database,
  actor: Actor,
  input: { teamId: string; things: RestedThing[]; until: SchoolDay },
  now: number,
): Promise<Outcome> {
  const { teamId, things, until } = input;
  return database.inTransaction(async (tx) => {
    const followed = await tx
      .select({ id: team.id })
      .from(team)
      .where(and(eq(team.id, teamId), followedTeam(actor, 'all', team.id)));
    if (followed.length === 0) return notFound;
    for (const thing of things) if (!(await isOfTeam(tx, teamId, thing))) return notFound;
    for (const { reason, aboutId } of things)
      await tx
        .insert(caseloadRest)
        .values({ id: uuidv7(), personId: actor.personId, teamId, reason, aboutId, until, restedAt: now })
        .onConflictDoUpdate({
          target: [caseloadRest.personId, caseloadRest.teamId, caseloadRest.reason, caseloadRest.aboutId],
          set: { until, restedAt: now },
        });
    return { ok: true };
  });
}

/** Shows again what rested. Whose rest it is not, has none; one that is gone already stays gone. */
export function showAgain(database: Database, actor: Actor, restId: string): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const there = await tx
      .select({ personId: caseloadRest.personId })
      .from(caseloadRest)
      .where(eq(caseloadRest.id, restId));
    if (there[0] && there[0].personId !== actor.personId) return notFound;
    await tx
      .delete(caseloadRest)
      .where(and(eq(caseloadRest.id, restId), eq(caseloadRest.personId, actor.personId)));
    return { ok: true };
  });
}
