import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { moveReview } from './own-review.server';
import type { StepInput } from './own-review.server';

/** The team takes its request back, before a coach took it up. */
export function withdrawRequest(
  database: Database,
  actor: Actor,
  input: StepInput,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return moveReview(
    database,
    actor,
    { ...input, move: 'withdraw' },
    { to: 'withdrawn', kind: 'review_withdrawn', set: { endedAt: now } },
    now,
  );
}
