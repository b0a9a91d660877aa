import { eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { meeting, meetingNote, meetingRoom } from '#db/schema';
import type { Connection } from '~/platform/database.server';

/** How far a room has come, or one of its notes; `itemId` is null for the room itself, which alone has the last two. */
export type Edition = {
  meetingId: string;
  itemId: string | null;
  edition: number;
  agendaVersion: number;
  cancelled: number;
};

/** How far all of these rooms and their notes have come, in one statement. */
export async function listEditions(db: Connection, meetingIds: readonly string[]): Promise<Edition[]> {
  return unionAll(
    db
      .select({
        meetingId: sql<string>`${meeting.id}`.as('meeting_id'),
        itemId: sql<string | null>`null`.as('item_id'),
        edition: sql<number>`coalesce(${meetingRoom.edition}, 0)`.as('edition'),
        agendaVersion: sql<number>`${meeting.agendaVersion}`.as('agenda_version'),
        cancelled: sql<number>`case when ${meeting.cancelledAt} is null then 0 else 1 end`.as('cancelled'),
      })
      .from(meeting)
      .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
      .where(inArray(meeting.id, [...meetingIds])),
    db
      .select({
        meetingId: sql<string>`${meetingNote.meetingId}`,
        itemId: sql<string | null>`${meetingNote.itemId}`,
        edition: sql<number>`${meetingNote.edition}`,
        ...{ agendaVersion: sql<number>`0`, cancelled: sql<number>`0` },
      })
      .from(meetingNote)
      .where(inArray(meetingNote.meetingId, [...meetingIds])),
  );
}

/** The whole documents of a meeting's notes: a whole document is an update too, which changes nothing where it is known. */
export async function listWholeNotes(db: Connection, meetingId: string) {
  return db
    .select({ itemId: meetingNote.itemId, state: meetingNote.state, edition: meetingNote.edition })
    .from(meetingNote)
    .where(eq(meetingNote.meetingId, meetingId));
}
