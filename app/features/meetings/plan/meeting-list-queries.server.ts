import { and, count, eq, sql } from 'drizzle-orm';
import { meeting, meetingRoom } from '#db/schema';
import type { MeetingKind } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { isOver } from '../invitations/meeting-time-rules';
import type { Meeting } from '../meeting';
import { meetingOf, meetingRows } from '../meeting-queries.server';
import { readableMeeting } from '../meeting-scope.server';

export type MeetingFilter = { cohortId: string | null; teamId: string | null; kind: MeetingKind | null };

const pageSize = 20;

export type MeetingPage = {
  upcoming: Meeting[];
  past: Meeting[];
  page: number;
  pages: number;
  total: number;
};

const minuteMs = 60_000;

/** A page of the meetings an actor reads: those still to come, the next first; then the past, the newest first. */
export async function listMeetings(
  db: Connection,
  actor: Actor,
  { filter, page: asked, now }: { filter: MeetingFilter; page: number; now: number },
): Promise<MeetingPage> {
  const where = and(
    readableMeeting(actor),
    filter.cohortId === null ? undefined : eq(meeting.cohortId, filter.cohortId),
    filter.teamId === null ? undefined : eq(meeting.teamId, filter.teamId),
    filter.kind === null ? undefined : eq(meeting.kind, filter.kind),
  );
  const counted = await db.select({ n: count() }).from(meeting).where(where);
  const total = counted[0]?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(asked, pages);
  // As `isOver`, for the order.
  const isPast = sql`(${meetingRoom.endedAt} is not null or ${meeting.startsAt} + ${meeting.minutes} * ${minuteMs} <= ${now})`;
  const rows = await meetingRows(db, actor)
    .where(where)
    .orderBy(
      isPast,
      sql`case when ${isPast} then -${meeting.startsAt} else ${meeting.startsAt} end`,
      meeting.id,
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const meetings = rows.map((row) => meetingOf(row, actor));
  return {
    upcoming: meetings.filter((one) => !isOver(one, now)),
    past: meetings.filter((one) => isOver(one, now)),
    ...{ page, pages, total },
  };
}
