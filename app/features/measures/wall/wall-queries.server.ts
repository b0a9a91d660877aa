import { and, asc, count, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { MeasureLevel, RunChartRules } from '#db/vocabulary';
import { cohortTeam, measure, measureGroup, school, studentGroup, team } from '#db/schema';
import type { Actor } from '~/features/people/actor';
import { readableTeam } from '~/features/people/team-scope.server';
import type { SchoolDay } from '~/lib/school-day';
import type { Connection } from '~/platform/database.server';
import { buildWall } from './build-wall';
import type { Measure } from '../measure';
import { groupColumns, measureColumns } from '../measure-queries.server';
import type { WallMeasure, WallOrder } from './measure-wall';
import { recallWall } from './wall-memory.server';
import { byAttention, byName } from './wall-rules';

export type WallFilter = {
  cohortId: string | null;
  level: MeasureLevel | null;
  /** Words in the name of measure, team or school. */
  search: string;
  order: WallOrder;
  page: number;
};

export type MeasureWall = { measures: WallMeasure[]; charts: number; pages: number; page: number };

/** Charts on one page, and how many are looked through to find what wants attention. */
const pageSize = 300;
const mostSorted = 1200;

type TeamWithCharts = { id: string; name: string; schoolName: string; charts: number };

/** Which measures are asked for, within a team that may be read. */
function wantedMeasures({ level, search }: WallFilter): SQL | undefined {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  return and(
    level === null ? undefined : eq(measure.level, level),
    search === ''
      ? undefined
      : sql`(${measure.name} like ${like} or ${team.name} like ${like} or ${school.name} like ${like})`,
  );
}

/** The readable teams that have charts to show, by school and name, with how many. */
async function listTeamsWithCharts(
  db: Connection,
  actor: Actor,
  filter: WallFilter,
): Promise<TeamWithCharts[]> {
  const { cohortId } = filter;
  const inCohort =
    cohortId === null
      ? undefined
      : exists(
          new QueryBuilder()
            .select({ one: sql`1` })
            .from(cohortTeam)
            .where(and(eq(cohortTeam.teamId, team.id), eq(cohortTeam.cohortId, cohortId))),
        );
  const wanted = wantedMeasures(filter);
  const charts = db
    .select({ n: count() })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .where(and(eq(measure.teamId, team.id), wanted));
  const teams = await db
    .select({
      id: team.id,
      name: team.name,
      schoolName: school.name,
      charts: sql<number>`${charts}`,
    })
    .from(team)
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(and(readableTeam(actor, team.id), inCohort))
    .orderBy(asc(school.name), asc(team.name), asc(team.id));
  return teams.filter((one) => one.charts > 0);
}

type Placed = Measure & { team: WallMeasure['team'] };

/** The wanted measures of teams that `listTeamsWithCharts` gave, in the order of the teams. */
async function listPlacedMeasures(
  db: Connection,
  teams: TeamWithCharts[],
  filter: WallFilter,
): Promise<Placed[]> {
  if (teams.length === 0) return [];
  const rows = await db
    .select({ ...measureColumns, group: groupColumns })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(
      and(
        inArray(
          measure.teamId,
          teams.map(({ id }) => id),
        ),
        wantedMeasures(filter),
      ),
    )
    .orderBy(asc(measure.createdAt), asc(measure.id), asc(measureGroup.position));
  const placed = new Map(teams.map((one) => [one.id, new Map<string, Placed>()]));
  const places = new Map(teams.map(({ id, name, schoolName }) => [id, { id, name, schoolName }]));
  for (const { group, ...row } of rows) {
    const measures = placed.get(row.teamId);
    const known = measures?.get(row.id);
    if (known) known.groups.push(group);
    else
      measures?.set(row.id, {
        ...{ ...row, definition: '', groups: [group] },
        team: places.get(row.teamId) ?? null,
      });
  }
  return [...placed.values()].flatMap((measures) => [...measures.values()]);
}

/** Whole teams to a page, about three hundred charts each. */
function teamPages(teams: TeamWithCharts[]): TeamWithCharts[][] {
  const pages: TeamWithCharts[][] = [[]];
  let charts = 0;
  for (const one of teams) {
    if (charts > 0 && charts + one.charts > pageSize) {
      pages.push([]);
      charts = 0;
    }
    pages.at(-1)?.push(one);
    charts += one.charts;
  }
  return pages;
}

/** As many teams as have no more charts than may be looked through at once. */
function firstTeams(teams: TeamWithCharts[]): TeamWithCharts[] {
  let charts = 0;
  return teams.filter((one) => (charts += one.charts) <= mostSorted);
}

/** The charts of all measures an actor may read, about three hundred to a page, by school and team or by what wants attention. */
export async function loadMeasureWall(
  db: Connection,
  actor: Actor,
  filter: WallFilter,
  { rules, today }: { rules: RunChartRules; today: SchoolDay },
): Promise<MeasureWall> {
  const teams = await listTeamsWithCharts(db, actor, filter);
  const charts = teams.reduce((sum, one) => sum + one.charts, 0);
  const sorted = filter.order !== 'set';
  const byTeam = teamPages(teams);
  const pages = sorted ? Math.max(1, Math.ceil(Math.min(charts, mostSorted) / pageSize)) : byTeam.length;
  const page = Math.min(filter.page, pages);
  const shown = sorted ? firstTeams(teams) : (byTeam[page - 1] ?? []);
  const placed = await listPlacedMeasures(db, shown, filter);
  const wall = buildWall(placed, await recallWall(db, placed, rules), today);
  if (!sorted) return { measures: wall, charts, pages, page };
  const ordered = filter.order === 'name' ? byName(wall) : byAttention(wall);
  return { measures: pageOfCharts(ordered, (page - 1) * pageSize), charts, pages, page };
}

function pageOfCharts(measures: WallMeasure[], offset: number): WallMeasure[] {
  let passed = 0;
  return measures.filter(({ charts }) => {
    const first = passed;
    passed += charts.length;
    return first >= offset && first < offset + pageSize;
  });
}
