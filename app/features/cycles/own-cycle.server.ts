import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { cycle, stageChange } from '#db/schema';
import type { ActivityKind, CycleStage } from '#db/vocabulary';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { Actor } from '~/features/people/actor';
import { worksInTeam } from '~/features/people/people-policy';
import { conflict, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { findOwnCycleHead } from './cycle-queries.server';

export type CycleHead = NonNullable<Awaited<ReturnType<typeof findOwnCycleHead>>>;

/**
 * The cycle of a team the actor works in, at the version the form was read at (null: any).
 * Out of reach: not found; only to read: not allowed; changed since: conflict.
 */
export async function findCycleToChange(
  tx: Connection,
  actor: Actor,
  cycleId: string,
  version: number | null,
): Promise<Outcome<{ head: CycleHead }>> {
  const head = await findOwnCycleHead(tx, actor, cycleId);
  if (!head) return notFound;
  if (!worksInTeam(actor, head.teamId)) return notAllowed('Only the team itself writes in its cycles.');
  if (version !== null && head.version !== version) return conflict;
  return { ok: true, head };
}

type Change = { to: CycleStage; reason: string; kind: ActivityKind };

/** Moves a cycle to a stage, with its row of history and its event. The caller has checked that it may. */
export async function moveCycle(
  tx: Connection,
  actor: Actor,
  head: Pick<CycleHead, 'id' | 'teamId' | 'stage' | 'changeIdea' | 'number'>,
  change: Change,
  now: number,
): Promise<void> {
  await tx
    .update(cycle)
    .set({ stage: change.to, version: sql`${cycle.version} + 1`, changedBy: actor.personId })
    .where(eq(cycle.id, head.id));
  await tx.insert(stageChange).values({
    id: uuidv7(),
    cycleId: head.id,
    fromStage: head.stage,
    toStage: change.to,
    reason: change.reason,
    changedBy: actor.personId,
    changedAt: now,
  });
  await recordActivity(
    tx,
    {
      kind: change.kind,
      actorId: actor.personId,
      teamId: head.teamId,
      cycleId: head.id,
      detail: change.kind === 'cycle_decided' ? change.reason : change.to,
    },
    now,
  );
}
