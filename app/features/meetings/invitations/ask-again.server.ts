import { and, eq, isNull } from 'drizzle-orm';
import { meetingInvitation } from '#db/schema';
import type { Connection } from '~/platform/database.server';

/** An answer was about a day: after a move to another one nobody has answered yet, as calendars have it (RFC 5546, 3.2.2.1). */
export async function askAgain(tx: Connection, meetingId: string): Promise<void> {
  await tx
    .update(meetingInvitation)
    .set({ answer: null, answeredAt: null })
    .where(and(eq(meetingInvitation.meetingId, meetingId), isNull(meetingInvitation.withdrawnAt)));
}
