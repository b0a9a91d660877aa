import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm';
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
import { measureColumns } from '../measure-queries.server';
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

function within(actor: Actor, { cohortId, level, search }: WallFilter): SQL | undefined {
  const like = `%${search.replaceAll(/[%_\\]/g, '')}%`;
  const inCohort = (id: string) =>
    exists(
      new QueryBuilder()
        .select({ one: sql`1` })
        .from(cohortTeam)
        .where(and(eq(cohortTeam.teamId, measure.teamId), eq(cohortTeam.cohortId, id))),
    );
  return and(
    readableTeam(actor, measure.teamId),
    cohortId === null ? undefined : inCohort(cohortId),
    level === null ? undefined : eq(measure.level, level),
    search === ''
      ? undefined
      : sql`(${measure.name} like ${like} or ${team.name} like ${like} or ${school.name} like ${like})`,
  );
}

type Placed = Measure & { team: WallMeasure['team'] };

async function listPlacedMeasures(
  db: Connection,
  actor: Actor,
  filter: WallFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Placed[]> {
  const rows = await db
    .select({
      ...measureColumns,
      group: {
        id: studentGroup.id,
        key: studentGroup.key,
        name: studentGroup.name,
        complementId: studentGroup.complementId,
      },
      team: { id: team.id, name: team.name, schoolName: school.name },
    })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(studentGroup, eq(studentGroup.id, measureGroup.groupId))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(within(actor, filter))
    .orderBy(
      asc(school.name),
      asc(team.name),
      asc(team.id),
      asc(measure.createdAt),
      asc(measure.id),
      asc(measureGroup.position),
    )
    .limit(limit)
    .offset(offset);
  const measures = new Map<string, Placed>();
  for (const { group, ...row } of rows) {
    const known = measures.get(row.id);
    if (known) known.groups.push(group);
    else measures.set(row.id, { ...row, definition: '', groups: [group] });
  }
  return [...measures.values()];
}

async function countCharts(db: Connection, actor: Actor, filter: WallFilter): Promise<number> {
  const rows = await db
    .select({ n: sql<number>`count(*)` })
    .from(measure)
    .innerJoin(measureGroup, and(eq(measureGroup.measureId, measure.id), isNull(measureGroup.endedOn)))
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(school, eq(school.id, team.schoolId))
    .where(within(actor, filter));
  return rows[0]?.n ?? 0;
}

/** The charts of all measures an actor may read, three hundred to a page, by school and team or by what wants attention. */
export async function loadMeasureWall(
  db: Connection,
  actor: Actor,
  filter: WallFilter,
  setting: { rules: RunChartRules; today: SchoolDay },
): Promise<MeasureWall> {
  const charts = await countCharts(db, actor, filter);
  const pages = Math.max(1, Math.ceil(charts / pageSize));
  const page = Math.min(filter.page, pages);
  const offset = (page - 1) * pageSize;
  const sorted = filter.order !== 'set';
  const wanted = sorted ? { limit: mostSorted, offset: 0 } : { limit: pageSize, offset };
  const placed = await listPlacedMeasures(db, actor, filter, wanted);
  const read = await recallWall(db, placed, setting.rules);
  const wall = buildWall(placed, read, setting.today);
  if (!sorted) return { measures: wall, charts, pages, page };
  const ordered = filter.order === 'name' ? byName(wall) : byAttention(wall);
  return { measures: pageOfCharts(ordered, offset), charts, pages, page };
}

function pageOfCharts(measures: WallMeasure[], offset: number): WallMeasure[] {
  let passed = 0;
  return measures.filter(({ charts }) => {
    const first = passed;
    passed += charts.length;
    return first >= offset && first < offset + pageSize;
  });
}
