import { and, eq, isNull } from 'drizzle-orm';
import { meetingInvitation } from '#db/schema';
import type { InvitationAnswer } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { invalid, notAllowed, notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Database } from '~/platform/database.server';
import { findMeeting } from '../meeting-queries.server';
import { takesAnswers } from './meeting-time-rules';

/** Writes the actor's own answer: it may change until the meeting is over. The same answer again changes nothing. */
export function answerInvitation(
  database: Database,
  actor: Actor,
  { meetingId, answer }: { meetingId: string; answer: InvitationAnswer },
  now: number,
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, meetingId);
    if (!meeting) return notFound;
    if (!meeting.mine) return notAllowed('Whoever is invited answers.');
    if (meeting.cancelledAt !== null) return invalid('This meeting was cancelled. No answer is needed.');
    if (!takesAnswers(meeting, now)) return invalid('This meeting takes no answers now.');
    if (meeting.mine.answer === answer) return { ok: true };
    await tx
      .update(meetingInvitation)
      .set({ answer, answeredAt: now })
      .where(
        and(
          ...[eq(meetingInvitation.meetingId, meetingId), eq(meetingInvitation.personId, actor.personId)],
          isNull(meetingInvitation.withdrawnAt),
        ),
      );
    return { ok: true };
  });
}
