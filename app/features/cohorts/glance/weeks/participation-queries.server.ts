import { and, asc, count, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import {
  attendance,
  cohortTeam,
  cycle,
  dataPoint,
  measure,
  measureGroup,
  meeting,
  post,
  postOrigin,
  school,
  stageChange,
  team,
  teamMembership,
} from '#db/schema';
import { perAudiences } from '~/features/feed/per-audiences.server';
import { visiblePost } from '~/features/feed/post-scope.server';
import type { Cohort } from '~/features/people/cohort';
import { listDaysOffAbout } from '~/features/people/days-off-queries.server';
import { addDays, schoolDayAt } from '~/lib/school-day';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { placesOf, wantedTeam } from '../facilitated-cohort.server';
import { cutOf, pagesOf } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import type { Participation } from './participation';
import { weeksOfTeams } from './participation-rules';

const inThisCohort = eq(cohortTeam.cohortId, sql.placeholder('cohortId'));

/** The teams of a page by school and name, never by what they did. */
function teamsOfPage() {
  return new QueryBuilder()
    .select({ teamId: team.id })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(inThisCohort, wantedTeam))
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'));
}

const teamsQuery = perConnection((db) =>
  db
    .select({ teamId: team.id, teamName: team.name, schoolName: school.name, leaId: school.leaId })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(inThisCohort, wantedTeam))
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const countQuery = perConnection((db) =>
  db
    .select({ n: count() })
    .from(cohortTeam)
    .innerJoin(team, eq(team.id, cohortTeam.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(inThisCohort, wantedTeam))
    .prepare(),
);

/** From the day a cycle was begun (written, or planned to start before that) until it was complete or stopped. */
export const cycleSpan = {
  plannedStart: cycle.plannedStart,
  createdAt: cycle.createdAt,
  endedAt: sql<
    number | null
  >`${sql`case when ${cycle.stage} in ('complete', 'stopped') then coalesce((select max(s.changed_at) from ${stageChange} s where s.cycle_id = ${cycle.id} and s.to_stage in ('complete', 'stopped')), ${cycle.createdAt}) end`}`,
};

type CycleSpan = { plannedStart: SchoolDay; createdAt: number; endedAt: number | null };

export function daysOfCycle(
  { plannedStart, createdAt, endedAt }: CycleSpan,
  timeZone: string,
): { from: SchoolDay; to: SchoolDay | null } {
  const written = schoolDayAt(createdAt, timeZone);
  const to = endedAt === null ? null : schoolDayAt(endedAt, timeZone);
  return { from: plannedStart < written ? plannedStart : written, to };
}

const cyclesQuery = perConnection((db) =>
  db
    .select({ teamId: cycle.teamId, ...cycleSpan })
    .from(cycle)
    .where(sql`${cycle.teamId} in ${teamsOfPage()}`)
    .prepare(),
);

/** The weeks with a number, as their Mondays: from each group of a measure to its days, as its index goes (a cross join keeps the order). */
const dataQuery = perConnection((db) =>
  db
    .selectDistinct({
      teamId: measure.teamId,
      monday: sql<SchoolDay>`date(${dataPoint.date}, 'weekday 0', '-6 days')`,
    })
    .from(measure)
    .crossJoin(measureGroup)
    .crossJoin(dataPoint)
    .where(
      and(
        sql`${measure.teamId} in ${teamsOfPage()}`,
        eq(measureGroup.measureId, measure.id),
        eq(dataPoint.measureId, measure.id),
        eq(dataPoint.groupId, measureGroup.groupId),
        sql`${dataPoint.date} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .prepare(),
);

/** Posts of one team's week are counted only where the team signed them by name. */
const postsQuery = perAudiences((db, audienceIds) =>
  db
    .select({ teamId: sql<string>`${postOrigin.teamId}`, sharedAt: post.sharedAt })
    .from(postOrigin)
    .innerJoin(post, eq(post.id, postOrigin.postId))
    .where(
      and(
        sql`${postOrigin.teamId} in ${teamsOfPage()}`,
        eq(post.signature, 'by_name'),
        visiblePost(audienceIds),
        sql`${post.sharedAt} between ${sql.placeholder('fromAt')} and ${sql.placeholder('toAt')}`,
      ),
    )
    .prepare(),
);

/** A member of the team was at a meeting of the cohort or of the team itself. */
const meetingsQuery = perConnection((db) =>
  db
    .selectDistinct({ teamId: teamMembership.teamId, day: meeting.day })
    .from(meeting)
    .innerJoin(attendance, eq(attendance.meetingId, meeting.id))
    .innerJoin(
      teamMembership,
      and(
        eq(teamMembership.personId, attendance.personId),
        or(isNull(teamMembership.endedOn), gt(teamMembership.endedOn, meeting.day)),
      ),
    )
    .where(
      and(
        sql`${teamMembership.teamId} in ${teamsOfPage()}`,
        or(
          eq(meeting.cohortId, sql.placeholder('cohortId')),
          sql`${meeting.teamId} = ${teamMembership.teamId}`,
        ),
        isNull(meeting.cancelledAt),
        sql`${meeting.day} between ${sql.placeholder('from')} and ${sql.placeholder('to')}`,
      ),
    )
    .prepare(),
);

const dayMs = 86_400_000;

/** The stretch of a few weeks as days and, a day wider at both ends for every time zone, as instants. */
export function stretchOf(mondays: readonly SchoolDay[]) {
  const from = mondays[0] ?? '';
  const to = addDays(mondays.at(-1) ?? from, 6);
  return { from, to, fromAt: Date.parse(from) - dayMs, toAt: Date.parse(to) + 2 * dayMs };
}

type Input = {
  filter: TeamsFilter;
  /** False gives all teams, for files. */
  paged: boolean;
  mondays: readonly SchoolDay[];
  audienceIds: string[];
  timeZone: string;
  today: SchoolDay;
};

/** The teams of a cohort that `findFacilitatedCohort` gave, by school and name, with the four facts of each week. */
export async function loadParticipation(
  db: Connection,
  cohort: Cohort,
  { filter, paged, mondays, audienceIds, timeZone, today }: Input,
): Promise<Participation> {
  const places = placesOf(cohort, filter);
  const total = (await countQuery(db).execute(places))[0]?.n ?? 0;
  const pages = paged ? pagesOf(total) : 1;
  const page = Math.min(filter.page, pages);
  const asked = { ...places, ...cutOf(paged ? page : null), ...stretchOf(mondays) };
  const teams = await teamsQuery(db).execute(asked);
  const cycles = await cyclesQuery(db).execute(asked);
  const posts = await postsQuery(db, audienceIds).execute(asked);
  const facts = {
    cycles: cycles.map(({ teamId, ...span }) => ({ teamId, ...daysOfCycle(span, timeZone) })),
    data: await dataQuery(db).execute(asked),
    posts: posts.map(({ teamId, sharedAt }) => ({ teamId, day: schoolDayAt(sharedAt, timeZone) })),
    meetings: await meetingsQuery(db).execute(asked),
  };
  const rows = weeksOfTeams(teams, mondays, facts, await listDaysOffAbout(db, today));
  return {
    rows: rows.map(({ teamId, teamName, schoolName, weeks }) => ({ teamId, teamName, schoolName, weeks })),
    mondays: [...mondays],
    ...{ total, page, pages },
  };
}
