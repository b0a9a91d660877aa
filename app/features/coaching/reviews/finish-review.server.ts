import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { handOver } from './hand-over.server';
import type { HandOver } from './hand-over.server';

/** Ends a review; the team keeps what was said. */
export function finishReview(
  database: Database,
  actor: Actor,
  input: HandOver,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return database.inTransaction((tx) => handOver(tx, actor, { ...input, move: 'finish' }, now));
}
