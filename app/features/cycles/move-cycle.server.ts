import type { WorkingStage } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { isOpen, isReturn } from './cycle-stages';
import { findCycleToChange, moveCycle } from './own-cycle.server';
import { recordReplicationEnd } from './replicate-cycle.server';

/** Ends a cycle before a decision, with a reason. */
export function stopCycle(
  database: Database,
  actor: Actor,
  input: { cycleId: string; version: number; reason: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, input.cycleId, input.version);
    if (!own.ok) return own;
    if (!isOpen(own.head.stage)) return invalid('This cycle has already ended.');
    await moveCycle(tx, actor, own.head, { to: 'stopped', reason: input.reason, kind: 'cycle_stopped' }, now);
    await recordReplicationEnd(tx, actor, input.cycleId, 'stopped', now);
    return { ok: true };
  });
}

/** Goes back to an earlier stage of an open cycle; what was written stays, and the way back is recorded. */
export function returnToStage(
  database: Database,
  actor: Actor,
  input: { cycleId: string; version: number; to: WorkingStage; reason: string },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const own = await findCycleToChange(tx, actor, input.cycleId, input.version);
    if (!own.ok) return own;
    if (!isReturn(own.head.stage, input.to)) return invalid('The cycle is not past that stage.');
    await moveCycle(tx, actor, own.head, { to: input.to, reason: input.reason, kind: 'cycle_returned' }, now);
    return { ok: true };
  });
}
