import { and, desc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { meeting, meetingMinutes, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perReach } from '~/features/people/team-scope.server';
import type { Connection } from '~/platform/database.server';
import { plansMeetings } from '../meeting-policy';
import { runMeeting } from '../meeting-scope.server';
import type { MinutesWaiting } from './minutes-waiting';

/** After a month nobody waits for minutes any more. */
const waitsFor = 30 * 86_400_000;
const most = 4;

const waitingQuery = perReach((db, actor) =>
  db
    .select({ meetingId: meeting.id, title: meeting.title, day: meeting.day })
    .from(meeting)
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(meetingMinutes, eq(meetingMinutes.meetingId, meeting.id))
    .where(
      and(
        ...[runMeeting(actor), gt(meeting.startsAt, sql.placeholder('since'))],
        ...[isNotNull(meeting.announcedAt), isNull(meeting.cancelledAt), isNull(meetingMinutes.sentAt)],
        or(isNotNull(meetingRoom.startedAt), isNotNull(meetingMinutes.meetingId)),
        or(
          isNotNull(meetingRoom.endedAt),
          lte(sql`${meeting.startsAt} + ${meeting.minutes} * 60000`, sql.placeholder('now')),
        ),
      ),
    )
    .orderBy(desc(meeting.startsAt))
    .limit(most)
    .prepare(),
);

/**
 * The meetings a person runs that are over, were held in their room or have minutes begun, and whose minutes were never
 * sent. One statement, and none for whoever runs no meetings.
 */
export async function listMinutesWaiting(
  db: Connection,
  actor: Actor,
  now: number,
): Promise<MinutesWaiting[]> {
  if (!plansMeetings(actor)) return [];
  return waitingQuery(db, actor).execute({ now, since: now - waitsFor });
}
