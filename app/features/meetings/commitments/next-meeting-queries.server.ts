import { and, asc, eq, gt, isNull, lte, ne } from 'drizzle-orm';
import { meeting, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { addDays } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { readableMeeting } from '../meeting-scope.server';
import { nearDays } from './commitment-bounds';

/**
 * The day of the next meeting of the same cohort or team that the actor may read, later than `today` and within `nearDays`; null
 * where there is none. One that is cancelled or ended does not come, and the meeting itself is not its next one.
 */
export async function nextMeetingDay(
  db: Connection,
  actor: Actor,
  of: Pick<Meeting, 'id' | 'cohortId' | 'teamId' | 'day'>,
  today: SchoolDay,
): Promise<SchoolDay | null> {
  const isSame = of.teamId === null ? eq(meeting.cohortId, of.cohortId ?? '') : eq(meeting.teamId, of.teamId);
  const [row] = await db
    .select({ day: meeting.day })
    .from(meeting)
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .where(
      and(
        ...[isSame, ne(meeting.id, of.id), ne(meeting.day, of.day)],
        ...[gt(meeting.day, today), lte(meeting.day, addDays(today, nearDays))],
        ...[isNull(meeting.cancelledAt), isNull(meetingRoom.endedAt), readableMeeting(actor)],
      ),
    )
    .orderBy(asc(meeting.day))
    .limit(1);
  return row?.day ?? null;
}
