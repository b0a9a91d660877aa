import { and, count, eq, max } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, post, synthesisEvidence } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import { invalid, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection, Database } from '~/platform/database.server';
import { audienceIdsOf, visiblePost } from '../post-scope.server';
import { mostEvidence } from './synthesis-bounds';
import type { Harvested } from './synthesis-queries.server';
import { findOwnSynthesis } from './synthesis-scope.server';

/** Whether the actor sees what is to be harvested, and that it is not the synthesis itself. */
export async function checkHarvested(
  tx: Connection,
  actor: Actor,
  harvested: Harvested,
  synthesisId: string,
): Promise<Outcome> {
  if ('cycleId' in harvested) {
    const rows = await tx
      .select({ id: cycle.id })
      .from(cycle)
      .where(and(eq(cycle.id, harvested.cycleId), readableTeam(actor, cycle.teamId)));
    return rows.length > 0 ? { ok: true } : notFound;
  }
  const audienceIds = await audienceIdsOf(tx, actor);
  const rows = await tx
    .select({ synthesisId: post.synthesisId })
    .from(post)
    .where(and(eq(post.id, harvested.postId), visiblePost(audienceIds)));
  if (!rows[0]) return notFound;
  if (rows[0].synthesisId === synthesisId) return invalid('A synthesis cannot be evidence for itself.');
  return { ok: true };
}

/** Adds a checked piece, not placed yet; one that is there stays where it is. */
export async function collect(
  tx: Connection,
  actor: Actor,
  { harvested, synthesisId }: { harvested: Harvested; synthesisId: string },
  now: number,
): Promise<Outcome> {
  const evidence = { postId: null, cycleId: null, ...harvested };
  const there = await tx
    .select({ id: synthesisEvidence.id })
    .from(synthesisEvidence)
    .where(
      and(
        eq(synthesisEvidence.synthesisId, synthesisId),
        'postId' in harvested
          ? eq(synthesisEvidence.postId, harvested.postId)
          : eq(synthesisEvidence.cycleId, harvested.cycleId),
      ),
    );
  if (there.length > 0) return { ok: true };
  const known = await tx
    .select({ n: count(), last: max(synthesisEvidence.position) })
    .from(synthesisEvidence)
    .where(eq(synthesisEvidence.synthesisId, synthesisId));
  const { n = 0, last = null } = known[0] ?? {};
  if (n >= mostEvidence)
    return invalid(
      `This synthesis holds ${mostEvidence} pieces of evidence, the most it can. Remove one first.`,
    );
  await tx.insert(synthesisEvidence).values({
    ...{ id: uuidv7(), synthesisId, ...evidence, position: (last ?? -1) + 1 },
    ...{ addedBy: actor.personId, addedAt: now },
  });
  return { ok: true };
}

/**
 * Collects a post or a cycle for a synthesis. It does not touch the synthesis's version: who is editing it meanwhile
 * loses nothing. Done twice, the second changes nothing.
 */
export function harvest(
  database: Database,
  actor: Actor,
  { harvested, synthesisId }: { harvested: Harvested; synthesisId: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findOwnSynthesis(tx, actor, synthesisId);
    if (!own.ok) return own;
    const seen = await checkHarvested(tx, actor, harvested, synthesisId);
    return seen.ok ? collect(tx, actor, { harvested, synthesisId }, now) : seen;
  });
}
