import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { moveReview } from './own-review.server';
import type { StepInput } from './own-review.server';

/** The team ends a review that its coach left with feedback; what was said stays for everybody to read. */
export function endReview(
  database: Database,
  actor: Actor,
  input: StepInput,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return moveReview(
    database,
    actor,
    { ...input, move: 'end' },
    { to: 'done', kind: 'review_done', set: { endedAt: now } },
    now,
  );
}
