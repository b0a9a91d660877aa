import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { RunChartRules } from '#db/vocabulary';
import { cohortTeam, measure, measureGroup, school, studentGroup, team } from '#db/schema';
import { groupColumns, measureColumns } from '~/features/measures/measure-queries.server';
import type { Measure } from '~/features/measures/measure';
import { recallWall } from '~/features/measures/wall/wall-memory.server';
import type { Cohort } from '~/features/people/cohort';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import { placesOf, wantedTeam } from '../facilitated-cohort.server';
import { cutOf, pagesOf } from '../teams-filter';
import type { TeamsFilter } from '../teams-filter';
import type { TeamCharts } from './team-charts';

const adopted = and(
  eq(cohortTeam.cohortId, sql.placeholder('cohortId')),
  eq(measure.sharedMeasureId, sql.placeholder('sharedMeasureId')),
  wantedTeam,
);

function adoptionsOfPage() {
  return new QueryBuilder()
    .select({ id: measure.id })
    .from(measure)
    .innerJoin(cohortTeam, eq(cohortTeam.teamId, measure.teamId))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(adopted)
    .orderBy(asc(school.name), asc(team.name), asc(team.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'));
}

const countQuery = perConnection((db) =>
  db
    .select({ n: count() })
    .from(measure)
    .innerJoin(cohortTeam, eq(cohortTeam.teamId, measure.teamId))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(adopted)
    .prepare(),
);

const measuresQuery = perConnection((db) =>
  db
    .select({ ...measureColumns, teamName: team.name, schoolName: school.name, group: groupColumns })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(sql`${measure.id} in ${adoptionsOfPage()}`)
    .orderBy(asc(school.name), asc(team.name), asc(team.id), asc(measureGroup.position))
    .prepare(),
);

type Placed = Measure & { teamName: string; schoolName: string };

type Asked = { sharedMeasureId: string; filter: TeamsFilter; rules: RunChartRules };

/** A shared measure as the teams of a cohort that `findFacilitatedCohort` gave count it, by school and name, fifty to a page. */
export async function loadTeamCharts(
  db: Connection,
  cohort: Cohort,
  { sharedMeasureId, filter, rules }: Asked,
): Promise<{ teams: TeamCharts[]; total: number; page: number; pages: number }> {
  const places = { ...placesOf(cohort, filter), sharedMeasureId };
  const total = (await countQuery(db).execute(places))[0]?.n ?? 0;
  const pages = pagesOf(total);
  const page = Math.min(filter.page, pages);
  const placed = new Map<string, Placed>();
  for (const { group, ...row } of await measuresQuery(db).execute({ ...places, ...cutOf(page) })) {
    const known = placed.get(row.id);
    if (known) known.groups.push(group);
    else placed.set(row.id, { ...row, definition: '', groups: [group] });
  }
  const charts = await recallWall(db, [...placed.values()], rules);
  const teams = [...placed.values()].map(({ id, teamName, schoolName }) => ({
    ...{ measureId: id, teamName, schoolName },
    charts: (charts.get(id) ?? []).map(({ groupId, groupName, newest, verdict, chart }) => ({
      ...{ groupId, groupName, newest, verdict, chart },
    })),
  }));
  return { teams, total, page, pages };
}
