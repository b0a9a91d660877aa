import { sql } from 'drizzle-orm';
import { meetingRoom } from '#db/schema';
import type { Connection } from '~/platform/database.server';

/** Says, in the transaction of the change itself, that what the room sees has changed. */
export async function touchRoom(tx: Connection, meetingId: string): Promise<void> {
  await tx
    .insert(meetingRoom)
    .values({ meetingId })
    .onConflictDoUpdate({
      target: meetingRoom.meetingId,
      set: { edition: sql`${meetingRoom.edition} + 1` },
    });
}
