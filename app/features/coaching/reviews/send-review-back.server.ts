import type { Actor } from '~/features/people/actor';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { excerptOf } from './open-review.server';
import { moveReview } from './own-review.server';
import type { StepInput } from './own-review.server';

/** The team is done with what came back and asks to look again: it is the coach's move, as with a request. */
export function sendReviewBack(
  database: Database,
  actor: Actor,
  input: StepInput,
  now: number,
): Promise<Outcome<{ cycleId: string }>> {
  return moveReview(
    database,
    actor,
    { ...input, move: 'send_back' },
    { to: 'requested', kind: 'review_requested', detail: excerptOf(input.note) },
    now,
  );
}
