import { and, eq, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import { attendance, cohortTeam, dataPoint, measure, meeting, meetingInvitation } from '#db/schema';
import { daysOffOf, hasSchoolDay } from '~/features/people/days-off';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { mondayOf } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import type { DaySpan, TimeSpan } from '../time-span';
import { participationOf, schoolWeeksOf } from './figure-rules';
import type { CycleInTime } from './figure-rules';
import { listTeamPlaces } from './cycle-figures.server';
import type { ParticipationFigures } from './report-figures';

/** The days for which each team has a number. */
async function listDataDays(db: Connection, cohortId: string, { from, through }: DaySpan) {
  return db
    .selectDistinct({ teamId: measure.teamId, date: dataPoint.date })
    .from(cohortTeam)
    .innerJoin(measure, eq(measure.teamId, cohortTeam.teamId))
    .innerJoin(dataPoint, eq(dataPoint.measureId, measure.id))
    .where(and(eq(cohortTeam.cohortId, cohortId), gte(dataPoint.date, from), lte(dataPoint.date, through)));
}

/** The cohort's own meetings that were announced and began within a time, with who came. */
async function listAttendance(db: Connection, cohortId: string, { begins, ends }: TimeSpan) {
  const held = and(
    eq(meeting.cohortId, cohortId),
    isNotNull(meeting.announcedAt),
    isNull(meeting.cancelledAt),
    gte(meeting.startsAt, begins),
    lt(meeting.startsAt, ends),
  );
  const meetings = await db.select({ id: meeting.id }).from(meeting).where(held);
  const attendances = await db
    .select({ personId: attendance.personId, teamId: meetingInvitation.teamId })
    .from(meeting)
    .innerJoin(attendance, eq(attendance.meetingId, meeting.id))
    .leftJoin(
      meetingInvitation,
      and(eq(meetingInvitation.meetingId, meeting.id), eq(meetingInvitation.personId, attendance.personId)),
    )
    .where(held);
  return { meetings: meetings.length, attendances };
}

type Asked = { cohortId: string; days: DaySpan; span: TimeSpan; cycles: readonly CycleInTime[] };

/** Who took part in a cohort in a time, as counts of teams, meetings and grown-ups. */
export async function loadParticipation(
  db: Connection,
  { cohortId, days, span, cycles }: Asked,
): Promise<ParticipationFigures> {
  const teams = await listTeamPlaces(db, cohortId);
  const daysOff = await listDaysOffAbout(db, days.through);
  const weeksFor = (off: typeof daysOff) =>
    schoolWeeksOf(days, (from, to) => hasSchoolDay(from, to, off)).length;
  const byLea = new Map(teams.map(({ leaId }) => [leaId, weeksFor(daysOffOf(daysOff, leaId))]));
  const withNumbers = new Map<string, Set<string>>();
  for (const { teamId, date } of await listDataDays(db, cohortId, days))
    withNumbers.set(teamId, (withNumbers.get(teamId) ?? new Set()).add(mondayOf(date)));
  const weeks = teams.map(({ teamId, leaId }) => ({
    ...{ teamId, school: byLea.get(leaId) ?? 0, withNumbers: withNumbers.get(teamId)?.size ?? 0 },
  }));
  const schoolWeeks = weeksFor(daysOff.filter(({ leaId }) => leaId === null));
  const met = await listAttendance(db, cohortId, span);
  return participationOf({ teams, cycles, weeks, schoolWeeks, ...met }, span);
}
