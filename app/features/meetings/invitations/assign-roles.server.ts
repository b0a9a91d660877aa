import { and, eq, isNull } from 'drizzle-orm';
import { meetingInvitation } from '#db/schema';
import { meetingRoles } from '#db/vocabulary';
import type { MeetingRole } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Database } from '~/platform/database.server';
import { findMeetingToRun } from '../own-meeting.server';
import { listGuests } from './guest-queries.server';
import { isOver } from './meeting-time-rules';

/** Who has each role; empty for nobody. */
export type ChosenRoles = Record<MeetingRole, string>;

/** Gives the roles of the day to people who are expected, one each. */
export function assignRoles(
  database: Database,
  actor: Actor,
  { meetingId, chosen }: { meetingId: string; chosen: ChosenRoles },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const { meeting } = found;
    if (meeting.cancelledAt !== null || isOver(meeting, now))
      return invalid('This meeting does not take place any more; its roles stay as they were.');
    const guests = (await listGuests(tx, meeting, today)).flatMap((group) => group.guests);
    const gone = meetingRoles.filter(
      (role) => chosen[role] !== '' && !guests.some(({ personId }) => personId === chosen[role]),
    );
    if (gone.length > 0)
      return invalid(
        'Somebody you chose is not expected any more.',
        Object.fromEntries(gone.map((role) => [role, ['Choose somebody who is expected.']])),
      );
    const ofMeeting = and(eq(meetingInvitation.meetingId, meetingId), isNull(meetingInvitation.withdrawnAt));
    await tx.update(meetingInvitation).set({ role: null }).where(ofMeeting);
    for (const role of meetingRoles)
      if (chosen[role] !== '')
        await tx
          .update(meetingInvitation)
          .set({ role })
          .where(and(ofMeeting, eq(meetingInvitation.personId, chosen[role])));
    return { ok: true };
  });
}
