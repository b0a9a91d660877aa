import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { mailPreference, meeting, meetingInvitation, meetingRoom } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { perConnection } from '~/platform/database.server';
import { schoolDayAt } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { meetingOf, meetingRows } from '../meeting-queries.server';
import { readableMeeting } from '../meeting-scope.server';
import { isRoomOpen, takesAnswers } from './meeting-time-rules';
import type { NextMeeting } from './next-meeting';

const dayMs = 86_400_000;
/** What somebody has just answered stays in sight, to change it. */
const answeredForMs = 30 * 60_000;
/** How far ahead *This week* looks. */
const aheadMs = 14 * dayMs;
/** The longest a meeting may take, in minutes (`meeting_minutes`). */
const longestMs = 720 * 60_000;

/** The announced meetings that somebody is invited to and that are not over, in nobody's scope; one indexed statement. */
const soonQuery = perConnection((db) =>
  db
    .select({
      ...{ id: meeting.id, ownZone: mailPreference.timeZone, answeredAt: meetingInvitation.answeredAt },
    })
    .from(meetingInvitation)
    .innerJoin(meeting, eq(meeting.id, meetingInvitation.meetingId))
    .leftJoin(meetingRoom, eq(meetingRoom.meetingId, meeting.id))
    .leftJoin(mailPreference, eq(mailPreference.personId, meetingInvitation.personId))
    .where(
      and(
        eq(meetingInvitation.personId, sql.placeholder('personId')),
        ...[isNull(meetingInvitation.withdrawnAt), isNotNull(meeting.announcedAt)],
        ...[isNull(meeting.cancelledAt), isNull(meetingRoom.endedAt)],
        gt(meeting.startsAt, sql.placeholder('from')),
        lt(meeting.startsAt, sql.placeholder('to')),
        sql`${meeting.startsAt} + ${meeting.minutes} * 60000 > ${sql.placeholder('now')}`,
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id))
    .limit(10)
    .prepare(),
);

/**
 * The next meeting somebody is invited to within two weeks; one they cannot come to only where there is no other, while their No
 * is fresh. Null where there is none.
 */
export async function findNextMeeting(
  db: Connection,
  actor: Actor,
  { now, timeZone }: { now: number; timeZone: string },
): Promise<NextMeeting | null> {
  const { personId } = actor;
  const soon = await soonQuery(db).execute({ personId, now, from: now - longestMs, to: now + aheadMs });
  if (soon.length === 0) return null;
  const ids = soon.map(({ id }) => id);
  const rows = await meetingRows(db, actor)
    .where(and(inArray(meeting.id, ids), readableMeeting(actor)))
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
  const meetings = rows.map((row) => meetingOf(row, actor)).filter(({ mine }) => mine !== null);
  const answeredAt = new Map(soon.map((one) => [one.id, one.answeredAt]));
  const justAnswered = ({ id }: Meeting) => now - (answeredAt.get(id) ?? 0) < answeredForMs;
  const next = meetings.find(({ mine }) => mine?.answer !== 'no') ?? meetings.find(justAnswered);
  if (!next) return null;
  const ownZone = soon[0]?.ownZone ?? timeZone;
  return {
    ...{ meeting: next, ownZone, takesAnswers: takesAnswers(next, now), isRoomOpen: isRoomOpen(next, now) },
    isToday: schoolDayAt(next.startsAt, ownZone) === schoolDayAt(now, ownZone),
    waiting: meetings.filter(
      (one) =>
        one.id !== next.id && takesAnswers(one, now) && (one.mine?.answer === null || justAnswered(one)),
    ),
  };
}
