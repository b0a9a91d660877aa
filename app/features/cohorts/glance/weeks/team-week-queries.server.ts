import { and, asc, count, eq, gt, isNull, or, sql } from 'drizzle-orm';
import {
  attendance,
  cohortTeam,
  cycle,
  dataPoint,
  measure,
  meeting,
  post,
  postOrigin,
  ramp,
  school,
  team,
  teamMembership,
} from '#db/schema';
import { perAudiences } from '~/features/feed/per-audiences.server';
import { visiblePost } from '~/features/feed/post-scope.server';
import type { Cohort } from '~/features/people/cohort';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { daysOffOf, dayOffWords } from '~/features/people/days-off';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { cycleSpan, daysOfCycle, stretchOf } from './participation-queries.server';
import type { TeamWeek } from './team-week';

const teamId = sql.placeholder('teamId');

const teamQuery = perConnection((db) =>
  db
    .select({ id: team.id, name: team.name, schoolName: school.name, leaId: school.leaId })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(eq(cohortTeam.cohortId, sql.placeholder('cohortId')), eq(team.id, teamId)))
    .prepare(),
);

const cyclesQuery = perConnection((db) =>
  db
    .select({
      ...{ id: cycle.id, number: cycle.number, changeIdea: ramp.changeIdea, stage: cycle.stage },
      ...cycleSpan,
    })
    .from(cycle)
    .innerJoin(ramp, eq(ramp.id, cycle.rampId))
    .where(eq(cycle.teamId, teamId))
    .orderBy(asc(ramp.createdAt), asc(cycle.number))
    .prepare(),
);

const numbersQuery = perConnection((db) =>
  db
    .select({ measureId: measure.id, name: measure.name, count: count() })
    .from(measure)
    .innerJoin(dataPoint, eq(dataPoint.measureId, measure.id))
    .where(
      and(
        eq(measure.teamId, teamId),
        sql`${dataPoint.date} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .groupBy(measure.id)
    .orderBy(asc(measure.name), asc(measure.id))
    .prepare(),
);

const postsQuery = perAudiences((db, audienceIds) =>
  db
    .select({ id: post.id, title: post.title, sharedAt: post.sharedAt })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .where(and(eq(postOrigin.teamId, teamId), eq(post.signature, 'by_name'), visiblePost(audienceIds)))
    .orderBy(asc(post.sharedAt))
    .prepare(),
);

const meetingsQuery = perConnection((db) =>
  db
    .selectDistinct({ id: meeting.id, title: meeting.title, day: meeting.day })
    .from(meeting)
    .innerJoin(attendance, eq(attendance.meetingId, meeting.id))
    .innerJoin(
      teamMembership,
      and(
        eq(teamMembership.personId, attendance.personId),
        eq(teamMembership.teamId, teamId),
        or(isNull(teamMembership.endedOn), gt(teamMembership.endedOn, meeting.day)),
      ),
    )
    .where(
      and(
        or(eq(meeting.cohortId, sql.placeholder('cohortId')), eq(meeting.teamId, teamId)),
        isNull(meeting.cancelledAt),
        sql`${meeting.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .orderBy(asc(meeting.day), asc(meeting.id))
    .prepare(),
);

type Input = {
  teamId: string;
  monday: SchoolDay;
  audienceIds: string[];
  timeZone: string;
  today: SchoolDay;
};

/** A week of a team of a cohort that `findFacilitatedCohort` gave; null when the team is not in it. */
export async function loadTeamWeek(
  db: Connection,
  cohort: Cohort,
  { monday, audienceIds, timeZone, today, ...rest }: Input,
): Promise<TeamWeek | null> {
  const asked = { cohortId: cohort.id, teamId: rest.teamId, ...stretchOf([monday]) };
  const [place] = await teamQuery(db).execute(asked);
  if (!place) return null;
  const { leaId, ...named } = place;
  const { from, to } = asked;
  const cycles = await cyclesQuery(db).execute(asked);
  const posts = await postsQuery(db, audienceIds).execute(asked);
  const daysOff = daysOffOf(await listDaysOffAbout(db, today), leaId);
  return {
    ...{ team: named, monday },
    cycles: cycles.flatMap(({ id, number, changeIdea, stage, ...span }) => {
      const days = daysOfCycle(span, timeZone);
      const isOpen = days.from <= to && (days.to === null || days.to >= from);
      return isOpen ? [{ id, number, changeIdea, stage }] : [];
    }),
    numbers: await numbersQuery(db).execute(asked),
    posts: posts.flatMap(({ sharedAt, ...one }) => {
      const day = schoolDayAt(sharedAt, timeZone);
      return day >= from && day <= to ? [{ ...one, day }] : [];
    }),
    meetings: await meetingsQuery(db).execute(asked),
    daysOff: daysOff
      .filter((one) => one.startsOn <= addDays(monday, 4) && one.endsOn >= monday)
      .map((one) => dayOffWords(one, today)),
  };
}
