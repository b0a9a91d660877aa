import { eq } from 'drizzle-orm';
import { contribution } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { canBeTakenUp } from './contribution-rules';
import { findContribution } from './find-contribution.server';
import { leadsRoom, roomProblem } from './live-policy';
import { touchRoom } from './touch-room.server';

/** Notes that the room has taken up a question or a topic, or that it has not. */
export function takeUpContribution(
  database: Database,
  actor: Actor,
  { contributionId, isOn }: { contributionId: string; isOn: boolean },
  now: number,
): Promise<Outcome<{ meetingId: string }>> {
  return database.inTransaction(async (tx) => {
    const found = await findContribution(tx, actor, contributionId);
    if (!found.ok) return found;
    const { said, meeting } = found;
    if (!leadsRoom(meeting)) return notAllowed('The facilitator notes what the room has taken up.');
    const problem = roomProblem(meeting);
    if (problem !== null) return invalid(problem);
    if (said.withdrawnAt !== null) return invalid('This was taken back meanwhile.');
    if (!canBeTakenUp(said.kind)) return invalid('Feedback is for the presenters; it is not taken up.');
    const { meetingId } = said;
    if ((said.takenUpAt !== null) === isOn) return { ok: true, meetingId };
    const taken = isOn ? { takenUpAt: now, takenUpBy: actor.personId } : { takenUpAt: null, takenUpBy: null };
    await tx.update(contribution).set(taken).where(eq(contribution.id, contributionId));
    await touchRoom(tx, meetingId);
    return { ok: true, meetingId };
  });
}
