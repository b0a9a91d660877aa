import { and, asc, eq, notExists, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import type { RunChartRules } from '#db/vocabulary';
import {
  cohortTeam,
  dataPoint,
  excludedPoint,
  measure,
  sharedMeasure,
  sharedMeasureGroup,
  studentGroup,
  team,
} from '#db/schema';
import { familyOfGroup } from '~/features/disclosure';
import { groupedBy } from '~/lib/grouped-by';
import type { SchoolDay } from '~/lib/school-day';
import { perConnection } from '~/platform/database.server';
import type { Connection } from '~/platform/database.server';
import type { PoolGroup } from './contribution-rules';
import { chartOfPool } from './pooled-chart';
import { poolOverTeams } from './pool-rules';
import type { TeamCount } from './pool-rules';
import type { PooledMeasure } from './pooled-series';

const ofCohort = eq(sharedMeasure.cohortId, sql.placeholder('cohortId'));
const inCohort = and(
  eq(cohortTeam.teamId, measure.teamId),
  eq(cohortTeam.cohortId, sql.placeholder('cohortId')),
);

/** The shared measures of a cohort with their groups, and how many of its teams have adopted each. */
const measuresQuery = perConnection((db) =>
  db
    .select({
      sharedMeasureId: sharedMeasure.id,
      name: sharedMeasure.name,
      kind: sharedMeasure.kind,
      unit: sharedMeasure.unit,
      direction: sharedMeasure.direction,
      frequency: sharedMeasure.frequency,
      adopted: sql<number>`(select count(*) from measure m join cohort_team c on c.team_id = m.team_id and c.cohort_id = ${sharedMeasure.cohortId} where m.shared_measure_id = ${sharedMeasure.id})`,
      group: {
        id: studentGroup.id,
        key: studentGroup.key,
        name: studentGroup.name,
        complementId: studentGroup.complementId,
      },
    })
    .from(sharedMeasure)
    .innerJoin(sharedMeasureGroup, eq(sharedMeasureGroup.sharedMeasureId, sharedMeasure.id))
    .innerJoin(studentGroup, eq(studentGroup.id, sharedMeasureGroup.groupId))
    .where(ofCohort)
    .orderBy(asc(sharedMeasure.name), asc(sharedMeasure.id), asc(sharedMeasureGroup.position))
    .prepare(),
);

/** What the pools of each measure stand on, as a short text that differs as soon as one of them could. */
const printsQuery = perConnection((db) =>
  db
    .select({
      sharedMeasureId: sharedMeasure.id,
      print: sql<string>`count(*) || ' ' || count(distinct ${measure.id}) || ' ' || sum(${dataPoint.version}) || ' ' || max(${dataPoint.recordedAt}) || ' ' || (select count(*) || ' ' || coalesce(max(e.excluded_at), 0) from excluded_point e join measure m on m.id = e.measure_id where m.shared_measure_id = ${sharedMeasure.id}) || ' ' || (select group_concat(c.team_id || s.school_id) from cohort_team c join team s on s.id = c.team_id where c.cohort_id = ${sharedMeasure.cohortId})`,
    })
    .from(sharedMeasure)
    .innerJoin(measure, eq(measure.sharedMeasureId, sharedMeasure.id))
    .innerJoin(cohortTeam, inCohort)
    .innerJoin(dataPoint, eq(dataPoint.measureId, measure.id))
    .where(and(ofCohort, eq(sharedMeasure.kind, 'proportion')))
    .groupBy(sharedMeasure.id)
    .prepare(),
);

/** The numbers of one shared measure by the teams that are in the cohort, without those that count for nothing. */
const countsQuery = perConnection((db) =>
  db
    .select({
      teamId: team.id,
      schoolId: team.schoolId,
      groupId: dataPoint.groupId,
      date: dataPoint.date,
      numerator: sql<number>`${dataPoint.numerator}`,
      denominator: sql<number>`${dataPoint.denominator}`,
    })
    .from(measure)
    .innerJoin(cohortTeam, inCohort)
    .innerJoin(team, eq(team.id, measure.teamId))
    .innerJoin(dataPoint, eq(dataPoint.measureId, measure.id))
    .where(
      and(
        eq(measure.sharedMeasureId, sql.placeholder('sharedMeasureId')),
        eq(measure.kind, 'proportion'),
        notExists(
          new QueryBuilder()
            .select({ one: sql`1` })
            .from(excludedPoint)
            .where(
              and(
                eq(excludedPoint.measureId, measure.id),
                eq(excludedPoint.groupId, dataPoint.groupId),
                eq(excludedPoint.date, dataPoint.date),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(dataPoint.date), asc(team.id))
    .prepare(),
);

type MeasureRow = Awaited<ReturnType<ReturnType<typeof measuresQuery>['execute']>>[number];

/** Groups that complement each other split everybody together, whatever an administrator called them. */
function poolGroup({ group }: MeasureRow): PoolGroup {
  const { id, key, complementId } = group;
  const pair = complementId === null ? null : [id, complementId].toSorted().join(' ');
  return { ...group, family: key === 'all' ? 'all' : (pair ?? familyOfGroup(key)) };
}

type Input = {
  /** `network.minimumGroup`. */
  minimum: number;
  rules: RunChartRules;
  today: SchoolDay;
};

type Remembered = { print: string; series: PooledMeasure['series'] };
const mostRemembered = 200;
const memory = perConnection((): Map<string, Remembered> => new Map());

type Asked = Input & { cohortId: string; sharedMeasureId: string; groups: PoolGroup[]; print: string };

/** The pools of one measure; those whose numbers, teams and day are as they were when last read are taken from memory. */
async function recallPools(db: Connection, row: MeasureRow, asked: Asked): Promise<PooledMeasure['series']> {
  const { cohortId, sharedMeasureId, groups, minimum, today, rules } = asked;
  const shape = groups.map(({ id, key, name }) => id + key + name).join(' ');
  const print = [asked.print, row.name, row.direction, row.frequency, minimum, today, rules, shape].join(' ');
  const known = memory(db).get(sharedMeasureId);
  if (known?.print === print) return known.series;
  const counts: TeamCount[] = await countsQuery(db).execute({ cohortId, sharedMeasureId });
  const { name, direction, frequency } = row;
  const pools = poolOverTeams({ frequency, groups, counts, today, policy: { minimum } });
  const named = { name, direction, frequency };
  const series = pools.map((pool) => ({ ...pool, chart: chartOfPool(pool, named, rules) }));
  if (memory(db).size >= mostRemembered) memory(db).clear();
  memory(db).set(sharedMeasureId, { print, series });
  return series;
}

/**
 * The shared measures of a cohort that `findCohort` gave, by name, each pooled over its teams as released: no count of
 * students, no team's own number. Fit to be shown to whoever reads the cohort, and to leave it.
 */
export async function loadPooledSeries(
  db: Connection,
  cohortId: string,
  input: Input,
): Promise<PooledMeasure[]> {
  const rows = await measuresQuery(db).execute({ cohortId });
  if (rows.length === 0) return [];
  const prints = new Map(
    (await printsQuery(db).execute({ cohortId })).map(({ sharedMeasureId, print }) => [
      sharedMeasureId,
      print,
    ]),
  );
  const measures: PooledMeasure[] = [];
  for (const [sharedMeasureId, ofMeasure] of groupedBy(rows, (row) => row.sharedMeasureId)) {
    const [row] = ofMeasure;
    if (!row) continue;
    const { group: _group, ...named } = row;
    const groups = ofMeasure.map(poolGroup);
    const print = prints.get(sharedMeasureId) ?? '';
    const series =
      row.kind === 'proportion'
        ? await recallPools(db, row, { ...input, cohortId, sharedMeasureId, groups, print })
        : [];
    measures.push({ ...named, series });
  }
  return measures;
}
