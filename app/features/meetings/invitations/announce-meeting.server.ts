import { count, eq } from 'drizzle-orm';
import { agendaItem, meeting } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { invalid } from '~/lib/result';
import type { Outcome } from '~/lib/result';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection, Database } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { findMeetingToRun } from '../own-meeting.server';
import { missingWords } from './announcement-words';
import { listGuests } from './guest-queries.server';
import { isOver } from './meeting-time-rules';

/** What an announcement would tell of: how many are expected, and how many items the agenda has. */
export async function readiness(
  db: Connection,
  of: Pick<Meeting, 'id' | 'cohortId' | 'teamId'>,
  today: SchoolDay,
): Promise<{ guests: number; items: number }> {
  const groups = await listGuests(db, of, today);
  const [row] = await db.select({ items: count() }).from(agendaItem).where(eq(agendaItem.meetingId, of.id));
  return { guests: groups.reduce((sum, { guests }) => sum + guests.length, 0), items: row?.items ?? 0 };
}

/**
 * Makes a draft known to whoever is invited, once; mails go out by themselves after it. Where nobody is invited or nothing
 * stands on the agenda, it asks first, unless `sure`.
 */
export function announceMeeting(
  database: Database,
  actor: Actor,
  { meetingId, sure }: { meetingId: string; sure: boolean },
  { now, today }: { now: number; today: SchoolDay },
): Promise<Outcome> {
  return database.inTransaction(async (tx) => {
    const found = await findMeetingToRun(tx, actor, meetingId);
    if (!found.ok) return found;
    const { announcedAt, cancelledAt } = found.meeting;
    if (announcedAt !== null) return { ok: true };
    if (cancelledAt !== null) return invalid('This meeting was cancelled.');
    if (isOver(found.meeting, now)) return invalid('Its time has passed. Give it another day first.');
    const missing = missingWords(await readiness(tx, found.meeting, today));
    if (missing !== null && !sure) return invalid(missing, { sure: [missing] });
    const change = { announcedAt: now, changedBy: actor.personId, changedAt: now };
    await tx.update(meeting).set(change).where(eq(meeting.id, meetingId));
    return { ok: true };
  });
}
