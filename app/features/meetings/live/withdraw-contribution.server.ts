import { eq } from 'drizzle-orm';
import { contribution, contributionVote } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notAllowed } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findContribution } from './find-contribution.server';
import { leadsRoom } from './live-policy';
import { touchRoom } from './touch-room.server';

/** Takes back what one said, or what the facilitator of the room does not let stand: its words go. */
export function withdrawContribution(
  database: Database,
  actor: Actor,
  { contributionId }: { contributionId: string },
  now: number,
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx) => {
    const found = await findContribution(tx, actor, contributionId);
    if (!found.ok) return found;
    const { said, meeting } = found;
    if (said.authorId !== actor.personId && !leadsRoom(meeting))
      return notAllowed('Only who said this, or the facilitator, takes it back.');
    if (said.withdrawnAt !== null) return { ok: true, meetingId: said.meetingId };
    await tx.delete(contributionVote).where(eq(contributionVote.contributionId, contributionId));
    await tx
      .update(contribution)
      .set({ body: '', withdrawnAt: now })
      .where(eq(contribution.id, contributionId));
    await touchRoom(tx, said.meetingId);
    return { ok: true, meetingId: said.meetingId };
  });
}
