import { and, asc, eq, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { cohort, meeting, meetingInvitation, team } from '#db/schema';
import { readableMeeting, runMeeting } from '~/features/meetings/meeting-scope.server';
import type { Actor } from '~/features/people/actor';
import type { Connection } from '~/platform/database.server';
import { discreetMeeting } from '../discreet-words';
import type { CalendarEntry } from './calendar-entries';

/** How long a meeting stays in a calendar after it was held. */
const keptMs = 90 * 86_400_000;

/**
 * Announced meetings that a person may read and is invited to without having said no, or runs; cancelled ones too, as such.
 * In the edition that mails have, so that a calendar which knows both shows one.
 */
export async function listMeetingEntries(
  db: Connection,
  actor: Actor,
  now: number,
): Promise<CalendarEntry[]> {
  const rows = await db
    .select({
      ...{ meetingId: meeting.id, kind: meeting.kind, title: meeting.title, minutes: meeting.minutes },
      ...{ startsAt: meeting.startsAt, place: meeting.place, link: meeting.link },
      ...{ sequence: meeting.sequence, cancelledAt: meeting.cancelledAt, changedAt: meeting.changedAt },
      ofName: sql<string>`coalesce(${cohort.name}, ${team.name})`,
    })
    .from(meeting)
    .leftJoin(cohort, eq(cohort.id, meeting.cohortId))
    .leftJoin(team, eq(team.id, meeting.teamId))
    .leftJoin(
      meetingInvitation,
      and(
        ...[eq(meetingInvitation.meetingId, meeting.id), eq(meetingInvitation.personId, actor.personId)],
        isNull(meetingInvitation.withdrawnAt),
      ),
    )
    .where(
      and(
        ...[isNotNull(meeting.announcedAt), gt(meeting.startsAt, now - keptMs), readableMeeting(actor)],
        or(
          and(
            isNotNull(meetingInvitation.id),
            or(isNull(meetingInvitation.answer), ne(meetingInvitation.answer, 'no')),
          ),
          and(isNull(meetingInvitation.id), runMeeting(actor)),
        ),
      ),
    )
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
  return rows.map(({ cancelledAt, ...row }) => ({
    kind: 'meeting',
    event: { ...discreetMeeting(row, [actor.name]), isCancelled: cancelledAt !== null },
  }));
}
