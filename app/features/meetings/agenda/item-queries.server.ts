import { eq } from 'drizzle-orm';
import { agendaItem } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { notFound } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { Connection } from '~/platform/database.server';
import { findMeetingToRun } from '../own-meeting.server';

/** The meeting an item is of, where the actor runs it. Out of reach: not found; only to read: not allowed. */
export async function findItemToChange(
  db: Connection,
  actor: Actor,
  itemId: string,
): Promise<Outcome<{ meetingId: string }>> {
  const rows = await db
    .select({ meetingId: agendaItem.meetingId })
    .from(agendaItem)
    .where(eq(agendaItem.id, itemId));
  if (!rows[0]) return notFound;
  const found = await findMeetingToRun(db, actor, rows[0].meetingId);
  return found.ok ? { ok: true, meetingId: found.meeting.id } : found;
}
