import { and, eq } from 'drizzle-orm';
import { contributionVote } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { canBeTakenUp } from './contribution-rules';
import { findContribution } from './find-contribution.server';
import { roomProblem } from './live-policy';
import { touchRoom } from './touch-room.server';

/** Sets "Take this up" of one person to what is wanted, however often it is asked. */
export function voteForContribution(
  database: Database,
  actor: Actor,
  { contributionId, isOn }: { contributionId: string; isOn: boolean },
  now: number,
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx) => {
    const found = await findContribution(tx, actor, contributionId);
    if (!found.ok) return found;
    const { said, meeting } = found;
    const problem = roomProblem(meeting);
    if (problem !== null) return invalid(problem);
    if (said.withdrawnAt !== null) return invalid('This was taken back meanwhile.');
    if (!canBeTakenUp(said.kind)) return invalid('Feedback is for the presenters; it is not voted on.');
    const mine = { contributionId, personId: actor.personId };
    const { contributionId: of, personId } = contributionVote;
    const changed = isOn
      ? await tx
          .insert(contributionVote)
          .values({ ...mine, votedAt: now })
          .onConflictDoNothing()
          .returning({ of })
      : await tx
          .delete(contributionVote)
          .where(and(eq(of, contributionId), eq(personId, mine.personId)))
          .returning({ of });
    if (changed.length > 0) await touchRoom(tx, said.meetingId);
    return { ok: true, meetingId: said.meetingId };
  });
}
