import { and, asc, eq } from 'drizzle-orm';
import { meeting, meetingSeries, school, team } from '#db/schema';
import type { MeetingRhythm } from '#db/vocabulary';
import type { Actor } from '~/features/people/actor';
import { daysOffOf } from '~/features/people/days-off';
import type { DayOff } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { Meeting } from '../meeting';
import { runMeeting } from '../meeting-scope.server';
import type { SeriesMeeting } from './series';

/** The meetings of a meeting's series that the actor runs, in order; the meeting alone where it is of none. */
export async function listSeries(
  db: Connection,
  actor: Actor,
  { id, seriesId }: Pick<Meeting, 'id' | 'seriesId'>,
): Promise<SeriesMeeting[]> {
  const rows = await db
    .select({
      ...{ id: meeting.id, title: meeting.title, day: meeting.day, time: meeting.time },
      ...{ startsAt: meeting.startsAt, minutes: meeting.minutes },
      ...{ announcedAt: meeting.announcedAt, cancelledAt: meeting.cancelledAt },
    })
    .from(meeting)
    .where(and(runMeeting(actor), seriesId === null ? eq(meeting.id, id) : eq(meeting.seriesId, seriesId)))
    .orderBy(asc(meeting.startsAt), asc(meeting.id));
  return rows.map(({ announcedAt, cancelledAt, ...row }) => ({
    ...{ ...row, isDraft: announcedAt === null, isCancelled: cancelledAt !== null },
  }));
}

/** The rhythm a series was begun in; null for a meeting of none. */
export async function findRhythm(db: Connection, seriesId: string | null): Promise<MeetingRhythm | null> {
  if (seriesId === null) return null;
  const [row] = await db
    .select({ rhythm: meetingSeries.rhythm })
    .from(meetingSeries)
    .where(eq(meetingSeries.id, seriesId));
  return row?.rhythm ?? null;
}

/** The days off that move a meeting: the network's; for a team's also those of its LEA. */
export async function daysOffOfMeeting(
  db: Connection,
  { teamId }: Pick<Meeting, 'teamId'>,
  today: SchoolDay,
): Promise<DayOff[]> {
  const all = await listDaysOffAbout(db, today);
  if (teamId === null) return all.filter(({ leaId }) => leaId === null);
  const [row] = await db
    .select({ leaId: school.leaId })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(eq(team.id, teamId));
  return daysOffOf(all, row?.leaId ?? '');
}
